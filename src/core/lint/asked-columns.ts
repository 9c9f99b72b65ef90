import type { Plan } from '../plan/plan.ts';
import type { PipeTable } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import { columnMeanings } from '../readings/column-names.ts';
import type { ContractColumn, ContractTable } from '../template/contract-tables.ts';
import type { ReadingName } from '../template/marks.ts';
import { columnsOf } from '../template/table-rows.ts';
import { remembered } from '../text/remembered.ts';

/** For each column that the template asks for, where a table has it. */
export type ColumnPlaces = readonly (number | undefined)[];

/** Words of fewer letters begin many others. */
const SHORTEST_STEM = 3;

const known = new WeakMap<ContractTable, (titles: string) => ColumnPlaces>();

/** The column of that name, else one that means the same. A section of the template is always read as the same. */
export function columnPlaces(plan: Plan, table: PipeTable, asked: ContractTable, reads: readonly ReadingName[]): ColumnPlaces {
  const placesIn = known.get(asked) ?? remembered((titles) => placesAmong(titles.split('\n'), asked, reads));
  known.set(asked, placesIn);
  // No title has more than one line.
  return placesIn(columnsOf(plan, table).map(({ title }) => title).join('\n'));
}

function placesAmong(titles: readonly string[], { columns }: ContractTable, reads: readonly ReadingName[]): ColumnPlaces {
  const written = titles.map((title) => ({ title, key: titleKey(title) }));
  const exact = columns.map(({ key }) => placeOf(written, (each) => each.key === key));
  if (exact.every((place) => place !== undefined)) return exact;
  const meanings = reads.map((reading) => ({ asked: columnMeanings(reading, columns.map(({ title }) => title)), written: columnMeanings(reading, titles) }));
  const names = written.map(({ title, key }) => namesIn(title, key));
  return columns.map((column, index) => {
    const means = (place: number): boolean => meanings.some((each) => (each.asked[index] ?? []).some((meaning) => each.written[place]?.includes(meaning)));
    return exact[index] ?? placeOf(written, (_, place) => means(place)) ?? placeOf(names, (own) => own.some((name) => isNameOf(column, name, reads)));
  });
}

function placeOf<T>(columns: readonly T[], isIt: (column: T, place: number) => boolean): number | undefined {
  const place = columns.findIndex(isIt);
  return place < 0 ? undefined : place;
}

/** Whether a name says what a column of the template does. */
export function isNameOf({ title, key, also }: ContractColumn, name: string, reads: readonly ReadingName[]): boolean {
  if ([key, ...also].some((asked) => saysAs(asked, name))) return true;
  return reads.some((reading) => {
    const [asked = [], written = []] = [title, name].map((each) => columnMeanings(reading, [each])[0]);
    return asked.some((meaning) => written.includes(meaning));
  });
}

/** A column may have several names: "Language / Framework". */
function namesIn(title: string, key: string): readonly string[] {
  return [key, ...title.split(/[/&+,]|\band\b/).map(titleKey)].filter((name) => name !== '');
}

/** Every word of the one is in the other, whatever ending it has there: "Auth" in "Authentication", "Errors" in "Error codes". */
function saysAs(asked: string, name: string): boolean {
  const words = name.split(' ');
  return asked !== '' && asked.split(' ').every((word) => words.some((other) => isSameStem(word, other)));
}

function isSameStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= SHORTEST_STEM && long.startsWith(short));
}

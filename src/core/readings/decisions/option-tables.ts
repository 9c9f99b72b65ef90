import type { Table } from 'mdast';
import { argumentsOf } from './argument-lists.ts';
import type { Piece } from '../forms/fields.ts';
import { sideNamed } from './option-arguments.ts';
import { optionName } from './option-names.ts';
import type { Option } from './options.ts';
import { readTable, type TableColumn, type TableReading, type TableRow } from '../forms/pieces.ts';

/** Columns that name options, as title keys. */
export const OPTION_NAMES = /^(?:options?|alternatives?|structures?|approach|approaches|architectures?|candidates?|variants?|solutions?)$/;
/** The first column may be named more closely, as in "Architecture option". */
export const LONG_OPTION_NAMES = /^(?:[\p{L}\p{N}]+ ){1,3}(?:option|alternative|structure|approach|style|candidate|variant)s?$/u;
/** These name options only beside what speaks for and against them. */
export const LOOSE_NAMES = /^(?:name|technology|tool|style|pattern|choice|database|framework|product|strategy)$/;

const CRITERION_NAMES = /^(?:criterion|criteria|aspects?|factors?|concerns?|quality|qualities|quality attributes?|dimensions?|attributes?|considerations?)$/;
/** Columns of a matrix that are no option: they weigh, judge or remark, or make the table one of another kind. */
const OTHER_COLUMNS = new Set(
  'weight weights weighting score scores total points rating priority importance note notes comment comments remark remarks description descriptions details detail definition verdict winner decision recommendation result results outcome status rationale reason why justification explanation evidence example examples target targets metric metrics measure measurement measures validation requirement requirements unit value values current implementation solution solutions approach approaches strategy mechanism mechanisms handling impact effect risk risks mitigation owner responsible source link links question answer assessment evaluation consideration considerations tool tools technology technologies pattern patterns where how what who when action actions section priority level before after change'.split(
    ' ',
  ),
);
const OTHER_ENDING = / (?:score|weight|points|rating|notes?|comments?)$/;

export const CHOSEN_COLUMN = /^(?:chosen|selected|recommended|verdict|decision|status|outcome)$/;
const CHOSEN_CELL = /^(?:(?:✅|✔\uFE0F?)[ \t]{0,4})?[*_]{0,3}(?:chosen|selected|recommended|yes)[*_]{0,3}(?:[ \t]{0,4}✅)?$|^(?:✅|✔\uFE0F?)$/iu;

/** The options that a table compares: one to a row, or one to a column where the first names criteria. */
export function optionsOfTable(piece: Piece, table: Table): readonly Option[] {
  const reading = readTable(piece, table);
  const named = optionColumn(reading.columns);
  if (named >= 0) return reading.rows.flatMap((row) => optionOfRow(reading, row, named));
  return optionsOfMatrix(reading);
}

function optionColumn(columns: readonly TableColumn[]): number {
  const hasSides = columns.some(({ title }) => sideNamed(title.text) !== undefined);
  const exact = columns.findIndex(({ key }) => OPTION_NAMES.test(key));
  if (columns.length > 1 && (exact === 0 || (exact > 0 && (hasSides || isNumberColumn(columns[0]))))) return exact;
  const [first] = columns;
  if (columns.length > 1 && first && LONG_OPTION_NAMES.test(first.key)) return 0;
  return hasSides ? columns.findIndex(({ key }) => LOOSE_NAMES.test(key)) : -1;
}

function isNumberColumn(column: TableColumn | undefined): boolean {
  return column !== undefined && /^(?:|id|no|nr|number)$/.test(column.key);
}

function optionOfRow({ columns }: TableReading, { range, cells }: TableRow, named: number): readonly Option[] {
  const cell = cells[named];
  if (!cell || cell.text === '') return [];
  const { name, label, isChosen } = optionName(cell);
  const cellsOf = (side: 'pros' | 'cons'): Option['pros'] => cells.flatMap((other, index) => (sideNamed(columns[index]?.title.text ?? '') === side ? argumentsOf(other) : []));
  const isMarked = cells.some((other, index) => index !== named && CHOSEN_COLUMN.test(columns[index]?.key ?? '') && CHOSEN_CELL.test(other.text));
  return [{ name, label, pros: cellsOf('pros'), cons: cellsOf('cons'), isChosen: isChosen || isMarked, range }];
}

function optionsOfMatrix({ columns }: TableReading): readonly Option[] {
  const [first, ...others] = columns;
  if (!first || !CRITERION_NAMES.test(first.key)) return [];
  const compared = others.filter(({ key }) => key !== '' && !OTHER_COLUMNS.has(key) && !OTHER_ENDING.test(key) && sideNamed(key) === undefined);
  if (compared.length < 2) return [];
  return compared.map(({ title }) => ({ ...pick(optionName(title)), pros: [], cons: [], range: title.range }));
}

function pick({ name, label, isChosen }: ReturnType<typeof optionName>): Pick<Option, 'name' | 'label' | 'isChosen'> {
  return { name, label, isChosen };
}

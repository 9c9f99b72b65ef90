import type { RecordEntry } from '../../../lint/surroundings.ts';
import type { Plan } from '../../../plan/plan.ts';
import { tablesOf, type PipeCell, type PipeRow, type PipeTable } from '../../../plan/tables.ts';
import { titleKey } from '../../../plan/titles.ts';
import { hiddenSpans, readLinks } from '../../../readings/links.ts';
import { numberInName } from '../../../readings/records/record-links.ts';
import { folderOf } from '../../../template/file-name.ts';
import { pathFrom } from '../../../text/link-paths.ts';
import { sliceOf, type Range } from '../../../text/range.ts';
import { stateOfWords } from '../state-words.ts';

/** What stands in a column of an index. */
export type Role = 'link' | 'number' | 'title' | 'status' | 'date' | 'other';

/** A table whose rows lead to records. */
export interface IndexTable {
  readonly table: PipeTable;
  readonly roles: readonly Role[];
  readonly rows: readonly IndexRow[];
}

export interface IndexRow {
  readonly row: PipeRow;
  /** The record that the row leads to. */
  readonly entry: RecordEntry | undefined;
  /** Where its link leads, and what its number is by that. */
  readonly target: { readonly path: string; readonly range: Range; readonly number: number | undefined } | undefined;
}

const MARKS = /<!--\s*groundplan-records\s*-->(?<inside>[^]*?)<!--\s*\/groundplan-records\s*-->/d;
const NUMBER = /^(?:|no|nr|num|number|id|adr|adr id|adr no|record|record id|ref)$/;
const TITLE = /^(?:title|decision|name|subject|summary|description|record|adr|what|topic)$/;
const STATUS = /^(?:current )?(?:status|state)$/;
const DATE = /^(?:date|decided|decided on|decision date|when|datum|last updated|updated)$/;

/** What stands between the marks of a table that Groundplan keeps. */
export function markedSpan({ text }: Plan): Range | undefined {
  const [start, end] = MARKS.exec(text)?.indices?.groups?.['inside'] ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The table that lists most of these records, each in a row with a link; within a span where one is given. */
export function indexTable(plan: Plan, path: string, records: readonly RecordEntry[], within: Range | undefined): IndexTable | undefined {
  const byPath = new Map(records.map((entry) => [entry.path, entry]));
  const links = readLinks(plan, hiddenSpans(plan)).flatMap(({ target, range }) => {
    const to = pathFrom(folderOf(path), target.replace(/[#?].*$/s, ''));
    return to === undefined || to === '' ? [] : [{ path: to, range, number: numberInName(to) }];
  });
  const tables = tablesOf(plan).filter(({ range }) => within === undefined || (range.start >= within.start && range.end <= within.end));
  const found = tables.map((table) => {
    const rows = table.rows.map((row): IndexRow => {
      const own = links.filter(({ range }) => range.start >= row.range.start && range.end <= row.range.end);
      const known = own.find((link) => byPath.has(link.path));
      return { row, entry: known && byPath.get(known.path), target: known ?? own.find(({ number, path: to }) => number !== undefined && /\.(?:md|markdown)$/i.test(to)) };
    });
    return { table, rows, count: new Set(rows.flatMap(({ entry }) => entry ?? [])).size };
  });
  const best = found.reduce<(typeof found)[number] | undefined>((most, each) => (each.count > (most?.count ?? 0) ? each : most), undefined) ?? (within ? found[0] : undefined);
  return best && { table: best.table, rows: best.rows, roles: best.table.head.cells.map((head, column) => roleOf(plan.text, head, column, best.rows)) };
}

/** By what its rows hold, and else by its title. */
function roleOf(text: string, head: PipeCell, column: number, rows: readonly IndexRow[]): Role {
  const key = titleKey(sliceOf(text, head.content));
  const cells = rows.flatMap(({ row, entry, target }) => {
    const cell = row.cells[column];
    return cell && entry && target ? [{ cell, entry, target }] : [];
  });
  if (cells.length === 0 && column === 0) return 'link';
  const most = (holds: (each: (typeof cells)[number]) => boolean): boolean => cells.filter(holds).length * 2 > cells.length;
  if (most(({ cell, target }) => target.range.start >= cell.range.start && target.range.end <= cell.range.end)) return 'link';
  if (STATUS.test(key)) return 'status';
  if (DATE.test(key)) return 'date';
  if (most(({ cell, entry }) => titleKey(sliceOf(text, cell.content)) === titleKey(entry.record.title?.text ?? ''))) return 'title';
  if (most(({ cell, entry }) => numberIn(sliceOf(text, cell.content)) === entry.record.number) && (NUMBER.test(key) || cells.length > 1)) return 'number';
  if (most(({ cell }) => stateOfWords(sliceOf(text, cell.content)) !== undefined)) return 'status';
  if (TITLE.test(key)) return 'title';
  return key !== '' && NUMBER.test(key) ? 'number' : 'other';
}

export function numberIn(cell: string): number | undefined {
  const digits = /^[*_`#[]{0,4}(?:\p{L}{2,12}[-_ #]{0,2})?(\d{1,8})[*_`.:)\]]{0,4}$/u.exec(cell.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

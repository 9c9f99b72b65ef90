import type { Plan } from '../plan/plan.ts';
import type { PipeCell, PipeRow, PipeTable } from '../plan/tables.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf } from '../text/range.ts';

/** A column that a table is to get: it stands before the column that has this index now. */
export interface NewColumn {
  readonly title: string;
  readonly index: number;
}

/** What is written into one line of the table for each new column. */
type Written = ReadonlyMap<number, readonly string[]>;

/** The edits that add columns with empty cells, written as the others are. A row that ends before a new column is left as it is. */
export function addColumns(plan: Plan, { head, delimiters, rows }: PipeTable, columns: readonly NewColumn[]): readonly TextEdit[] {
  const styles = columns.map((column) => ({ ...column, ...styleOf(plan.text, head, delimiters, column) }));
  const written = (textOf: (style: (typeof styles)[number]) => string): Written => {
    const byIndex = new Map<number, string[]>();
    for (const style of styles) byIndex.set(style.index, [...(byIndex.get(style.index) ?? []), textOf(style)]);
    return byIndex;
  };
  const [titles, dashes, wide] = [written(({ heading }) => heading), written(({ line }) => line), written(({ empty }) => empty)];
  const narrow = written(() => ' ');
  return [
    ...writeInto(plan.text, head, titles),
    ...writeInto(plan.text, delimiters, dashes),
    ...rows.flatMap((row) => writeInto(plan.text, row, isAligned(row, head) ? wide : narrow)),
  ];
}

/** The spaces with which an empty cell of a row is filled, so that what is aligned stays so. */
export function emptyCell(row: PipeRow, head: PipeRow, index: number): string {
  const cell = head.cells[index];
  return cell !== undefined && isAligned(row, head) ? ' '.repeat(Math.max(1, widthOf(cell))) : ' ';
}

/** Adds cells behind the last one of a row. */
export function appendCells(text: string, row: PipeRow, cells: readonly string[]): TextEdit | undefined {
  return writeInto(text, row, new Map([[row.cells.length, cells]]))[0];
}

/** How a column beside this place is written: with spaces around its title or without, and as wide as what stands below it. */
function styleOf(text: string, head: PipeRow, delimiters: PipeRow, { title, index }: NewColumn): { readonly heading: string; readonly line: string; readonly empty: string } {
  const beside = Math.max(0, Math.min(index, head.cells.length) - 1);
  const [cell, dashes] = [head.cells[beside], delimiters.cells[beside]];
  const pad = cell === undefined || isPadded(text, cell) ? ' ' : '';
  const heading = `${pad}${title}${pad}`;
  if (cell === undefined || dashes === undefined) return { heading, line: ' --- ', empty: ' ' };
  if (widthOf(cell) !== widthOf(dashes)) return { heading, line: sliceOf(text, dashes.range).replaceAll(':', '-'), empty: ' ' };
  const gap = isPadded(text, dashes) ? ' ' : '';
  return { heading, line: gap + '-'.repeat(Math.max(1, heading.length - 2 * gap.length)) + gap, empty: ' '.repeat(heading.length) };
}

function writeInto(text: string, row: PipeRow, written: Written): readonly TextEdit[] {
  return Array.from(written).flatMap(([index, cells]) => {
    const next = row.cells[index];
    if (next === undefined && index > row.cells.length) return [];
    const offset = next === undefined ? row.range.end : next.range.start;
    const added = next === undefined ? behind(text, row, cells) : before(text, row, index, cells);
    return [{ range: { start: offset, end: offset }, text: added }];
  });
}

/** An empty cell at the edge of a row needs a pipe around it. */
function before(text: string, row: PipeRow, index: number, cells: readonly string[]): string {
  const added = cells.map((cell) => `${cell}|`).join('');
  if (index > 0 || row.isOpened) return added;
  const gap = text.charAt(row.range.start) === ' ' ? '' : ' ';
  return (isEmpty(cells[0]) ? `|${added}` : added.trimStart()) + gap;
}

function behind(text: string, row: PipeRow, cells: readonly string[]): string {
  if (row.isClosed) return cells.map((cell) => `${cell}|`).join('');
  const last = row.cells.at(-1);
  // A backslash right before a pipe would make text of it.
  const gap = last !== undefined && (isPadded(text, last) || text.charAt(row.range.end - 1) === '\\') ? ' ' : '';
  const added = `${gap}|${cells.join('|')}`;
  return isEmpty(cells.at(-1)) ? `${added}|` : added.trimEnd();
}

function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

function isAligned(row: PipeRow, head: PipeRow): boolean {
  return row.isOpened && head.isOpened && row.cells.every((cell, index) => widthOf(cell) === widthOf(head.cells[index] ?? cell));
}

function isPadded(text: string, { range }: PipeCell): boolean {
  return /^\s|\s$/.test(sliceOf(text, range));
}

function widthOf({ range }: PipeCell): number {
  return range.end - range.start;
}

import type { Plan } from '../plan/plan.ts';
import { tablesOf, type PipeCell, type PipeRow, type PipeTable } from '../plan/tables.ts';
import type { AnyRiskField, Risk } from '../readings/risks/risk.ts';
import { addColumns, appendCells } from '../template/table-columns.ts';
import type { TextEdit } from '../text/edits.ts';
import { lastBefore } from '../text/in-order.ts';

/** What is to stand in the column of a field, and the title of that column where there is none yet. */
export interface SaidInColumn {
  readonly field: AnyRiskField;
  readonly label: string;
  readonly text: string;
}

/** Writes into the row of a risk, behind its last cell where it is too short, and into new columns; nothing where that would spoil the table. */
export function cellEdits(plan: Plan, risk: Risk, said: readonly SaidInColumn[]): readonly TextEdit[] | undefined {
  const place = rowOf(plan, risk);
  if (place === undefined || risk.form.kind !== 'row') return undefined;
  const { table, row } = place;
  const { columns, further } = risk.form.table;
  const texts = new Map<number, string>();
  const missing: SaidInColumn[] = [];
  for (const each of said) {
    const column = columns.findIndex((name, index) => (name ?? further[index]) === each.field);
    if (column < 0) missing.push(each);
    else texts.set(column, each.text);
  }
  const added = missing.length === 0 ? [] : columnEdits(plan, table, row, missing);
  if (added === undefined) return undefined;
  const width = table.head.cells.length;
  missing.forEach(({ text }, index) => texts.set(width + index, text));
  return [...rowEdits(plan.text, row, texts, widthsOf(added, row)), ...added.filter((edit) => !isInRow(edit, row))];
}

/** The same edits within the row of a risk; where the columns of its table are aligned, the spaces behind make up for the difference. */
export function keepingWidths(plan: Plan, risk: Risk, edits: readonly TextEdit[]): readonly TextEdit[] {
  const place = rowOf(plan, risk);
  if (place === undefined) return edits;
  const { table, row } = place;
  const isAligned = row.cells.every(({ range }, index) => range.end - range.start === widthOf(table.head.cells[index]));
  if (!isAligned) return edits;
  return edits.flatMap((edit) => {
    const cell = row.cells.find(({ content }) => content.start <= edit.range.start && edit.range.end <= content.end);
    if (cell === undefined) return [edit];
    const grows = edit.text.length - (edit.range.end - edit.range.start);
    const spare = cell.range.end - cell.content.end;
    const taken = Math.max(0, Math.min(grows, spare - 1));
    const room = { range: { start: cell.content.end, end: cell.content.end + taken }, text: ' '.repeat(Math.max(0, -grows)) };
    return taken > 0 || grows < 0 ? [edit, room] : [edit];
  });
}

function widthOf(cell: PipeCell | undefined): number {
  return cell === undefined ? -1 : cell.range.end - cell.range.start;
}

function rowOf(plan: Plan, { name, form }: Risk): { readonly table: PipeTable; readonly row: PipeRow } | undefined {
  if (form.kind !== 'row') return undefined;
  const table = lastBefore(tablesOf(plan), name.range.start);
  const row = table && lastBefore(table.rows, name.range.start);
  return table && row && name.range.end <= row.range.end ? { table, row } : undefined;
}

/** A cell too many in a row would slip into the first new column. */
function columnEdits(plan: Plan, table: PipeTable, row: PipeRow, missing: readonly SaidInColumn[]): readonly TextEdit[] | undefined {
  const index = table.head.cells.length;
  if (table.rows.some(({ cells }) => cells.length > index) || row.cells.length > index) return undefined;
  return addColumns(plan, table, missing.map(({ label }) => ({ title: label, index })));
}

function rowEdits(text: string, row: PipeRow, texts: ReadonlyMap<number, string>, widths: readonly number[]): readonly TextEdit[] {
  const last = Math.max(-1, ...texts.keys());
  const behind = Array.from({ length: Math.max(0, last + 1 - row.cells.length) }, (_, index) => {
    const said = texts.get(row.cells.length + index);
    return said === undefined ? ' ' : ` ${said} `.padEnd(widths[index] ?? 0);
  });
  const within = Array.from(texts).flatMap(([column, said]): readonly TextEdit[] => {
    const cell = row.cells[column];
    if (cell === undefined) return [];
    const isEmpty = cell.content.start === cell.content.end;
    return [isEmpty ? { range: cell.range, text: ` ${said} `.padEnd(cell.range.end - cell.range.start) } : { range: cell.content, text: said }];
  });
  const appended = behind.length === 0 ? undefined : appendCells(text, row, behind);
  return appended === undefined ? within : [...within, appended];
}

/** How wide the new cells of this row would be if they stayed empty: where a table is aligned, what is written keeps it so. */
function widthsOf(added: readonly TextEdit[], row: PipeRow): readonly number[] {
  const own = added.find((edit) => isInRow(edit, row));
  return own === undefined ? [] : own.text.replace(/^[ \t]?\|/, '').split('|').map(({ length }) => length);
}

function isInRow({ range }: TextEdit, row: PipeRow): boolean {
  return range.start >= row.range.start && range.end <= row.range.end;
}

import { defineRule, type Problem } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import { tablesIn, type PipeRow, type PipeTable } from '../plan/tables.ts';
import { lineEndingOf } from '../template/insert.ts';
import { appendCells, emptyCell } from '../template/table-columns.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf, type Range } from '../text/range.ts';

export const consistentRows = defineRule({
  id: 'consistent-rows',
  summary: 'Every row of a table has as many cells as its head.',
  severity: 'warning',
  fixable: true,
  *check({ plan }) {
    for (const table of foundIn(plan, unevenTables)) yield* isHeadTooShort(table) ? [shortHead(plan, table)] : unevenRows(plan, table);
  },
});

function unevenTables(plan: Plan, piece: Range): readonly PipeTable[] {
  return tablesIn(plan, piece).filter(({ head, rows }) => rows.some(({ cells }) => cells.length !== head.cells.length));
}

function* unevenRows(plan: Plan, table: PipeTable): Iterable<Problem> {
  const columns = table.head.cells.length;
  const uneven = table.rows.filter(({ cells }) => cells.length !== columns);
  const lines = uneven.filter((row) => isLineOfText(table, row));
  if (lines[0]) yield lineBelow(plan, table, lines[0]);
  for (const row of uneven) {
    if (lines.includes(row)) continue;
    yield row.cells.length < columns ? shortRow(plan, table, row) : longRow(plan, table, row);
  }
}

/** One head that lacks a title, rather than as many rows with a cell too many. */
function isHeadTooShort({ head, rows: [first, ...others] }: PipeTable): boolean {
  return first !== undefined && first.cells.length > head.cells.length && others.length > 0 && others.every(({ cells }) => cells.length === first.cells.length);
}

function shortHead(plan: Plan, { head, rows: [first] }: PipeTable): Problem {
  const title = nameOf(plan, head);
  return { message: `The head ${title} has ${cellsIn(head)} where every row has ${first?.cells.length ?? 0}: the last ones are not shown. Name their columns.`, range: head.range };
}

/** Below a table without a blank line between, any text is a row of it. */
function isLineOfText({ head }: PipeTable, { isOpened, isClosed, cells }: PipeRow): boolean {
  return head.isOpened && !isOpened && !isClosed && cells.length === 1;
}

function lineBelow(plan: Plan, table: PipeTable, row: PipeRow): Problem {
  const edit = blankLineAbove(plan, table, row);
  return {
    message: `The line ${nameOf(plan, row)} right below a table is read as a row of it: leave a blank line between them.`,
    range: row.range,
    ...(edit && { fix: { title: 'Leave a blank line above the text', edits: [edit] } }),
  };
}

/** Only where nothing but that text follows: rows behind it would fall out of the table, and a line of dashes would make a heading of it. */
function blankLineAbove({ text }: Plan, table: PipeTable, row: PipeRow): TextEdit | undefined {
  const rest = table.rows.slice(table.rows.indexOf(row));
  const isLast = /^(?:[ \t]*(?:\r\n?|\n)){2}|^\s*$/.test(text.slice(table.range.end, table.range.end + 200));
  if (!table.isAtRoot || !isLast || rest.some((each) => !isLineOfText(table, each) || /^=+$/.test(sliceOf(text, each.range)))) return undefined;
  return { range: { start: row.range.start, end: row.range.start }, text: lineEndingOf(text) };
}

function shortRow(plan: Plan, { head }: PipeTable, row: PipeRow): Problem {
  const missing = head.cells.slice(row.cells.length).map((_, index) => emptyCell(row, head, row.cells.length + index));
  const edit = appendCells(plan.text, row, missing);
  return {
    message: `${rowInWords(plan, row)} has ${cellsIn(row)} where the table has ${columnsOf(head)}: add what is missing.`,
    range: row.range,
    ...(edit && { fix: { title: missing.length === 1 ? 'Add the missing cell' : 'Add the missing cells', edits: [edit] } }),
  };
}

function longRow(plan: Plan, { head }: PipeTable, row: PipeRow): Problem {
  const surplus = row.cells.slice(head.cells.length);
  const start = surplus[0]?.range.start ?? row.range.start;
  const range = { start: Math.max(row.range.start, start - 1), end: row.range.end };
  const lead = `${rowInWords(plan, row)} has ${cellsIn(row)} where the table has ${columnsOf(head)}`;
  if (surplus.some(({ content }) => content.end > content.start)) {
    return { message: `${lead}: what stands behind the last column is not shown. Write a pipe that is part of the text as "\\|".`, range };
  }
  const edits = [{ range: { start, end: row.range.end }, text: '' }];
  return { message: `${lead}: take out what is empty at its end.`, range, fix: { title: 'Take out the empty cells', edits } };
}

function rowInWords(plan: Plan, row: PipeRow): string {
  return row.cells.every(({ content }) => content.start === content.end) ? 'An empty row' : `The row ${nameOf(plan, row)}`;
}

function nameOf({ text }: Plan, { cells: [first], range }: PipeRow): string {
  const name = inWords(first ? sliceOf(text, first.content) : '');
  return `"${name === '' ? inWords(sliceOf(text, range)) : name}"`;
}

function cellsIn({ cells }: PipeRow): string {
  return cells.length === 1 ? 'one cell' : `${cells.length} cells`;
}

function columnsOf({ cells }: PipeRow): string {
  return cells.length === 1 ? 'one column' : `${cells.length} columns`;
}

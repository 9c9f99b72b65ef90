import type { PipeCell, PipeRow, PipeTable } from '../../plan/tables.ts';
import type { TextEdit } from '../../text/edits.ts';

/** A row like another one of its table with other contents, which are padded where the table is. */
export function rowLike(text: string, table: PipeTable, row: PipeRow, write: (cell: PipeCell, index: number) => string): string {
  let written = '';
  let at = row.range.start;
  row.cells.forEach((cell, index) => {
    const room = roomIn(text, table, row, index);
    written += text.slice(at, cell.content.start) + write(cell, index).padEnd(room);
    at = room === 0 ? cell.content.end : cell.content.start + room;
  });
  return written + text.slice(at, row.range.end);
}

/** The edit that gives a cell another content, in a column that stays as wide as it is. */
export function contentOf(text: string, table: PipeTable, row: PipeRow, index: number, written: string): TextEdit {
  const content = row.cells[index]?.content ?? { start: row.range.end, end: row.range.end };
  const room = roomIn(text, table, row, index);
  return { range: { start: content.start, end: Math.max(content.end, content.start + room) }, text: written.padEnd(room) };
}

/** How long a content may be in a column whose cells are padded to one width; 0 where they are not. */
function roomIn(text: string, { head, rows }: PipeTable, row: PipeRow, index: number): number {
  const cell = row.cells[index];
  if (cell === undefined || (!row.isClosed && index === row.cells.length - 1)) return 0;
  const column = [head, ...rows].flatMap(({ cells }) => cells[index] ?? []);
  const alike = column.filter(({ range }) => range.end - range.start === cell.range.end - cell.range.start);
  const isPadded = alike.length > 1 && alike.some(({ range }) => / {2}$/.test(text.slice(range.start, range.end)));
  return isPadded ? cell.range.end - cell.content.start - 1 : 0;
}

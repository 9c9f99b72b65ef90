import type { PipeCell, PipeRow } from '../../plan/tables.ts';

/** A row like another one with other contents, which are padded as far as that one is. */
export function rowLike(text: string, row: PipeRow, write: (cell: PipeCell, index: number) => string): string {
  let written = '';
  let at = row.range.start;
  row.cells.forEach((cell, index) => {
    const { content, range } = cell;
    const room = range.end - content.start - (/\s$/.test(text.slice(range.start, range.end)) ? 1 : 0);
    written += text.slice(at, content.start) + write(cell, index).padEnd(row.isClosed || index < row.cells.length - 1 ? room : 0);
    at = content.end === content.start ? content.start : Math.min(range.end, content.start + room);
  });
  return written + text.slice(at, row.range.end);
}

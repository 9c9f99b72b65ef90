import type { AlignType, RootContent, TableCell, TableRow } from 'mdast';
import { interrupts, isBlank } from './plain-markdown.ts';
import { readInline } from './plain-inline.ts';
import { NotPlain, placeOf, type PlainLine } from './plain-nodes.ts';

const DELIMITER_ROW = /^\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$/;

export function isDelimiterRow(line: string): boolean {
  const written = line.trim();
  return written.includes('-') && (written.includes('|') || written.includes(':')) && DELIMITER_ROW.test(written);
}

export function readTable(text: string, lines: readonly PlainLine[], at: number, header: PlainLine): { readonly block: RootContent; readonly next: number } {
  const delimiters = lines[at + 1];
  if (delimiters === undefined || header.start !== lines[at]?.start || /^ |^:|^-[^|]*$/.test(text.slice(delimiters.start, delimiters.end))) throw new NotPlain();
  const head = readRow(text, header);
  const aligns = cellsOf(text, delimiters).map(({ start, end }) => alignOf(text.slice(start, end).replace(/\|/g, '').trim()));
  if (aligns.length !== head.children.length) throw new NotPlain();
  const rows = [head];
  let next = at + 2;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isBlank(text, line)) break;
    const written = text.slice(line.start, line.end);
    if (!written.includes('|') || written === '|' || written.startsWith(' ') || interrupts(text, line)) throw new NotPlain();
    rows.push(readRow(text, line));
  }
  const end = rows.length > 1 ? (rows.at(-1)?.position?.end.offset ?? delimiters.end) : delimiters.end;
  return { block: { type: 'table', align: aligns, children: rows, position: placeOf(header.start, end) }, next };
}

function readRow(text: string, line: PlainLine): TableRow {
  if (text.slice(line.start, line.end).includes('`') && /`[^`]*\|[^`]*`/.test(text.slice(line.start, line.end))) throw new NotPlain();
  const children = cellsOf(text, line).map((cell): TableCell => {
    const content = contentOf(text, cell);
    return { type: 'tableCell', children: content.start < content.end ? readInline(text, [content]) : [], position: placeOf(cell.start, cell.end) };
  });
  return { type: 'tableRow', children, position: placeOf(line.start, line.end) };
}

/** A cell begins with the pipe before it; the last one has the pipe after it too. */
function cellsOf(text: string, { start, end }: PlainLine): readonly PlainLine[] {
  if (text.charCodeAt(end - 1) === 32) throw new NotPlain();
  const starts: number[] = text[start] === '|' ? [] : [start];
  for (let at = text.indexOf('|', start); at >= 0 && at < end; at = text.indexOf('|', at + 1)) if (at < end - 1) starts.push(at);
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}

function contentOf(text: string, { start, end }: PlainLine): PlainLine {
  let from = text[start] === '|' ? start + 1 : start;
  let to = text[end - 1] === '|' && end - 1 >= from ? end - 1 : end;
  while (from < to && text.charCodeAt(from) === 32) from++;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  return { start: from, end: to };
}

function alignOf(cell: string): AlignType {
  if (cell.startsWith(':')) return cell.endsWith(':') ? 'center' : 'left';
  return cell.endsWith(':') ? 'right' : null;
}

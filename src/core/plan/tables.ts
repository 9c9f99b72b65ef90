import type { Range } from '../text/range.ts';
import { beginningIn } from './blocks.ts';
import { isSpace, skipSpaces, trimmedEnd } from './line-kinds.ts';
import { foundIn } from './memory.ts';
import type { TableLines } from './outline.ts';
import type { Plan } from './plan.ts';

/** A pipe table, cell by cell, read without a Markdown parser. */
export interface PipeTable {
  /** False in a list item, a quote or a footnote: between its lines stand the marks of those. */
  readonly isAtRoot: boolean;
  /** From the head to the end of the last row. */
  readonly range: Range;
  readonly head: PipeRow;
  readonly delimiters: PipeRow;
  readonly rows: readonly PipeRow[];
}

export interface PipeRow {
  /** Without the white space around it. */
  readonly range: Range;
  /** As many as are written, which may be fewer or more than the head has. */
  readonly cells: readonly PipeCell[];
  /** Whether a pipe stands before the first cell, and one behind the last. */
  readonly isOpened: boolean;
  readonly isClosed: boolean;
}

export interface PipeCell {
  /** All between the pipes. */
  readonly range: Range;
  /** Without the white space around it; in an empty cell the place where something would be written. */
  readonly content: Range;
}

const known = new WeakMap<Plan, readonly PipeTable[]>();

/** The tables that begin within a span, in order. Those in fences, comments and front matter are none. */
export function tablesIn(plan: Plan, span: Range): readonly PipeTable[] {
  return beginningIn(known.get(plan) ?? foundIn(plan, tablesOfPiece, span), span, ({ range }) => range.start);
}

/** Every table, read when first asked for. */
export function tablesOf(plan: Plan): readonly PipeTable[] {
  const tables = known.get(plan) ?? foundIn(plan, tablesOfPiece);
  known.set(plan, tables);
  return tables;
}

function tablesOfPiece({ text, outline: { tables } }: Plan, piece: Range): readonly PipeTable[] {
  return beginningIn(tables, piece, ({ head }) => head.start).map((lines) => readTable(text, lines));
}

function readTable(text: string, lines: TableLines): PipeTable {
  const [head, delimiters] = [readRow(text, lines.head), readRow(text, lines.delimiters)];
  const rows = lines.rows.map((line) => readRow(text, line));
  const { end } = (rows.at(-1) ?? delimiters).range;
  return { isAtRoot: lines.isAtRoot, range: { start: head.range.start, end }, head, delimiters, rows };
}

function readRow(text: string, line: Range): PipeRow {
  const end = trimmedEnd(text, line.start, line.end);
  const isOpened = text.charCodeAt(line.start) === pipe;
  const cells: PipeCell[] = [];
  let start = isOpened ? line.start + 1 : line.start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === pipe) {
      cells.push(readCell(text, start, i));
      start = i + 1;
    } else if (code === backslash && isEscapable(text.charCodeAt(i + 1))) i++;
  }
  const isClosed = start === end && cells.length > 0;
  // A pipe alone begins one cell.
  if (start < end || cells.length === 0) cells.push(readCell(text, start, end));
  return { range: { start: line.start, end }, cells, isOpened, isClosed };
}

function readCell(text: string, start: number, end: number): PipeCell {
  const from = skipSpaces(text, start, end);
  // One space stands before what is written.
  const place = isSpace(text.charCodeAt(start)) ? Math.min(start + 1, end) : start;
  const content = from === end ? { start: place, end: place } : { start: from, end: trimmedEnd(text, from, end) };
  return { range: { start, end }, content };
}

/** `\|` is text, in code too; and so is `\\`, which therefore escapes nothing. */
function isEscapable(code: number): boolean {
  return code === pipe || code === backslash;
}

const pipe = 124;
const backslash = 92;

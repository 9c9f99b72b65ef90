import type { Root } from 'mdast';

/** Thrown where a text is not plain: the parser that knows all of Markdown then reads it. */
export class NotPlain extends Error {}

/** Deeper than people write; the parser that knows all of Markdown has its own guards. */
export const DEEPEST = 12;

/** Lines and columns are not told: nobody asks the tree for them. */
export function placeOf(start: number, end: number): NonNullable<Root['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** A line within its list or its cell: what stands before it there, and its ending, are cut off. */
export interface PlainLine {
  readonly start: number;
  readonly end: number;
}

import type { ListItem, Paragraph } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import { sectionAt, type Plan } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { endOf, startOf, type Piece, type Value } from '../forms/fields.ts';
import { headedPieces, itemsIn } from '../forms/pieces.ts';

/** One item of a checklist, at any depth. */
export interface Gate {
  /** The plain title of the heading it stands under. */
  readonly group: string;
  /** The single character between the brackets. */
  readonly box: Value;
  readonly done: boolean;
  /** Its own paragraph, without the items in it. */
  readonly text: Value;
  /** The whole item, with the items in it. */
  readonly range: Range;
}

export function readGates(plan: Plan, span: Range, read: ReadMarkdown): readonly Gate[] {
  const above = sectionAt(plan, span.start);
  return headedPieces(plan, afterMark(plan, span), read).flatMap(({ piece, section, blocks }) => {
    const group = plainTitle((section ?? above)?.heading.title ?? '');
    return itemsIn(blocks).flatMap(({ item }) => {
      const checkbox = checkboxOf(plan, piece, item);
      return checkbox ? [{ group, ...checkbox, range: piece.of(item).range }] : [];
    });
  });
}

/** The box of an item that can be ticked, and the text beside it. */
export function checkboxOf(plan: Plan, piece: Piece, item: ListItem): Pick<Gate, 'box' | 'done' | 'text'> | undefined {
  const [first] = item.children;
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return undefined;
  const text = ownTextOf(piece, first);
  const before = plan.text.slice(Math.max(0, text.range.start - FARTHEST_BOX), text.range.start);
  const [rest, character] = /\[([ \txX])\][\s>]*$/.exec(before) ?? [];
  if (rest === undefined || character === undefined) return undefined;
  const start = text.range.start - rest.length + 1;
  return { box: { text: character, range: { start, end: start + 1 } }, done: item.checked, text };
}

/** What a paragraph says. It is taken from what stands in it: the place of the paragraph itself may begin before a box to tick. */
export function ownTextOf(piece: Piece, paragraph: Paragraph): Value {
  const [first] = paragraph.children;
  return first ? piece.value(startOf(first), endOf(paragraph)) : piece.of(paragraph);
}

/** A span without the byte-order mark at its start, which the parser does not count. */
export function afterMark(plan: Plan, span: Range): Range {
  return span.start === 0 && plan.text.startsWith('\uFEFF') ? { start: 1, end: Math.max(1, span.end) } : span;
}

/** Between a box and its text stand only white space and the marks of quotes. */
const FARTHEST_BOX = 200;

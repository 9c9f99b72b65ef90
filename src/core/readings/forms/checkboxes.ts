import type { ListItem } from 'mdast';
import type { Plan } from '../../plan/plan.ts';
import type { Piece, Value } from './fields.ts';
import { textOfParagraph } from './own-text.ts';

/** The box of an item that can be ticked, and the text beside it. */
export interface Checkbox {
  /** The single character between the brackets. */
  readonly box: Value;
  readonly done: boolean;
  /** The paragraph beside the box, without the items below it. */
  readonly text: Value;
}

/** Between a box and its text stand only white space and the marks of quotes. */
const FARTHEST_BOX = 200;

export function checkboxOf(plan: Plan, piece: Piece, item: ListItem): Checkbox | undefined {
  const [first] = item.children;
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return undefined;
  const text = textOfParagraph(piece, first);
  const before = plan.text.slice(Math.max(0, text.range.start - FARTHEST_BOX), text.range.start);
  const [rest, character] = /\[([ \txX])\][\s>]*$/.exec(before) ?? [];
  if (rest === undefined || character === undefined) return undefined;
  const start = text.range.start - rest.length + 1;
  return { box: { text: character, range: { start, end: start + 1 } }, done: item.checked, text };
}

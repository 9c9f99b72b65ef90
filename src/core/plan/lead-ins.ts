import type { Range } from '../text/range.ts';
import { blockAround } from './blocks.ts';
import { foundIn } from './memory.ts';
import type { Label } from './outline.ts';
import type { Plan } from './plan.ts';

/** A line that begins with bold words and a colon, plain or as a numbered item: `**Status**: Accepted`, `3. **Backpressure:** …`. */
const LEAD_IN = /^ {0,3}(?:\d{1,3}[.)][ \t]+)?(\*\*([^*\r\n]{1,120})\*\*)([ \t]*:)?/gm;

const known = new WeakMap<Plan, readonly Label[]>();

/** Bold words with which authors begin what others put under a heading, outside front matter, fences and comments. */
export function leadIns(plan: Plan): readonly Label[] {
  const found = known.get(plan) ?? foundIn(plan, inPiece);
  known.set(plan, found);
  return found;
}

function inPiece(plan: Plan, piece: Range): readonly Label[] {
  const text = plan.text.slice(piece.start, piece.end);
  if (!text.includes('**')) return [];
  return Array.from(text.matchAll(LEAD_IN)).flatMap(({ 0: whole, 1: bold = '', 2: title = '', 3: colon, index }) => {
    const start = piece.start + index + whole.indexOf(bold);
    if ((colon === undefined && !title.endsWith(':')) || blockAround(plan, start) !== undefined) return [];
    return [{ title: title.replace(/:$/, '').trim(), range: { start, end: start + bold.length } }];
  });
}

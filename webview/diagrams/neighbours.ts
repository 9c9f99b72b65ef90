/** Which of many things that lie about comes next to which side. Pure. */
import type { Box } from './pan-zoom.ts';

export type Side = 'left' | 'right' | 'up' | 'down';

/** Nearer than this, two things lie at the same place of an axis. */
const SAME = 4;

/** The index of the nearest thing to that side; what lies straight that way comes before what lies aslant. */
export function neighbour(things: readonly Box[], from: number, side: Side): number | undefined {
  const here = things[from];
  if (here === undefined) return undefined;
  let best: { readonly index: number; readonly distance: number } | undefined;
  things.forEach((thing, index) => {
    const ahead = way(here, thing, side);
    if (index === from || ahead <= SAME) return;
    const distance = ahead + aside(here, thing, side);
    if (best === undefined || distance < best.distance) best = { index, distance };
  });
  return best?.index;
}

/** Their order to a reader: from top to bottom, and in one row from left to right. */
export function inReadingOrder(things: readonly Box[]): readonly number[] {
  const rowOf = ({ y, height }: Box): number => Math.round((y + height / 2) / (2 * SAME));
  const placed = things.map((thing, index) => ({ index, row: rowOf(thing), x: thing.x }));
  return placed.sort((a, b) => a.row - b.row || a.x - b.x).map(({ index }) => index);
}

/** How far the middle of the other lies to that side. */
function way(here: Box, other: Box, side: Side): number {
  const across = other.x + other.width / 2 - (here.x + here.width / 2);
  const down = other.y + other.height / 2 - (here.y + here.height / 2);
  if (side === 'right') return across;
  if (side === 'left') return -across;
  return side === 'down' ? down : -down;
}

/** Things that overlap as seen from there lie straight ahead. */
function aside(here: Box, other: Box, side: Side): number {
  const [gap, off] = side === 'left' || side === 'right' ? apart(here.y, here.height, other.y, other.height) : apart(here.x, here.width, other.x, other.width);
  return 3 * gap + off / 5;
}

function apart(from: number, length: number, otherFrom: number, otherLength: number): readonly [gap: number, off: number] {
  const gap = Math.max(0, otherFrom - (from + length), from - (otherFrom + otherLength));
  return [gap, Math.abs(otherFrom + otherLength / 2 - (from + length / 2))];
}

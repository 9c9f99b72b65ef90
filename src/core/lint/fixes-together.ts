import type { TextEdit } from '../text/edits.ts';
import type { Finding } from './lint.ts';
import { isWithin, type Fix } from './rule.ts';

/** A finding with a fix of this document alone. */
export interface Fixable extends Finding {
  readonly fix: Fix;
}

/**
 * The findings whose fixes can be done at once, of those that cannot the first: a fix is done whole or not at all.
 * Where two rules write at one place, they may mean the same thing: the second waits to be asked again.
 */
export function fixesTogether(findings: readonly Finding[]): readonly Fixable[] {
  const taken: Fixable[] = [];
  const edits: TakenEdit[] = [];
  for (const finding of findings) {
    const { fix, rule } = finding;
    if (!isWithin(fix)) continue;
    const wanted = fix.edits.map((edit): TakenEdit => ({ edit, rule }));
    if (wanted.some((each) => collides(each, edits))) continue;
    for (const each of wanted) edits.splice(placeOf(each, edits), 0, each);
    taken.push({ ...finding, fix });
  }
  return taken;
}

interface TakenEdit {
  readonly edit: TextEdit;
  readonly rule: string;
}

/** Those taken are in order and apart, so that only those next to it can be in its way. */
function collides(wanted: TakenEdit, taken: readonly TakenEdit[]): boolean {
  const { start, end } = wanted.edit.range;
  for (let place = placeOf(wanted, taken); place < taken.length; place++) {
    const next = taken[place];
    if (next === undefined || next.edit.range.start > end) break;
    if (excludes(wanted, next)) return true;
  }
  for (let place = placeOf(wanted, taken) - 1; place >= 0; place--) {
    const previous = taken[place];
    if (previous === undefined || previous.edit.range.end < start) break;
    if (excludes(wanted, previous)) return true;
  }
  return false;
}

function excludes(a: TakenEdit, b: TakenEdit): boolean {
  const [left, right] = [a.edit.range, b.edit.range];
  if (left.start < right.end && right.start < left.end) return true;
  const isInsertion = left.start === left.end || right.start === right.end;
  return a.rule !== b.rule && isInsertion && left.start <= right.end && right.start <= left.end;
}

function placeOf({ edit: { range } }: TakenEdit, taken: readonly TakenEdit[]): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle]?.edit.range;
    if (other !== undefined && (other.start < range.start || (other.start === range.start && other.end < range.end))) low = middle + 1;
    else high = middle;
  }
  return low;
}

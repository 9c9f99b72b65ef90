import { applyEdits, type TextEdit } from '../text/edits.ts';
import type { Finding } from './lint.ts';

/** One pass rarely leaves something for a second, and never for more than a few: a fix may bring forth what another rule wants. */
const MOST_PASSES = 5;

/** The text after every fix, checked again after each pass until nothing fixable remains. */
export function fixAll(text: string, check: (text: string) => readonly Finding[]): string {
  let fixed = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = check(fixed).flatMap(({ fix }) => fix?.edits ?? []);
    const next = applyEdits(fixed, edits);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}

/** One edit from one text to another that touches only what differs, so that cursors and marks elsewhere stay. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shortest - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

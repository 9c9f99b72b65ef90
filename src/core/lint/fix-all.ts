import { applyEdits, type TextEdit } from '../text/edits.ts';
import { fixesTogether } from './fixes-together.ts';
import type { Finding } from './lint.ts';

/** One pass rarely leaves something for a second, and never for more than a few: a fix may bring forth what another rule wants. */
const MOST_PASSES = 5;

/** The text after every fix, checked again after each pass until nothing fixable remains. A pass that mends nothing is not taken. */
export function fixAll(text: string, check: (text: string) => readonly Finding[]): string {
  let fixed = text;
  let findings = check(text);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const taken = fixesTogether(findings);
    const next = applyEdits(fixed, taken.flatMap(({ fix }) => fix.edits));
    if (next === fixed) break;
    const left = check(next);
    if (!mends(taken, left)) break;
    [fixed, findings] = [next, left];
  }
  return fixed;
}

/** What is written may hold blanks, which are findings of their own: what counts is that something that was to be mended is gone. */
function mends(taken: readonly Finding[], left: readonly Finding[]): boolean {
  const before = countOf(taken);
  const after = countOf(left);
  return Array.from(before).some(([said, count]) => (after.get(said) ?? 0) < count);
}

function countOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) counts.set(`${rule}: ${message}`, (counts.get(`${rule}: ${message}`) ?? 0) + 1);
  return counts;
}

/** One edit from one text to another that touches only what differs, so that cursors and marks elsewhere stay. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (isHalfPair(before, start) || isHalfPair(after, start)) start--;
  let tail = 0;
  while (tail < shortest - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (isHalfPair(before, before.length - tail) || isHalfPair(after, after.length - tail)) tail--;
  return { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

/** An emoji is two units that no edit may part. */
function isHalfPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

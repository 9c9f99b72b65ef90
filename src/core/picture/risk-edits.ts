import type { TextEdit } from '../text/edits.ts';
import type { Range } from '../text/range.ts';

/** The edit that makes one text of another where it stands, and touches only what differs. */
export function narrowed(before: string, { start, end }: Range, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (isHighHalf(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (isLowHalf(before.charCodeAt(before.length - tail))) tail -= 1;
  return { range: { start: start + head, end: end - tail }, text: after.slice(head, after.length - tail) };
}

/** Edits in the order of the document; two that touch are one, as editors differ in what they make of them. */
export function withoutTouching(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const { range, text } of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    const last = joined.at(-1);
    if (last?.range.end === range.start) joined[joined.length - 1] = { range: { start: last.range.start, end: range.end }, text: last.text + text };
    else joined.push({ range, text });
  }
  return joined;
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

import type { Range } from '../text/range.ts';

const MOST = 5000;
const JOINED_BEFORE = /(?:[\p{L}\p{N}\p{M}_]|[\p{L}\p{N}][-.])$/u;
const JOINED_AFTER = /^(?:[\p{L}\p{N}\p{M}_]|[-.][\p{L}\p{N}])/u;
const OPENS = /(?:^[ \t>]*(?:[-*+][ \t]+|#{1,6}[ \t]+|\d{1,9}[.)][ \t]+)?|[|*_["“\x60][ \t]*)$/;
const CLOSES = /^[ \t]*(?:$|[|*_\]"”\x60:])/;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/\S*$/i;
const LONGEST_LINE = 500;

/** Where some words stand by themselves: never `R-1` in `R-10`, `R-1.2` or `XR-1`, nor in an address. */
export function wordsIn(text: string, words: string, { start, end }: Range): readonly Range[] {
  const found: Range[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words, start); at >= 0 && at + words.length <= end && found.length < MOST; at = text.indexOf(words, at + words.length)) {
    if (isWhole(text, at, at + words.length)) found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** Some words are a name wherever they stand: two of them, or one that is written like no other word. */
export function isTelling(name: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}\p{M}]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{N}/u.test(name);
}

/** Whether the words fill a cell, a label, an item or the like, or stand in front of a colon there: a common word is a name only then. */
export function fillsItsPlace(text: string, { start, end }: Range): boolean {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(Math.max(line, start - LONGEST_LINE), start);
  const after = /^[^\r\n]*/.exec(text.slice(end, end + LONGEST_LINE))?.[0] ?? '';
  return OPENS.test(before) && CLOSES.test(after);
}

/** Whether a longer name goes on behind the words: `Order Service Gateway`. */
export function goesOn(text: string, end: number): boolean {
  return /^ \p{Lu}/u.test(text.slice(end, end + 3));
}

export function isWhole(text: string, start: number, end: number): boolean {
  return !JOINED_BEFORE.test(text.slice(Math.max(0, start - 3), start)) && !JOINED_AFTER.test(text.slice(end, end + 3)) && !ADDRESS.test(text.slice(Math.max(0, start - 200), start));
}

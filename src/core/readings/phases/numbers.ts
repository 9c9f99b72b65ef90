import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { NUMBERS, type Naming } from './naming.ts';

const BARE_NUMBERS = new RegExp(String.raw`^[^\p{L}\p{N}]*(${NUMBERS})[^\p{L}\p{N}]*$`, 'diu');
const LONGEST_REFERENCE = 2000;

/** `Phase 1, 2`, `Phase 1 and Phase 2 (done)`, or nothing but numbers: `1, 2`. */
export function numbersNamed(values: readonly Value[], { numbers }: Naming): readonly Value[] {
  const known = new Set<string>();
  const all = values.flatMap((value) => {
    const text = withoutAsides(value.text.slice(0, LONGEST_REFERENCE));
    const places = Array.from(text.matchAll(numbers), ({ indices }) => indices?.[1]);
    const found = places.length > 0 ? places : [BARE_NUMBERS.exec(text)?.indices?.[1]];
    return found.flatMap((place) => (place ? numbersIn(value, place) : []));
  });
  return all.filter(({ text }) => !known.has(text) && known.add(text));
}

export function numbersIn(value: Value, [start, end]: [number, number]): readonly Value[] {
  const list = partOf(value, start, end);
  return Array.from(list.text.matchAll(/\d+(?:\.\d+)?/g), ({ 0: number, index }) => partOf(list, index, index + number.length));
}

/** The same text, of the same length, without targets of links, decoration, and what is said of other phases than those that come before. */
function withoutAsides(text: string): string {
  const blank = (aside: string): string => ' '.repeat(aside.length);
  if (/^[^\p{L}]*(?:none|nothing|n\/a)\b/iu.test(text)) return '';
  return text
    .replace(/\]\([^()\r\n]*\)/g, blank)
    .replace(/[[\]*_~\x60]/g, blank)
    .replace(/\b(?:parallel|overlap\w*|alongside|not|before|blocks|unblocks|enables|except)\b[^;.)\r\n]*/gi, blank);
}

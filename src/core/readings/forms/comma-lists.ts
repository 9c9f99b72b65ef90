import type { Value } from './fields.ts';
import { partOf } from './pieces.ts';

/** What stands in a list where there is nothing to list. */
const NO_PART = /^(?:[-–—]*|none|n\/a)$/i;

/** `a.ts, src/{b,c}.ts`: the parts between commas or breaks that stand in no brackets, without the marks of code. */
export function splitAtCommas(value: Value): readonly Value[] {
  const separator = /<br\s*\/?>/i.test(value.text) ? /<br\s*\/?>/gi : /[,;]|[([{]|[)\]}]/g;
  const parts: Value[] = [];
  let depth = 0;
  let start = 0;
  const finish = (end: number): void => {
    const part = partOf(value, start, end);
    if (!NO_PART.test(part.text)) parts.push(/^`[^`]+`$/.test(part.text) ? partOf(part, 1, part.text.length - 1) : part);
  };
  for (const { 0: sign, index } of value.text.matchAll(separator)) {
    if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      finish(index);
      start = index + sign.length;
    }
  }
  finish(value.text.length);
  return parts;
}

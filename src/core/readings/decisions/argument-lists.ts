import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

const LONGEST_TEXT = 10_000;

/** `fast; cheap` and `fast, cheap`: several arguments where each is short, one where commas are part of a sentence. */
export function argumentsOf(value: Value): readonly Value[] {
  const parts = splitOutside(value, /^(?:;(?=\s|$)|<br ?\/?>)/i);
  return parts.flatMap((part) => {
    const smaller = splitOutside(part, /^,(?=\s)/);
    return smaller.length > 1 && smaller.every(isShort) ? smaller : [part];
  });
}

function isShort({ text }: Value): boolean {
  return text.split(/\s+/, 7).length <= 5 && !/^(?:and|or|but|so|as|if|when|which|that|even|because|then|while|though|not|with|without|under|in|on|for|to|at|by|from|per|unless|until|e\.g|i\.e)\b/i.test(text) && !/[.!?]$/.test(text);
}

/** Brackets and code are not cut. */
function splitOutside(value: Value, separator: RegExp): readonly Value[] {
  const parts: Value[] = [];
  let start = 0;
  let depth = 0;
  let isCode = false;
  for (let at = 0; at < Math.min(value.text.length, LONGEST_TEXT); at++) {
    const sign = value.text.charAt(at);
    if (sign === '`') isCode = !isCode;
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (depth <= 0 && !isCode && ';,<'.includes(sign)) {
      const found = separator.exec(value.text.slice(at, at + 6))?.[0].length ?? 0;
      if (found === 0) continue;
      parts.push(partOf(value, start, at));
      start = at + found;
      at = start - 1;
    }
  }
  parts.push(partOf(value, start));
  return parts.filter(({ text }) => text !== '');
}

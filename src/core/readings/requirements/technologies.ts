import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

const CODE = /^(?:\*\*|__)?(`)([^`\r\n]{1,60})`/;
const LINK = /^(?:\*\*|__)?(\[)([^[\]\r\n]{1,60})\]\([^()\s]{0,300}\)?/;
const WORDS = /^(\*\*|__)?(\.?\p{Lu}(?:[\p{L}\p{N}+#]|[.\-/](?=[\p{L}\p{N}])){0,40}(?:[ \t](?:\p{Lu}|\d)(?:[\p{L}\p{N}+#]|[.\-/](?=[\p{L}\p{N}])){0,40}){0,3})(?![\p{L}\p{N}])/u;
/** Words that no technology has in its name, however they are written. */
const NO_NAMES = /^(?:only|no|not|never|none|any|all|the|an?|we|it|this|that|these|those|new|other|yes|n\/a|tbd|tba|todo|everything|nothing|use|must|may|and|or|nor|but|allowed|forbidden)$/i;
const NO_TECHNOLOGY = /(?:^|[ -])(?:downtime|loss|lock-?in|changes?|failures?|outages?|access|costs?|budget|breaking|vendor|manual|external|internal|deployments?)(?:$|[ -])/i;

/** The technology a text begins with, where the rest of it is what may follow: one to three words that begin like names, or inline code. Bold words and links are decoration. */
export function technologyIn(part: Value, follows: RegExp): Value | undefined {
  const [marked = '', mark = '', inside] = CODE.exec(part.text) ?? LINK.exec(part.text) ?? [];
  if (inside !== undefined) {
    const start = marked.indexOf(mark) + 1;
    const isName = /\p{L}/u.test(inside) && inside.trim().split(/\s+/).length <= 3;
    return isName && follows.test(part.text.slice(marked.length)) ? partOf(part, start, start + inside.length) : undefined;
  }
  const [, bold = '', run = ''] = WORDS.exec(part.text) ?? [];
  const words = run.split(/[ \t]/);
  const stop = words.findIndex((word) => NO_NAMES.test(word));
  const named = words.slice(0, stop < 0 ? words.length : stop).join(' ');
  if (named === '' || named.split(' ').length > 3 || NO_TECHNOLOGY.test(named)) return undefined;
  return follows.test(part.text.slice(bold.length + named.length)) ? partOf(part, bold.length, bold.length + named.length) : undefined;
}

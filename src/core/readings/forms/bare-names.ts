import type { Value } from './fields.ts';
import { partOf } from './pieces.ts';

/** A name without the decoration around it. */
export interface BareName {
  readonly name: Value;
  /** Where the name leads, if it is a link as a whole. */
  readonly link: Value | undefined;
}

const LONGEST = 2000;
const DECORATED = /^(\*{1,3}|_{1,3}|`)([^*_`\r\n]+)\1$/;
const WHOLE_LINK = /^\[([^[\]]{1,300})\]\([ \t]{0,4}<?([^()\s<>]{1,500})>?(?:\s{1,4}["'][^"'\r\n]{0,200}["'])?[ \t]{0,4}\)$/d;
const ANY_LINK = /\[[^[\]]{0,300}\]\([ \t]{0,4}<?([^()\s<>]{1,500})|<?(https?:\/\/[^\s<>()]{1,500})/d;

export function bareName(written: Value): BareName {
  let name = written;
  let link: Value | undefined;
  // A name may be bold in a link, or a link in bold words.
  for (let turn = 0; turn < 3 && name.text.length < LONGEST; turn++) {
    const decorated = DECORATED.exec(name.text);
    const linked = decorated ? null : WHOLE_LINK.exec(name.text);
    if (decorated) name = partOf(name, decorated[1]?.length ?? 0, name.text.length - (decorated[1]?.length ?? 0));
    else if (linked) {
      link = groupOf(name, linked, 2);
      name = groupOf(name, linked, 1) ?? name;
    } else if (isCutInBold(name.text)) name = partOf(name, 0, name.text.length - 2);
  }
  return { name, link };
}

/** Where the first link of a text leads. */
export function firstLink(value: Value): Value | undefined {
  const found = ANY_LINK.exec(value.text.slice(0, LONGEST));
  return found ? (groupOf(value, found, 1) ?? groupOf(value, found, 2)) : undefined;
}

/** The text of a group of a match that was made with indices. */
export function groupOf(value: Value, match: RegExpExecArray, group: number): Value | undefined {
  const place = match.indices?.[group];
  return place ? partOf(value, place[0], place[1]) : undefined;
}

/** Without what parts a value from the next name, or opens a bracket around both. */
export function withoutSeparators(value: Value): Value {
  let end = value.text.length;
  while (end > 0 && /[\s;,|/(–—\\-]/.test(value.text.charAt(end - 1))) end--;
  const kept = partOf(value, 0, end);
  const isClosedOnly = kept.text.endsWith(')') && count(kept.text, ')') > count(kept.text, '(');
  return isClosedOnly ? partOf(kept, 0, kept.text.length - 1) : kept;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** What is left of `**Decision 1: Name**` without the number. */
function isCutInBold(text: string): boolean {
  return text.endsWith('**') && text.indexOf('**') === text.length - 2;
}

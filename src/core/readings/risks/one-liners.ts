import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { furtherField } from './further-fields.ts';
import type { LineField } from './risk.ts';
import { riskField } from './risk-fields.ts';

/** `[ ]text|owner=…|mitigation=…` */
export interface OneLiner {
  readonly name: Value;
  readonly whole: Value;
  readonly fields: readonly LineField[];
}

const ONE_LINER = /\|\s{0,20}(?:owner|mitigation|impact|probability)\s{0,20}=/i;
const LONGEST = 5000;
const MARK = /^(?:risks:\s{0,20})?(?:\[[ xX]?\]\s{0,20})?/;

/** The one-liners of a paragraph; each line that begins with a box is one more. */
export function oneLiners(paragraph: Value): readonly OneLiner[] {
  if (!ONE_LINER.test(paragraph.text.slice(0, LONGEST))) return [];
  const starts = Array.from(paragraph.text.matchAll(/[\r\n][ \t>]{0,40}(?=(?:[-*+][ \t]{1,4})?\[[ xX]?\])/g), ({ index }) => index);
  return [0, ...starts].flatMap((start, index, all) => readOneLiner(partOf(paragraph, start, all[index + 1])));
}

function readOneLiner(whole: Value): readonly OneLiner[] {
  const [first, ...rest] = partsOf(whole);
  if (first === undefined || rest.length === 0) return [];
  return [{ name: partOf(first, MARK.exec(first.text)?.[0].length ?? 0), whole, fields: rest.flatMap(pairOf) }];
}

function pairOf(part: Value): readonly LineField[] {
  const [lead, key = ''] = /^(\w{1,40})\s{0,20}=/.exec(part.text) ?? [];
  const name = riskField(key) ?? furtherField(key);
  return lead === undefined || name === undefined ? [] : [{ name, key: key.toLowerCase(), value: partOf(part, lead.length) }];
}

function partsOf(whole: Value): readonly Value[] {
  let start = 0;
  return whole.text.split('|').map((text) => {
    const part = partOf(whole, start, start + text.length);
    start += text.length + 1;
    return part;
  });
}

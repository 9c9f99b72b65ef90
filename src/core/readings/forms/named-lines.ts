import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import type { Value } from './fields.ts';
import { partOf } from './pieces.ts';

/** A line that begins with a known name, and what it says up to the next such line. */
export interface NamedText {
  readonly key: string;
  /** Empty where the name stands alone. */
  readonly value: Value;
  readonly range: Range;
}

export interface NamedLines {
  /** What stands before the first name. */
  readonly lead: Value | undefined;
  readonly named: readonly NamedText[];
}

const EMOJI = /^[ \t>]{0,40}(?:[^\p{L}\p{N}*_\s[\](){}<>"'`]{1,4}[ \t]{1,4})?/u;
/** `**Name**: `, `**Name:** `, `**Name** – ` */
const BOLD_NAME = /^(\*{1,3}|_{1,3})([^*_\r\n]{1,80})\1([ \t]{0,4}[:：]|[ \t]{1,4}[-–—](?=[ \t])|)/u;
const PLAIN_NAME = /^(\p{L}[\p{L} /-]{0,60}?)[ \t]{0,4}[:：](?=\s|$)/u;

/** Every `**Name**: value`, `Name: value` and `**Name**` alone on its line in a paragraph, where the name is a known one. */
export function namedLines(paragraph: Value, isKnown: (key: string) => boolean): NamedLines {
  const starts = Array.from(paragraph.text.matchAll(/[^\r\n]+/g)).flatMap(({ 0: line, index }) => {
    const name = nameOf(line);
    return name && (name.isBold || isKnown(name.key)) ? [{ key: name.key, start: index, after: index + name.length }] : [];
  });
  const firstKnown = starts.findIndex(({ key }) => isKnown(key));
  const lead = withoutBreak(partOf(paragraph, 0, firstKnown < 0 ? undefined : starts[firstKnown]?.start));
  // Other bold names end what stands before them and are passed over.
  const named = starts.flatMap(({ key, start, after }, index) => {
    if (index < firstKnown || !isKnown(key)) return [];
    const value = withoutBreak(partOf(paragraph, after, starts[index + 1]?.start));
    const end = value.text === '' ? paragraph.range.start + after : value.range.end;
    return [{ key, value, range: { start: paragraph.range.start + start, end } }];
  });
  return { lead: lead.text === '' ? undefined : lead, named };
}

/** Whether a paragraph begins with a bold name of any kind and goes on behind it. */
export function beginsWithName(paragraph: Value): boolean {
  const [line = ''] = /^[^\r\n]{0,500}/.exec(paragraph.text) ?? [];
  const name = nameOf(line);
  return name?.isBold === true && name.length < line.trimEnd().length;
}

function nameOf(line: string): { readonly key: string; readonly length: number; readonly isBold: boolean } | undefined {
  const lead = EMOJI.exec(line)?.[0].length ?? 0;
  const rest = line.slice(lead);
  const bold = BOLD_NAME.exec(rest);
  if (bold) {
    const [whole, , name = '', colon] = bold;
    const isNamed = colon !== '' || /[:：]\s*$/.test(name) || rest.slice(whole.length).trim() === '';
    return isNamed ? { key: titleKey(name), length: lead + whole.length, isBold: true } : undefined;
  }
  const [whole, name] = PLAIN_NAME.exec(rest) ?? [];
  return whole !== undefined && name !== undefined ? { key: titleKey(name), length: lead + whole.length, isBold: false } : undefined;
}

/** A backslash or `<br>` at the end of a line breaks it and says nothing. */
function withoutBreak(value: Value): Value {
  const mark = /(?:\\|<br ?\/?>)$/i.exec(value.text.slice(-6));
  return mark ? partOf(value, 0, value.text.length - mark[0].length) : value;
}

import { bareName } from '../forms/bare-names.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

export interface OptionName {
  readonly name: Value;
  /** `A` of "Option A: Kafka", `2` of "2. Kafka". */
  readonly label: Value | undefined;
  /** Whether the label stands behind a word such as "Option". */
  readonly isWorded: boolean;
  /** Whether the label is all there is of a name. */
  readonly isBareLabel: boolean;
  readonly isChosen: boolean;
}

const WORDS = 'options?|alternative|approach|solution|variant|strategy|candidate|proposal|scenario';
const SEPARATOR = '[*_]{0,3}(?:[ \\t]{0,4}(?:[:：]|\\\\?[.)])(?:[*_]{1,3}(?=[ \\t]))?|[ \\t]{1,4}[-–—](?=[ \\t]))';
const WORDED_LABEL = new RegExp(`^(?:${WORDS})[ \\t]{1,4}#?(\\d{1,3}|[A-Z]|[IVX]{1,5})(?:${SEPARATOR}[ \\t]{0,4}|[ \\t]{0,4}$)`, 'di');
const PLAIN_LABEL = new RegExp(`^(\\d{1,3}|[A-Z])(?:[ \\t]{0,4}[:：]|\\\\?[.)])[ \\t]{1,4}(?=\\S)`, 'd');
const LEADING_EMOJI = /^(?:\p{Extended_Pictographic}|[\uFE0F\u200D]){1,8}[ \t]{1,4}/u;

const VERDICT = '(?:chosen|selected|recommended|preferred)(?: (?:option|solution|approach|choice))?';
const CHOSEN_AT_END = new RegExp(`[ \\t]{0,4}(?:[*_]{0,3}\\([ \\t]{0,2}(?:✅[ \\t]{0,2})?${VERDICT}(?:[ \\t]{0,2}✅)?[ \\t]{0,2}\\)[*_]{0,3}|✅)$`, 'i');
/** `**Disk** – ✅ Selected` and `**Disk** – **Selected**` */
const CHOSEN_BEHIND = /^(?:[:：]|[-–—]+)?[ \t]{0,4}(?:✅[ \t]{0,4}[*_]{0,3}|[*_]{1,3})(?:chosen|selected|recommended|preferred)[*_]{0,3}(?![\p{L}])/iu;
const CHOSEN_AT_START = /^✅[ \t]{0,4}/;

const LONGEST_NAME = 500;
const OPENING = '([{';
const CLOSING = ')]}';

/** A name as it stands in a heading or a cell. */
export function optionName(written: Value): OptionName {
  let name = written.text.length > LONGEST_NAME ? written : withoutEmoji(written);
  let label: Value | undefined;
  let isWorded = false;
  let isBareLabel = false;
  let isChosen = false;
  // Decoration, marks of choice and labels stand in each other in any order.
  for (let turn = 0; turn < 4 && name.text.length <= LONGEST_NAME; turn++) {
    const unmarked = withoutMark(bareName(name).name);
    isChosen ||= unmarked.isChosen;
    name = unmarked.value;
    if (label) continue;
    const found = WORDED_LABEL.exec(name.text) ?? PLAIN_LABEL.exec(name.text);
    const place = found?.indices?.[1];
    if (!found || !place) continue;
    label = partOf(name, place[0], place[1]);
    isWorded = place[0] > 0;
    isBareLabel = found[0].length === name.text.length;
    if (!isBareLabel) name = partOf(name, found[0].length);
  }
  return { name, label, isWorded, isBareLabel, isChosen };
}

/** What an item says before its arguments: `**Option A**: Kafka – a log`, of which the name is a part. */
export function optionNameInText(header: Value): OptionName {
  const [, marks = '', bold = ''] = /^(\*\*|__)([^*\r\n]{1,300}?)\1/.exec(header.text) ?? [];
  const isMarked = withoutMark(header).isChosen;
  if (bold === '') {
    const named = optionName(withoutRemarks(header));
    return { ...named, isChosen: named.isChosen || isMarked };
  }
  const inner = optionName(partOf(header, marks.length, marks.length + bold.length));
  const rest = partOf(header, bold.length + 2 * marks.length);
  const isChosen = isMarked || inner.isChosen || withoutMark(firstWords(rest)).isChosen || CHOSEN_BEHIND.test(rest.text);
  const name = { ...inner, name: withoutColon(inner.name), isChosen };
  const lead = /^(?:[:：]|[-–—](?=\s))\s{0,4}(?=\S)/.exec(rest.text)?.[0];
  if (!inner.isBareLabel || lead === undefined) return name;
  const behind = optionName(withoutRemarks(partOf(rest, lead.length)));
  return { ...behind, label: inner.label, isWorded: inner.isWorded, isBareLabel: false, isChosen: isChosen || behind.isChosen };
}

/** "Option 2: …", bold or not: nobody writes this of anything else. */
export function isOptionTitle(title: Value): boolean {
  return WORDED_LABEL.test(withoutMark(withoutEmoji(partOf(title, 0, LONGEST_NAME))).value.text.replace(/^[*_]{1,3}/, ''));
}

/** `Kafka – a log on disk` and `Kafka: a log on disk`, outside of brackets and code. */
function withoutRemarks(header: Value): Value {
  const named = optionName(header);
  // The sign behind a label is no such sign.
  const start = named.name.range.start - header.range.start;
  const end = remarkIn(header.text, start);
  return end === undefined ? header : partOf(header, 0, end);
}

function remarkIn(text: string, start: number): number | undefined {
  let depth = 0;
  let isCode = false;
  for (let at = start; at < Math.min(text.length, LONGEST_NAME); at++) {
    const sign = text.charAt(at);
    if (sign === '`') isCode = !isCode;
    else if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign)) depth--;
    else if (/[\r\n]/.test(sign)) return at > start ? at : undefined;
    else if (depth <= 0 && !isCode && at > start && isSeparator(text, at)) return at;
  }
  return undefined;
}

function isSeparator(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (/[-–—]/.test(sign)) return /\s/.test(text.charAt(at - 1)) && /^-?[-–—](?:\s|$)/.test(text.slice(at, at + 3));
  return (sign === ':' || sign === '：') && /^(?:\s|$)/.test(text.charAt(at + 1));
}

function withoutMark(value: Value): { readonly value: Value; readonly isChosen: boolean } {
  const start = CHOSEN_AT_START.exec(value.text)?.[0].length ?? 0;
  const tail = value.text.slice(-100);
  const end = CHOSEN_AT_END.exec(tail)?.[0].length ?? 0;
  if (start + end === 0 || start + end >= value.text.length) return { value, isChosen: start + end > 0 && value.text !== '' };
  return { value: partOf(value, start, value.text.length - end), isChosen: true };
}

/** A bold name may be followed by a mark of choice, and that by more. */
function firstWords(rest: Value): Value {
  const end = remarkIn(` ${rest.text}`, 0);
  return partOf(rest, 0, end === undefined ? 100 : Math.max(0, end - 1));
}

function withoutColon(name: Value): Value {
  return /[:：]$/.test(name.text) ? partOf(name, 0, name.text.length - 1) : name;
}

/** Except for the mark of choice. */
function withoutEmoji(value: Value): Value {
  if (CHOSEN_AT_START.test(value.text)) return value;
  const emoji = LEADING_EMOJI.exec(value.text)?.[0].length ?? 0;
  return emoji === 0 ? value : partOf(value, emoji);
}

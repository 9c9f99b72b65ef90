import type { Value } from '../../../readings/forms/fields.ts';
import { isInPathOfTwin } from './file-mentions.ts';
import type { Renumbering } from './renumbering.ts';
import { digitsLike } from './renumbering.ts';
import type { TextEdit } from '../../../text/edits.ts';
import type { Range } from '../../../text/range.ts';

/** A number behind a word for records, wherever it stands: `ADR-0007`, `ADR 7`, `ADR #7`, `adr: 7`, `ADRs 3, 7 and 9`. */
export interface Mention {
  readonly digits: Value;
  /** A range such as `ADR 5-9` tells of more than it names. */
  readonly isRange: boolean;
}

const GAP = '(?:[-_\\u00A0\\u2011 ]?#?|[ ](?:no|nr|num|number)\\.?[ ]?#?)';
/** As a value or an argument the number stands alone. */
const AS_VALUE = '(?:["\']?[ ]?[:=][ ]?(?:\\[[ ]?)?["\']?#?|\\((?:["\'])?#?)';
const BEHIND_VALUE = '(?=["\']?[ ]{0,4}(?:$|[\\r\\n,;)\\]}"\'|#<]|//|--|\\*/))';
const NEXT = /[ \t]*(?:,[ \t]*(?:(?:and|or)\b)?|;|&|\/|\+|(?:and|or|und|oder|et|ou|y|o)\b|(?<range>[–—-]|\.\.\.?|(?:to|through|until|bis)\b))[ \t]*/iuy;
const LONGEST_LIST = 20;
/** The record of somebody else may be behind it. */
const ADDRESS = /(?:^|[^\p{L}])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`()[\]{}|]*$/iu;
const LONGEST_ADDRESS = 400;

const patterns = new Map<string, { readonly all: RegExp; readonly again: RegExp }>();

/** Every mention of this number by itself. Other numbers, versions such as `ADR 7.1` and identifiers that go on are none. */
export function mentionsIn(text: string, { number, prefixes }: Pick<Renumbering, 'number' | 'prefixes'>): readonly Mention[] {
  const { all, again } = patternFor(prefixes);
  const found = new Map<number, Mention>();
  for (const match of text.matchAll(all)) {
    const { one, value } = match.groups ?? {};
    const digits = one ?? value ?? '';
    const end = match.index + match[0].length;
    const isPlural = /s[^\p{L}]*$/iu.test(match[0].slice(0, -digits.length));
    const further = one === undefined ? [] : furtherIn(text, end, isPlural, again);
    const first = { digits: { text: digits, range: { start: end - digits.length, end } }, isRange: further[0]?.isRange === true };
    for (const each of [first, ...further]) if (Number(each.digits.text) === number && found.get(each.digits.range.start)?.isRange !== true) found.set(each.digits.range.start, each);
  }
  return Array.from(found.values());
}

/** The edits for those that mean the record, and the others, of which nobody can tell; without those in places that are known to name another one. */
export function mentionEdits(text: string, path: string, renumbering: Renumbering, isMeant: boolean, others: readonly Range[]): { readonly edits: readonly TextEdit[]; readonly left: readonly Value[] } {
  const edits: TextEdit[] = [];
  const left: Value[] = [];
  for (const { digits, isRange } of mentionsIn(text, renumbering)) {
    const isOther = others.some(({ start, end }) => start <= digits.range.start && digits.range.end <= end) || isInPathOfTwin(text, digits.range, path, renumbering);
    const meant = isOther ? 'another' : (bySlug(text, digits, renumbering) ?? (isMeant ? 'this' : 'unsure'));
    if (meant === 'another') continue;
    if (meant === 'unsure' || isRange || ADDRESS.test(text.slice(Math.max(0, digits.range.start - LONGEST_ADDRESS), digits.range.start))) left.push(digits);
    else edits.push({ range: digits.range, text: digitsLike(digits.text, renumbering.next) });
  }
  return { edits, left };
}

/** `adr-0007-keep-one-log` tells by its words which of two records with one number it is. */
function bySlug(text: string, { text: digits, range: { end } }: Value, { own, twins }: Renumbering): 'this' | 'another' | undefined {
  const words = /^[-_][\p{L}\p{N}][\p{L}\p{N}_-]{0,200}/u.exec(text.slice(end, end + 220))?.[0].replace(/_/g, '-').toLowerCase();
  if (words === undefined) return undefined;
  const isNamed = ({ path }: { readonly path: string }): boolean => {
    const name = path.replace(/_/g, '-').toLowerCase();
    const at = name.lastIndexOf(words);
    return at > 0 && Number(/(\d+)$/.exec(name.slice(0, at))?.[1]) === Number(digits);
  };
  if (twins.some(isNamed)) return isNamed(own) ? undefined : 'another';
  return isNamed(own) ? 'this' : undefined;
}

/** The other numbers of a list. In the singular only what ends there is one of them: "ADR 3 and 7 boats". */
function furtherIn(text: string, from: number, isPlural: boolean, again: RegExp): readonly Mention[] {
  const found: Mention[] = [];
  for (let [at, count] = [from, 0]; count < LONGEST_LIST; count++) {
    NEXT.lastIndex = at;
    const joint = NEXT.exec(text);
    if (joint === null) break;
    again.lastIndex = at + joint[0].length;
    const match = again.exec(text);
    const digits = match?.groups?.['digits'];
    if (match === null || digits === undefined || (!isPlural && /^[ \t]+(?!and\b|or\b)\p{L}/u.test(text.slice(again.lastIndex, again.lastIndex + 20)))) break;
    at = again.lastIndex;
    found.push({ digits: { text: digits, range: { start: at - digits.length, end: at } }, isRange: joint.groups?.['range'] !== undefined });
  }
  return found;
}

function patternFor(prefixes: readonly string[]): { readonly all: RegExp; readonly again: RegExp } {
  const key = prefixes.join('|');
  const known = patterns.get(key);
  if (known) return known;
  const words = `(?:${key}|decision[- ]records?)`;
  const behind = '(?!\\d)(?![\\p{L}_])(?!\\.\\d)(?!-\\d{1,2}(?:-|(?!\\d)))';
  const made = {
    all: new RegExp(`(?<![\\p{L}\\p{N}_])${words}s?(?:(?:${GAP}|/(?=\\d+(?!\\.?[\\p{L}\\p{N}_-])))(?<one>\\d{1,6})(?!\\d)(?![\\p{L}])(?!\\.\\d)|${AS_VALUE}(?<value>\\d{1,6})(?!\\d)${BEHIND_VALUE})`, 'gimu'),
    again: new RegExp(`(?:${words}${GAP})?#?(?<digits>\\d{1,6})${behind}(?!%)`, 'iuy'),
  };
  patterns.set(key, made);
  return made;
}

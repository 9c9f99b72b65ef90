import { plainTitle } from '../../plan/titles.ts';
import { isOpen } from '../forms/open-text.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import type { Option } from './options.ts';

const LONGEST_CHOICE = 1000;
/** So many words at most name something; more of them tell of it. */
const LONGEST_NAME = 14;
const SHORT_CHOICE = 6;

const LEAD = /^(?:(?:the )?(?:chosen|selected|preferred|recommended)(?: (?:option|approach|solution|alternative|structure))?s?\s{0,3}(?::|is)\s{1,4}|(?:we (?:will |have )?(?:decided (?:on|for|to (?:use|go with))|chose|choose|choosing|select(?:ed)?|pick(?:ed)?|use|go with|went with)|use|go with|proceed with)\s{1,4})/i;
const REFERENCE = /^[\s*_"'`“”([]{0,4}(?:the\s{1,3})?(?:option|alternative|approach|solution|variant)s?[\s_-]{1,3}#?(\d{1,2}|[A-Z])(?![\p{L}\p{N}]|\.\d)/iu;
const QUOTED = /^(?:"([^"\r\n]{1,200})"|“([^”\r\n]{1,200})”|'([^'\r\n]{1,200})'(?!\p{L})|\*\*([^*\r\n]{1,200})\*\*|__([^_\r\n]{1,200})__|`([^`\r\n]{1,200})`)/du;
const BEFORE_REASON = /^([^\r\n.;:]{1,200}?)[,–—]?\s{1,3}(?:because|since|as it|due to|for its|so that)\b/i;
/** Words of a choice that takes more than one option, or none. */
const OTHERWISE = /\b(?:both|all|none|neither|nothing|combin\w+|hybrid|blend|mix\w*|mixture|and|or|plus|do not|don't|status quo)\b/i;
const COMMON = new Set('a an and as at by for from in into is it of on option options our the to use uses using we will with'.split(' '));

export interface ChosenName {
  readonly name: Value;
  /** The number or letter of an option, where that is all that names it. */
  readonly label: string | undefined;
}

/** The option that a choice names: in quotes, in bold, before its reason, or as all there is; nothing where it is told in a sentence. */
export function chosenName(choice: Value): ChosenName | undefined {
  const lead = LEAD.exec(choice.text.slice(0, LONGEST_CHOICE))?.[0].length ?? 0;
  const said = partOf(choice, lead, LONGEST_CHOICE);
  const reference = REFERENCE.exec(said.text);
  if (reference) return { name: partOf(said, 0, reference[0].length), label: reference[1]?.toLowerCase() };
  const quoted = QUOTED.exec(said.text);
  const place = quoted?.indices?.slice(1).find((each) => each !== undefined);
  if (place) return named(partOf(said, place[0], place[1]), LONGEST_NAME);
  const before = BEFORE_REASON.exec(said.text)?.[1];
  if (before !== undefined) return named(partOf(said, 0, before.length), SHORT_CHOICE);
  // A colon announces what follows.
  return /[\r\n]|[:：]$/.test(said.text) ? undefined : named(partOf(said, 0, said.text.replace(/[.!]$/, '').length), SHORT_CHOICE);
}

/** Whether one of the options may be meant: where in doubt it is. */
export function isListed({ name, label }: ChosenName, choice: Value, options: readonly Option[]): boolean {
  if (options.some((option) => option.isChosen || isOpen(option.name.text) || /^\{.*\}$/.test(option.name.text))) return true;
  if (label !== undefined) return isLabelled(label, options);
  if (OTHERWISE.test(name.text) && !options.some((option) => OTHERWISE.test(option.name.text))) return true;
  const whole = wordsOf(choice.text.slice(0, LONGEST_CHOICE)).join(' ');
  return options.some((option) => isAlike(wordsOf(name.text), wordsOf(option.name.text)) || mentions(whole, wordsOf(option.name.text)));
}

function named(name: Value, most: number): ChosenName | undefined {
  const words = wordsOf(name.text);
  return words.length === 0 || name.text.split(/\s+/).length > most || isOpen(name.text) ? undefined : { name, label: undefined };
}

/** Options without letters or numbers of their own are counted. */
function isLabelled(label: string, options: readonly Option[]): boolean {
  if (options.some((option) => option.label?.text.toLowerCase() === label || new RegExp(`(?:^|[^\\p{L}\\p{N}])${label}(?![\\p{L}\\p{N}])`, 'iu').test(option.name.text))) return true;
  const place = /^\d+$/.test(label) ? Number(label) : label.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return options.some(({ label }) => label !== undefined) ? place <= options.length && !options.every(({ label }) => label !== undefined) : place <= options.length;
}

/** Half of the words of either are enough. */
function isAlike(name: readonly string[], option: readonly string[]): boolean {
  if (name.length === 0 || option.length === 0) return true;
  const [a, b] = [name.join(''), option.join('')];
  if (a.includes(b) || b.includes(a)) return true;
  const shared = name.filter((word) => option.some((other) => isSameWord(word, other))).length;
  return shared * 2 >= Math.min(name.length, option.length);
}

function mentions(whole: string, option: readonly string[]): boolean {
  return option.length > 0 && ` ${whole} `.includes(` ${option.join(' ')} `);
}

function isSameWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return a === b || (shorter >= 4 && a.slice(0, Math.max(4, shorter - 1)) === b.slice(0, Math.max(4, shorter - 1)));
}

function wordsOf(text: string): readonly string[] {
  const words = plainTitle(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}

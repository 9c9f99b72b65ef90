import type { Line } from '../forms/bare-lines.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

export type StatusName = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded';

/** The status words that a line begins with, and what stands around them. */
export interface Said {
  readonly value: Value;
  readonly name: StatusName | undefined;
  readonly date: Value | undefined;
  /** What stands before the words, and behind them. */
  readonly lead: string;
  readonly rest: string;
}

const NAMES: Readonly<Record<StatusName, readonly string[]>> = {
  draft: ['draft', 'wip', 'work in progress'],
  proposed: ['proposed', 'proposal', 'pending', 'in review', 'under review', 'open', 'rfc', 'awaiting approval'],
  accepted: ['approved', 'accepted', 'adopted', 'decided', 'implemented', 'active', 'done', 'final'],
  rejected: ['rejected', 'declined', 'withdrawn', 'abandoned', 'not accepted'],
  deprecated: ['deprecated', 'obsolete', 'retired'],
  superseded: ['superseded', 'superceded', 'replaced'].flatMap((word) => [word, `partly ${word}`, `partially ${word}`]),
};
const NAME_OF: ReadonlyMap<string, StatusName> = new Map(
  (Object.keys(NAMES) as StatusName[]).flatMap((name) => NAMES[name].map((words) => [words, name] as const)),
);

/** Every word for a status, in small letters. */
export const STATUS_WORDS: readonly string[] = Array.from(NAME_OF.keys());

const LONGEST_LINE = 2000;
const MOST_WORDS = 3;
const WORD = /[\s_-]{0,20}\p{L}[\p{L}\p{M}'’]*/uy;
export const ISO_DATE = /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
const DATE_BEFORE = new RegExp(`^[^\\p{L}\\p{N}]{0,20}(${ISO_DATE.source})[)\\]]?[\\s:–—-]{0,9}(?=[^\\s\\d])`, 'du');
const DATE_AFTER = new RegExp(`^[\\s(,;:–—[-]{0,9}(?:(?:on|since|as of|at|in|from|date|dated)\\b[\\s:]{0,4}){0,2}(${ISO_DATE.source})`, 'di');
/** Words that may follow a status with no sign between; any other makes it part of a phrase ("Proposed change", "Open questions"). */
const MAY_FOLLOW: ReadonlySet<string> = new Set(
  'adr after and as at because but by date due during following for from if in instead on pending per since status subject through to under unless until via when while with'.split(' '),
);
const BEGINS_NO_STATUS: ReadonlySet<string> = new Set('as at for if none not of see tbd the this to todo what'.split(' '));
export const NEXT_CHOICE = /^[\s)\]]{0,9}([|/…]|→|->|or\b)[\s[(]{0,9}/i;
/** Says that the status before it no longer holds: "Accepted, superseded by ADR-5". */
const SINCE_SUPERSEDED = /^[\s,;.(–—-]{0,9}(?:(?:but|and|now|then|later|since|was|is)\s{1,3}){0,3}((?:(?:partly|partially)\s{1,3})?(?:superseded|superceded|replaced))\s{1,3}by\b/di;

/** What a status means; nothing for words that are no status or a choice of several. */
export function statusName(text: string): StatusName | undefined {
  return saidBy({ value: { text, range: { start: 0, end: text.length } }, bare: text })?.name;
}

export function saidBy({ value, bare: whole }: Line): Said | undefined {
  if (value.text.includes('{{')) return undefined;
  const bare = whole.slice(0, LONGEST_LINE);
  const before = DATE_BEFORE.exec(bare);
  const start = skipSigns(bare, before?.[0].length ?? 0);
  const ends = wordEnds(bare, start);
  const wordsTo = (end: number): string => folded(bare.slice(start, end));
  const mayEnd = ends.map((end, index) => mayEndAt(value.text, bare, end, ends[index + 1]));
  const known = ends.findLast((end, index) => mayEnd[index] === true && NAME_OF.has(wordsTo(end)));
  const end = known ?? ends.slice(0, MOST_WORDS).find((_, index) => mayEnd[index] === true);
  if (end === undefined) return undefined;
  const [name, rest, lead] = [NAME_OF.get(wordsTo(end)), bare.slice(end), bare.slice(0, start)];
  const first = wordsTo(ends[0] ?? end);
  if (name === undefined ? BEGINS_NO_STATUS.has(first) || NAME_OF.has(first) : isChoice(name, rest)) return undefined;
  const [from, to] = name === undefined ? [] : (SINCE_SUPERSEDED.exec(rest)?.indices?.[1] ?? []);
  if (from !== undefined && to !== undefined) return { value: partOf(value, end + from, end + to), name: 'superseded', date: undefined, lead, rest: rest.slice(to) };
  const [dateFrom, dateTo] = before?.indices?.[1] ?? (DATE_AFTER.exec(rest)?.indices?.[1] ?? []).map((at) => at + end);
  const date = dateFrom === undefined || dateTo === undefined ? undefined : partOf(value, dateFrom, dateTo);
  return { value: partOf(value, start, end), name, date, lead, rest };
}

/** The next letter or digit. */
function skipSigns(text: string, from: number): number {
  const next = text.slice(from).search(/[\p{L}\p{N}]/u);
  return next < 0 ? text.length : from + next;
}

/** Where the first words end that stand side by side. */
function wordEnds(bare: string, start: number): readonly number[] {
  const ends: number[] = [];
  WORD.lastIndex = start;
  while (ends.length <= MOST_WORDS && WORD.test(bare)) ends.push(WORD.lastIndex);
  return ends;
}

/** Whether a status may end before what follows: a sign, a word of the kind that explains a status, or nothing. */
function mayEndAt(text: string, bare: string, end: number, nextEnd: number | undefined): boolean {
  if (nextEnd === undefined) return true;
  const word = bare.slice(end, nextEnd).replace(/^[\s_-]+/, '');
  const gap = text.slice(end, nextEnd - word.length);
  return /[^\s_-]|\s-+\s/.test(gap) || MAY_FOLLOW.has(folded(word));
}

/** A template offers its statuses: "proposed | accepted", "Draft/Final", "proposed, accepted, rejected". */
function isChoice(name: StatusName, rest: string): boolean {
  const [next = '', sign = ''] = NEXT_CHOICE.exec(rest) ?? [];
  const behind = rest.slice(next.length);
  const other = sign !== '' && /^[\p{L}…]/u.test(behind) ? leadingName(behind) : name;
  if (other !== name && (other !== undefined || '|/…'.includes(sign))) return true;
  const listed = rest.split(',').slice(1).map(leadingName).filter((other) => other !== undefined);
  return new Set([name, ...listed]).size > 2;
}

function leadingName(text: string): StatusName | undefined {
  const start = skipSigns(text, 0);
  const end = wordEnds(text, start).findLast((each) => NAME_OF.has(folded(text.slice(start, each))));
  return end === undefined ? undefined : NAME_OF.get(folded(text.slice(start, end)));
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[\s_-]+/g, ' ').trim().toLowerCase();
}

import type { Value } from '../../readings/forms/fields.ts';
import type { RecordLink } from '../../readings/records/record-links.ts';
import type { StatusName } from '../../readings/records/status-words.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import { likeDate, WRITTEN_DATE } from './date-styles.ts';
import { stateOfWords } from './state-words.ts';
import { otherSign, signBefore, signBehind } from './status-signs.ts';

/** What is to stand in place of a status. */
export interface NewStatus {
  readonly name: StatusName;
  readonly word: string;
  /** Behind the word: "by [9. Log](0009-log.md)". */
  readonly by?: string;
  /** The day, as `2026-11-21`. */
  readonly day: string;
  readonly signs: Partial<Record<StatusName, string>>;
  /** Other dates of the document and its neighbours. */
  readonly dates: () => string;
}

/** A status word in the line, cell or value that it stands in. */
export interface StatusLine {
  readonly text: string;
  readonly word: Range;
  readonly within: Range;
}

/** The edits in a line, and whether it told a day that they renew. */
export interface LineEdits {
  readonly edits: readonly TextEdit[];
  readonly isDated: boolean;
}

const LONGEST_LINE = 2000;
/** Marks that close around a word, and the target of a link that it is the label of. */
const CLOSERS = /^(?:[*_`~}'"]{1,3}|\](?:\([^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?\))?)*/;
const DATE_BEHIND = new RegExp(`^(?<gap>[\\s(,;:–—[-]{1,9}(?:(?:on|since|as of|at|date|dated|am|le|el|den|op)\\b[\\s:]{0,4}){0,2})(?<day>${WRITTEN_DATE})`, 'diu');
const DATE_BEFORE = new RegExp(`(?<!\\d)(?<day>${WRITTEN_DATE})[)\\]]?[\\s:–—*_|-]{0,9}$`, 'diu');
/** What is said about the word itself: by whom, since when, what it waits for. */
const TIED = /^(?:\s+|\s*,\s*|\s*[(–—]\s*|\s+-\s+)(?:pending|awaiting|waiting|until|till|unless|since|by|in|on|at|from|for|following|after|per|via|through|during|under|subject to|when|while|due to|because|as of)\b/i;
/** A further word for how far it had come: "Accepted, implemented in v6", "Accepted and applied". */
const FURTHER = /^(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[/&+]\s*)(?!(?:supers|superc|amend|extend|clarif|refin|replac|obsolet|relat)\p{L}*)(?:\p{L}+ed|active|done|final|in (?:use|force|effect))(?!\p{L})/iu;
const STRUCK = /~~[^~\r\n]{1,100}~~\s{0,4}$/;
const COLOURS: Readonly<Record<StatusName, string>> = { draft: 'lightgrey', proposed: 'yellow', accepted: 'green', rejected: 'red', deprecated: 'orange', superseded: 'blue' };

/** The line around the word of a status, no further than its value reaches. */
export function lineAround(text: string, word: Range, whole: Range): StatusLine {
  const before = text.slice(Math.max(0, word.start - LONGEST_LINE), word.start);
  const lineStart = word.start - (/(?:[^\r\n<]|<(?!br\b))*$/i.exec(before)?.[0].length ?? 0);
  const behind = text.slice(word.end, word.end + LONGEST_LINE);
  const lineEnd = word.end + (/^(?:[^\r\n<]|<(?!br\b))*/i.exec(behind)?.[0].length ?? 0);
  const start = Math.max(lineStart, Math.min(whole.start, word.start));
  const end = Math.min(lineEnd, Math.max(whole.end, word.end));
  return { text, word: firstOfTwo(text, start, word), within: { start, end: end - (/[ \t\\]*$/.exec(text.slice(Math.max(word.end, end - 40), end))?.[0].length ?? 0) } };
}

/** Writes another status into the line: word, sign, day, and nothing that was said about the old one. */
export function editsInLine(line: StatusLine, links: readonly RecordLink[], to: NewStatus): LineEdits {
  const { text, word, within } = line;
  const lead = text.slice(within.start, word.start);
  const closers = CLOSERS.exec(text.slice(word.end, within.end))?.[0] ?? '';
  const from = word.end + closers.length;
  const edits: TextEdit[] = [...wordEdits(text, word, lead, closers, to), ...signEdits(line, lead, to), ...badgeEdits(line, to)];
  const behind = dateBehind(text, from, within);
  const before = behind === undefined ? dateBefore(lead, within.start) : undefined;
  const day = behind ?? before;
  if (day) edits.push({ range: day.range, text: likeDate(day.text, to.day, to.dates) });
  const rest = behind === undefined ? from : endOfDate(text, behind.range, within.end);
  const gone = goneBehind(line, { start: rest, end: within.end }, links);
  if (gone) edits.push({ range: gone, text: '' });
  return { edits: edits.filter(({ range, text: written }) => text.slice(range.start, range.end) !== written), isDated: day !== undefined };
}

/** "Deprecated, superseded by …" tells of two states: both go. */
function firstOfTwo(text: string, start: number, word: Range): Range {
  const lead = text.slice(start, word.start);
  const skipped = /^[^\p{L}\p{N}]{0,40}/u.exec(lead)?.[0].length ?? 0;
  const before = lead.slice(skipped);
  const isState = /\p{L}/u.test(before) && !lead.includes('~~') && stateOfWords(before.replace(/[^\p{L}]*(?:\b(?:but|and|now|then|later|since|was|is)\b[^\p{L}]*)*$/iu, '')) !== undefined;
  return isState ? { start: start + skipped, end: word.end } : word;
}

/** Whoever strikes the old status through keeps it. No link stands in the label of another. */
function wordEdits(text: string, word: Range, lead: string, closers: string, to: NewStatus): readonly TextEdit[] {
  const isStruck = STRUCK.test(lead.slice(-120));
  const isLabel = closers.includes(']');
  const by = to.by === undefined ? '' : ` ${to.by}`;
  const written = (isStruck ? `~~${text.slice(word.start, word.end)}~~ ` : '') + to.word + (isLabel ? '' : by);
  const end = word.end + closers.length;
  return [{ range: word, text: written }, ...(isLabel && by !== '' ? [{ range: { start: end, end }, text: by }] : [])];
}

function signEdits({ text, word, within }: StatusLine, lead: string, to: NewStatus): readonly TextEdit[] {
  const before = signBefore(lead);
  const sign = before ?? signBehind(text.slice(word.end, within.end));
  const other = sign && otherSign(sign.text, to.name, to.signs);
  if (sign === undefined || other === undefined) return [];
  const start = (before ? within.start : word.end) + sign.start;
  return [{ range: { start, end: start + sign.text.length }, text: other }];
}

/** The picture of a badge says the same as its words. */
function badgeEdits({ text, word, within }: StatusLine, to: NewStatus): readonly TextEdit[] {
  const address = /^[*_`~]{0,3}\]\(([^()\s]{0,500})\)/d.exec(text.slice(word.end, word.end + 600));
  const [start = 0, end = 0] = address?.indices?.[1] ?? [];
  const isImage = text.slice(Math.max(0, within.start - 40), word.start).includes('![');
  if (address?.[1] === undefined || !isImage) return [];
  const old = text.slice(word.start, word.end);
  const url = address[1];
  const at = url.toLowerCase().lastIndexOf(old.toLowerCase().replaceAll(' ', '%20'));
  if (at < 0) return [];
  const behind = url.slice(at + old.replaceAll(' ', '%20').length).replace(/^-(?:brightgreen|green|yellowgreen|yellow|orange|red|blue|lightgr[ae]y|gr[ae]y|success|critical|important|informational|inactive)(?=[.?]|$)/i, `-${COLOURS[to.name]}`);
  const written = url.slice(at, at + 1) === url.slice(at, at + 1).toLowerCase() ? to.word.toLowerCase() : to.word;
  return [{ range: { start: word.end + start, end: word.end + end }, text: url.slice(0, at) + encodeURIComponent(written).replaceAll('-', '--') + behind }];
}

function dateBehind(text: string, from: number, { end }: Range): Value | undefined {
  return dayOf(DATE_BEHIND.exec(text.slice(from, Math.min(end, from + 120))), from);
}

function dateBefore(lead: string, start: number): Value | undefined {
  const sign = signBefore(lead);
  const bare = lead.slice(0, sign?.start ?? lead.length).slice(-80);
  return dayOf(DATE_BEFORE.exec(bare), start + (sign?.start ?? lead.length) - bare.length);
}

function dayOf(match: RegExpExecArray | null, offset: number): Value | undefined {
  const [start, end] = match?.indices?.groups?.['day'] ?? [];
  const text = match?.groups?.['day'];
  return text === undefined || start === undefined || end === undefined ? undefined : { text, range: { start: offset + start, end: offset + end } };
}

/** The bracket that closes behind it. */
function endOfDate(text: string, { end }: Range, limit: number): number {
  return Math.min(limit, end + (/^(?:T[\d:.Z+]{1,20})?[)\]]?/.exec(text.slice(end, end + 30))?.[0].length ?? 0));
}

/** What was said about the old word: what took its place, who decided it, what it waited for. Other sentences stay. */
function goneBehind({ text, word, within }: StatusLine, rest: Range, links: readonly RecordLink[]): Range | undefined {
  const successor = links.findLast(({ relation, range }) => relation === 'superseded by' && range.start >= within.start && range.start < word.end && range.end > word.end);
  if (successor) return { start: word.end, end: Math.min(within.end, successor.range.end + (/^[\])>`*_]*/.exec(text.slice(successor.range.end, successor.range.end + 20))?.[0].length ?? 0)) };
  const said = text.slice(rest.start, rest.end);
  if (!TIED.test(said) && !FURTHER.test(said)) return undefined;
  const other = links.find(({ range }) => range.start >= rest.start && range.start < rest.end);
  const bracketed = /^\s*\([^()]*(?:\([^()]*\)[^()]*)*\)/.exec(said)?.[0];
  const clause = bracketed ?? /^(?:[^.;]|\.(?=\S)|;(?=\S))*/.exec(said)?.[0] ?? '';
  const end = rest.start + clause.length;
  if (other && other.range.start < end) return { start: rest.start, end: rest.start + (/^.*?(?=[\s,;(–—-]*$)/su.exec(text.slice(rest.start, other.range.start))?.[0].length ?? 0) };
  return { start: rest.start, end: rest.start + clause.replace(/(?:[*_`'"}\]]|\s)+$/, '').length };
}

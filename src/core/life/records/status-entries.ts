import type { RecordLink } from '../../readings/records/record-links.ts';
import { saidBy, type StatusName } from '../../readings/records/status-words.ts';
import { lineEndingOf } from '../../template/insert.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import { sortableDay, WRITTEN_DATE } from './date-styles.ts';
import { stateOfWords } from './state-words.ts';
import { editsInLine, lineAround, type NewStatus } from './status-line.ts';

/** A line, or a part of one before `<br>`, that tells when a record came into a state. */
interface Entry {
  /** From the sign of the list to the end, with the lines that belong to it. */
  readonly range: Range;
  readonly lead: string;
  readonly word: Range;
  readonly name: StatusName;
  readonly day: string | undefined;
  readonly isDayFirst: boolean;
}

const LONGEST_LINE = 2000;
const MOST_LINES = 200;
const LEAD = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?/;
const LIST_LEAD = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const DAY_FIRST = new RegExp(`^[^\\p{L}\\p{N}]{0,20}(?<day>${WRITTEN_DATE})[)\\]]?[\\s:–—*_|-]{0,9}`, 'iu');
const DAY_BEHIND = new RegExp(`^[\\s(,;:–—[*_-]{1,12}(?:(?:on|since|as of|at|date|am|le|el|den|op)\\b[\\s:]{0,4}){0,2}(?<day>${WRITTEN_DATE})`, 'iu');
const BREAK = /<br[ ]?\/?>/gi;
const HARD_BREAK = /(?: {2,}|\\|<br[ ]?\/?>)$/i;

/** The edit that adds an entry where a record tells its history line by line; nothing where it tells but one state. */
export function addEntry(text: string, at: number, links: readonly RecordLink[], to: NewStatus): TextEdit | undefined {
  const entries = entriesAround(text, at);
  const [first, last] = [entries[0], entries.at(-1)];
  const dated = entries.filter(({ day }) => day !== undefined);
  const model = dated.find(({ range }) => range.start <= at && at < range.end) ?? dated.at(-1);
  if (first === undefined || last === undefined || model === undefined || !isHistory(entries, dated, model)) return undefined;
  const line = likeEntry(text, model, links, to);
  const isFalling = (sorted(dated[0]) ?? '') > (sorted(dated.at(-1)) ?? '');
  const joint = jointBetween(text, entries);
  if (isFalling) return { range: { start: first.range.start, end: first.range.start }, text: first.lead + line + joint.mark + joint.gap };
  return { range: { start: last.range.end, end: last.range.end }, text: joint.missing + joint.gap + nextLead(entries) + line };
}

/** The state that the latest entry tells; nothing where there is no history. */
export function latestEntry(text: string, at: number): StatusName | undefined {
  const entries = entriesAround(text, at);
  const dated = entries.filter(({ day }) => day !== undefined);
  const days = dated.map((entry) => sorted(entry) ?? '');
  if (dated.length < 2 || days.includes('')) return undefined;
  return dated.reduce((latest, entry) => ((sorted(entry) ?? '') >= (sorted(latest) ?? '') ? entry : latest)).name;
}

/** The entries among which an offset stands. */
function entriesAround(text: string, at: number): readonly Entry[] {
  const own = lineOf(text, at);
  const inOneLine = entriesInLine(text, own);
  if (inOneLine.length > 1) return inOneLine;
  const mine = entryIn(text, own);
  if (mine === undefined) return [];
  return [...more(text, own, -1).toReversed(), mine.range.end < own.end ? mine : withRest(text, mine), ...more(text, own, 1)];
}

function entriesInLine(text: string, line: Range): readonly Entry[] {
  const cuts = Array.from(text.slice(line.start, line.end).matchAll(BREAK), ({ 0: mark, index }) => ({ start: line.start + index, end: line.start + index + mark.length }));
  const starts = [line.start, ...cuts.map(({ end }) => end)];
  return starts.flatMap((start, index) => {
    const end = cuts[index]?.start ?? line.end;
    // A cell ends at the next bar, and begins behind the last one.
    const from = index === 0 ? start + text.slice(start, end).lastIndexOf('|') + 1 : start;
    const bar = text.slice(from, end).indexOf('|');
    const to = bar < 0 ? end : from + bar;
    const trimmed = from + text.slice(from, to).trimEnd().length;
    return entryIn(text, { start: from, end: trimmed }) ?? [];
  });
}

/** The entries above or below, with at most one blank line between them, past the lines that belong to one. */
function more(text: string, own: Range, step: 1 | -1): readonly Entry[] {
  const found: Entry[] = [];
  let [line, blank] = [nextLine(text, own, step), 0];
  const isList = LIST_LEAD.test(text.slice(own.start, own.start + 100));
  for (let count = 0; line !== undefined && count < MOST_LINES; count++) {
    const written = text.slice(line.start, line.end);
    const entry = entryIn(text, line);
    if (written.trim() === '') blank += 1;
    else if (entry && LIST_LEAD.test(written) === isList) found.push(withRest(text, entry));
    else if (!isList || LIST_LEAD.test(written) || !/^[ \t]/.test(written)) break;
    if (written.trim() !== '') blank = 0;
    if (blank > (isList ? 1 : 0)) break;
    line = nextLine(text, line, step);
  }
  return found;
}

/** With the indented lines below it. */
function withRest(text: string, entry: Entry): Entry {
  let { end } = entry.range;
  const indent = /^[ \t>]*/.exec(entry.lead)?.[0].length ?? 0;
  for (let line = nextLine(text, lineOf(text, entry.range.start), 1), count = 0; line !== undefined && count < MOST_LINES; line = nextLine(text, line, 1), count++) {
    const written = text.slice(line.start, line.end);
    const deeper = (/^[ \t]*/.exec(written)?.[0].length ?? 0) > indent;
    if (written.trim() === '' || !deeper || !LIST_LEAD.test(entry.lead) || entryIn(text, line)) break;
    end = line.end;
  }
  return end === entry.range.end ? entry : { ...entry, range: { start: entry.range.start, end } };
}

function entryIn(text: string, { start, end }: Range): Entry | undefined {
  const written = text.slice(start, Math.min(end, start + LONGEST_LINE));
  const lead = LEAD.exec(written)?.[0] ?? '';
  const content = written.slice(lead.length);
  const dayFirst = DAY_FIRST.exec(content);
  const from = dayFirst?.[0].length ?? 0;
  const rest = content.slice(from);
  const bare = rest.replace(/[*_`]/g, ' ');
  const said = saidBy({ value: { text: rest, range: { start: 0, end: rest.length } }, bare });
  const name = said && stateOfWords(said.value.text);
  if (said === undefined || name === undefined) return undefined;
  const at = start + lead.length + from;
  const behind = dayFirst ? null : DAY_BEHIND.exec(rest.slice(said.value.range.end, said.value.range.end + 120));
  const word = { start: at + said.value.range.start, end: at + said.value.range.end };
  return { range: { start, end }, lead, word, name, day: (dayFirst ?? behind)?.groups?.['day'], isDayFirst: dayFirst !== null };
}

/** Two days tell a history; so does an item of a list that begins with one. */
function isHistory(entries: readonly Entry[], dated: readonly Entry[], model: Entry): boolean {
  return (entries.length > 1 && dated.length > 1) || (model.isDayFirst && LIST_LEAD.test(model.lead));
}

/** The entry with another state and day, without what else is said in it. */
function likeEntry(text: string, { range, lead, word, day, isDayFirst }: Entry, links: readonly RecordLink[], to: NewStatus): string {
  const start = range.start + lead.length;
  const behind = text.slice(word.end, range.end);
  const dayAt = isDayFirst || day === undefined ? -1 : behind.indexOf(day);
  const closing = dayAt < 0 ? (/^[*_`]{1,3}/.exec(behind)?.[0].length ?? 0) : dayAt + (day?.length ?? 0) + (/^[)\]*_`]{0,3}/.exec(behind.slice(dayAt + (day?.length ?? 0)))?.[0].length ?? 0);
  const end = word.end + closing;
  const line = { ...lineAround(text, word, { start, end }), within: { start, end } };
  const shifted = editsInLine(line, links, to).edits.map((edit): TextEdit => ({ range: { start: edit.range.start - start, end: edit.range.end - start }, text: edit.text }));
  return applyEdits(text.slice(start, end), shifted);
}

/** What parts one entry from the next: an end of line, `<br>`, a hard break at the end of the line. */
function jointBetween(text: string, entries: readonly Entry[]): { readonly gap: string; readonly mark: string; readonly missing: string } {
  const [first, second] = entries;
  const last = entries.at(-1);
  const between = first && second ? text.slice(first.range.end, second.range.start) : '';
  if (/^<br/i.test(between)) return { gap: between, mark: '', missing: '' };
  const written = first ? text.slice(first.range.start, first.range.end) : '';
  const mark = HARD_BREAK.exec(written)?.[0] ?? '';
  const hasMark = last === undefined || HARD_BREAK.test(text.slice(last.range.start, last.range.end));
  return { gap: /[\r\n]/.test(between) ? between : lineEndingOf(text), mark, missing: hasMark ? '' : mark };
}

function nextLead(entries: readonly Entry[]): string {
  const [before, last] = [entries.at(-2), entries.at(-1)];
  const lead = last?.lead ?? '';
  const number = /\d+/.exec(lead)?.[0];
  const isCounted = number !== undefined && (before === undefined || Number(/\d+/.exec(before.lead)?.[0]) < Number(number));
  return isCounted ? lead.replace(number, String(Number(number) + 1)) : lead;
}

function sorted(entry: Entry | undefined): string | undefined {
  return entry?.day === undefined ? undefined : sortableDay(entry.day);
}

function lineOf(text: string, at: number): Range {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const start = at - (/[^\r\n]*$/.exec(before)?.[0].length ?? 0);
  return { start, end: at + (/^[^\r\n]*/.exec(text.slice(at, at + LONGEST_LINE))?.[0].length ?? 0) };
}

function nextLine(text: string, { start, end }: Range, step: 1 | -1): Range | undefined {
  if (step === 1) {
    const after = end + (/^(?:\r\n?|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
    return after === end ? undefined : lineOf(text, after);
  }
  if (start === 0) return undefined;
  return lineOf(text, start - (text.slice(Math.max(0, start - 2), start) === '\r\n' ? 2 : 1));
}

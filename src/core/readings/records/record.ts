import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { isBlank } from '../../template/placeholders.ts';
import { linesOf, type Line } from '../forms/bare-lines.ts';
import type { Value } from '../forms/fields.ts';
import { headedPieces, partOf } from '../forms/pieces.ts';
import type { HeadField } from './block-fields.ts';
import { headFields } from './head-fields.ts';
import { numberInName, readRecordLinks, type RecordLink } from './record-links.ts';
import { readStatus, type Status } from './status.ts';

/** A decision record of any dialect. */
export interface DecisionRecord {
  readonly number: number | undefined;
  readonly numberIn: 'file' | 'title' | 'front matter' | undefined;
  /** Without its number. */
  readonly title: Value | undefined;
  readonly date: Value | undefined;
  readonly deciders: readonly Value[];
  readonly status: Status | undefined;
  readonly links: readonly RecordLink[];
}

const ID_KEYS: readonly string[] = ['id', 'adr', 'adr id', 'number', 'adr number'];
const DATE_KEYS: readonly string[] = ['date', 'decision date', 'date of decision', 'decided', 'decided on'];
const DECIDER_KEYS: readonly string[] = ['decisionmakers', 'decisionmaker', 'deciders', 'decider', 'decidedby'];

const LONGEST_LINE = 5000;
const ISO_DATE = /(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
/** "ADR-0001: ", "[ADR-7] ", "ADR 1 – ", "Decision 2: ", and "ADR: " without a number. */
const NAMED_NUMBER =
  /^[\s[(]{0,9}(?:(?:l?adr|[et]dr)[\s_#.-]{0,3}(\d{1,6})(?!\d)(?:\s{0,3}[\])]?\s{0,3}[:.)–—-]{1,3}(?=\s|$)|:|[\])]|(?=\s|$))|(?:rfc|(?:architect\w{1,6}\s{1,3})?decision(?:\s{1,3}record)?)[\s_#.-]{0,3}(\d{1,6})\s{0,3}[\])]?\s{0,3}[:.)–—-]{1,3}(?=\s|$)|(?:l?adr|architect\w{1,6}\s{1,3}decision(?:\s{1,3}record)?)\s{0,3}:(?=\s))\s*/i;
/** "1. ", "0001 - ", "#5: "; a year is no number, nor are the digits of "3-tier" and "2.0". */
const BARE_NUMBER = /^\s{0,9}(?:\[(\d{1,6})\](?=\s)|#?(?!(?:19|20)\d\d(?!\d))(\d{1,6})(?:\s{0,3}[.:)](?=\s)|\s{1,3}[–—-](?=\s)))\s*/;const BRACED = /^\{([^{}]*)\}$/;
/** "23 Logging": a number only where the file name says so. */
const LONE_NUMBER = /^\s{0,9}(\d{1,6})\s{1,9}/;

export function readRecord(plan: Plan, path: string, read: ReadMarkdown): DecisionRecord {
  const fields = headFields(plan, read);
  const status = readStatus(plan, read);
  const inFile = numberInName(path);
  const { title, number } = readTitle(plan, fields, inFile, read);
  return { ...firstNumber(inFile, number, idIn(fields)), title, date: dateIn(fields) ?? status?.date, deciders: decidersIn(fields), status, links: readRecordLinks(plan, read) };
}

function firstNumber(inFile: number | undefined, inTitle: number | undefined, inFrontMatter: number | undefined): Pick<DecisionRecord, 'number' | 'numberIn'> {
  if (inFile !== undefined) return { number: inFile, numberIn: 'file' };
  if (inTitle !== undefined) return { number: inTitle, numberIn: 'title' };
  return inFrontMatter === undefined ? { number: undefined, numberIn: undefined } : { number: inFrontMatter, numberIn: 'front matter' };
}

function readTitle(plan: Plan, fields: readonly HeadField[], known: number | undefined, read: ReadMarkdown): { readonly title: Value | undefined; readonly number: number | undefined } {
  const named = fields.find(({ key, form }) => key === 'title' && form === 'front matter')?.lines[0];
  const isAlone = plan.sections.filter(({ heading }) => heading.level === 1).length === 1;
  const [headed] = plan.title && (isAlone || !named) ? headedPieces(plan, plan.title.heading.range, read) : [];
  // Where the title stands in front matter, headings of level 1 are those of sections.
  const line = headed?.heading ? linesOf(headed.piece, headed.heading)[0] : named;
  return line ? withoutNumber(line, known) : { title: undefined, number: undefined };
}

function withoutNumber({ value, bare }: Line, known: number | undefined): { readonly title: Value | undefined; readonly number: number | undefined } {
  const lone = LONE_NUMBER.exec(bare);
  const match = NAMED_NUMBER.exec(bare) ?? BARE_NUMBER.exec(bare) ?? (Number(lone?.[1]) === known ? lone : null);
  const digits = match?.[1] ?? match?.[2];
  const decorated = /^[*_]{0,3}/.exec(value.text)?.[0] ?? '';
  const comment = value.text.indexOf('<!--');
  const rest = partOf(value, match?.[0].length ?? 0, comment < 0 ? undefined : comment);
  // The marks around number and title together go with the number.
  const title = match && decorated !== '' && rest.text.endsWith(decorated) ? partOf(rest, 0, rest.text.length - decorated.length) : rest;
  return { title: isOpen(title.text) ? undefined : title, number: digits === undefined ? undefined : Number(digits) };
}

function idIn(fields: readonly HeadField[]): number | undefined {
  const ids = fields.filter(({ key, form }) => form === 'front matter' && ID_KEYS.includes(key));
  return ids.map(({ lines: [{ value }] }) => numberInName(value.text)).find((number) => number !== undefined);
}

function dateIn(fields: readonly HeadField[]): Value | undefined {
  for (const { key, lines: [{ value }] } of fields) {
    const date = DATE_KEYS.includes(key) ? ISO_DATE.exec(value.text.slice(0, LONGEST_LINE)) : null;
    if (date) return partOf(value, date.index, date.index + date[0].length);
  }
  return undefined;
}

function decidersIn(fields: readonly HeadField[]): readonly Value[] {
  for (const { key, form, whole, lines } of fields) {
    const isList = form === 'front matter' && whole.text.startsWith('[');
    if (!DECIDER_KEYS.includes(key.replaceAll(' ', '')) || (!isList && isOpen(whole.text))) continue;
    const names = lines.flatMap(({ value }) => namesIn(BRACED.test(value.text) ? partOf(value, 1, value.text.length - 1) : value)).filter(({ text }) => !isOpen(text));
    if (names.length > 0) return names;
  }
  return [];
}

/** Cut at the commas outside parentheses and brackets; what stands in a comment is no name. */
function namesIn(value: Value): readonly Value[] {
  const comment = value.text.indexOf('<!--');
  const text = comment < 0 ? value.text : value.text.slice(0, comment);
  const cuts: number[] = [];
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[()[\],]/g)) {
    if (sign === ',' && depth === 0) cuts.push(index);
    else if (sign !== ',') depth = Math.max(0, depth + (sign === '(' || sign === '[' ? 1 : -1));
  }
  return [...cuts, text.length].map((cut, index) => partOf(value, (cuts[index - 1] ?? -1) + 1, cut)).filter((name) => name.text !== '');
}

/** Nobody has filled it in: `{{name}}`, `[NAME]`, `{list everyone involved}`; braces may also stand around names. */
function isOpen(text: string): boolean {
  const inBraces = BRACED.exec(text.replace(/^(["'])(.*)\1$/, '$2'))?.[1];
  return isBlank(text) || !/[^\s\p{P}]/u.test(text.replace(/\{\{[^{}]*\}\}/g, '')) || (inBraces !== undefined && inBraces.split(',').some((part) => /^\p{Ll}.*\s/u.test(part.trim())));
}

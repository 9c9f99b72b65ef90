import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan, Section } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import { itemLines, linesOf, partOfLine, type Line } from '../forms/bare-lines.ts';
import type { Value } from '../forms/fields.ts';
import { fieldsIn, fieldsOfLine, headFields } from './head-fields.ts';
import { headedPieces, partOf } from '../forms/pieces.ts';

/** Where a record or plan stands in its life, as its author wrote it. */
export interface Status {
  /** The bare word or words: "Accepted", "Partly superseded". */
  readonly value: Value;
  /** The cell, line, front-matter value or first paragraph around the word; without the label before it. */
  readonly whole: Value;
  readonly form: StatusForm;
  /** The ISO date right after the word, or right before it in a history. */
  readonly date: Value | undefined;
}

export type StatusForm = 'front matter' | 'section' | 'label' | 'item' | 'table';

export type StatusName = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded';

interface Statement {
  readonly form: StatusForm;
  readonly whole: Value;
  readonly lines: readonly Line[];
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
const STATUS_KEYS: readonly string[] = ['status', 'current status', 'adr status', 'decision status', 'document status', 'plan status'];

const LONGEST_LINE = 2000;
const MOST_LINES = 60;
const MOST_WORDS = 3;

const STATUS_IN_HEADING = /^[^\p{L}\p{N}]{0,30}(?:\d{1,3}[.)]\s{1,3})?status\s{0,3}(?::|\s[-–—]\s)/iu;
const WORD = /[\s_-]{0,20}\p{L}[\p{L}\p{M}'’]*/uy;
const ISO_DATE = /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
const DATE_BEFORE = new RegExp(`^[^\\p{L}\\p{N}]{0,20}(${ISO_DATE.source})[)\\]]?[\\s:–—-]{0,9}(?=[^\\s\\d])`, 'du');
const DATE_AFTER = new RegExp(`^[\\s(,;:–—[-]{0,9}(?:(?:on|since|as of|at|in|from|date|dated)\\b[\\s:]{0,4}){0,2}(${ISO_DATE.source})`, 'di');
/** Words that may follow a status with no sign between; any other makes it part of a phrase ("Proposed change", "Open questions"). */
const MAY_FOLLOW: ReadonlySet<string> = new Set(
  'adr after and as at because but by date due during following for from if in instead on pending per since status subject through to under unless until via when while with'.split(' '),
);
const BEGINS_NO_STATUS: ReadonlySet<string> = new Set('as at for if none not of see tbd the this to todo what'.split(' '));
const NEXT_CHOICE = /^[\s)\]]{0,9}([|/…]|→|->|or\b)[\s[(]{0,9}/i;
/** Says that the status before it no longer holds: "Accepted, superseded by ADR-5". */
const SINCE_SUPERSEDED = /^[\s,;.(–—-]{0,9}(?:(?:but|and|now|then|later|since|was|is)\s{1,3}){0,3}((?:(?:partly|partially)\s{1,3})?(?:superseded|superceded|replaced))\s{1,3}by\b/di;

/**
 * The status of a record or plan, from the first of these places that states one: front matter, because tools read and write it there and
 * its place is certain; a section; a line or item near the top; a table near the top.
 */
export function readStatus(plan: Plan, read: ReadMarkdown): Status | undefined {
  const named = headFields(plan, read).filter(isStatusField);
  const of = (...forms: readonly StatusForm[]): readonly Statement[] => named.filter(({ form }) => forms.includes(form));
  for (const statement of [...of('front matter'), ...inSection(plan, read), ...of('label', 'item'), ...of('table')]) {
    const status = statusIn(statement);
    if (status) return status;
  }
  return undefined;
}

/** What a status means; nothing for words that are no status or a choice of several. */
export function statusName(text: string): StatusName | undefined {
  return saidBy({ value: { text, range: { start: 0, end: text.length } }, bare: text })?.name;
}

export function isStatusField({ key }: { readonly key: string }): boolean {
  return STATUS_KEYS.includes(key);
}

/** The section that holds the status; none where several chapters each tell their own. */
export function statusSection(plan: Plan): Section | undefined {
  const [first, ...others] = plan.sections.filter((section) => isStatusField(section) || (section.key.startsWith('status') && STATUS_IN_HEADING.test(plainTitle(section.heading.title))));
  if (first === undefined || others.some(({ parent, heading }) => heading.level === first.heading.level && parent !== first.parent)) return undefined;
  return first.parent === undefined || first.parent === plan.title || plan.sections.indexOf(first.parent) <= 1 ? first : undefined;
}

/** What the section says: in its heading, as a field, or in its lines and items. */
function inSection(plan: Plan, read: ReadMarkdown): readonly Statement[] {
  const section = statusSection(plan);
  const [headed] = section ? headedPieces(plan, { start: section.range.start, end: section.body.end }, read) : [];
  if (headed?.heading === undefined) return [];
  const { piece, heading, blocks } = headed;
  const title = linesOf(piece, heading).flatMap((line) => {
    const named = STATUS_IN_HEADING.exec(line.bare);
    const said = partOfLine(line, named?.[0].length ?? 0);
    return named ? [{ form: 'section', whole: said.value, lines: [said] } as const] : [];
  });
  const lines: Line[] = [];
  let whole: Value | undefined;
  for (const block of blocks) {
    const own = block.type === 'list' ? itemLines(piece, block) : block.type === 'paragraph' || block.type === 'html' ? linesOf(piece, block) : [];
    const said = own.filter((line) => fieldsOfLine(line, 'label').length === 0 || saidBy(line)?.name !== undefined);
    if (lines.length === 0 && said[0]) whole = block.type === 'paragraph' && said[0] === own[0] ? piece.of(block) : said[0].value;
    lines.push(...said);
  }
  return [...title, ...fieldsIn(piece, blocks).filter(isStatusField), ...(whole ? [{ form: 'section', whole, lines } as const] : [])];
}

function statusIn({ form, whole, lines }: Statement): Status | undefined {
  const line = currentLine(form, lines.slice(0, MOST_LINES));
  const said = line && saidBy(line);
  if (!said || (said.name === undefined && !mayBeOwnWord(form, whole, line, said))) return undefined;
  return { value: said.value, whole: line === lines[0] ? whole : line.value, form, date: said.date };
}

/** The ticked item of a list of boxes, the latest entry of a dated history, else the first line. */
function currentLine(form: StatusForm, lines: readonly Line[]): Line | undefined {
  if (form === 'front matter' && lines.length > 1) return undefined;
  if (lines.some(({ ticked }) => ticked !== undefined)) return lines.findLast(({ ticked }) => ticked);
  const entries = lines.filter((line) => saidBy(line)?.name !== undefined).map((line) => ({ line, date: ISO_DATE.exec(line.bare.slice(0, LONGEST_LINE))?.[0] ?? '' }));
  if (entries.length < 2 || entries.every(({ date }) => date === '')) return lines[0];
  const last = entries.some(({ date }) => date === '') ? entries.at(-1) : entries.reduce((latest, entry) => (entry.date >= latest.date ? entry : latest));
  return last?.line;
}

interface Said {
  readonly value: Value;
  readonly name: StatusName | undefined;
  readonly date: Value | undefined;
  /** What stands before the words, and behind them. */
  readonly lead: string;
  readonly rest: string;
}

/** A word that we do not know is taken for a status only where nothing makes it prose or a placeholder. */
function mayBeOwnWord(form: StatusForm, whole: Value, line: Line, { lead, rest }: Said): boolean {
  if (/[[{<]/.test(lead) || (form === 'front matter' && /^["']?[[{<]/.test(whole.text))) return false;
  if (form === 'section' && whole.text !== line.value.text) return false;
  const behind = rest.replace(/\([^()]*\)/g, '');
  return form === 'section' ? !/\p{L}/u.test(behind) : /^(?:\s*$|\s*[;(,.\d–—]|\s+-\s|\s+\p{L})/u.test(behind) && !NEXT_CHOICE.test(behind);
}

/** The status words that a line begins with. */
function saidBy({ value, bare: whole }: Line): Said | undefined {
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

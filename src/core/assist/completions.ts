import type { Subject } from '../lint/subject.ts';
import { sectionAt } from '../plan/plan.ts';
import { plainTitle, titleKey, withoutEmoji } from '../plan/titles.ts';
import { choicesOf, statesOf } from '../template/choices.ts';
import { sectionsToInsert } from '../template/insert.ts';
import type { Range } from '../text/range.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** What is typed to find it. */
  readonly filter: string;
  readonly range: Range;
  /** With tab stops. */
  readonly snippet: string;
  readonly kind: 'section' | 'value';
}

const LONGEST_LINE = 1000;
const FIELD = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,60}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*/u;

/** Whether a line is worth reading the document for: most of what is typed is prose. */
export function mayComplete(line: string, column: number): boolean {
  const before = line.slice(0, column);
  return line.length < LONGEST_LINE && (/^ {0,3}#{0,6}[^|:]{0,80}$/.test(before) || FIELD.test(before) || before.includes('|'));
}

export function completionsAt(subject: Subject, offset: number): readonly Completion[] {
  const { plan } = subject;
  const start = plan.lines.startOf(plan.lines.lineAt(offset));
  const line = /^[^\r\n]*/.exec(plan.text.slice(start, start + LONGEST_LINE))?.[0] ?? '';
  const column = offset - start;
  if (isInside(offset, plan.outline.fences.map(({ range }) => range))) return [];
  return [...values(subject, line, start, column), ...sections(subject, line, start, column)];
}

/** The words the template lets authors choose from, in the field, column or section the cursor is in. */
function values(subject: Subject, line: string, start: number, column: number): readonly Completion[] {
  const found = cellAt(subject, line, start, column) ?? fieldAt(line, column) ?? stateAt(subject, line, start);
  if (found === undefined) return [];
  const words = choicesOf(subject.kind).get(found.key) ?? [];
  const range = { start: start + found.start, end: start + found.end };
  return words.map((word) => ({ label: word, detail: `of ${subject.kind.name}`, filter: word, range, snippet: escape(word), kind: 'value' }));
}

interface Slot {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function fieldAt(line: string, column: number): Slot | undefined {
  const [lead, name] = FIELD.exec(line) ?? [];
  return lead === undefined || name === undefined || column < lead.length ? undefined : { key: titleKey(name), start: lead.length, end: line.trimEnd().length < lead.length ? lead.length : line.trimEnd().length };
}

function cellAt({ plan }: Subject, line: string, start: number, column: number): Slot | undefined {
  if (!line.trimStart().startsWith('|')) return undefined;
  const before = line.slice(0, column).split('|').length - 2;
  const header = headerAbove(plan.text, start);
  const title = header?.split('|')[before + 1];
  if (title === undefined || before < 0) return undefined;
  const cellStart = line.lastIndexOf('|', column - 1) + 1;
  const next = line.indexOf('|', column);
  const cell = line.slice(cellStart, next < 0 ? undefined : next);
  const lead = cell.length - cell.trimStart().length;
  const from = cell.trim() === '' ? column : cellStart + lead;
  return { key: titleKey(title), start: Math.min(from, column), end: cell.trim() === '' ? column : cellStart + lead + cell.trim().length };
}

/** The first line of the table that the line above belongs to. */
function headerAbove(text: string, start: number): string | undefined {
  const above = text.slice(Math.max(0, start - 20_000), start).split(/\r\n?|\n/);
  above.pop();
  let header: string | undefined;
  for (let line = above.pop(); line?.trimStart().startsWith('|'); line = above.pop()) header = line;
  return header;
}

/** A line of its own in the section that says the status. */
function stateAt({ plan, kind, match }: Subject, line: string, start: number): Slot | undefined {
  const section = sectionAt(plan, start);
  const contract = section && Array.from(match.found).find(([, found]) => found === section)?.[0];
  if (!contract?.reads.includes('status') || contract === kind.root || statesOf(contract).length === 0 || start === section?.range.start) return undefined;
  return { key: 'status', start: line.length - line.trimStart().length, end: line.trimEnd().length };
}

/** The sections that the template has and the document lacks, at the start of a line. */
function sections(subject: Subject, line: string, start: number, column: number): readonly Completion[] {
  if (!/^ {0,3}#{0,6}[ \t]*[^|:]*$/.test(line) || column < line.trimEnd().length || !isBlankAround(subject.plan.text, start)) return [];
  if (line.trim() !== '' && !line.trimStart().startsWith('#')) return [];
  return sectionsToInsert(subject.plan, subject.match, subject.missing, subject.values).map(({ section, level, snippet }) => {
    const title = withoutEmoji(plainTitle(section));
    return { label: title, detail: `section of ${subject.kind.name}`, filter: `${'#'.repeat(level)} ${title}`, range: { start, end: start + line.length }, snippet, kind: 'section' };
  });
}

function isBlankAround(text: string, start: number): boolean {
  return /(?:^|\n|\r)[ \t]*(?:\r\n?|\n)?$/.test(text.slice(Math.max(0, start - 200), start));
}

function isInside(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => start < offset && offset <= end);
}

function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

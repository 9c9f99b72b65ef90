import type { Subject } from '../lint/subject.ts';
import { readOutline } from '../plan/outline.ts';
import { sectionAt, type Section } from '../plan/plan.ts';
import { plainTitle, titleKey, withoutEmoji } from '../plan/titles.ts';
import { isStatusField } from '../readings/records/status.ts';
import { choicesOf, statesOf } from '../template/choices.ts';
import { sectionsToInsert } from '../template/insert.ts';
import type { Kind } from '../template/kind.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { yamlText } from '../text/yaml-text.ts';
import { cellSlot, FIELD, fieldSlot, lineSlot, yamlSlot, type Slot } from './slots.ts';

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
const LONGEST_TABLE = 20_000;

/** Whether a line is worth reading the document for: most of what is typed is prose. */
export function mayComplete(line: string, column: number): boolean {
  const before = line.slice(0, column);
  return line.length < LONGEST_LINE && (/^ {0,3}#{0,6}[^|:]{0,80}$/.test(before) || FIELD.test(before) || before.includes('|'));
}

export function completionsAt(subject: Subject, offset: number): readonly Completion[] {
  const { plan } = subject;
  const { fences, comments, frontMatter, openFrom } = plan.outline;
  const start = plan.lines.startOf(plan.lines.lineAt(offset));
  const line = /^[^\r\n]*/.exec(plan.text.slice(start, start + LONGEST_LINE))?.[0] ?? '';
  const column = offset - start;
  if (column > line.length || isInside(offset, [...fences.map(({ range }) => range), ...comments]) || offset > (openFrom ?? offset)) return [];
  if (frontMatter !== undefined && offset <= frontMatter.range.end) return inFrontMatter(subject, line, start, column);
  return [...inText(subject, line, start, column), ...sections(subject, line, start, column)];
}

/** What the template lets authors choose from in its own front matter, and the states of a record. */
function inFrontMatter(subject: Subject, line: string, start: number, column: number): readonly Completion[] {
  const slot = yamlSlot(line, column);
  if (slot === undefined) return [];
  const states = isStatusField(slot) ? statesOf(subject.kind.root) : [];
  const words = states.length === 0 && hasInFrontMatter(subject.kind, slot.key) ? choicesOf(subject.kind).get(slot.key) : states;
  return values(subject, slot, start, words, yamlText);
}

function hasInFrontMatter({ body }: Kind, key: string): boolean {
  const { frontMatter } = readOutline(body);
  return frontMatter !== undefined && sliceOf(body, frontMatter.content).split('\n').some((line) => titleKey(/^([^\s:#][^:]*):/.exec(line)?.[1] ?? '') === key);
}

/** The field, the column or the section that the cursor is in. */
function inText(subject: Subject, line: string, start: number, column: number): readonly Completion[] {
  const isRow = line.trimStart().startsWith('|');
  const slot = isRow ? cellSlot(headerAbove(subject.plan.text, start), line, column) : (fieldSlot(line, column) ?? stateSlot(subject, line, start, column));
  return slot === undefined ? [] : values(subject, slot, start, choicesOf(subject.kind).get(slot.key), (word) => word);
}

function values({ kind }: Subject, { start, end, lead }: Slot, lineStart: number, words: readonly string[] | undefined, written: (word: string) => string): readonly Completion[] {
  const range = { start: lineStart + start, end: lineStart + end };
  return (words ?? []).map((word) => ({ label: word, detail: `of ${kind.name}`, filter: word, range, snippet: lead + escape(written(word)), kind: 'value' }));
}

/** The first line of the table that the line above belongs to; empty where there is none. */
function headerAbove(text: string, start: number): string {
  const above = text.slice(Math.max(0, start - LONGEST_TABLE), start).split(/\r\n?|\n/);
  above.pop();
  let header = '';
  for (let line = above.pop(); line?.trimStart().startsWith('|'); line = above.pop()) header = line;
  return header;
}

/** A line of its own in the section that says the status. */
function stateSlot({ plan, kind, match }: Subject, line: string, start: number, column: number): Slot | undefined {
  const section = sectionAt(plan, start);
  const contract = section && Array.from(match.found).find(([, found]) => found === section)?.[0];
  const isHeading = section !== undefined && start < section.body.start;
  return contract?.reads.includes('status') && contract !== kind.root && statesOf(contract).length > 0 && !isHeading ? lineSlot('status', line, column) : undefined;
}

/** The sections that the template has and the document lacks, at the start of a line. */
function sections({ plan, kind, match, missing, values }: Subject, line: string, start: number, column: number): readonly Completion[] {
  const mayBegin = /^[ \t]*$/.test(line) ? isBlankAbove(plan.text, start) : /^ {0,3}#{1,6}(?:[ \t][^|:]*)?$/.test(line);
  const heading = plan.sections.find(({ range }) => range.start >= start && range.start <= start + column);
  if (!mayBegin || column < line.trimEnd().length || (heading !== undefined && isKnown(heading, { plan, match }))) return [];
  return sectionsToInsert(plan, match, missing, values).map(({ section, level, snippet }) => {
    const title = withoutEmoji(plainTitle(section));
    return { label: title, detail: `section of ${kind.name}`, filter: `${'#'.repeat(level)} ${title}`, range: { start, end: start + line.length }, snippet, kind: 'section' };
  });
}

/** The title of the document, or a section that the template knows: it is not to be written over. */
function isKnown(section: Section, { plan, match }: Pick<Subject, 'plan' | 'match'>): boolean {
  return (section === plan.title && section.key !== '') || Array.from(match.found.values()).includes(section);
}

function isBlankAbove(text: string, start: number): boolean {
  return start === 0 || /(?:^|\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 200), start));
}

function isInside(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => start < offset && offset <= end);
}

function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

import { readPlan, type Plan, type Section } from '../plan/plan.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';
import { ownPart, readHeader, type KindHeader, type TemplateProblem } from './header.ts';
import { addMark, markContent, NO_MARKS, type Marks, type ReadingName } from './marks.ts';
import type { Values } from './placeholders.ts';
import { titlePattern, type TitlePattern } from './title-pattern.ts';

/** A kind of document: everything Groundplan knows about it, read from its template. */
export interface Kind extends KindHeader {
  /** The kind with its dialect, as files and marks name it: `adr-madr`. */
  readonly id: string;
  /** What the template asks of the title, and of the document as a whole. */
  readonly root: ContractSection;
  readonly sections: readonly ContractSection[];
  /** The template as a document to start from: without its own front matter and marks. */
  readonly body: string;
}

/** What the template asks of one section. */
export interface ContractSection extends Marks {
  /** As written in the template, with placeholders and emoji. */
  readonly title: string;
  readonly level: number;
  readonly patterns: readonly TitlePattern[];
  readonly children: readonly ContractSection[];
  /** Heading and body without the sections below it, without marks. */
  readonly ownText: string;
}

/** Reads a template. Either it is a kind, or the problems say on which lines it is not. */
export function readTemplate(text: string): { readonly kind: Kind | undefined; readonly problems: readonly TemplateProblem[] } {
  const plan = readPlan(text);
  const problems: TemplateProblem[] = [];
  const header = readHeader(plan);
  if ('length' in header) problems.push(...header);
  const title = plan.title;
  if (title === undefined) problems.push({ message: 'A template needs a title: one heading of level 1.', range: { start: 0, end: 0 } });
  const marks = readMarks(plan, problems);
  if ('length' in header || title === undefined || problems.length > 0) return { kind: undefined, problems };
  if (text.includes('\r')) return readTemplate(text.replace(/\r\n?/g, '\n'));
  const root = readSection(plan, title, marks);
  const kind: Kind = {
    ...header,
    id: header.dialect === undefined ? header.kind : `${header.kind}-${header.dialect}`,
    root,
    sections: root.children,
    body: frontMatterOfDocuments(plan) + withoutMarks(text, { start: plan.outline.frontMatter?.range.end ?? 0, end: text.length }, plan).trimStart(),
  };
  return { kind, problems };
}

const readingsOf = new WeakMap<ContractSection, ReadonlySet<ReadingName>>();

/** Whether the template has a section, this one or one below it, that is read as this. */
export function isReadAs(section: ContractSection, reading: ReadingName): boolean {
  let all = readingsOf.get(section);
  if (all === undefined) readingsOf.set(section, (all = new Set(readingsWithin(section))));
  return all.has(reading);
}

function readingsWithin({ reads, children }: ContractSection): readonly ReadingName[] {
  return [...reads, ...children.flatMap(readingsWithin)];
}

/** A record is one decision as a whole: its template says which sections hold what was decided. */
export function isRecordKind({ root }: Kind): boolean {
  return isReadAs(root, 'decided');
}

/** Whether the contract asks for this section in a document with these values. */
export function isRequired(section: ContractSection, values: Values): boolean {
  return !section.optional && section.repeat === undefined && isApplicable(section, values);
}

/** A condition over a value that the document does not tell is not met: asking for too little is better than for what nobody needs. */
export function isApplicable({ when }: ContractSection, values: Values): boolean {
  return when === undefined || Number(values[when.value] ?? Number.NaN) > when.above;
}

/** What the front matter says beside the template's own part goes into every document. */
function frontMatterOfDocuments({ text, outline: { frontMatter } }: Plan): string {
  const own = frontMatter && ownPart(text, frontMatter.content);
  if (frontMatter === undefined || own === undefined) return '';
  const rest = text.slice(frontMatter.content.start, own.start) + text.slice(own.end, frontMatter.content.end);
  return rest.trim() === '' ? '' : `---\n${rest.trimEnd()}\n---\n\n`;
}

function readMarks(plan: Plan, problems: TemplateProblem[]): ReadonlyMap<Section, Marks> {
  const marks = new Map<Section, Marks>();
  for (const range of plan.outline.comments) {
    const content = markContent(sliceOf(plan.text, range));
    if (content === undefined) continue;
    const section = plan.sections.findLast(({ body }) => body.start <= range.start);
    const added = section ? addMark(marks.get(section) ?? NO_MARKS, content) : 'A mark stands below the heading that it is about.';
    if (typeof added === 'string') problems.push({ message: added, range });
    else if (section) marks.set(section, added);
  }
  return marks;
}

function readSection(plan: Plan, section: Section, marks: ReadonlyMap<Section, Marks>): ContractSection {
  const own = marks.get(section) ?? NO_MARKS;
  const title = section.heading.title;
  return {
    ...own,
    title,
    level: section.heading.level,
    patterns: [title, ...own.also].map(titlePattern),
    children: section.children.map((child) => readSection(plan, child, marks)),
    ownText: withoutMarks(plan.text, { start: section.range.start, end: endOfContent(plan.text, section.body.end) }, plan).replace(/[\r\n]+$/, ''),
  };
}

function withoutMarks(text: string, range: Range, plan: Plan): string {
  let result = '';
  let position = range.start;
  for (const comment of plan.outline.comments) {
    if (comment.start < position || comment.end > range.end || markContent(sliceOf(text, comment)) === undefined) continue;
    result += text.slice(position, comment.start);
    position = comment.end;
    if (text[position] === '\n') position += 1;
  }
  return result + text.slice(position, range.end);
}

/** The template's text for these values, placeholders still open: without the sections whose condition is not met, and with what the workspace knows. */
export function applicableText(kind: Kind, values: Values): string {
  const plan = readPlan(kind.body);
  let result = '';
  let position = 0;
  const write = (sections: readonly ContractSection[], found: readonly Section[]): void => {
    sections.forEach((section, index) => {
      const place = found[index];
      if (place === undefined) return;
      const known = section.from !== undefined && Object.hasOwn(values, section.from) ? values[section.from] : undefined;
      if (isApplicable(section, values) && known === undefined) return write(section.children, place.children);
      result += kind.body.slice(position, isApplicable(section, values) ? place.body.start : place.range.start);
      position = place.range.end;
      if (known !== undefined && isApplicable(section, values)) result += `\n\n${known.trim()}\n\n`;
    });
  };
  write(kind.sections, plan.title?.children ?? []);
  const rest = kind.body.slice(position);
  return rest === '' ? `${result.trimEnd()}\n` : result + rest;
}

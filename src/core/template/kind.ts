import { parse as parseYaml } from 'yaml';
import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { readPlan, type Plan, type Section } from '../plan/plan.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';
import { addMark, markContent, NO_MARKS, type Marks } from './marks.ts';
import type { Values } from './placeholders.ts';
import { titlePattern, type TitlePattern } from './title-pattern.ts';

/** A kind of document: everything Groundplan knows about it, read from its template. */
export interface Kind extends KindHeader {
  readonly title: TitlePattern;
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

export interface TemplateProblem {
  readonly message: string;
  readonly range: Range;
}

const kindHeader = z.strictObject({
  kind: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'needs lower-case words joined by hyphens')),
  name: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
  /** Where the document is written; serves scaffolding and recognition alike. */
  file: z.string().check(z.regex(/\.md$/, 'needs to end in .md')),
  /** What to ask the author, by placeholder. */
  ask: z._default(z.record(z.string(), z.string()), {}),
});
export type KindHeader = z.infer<typeof kindHeader>;

/** Reads a template. Either it is a kind, or the problems say on which lines it is not. */
export function readTemplate(text: string): { readonly kind: Kind | undefined; readonly problems: readonly TemplateProblem[] } {
  const plan = readPlan(text);
  const problems: TemplateProblem[] = [];
  const header = readHeader(plan, problems);
  const title = plan.title;
  if (title === undefined) problems.push({ message: 'A template needs a title: one heading of level 1.', range: { start: 0, end: 0 } });
  const marks = readMarks(plan, problems);
  if (header === undefined || title === undefined || problems.length > 0) return { kind: undefined, problems };
  const kind: Kind = {
    ...header,
    title: titlePattern(title.heading.title),
    sections: title.children.map((section) => readSection(plan, section, marks)),
    body: withoutMarks(text, { start: plan.outline.frontMatter?.range.end ?? 0, end: text.length }, plan).trimStart(),
  };
  return { kind, problems };
}

/** Whether the contract asks for this section in a document with these values. */
export function isRequired(section: ContractSection, values: Values): boolean {
  return !section.optional && section.repeat === undefined && isApplicable(section, values);
}

/** A condition over a value that the document does not tell is not met: asking for too little is better than for what nobody needs. */
export function isApplicable({ when }: ContractSection, values: Values): boolean {
  return when === undefined || Number(values[when.value] ?? Number.NaN) > when.above;
}

function readHeader(plan: Plan, problems: TemplateProblem[]): KindHeader | undefined {
  const block = plan.outline.frontMatter;
  const problem = (message: string): undefined => {
    problems.push({ message, range: block?.range ?? { start: 0, end: 0 } });
    return undefined;
  };
  if (block === undefined) return problem('A template begins with front matter that says under "groundplan:" which kind it is.');
  let data: unknown;
  try {
    data = parseYaml(sliceOf(plan.text, block.content));
  } catch (error) {
    return problem(`The front matter is not YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  }
  const parsed = z.object({ groundplan: kindHeader }).safeParse(data, { error: english().localeError });
  if (parsed.success) return parsed.data.groundplan;
  for (const issue of parsed.error.issues) problem(`"${issue.path.join('.')}" in the front matter is not usable: ${issue.message}.`);
  return undefined;
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

/** The template's text without the sections whose condition is not met, placeholders still open. */
export function applicableText(kind: Kind, values: Values): string {
  const plan = readPlan(kind.body);
  let result = '';
  let position = 0;
  const leaveOut = (sections: readonly ContractSection[], found: readonly Section[]): void => {
    sections.forEach((section, index) => {
      const place = found[index];
      if (place === undefined) return;
      if (isApplicable(section, values)) return leaveOut(section.children, place.children);
      result += kind.body.slice(position, place.range.start);
      position = place.range.end;
    });
  };
  leaveOut(kind.sections, plan.title?.children ?? []);
  return result + kind.body.slice(position);
}

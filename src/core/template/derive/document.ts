import { readPlan, type Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { harmless, readBody, type Fact } from './body.ts';
import { isMost, Tally } from './census.ts';

/** What a template can take over from one document. Nothing of it holds on to the document itself. */
export interface DocumentReading {
  /** The first heading of level 1. */
  readonly title: HeadingReading | undefined;
  /** The headings that stand below no other, the title among them. */
  readonly roots: readonly HeadingReading[];
  readonly titles: number;
  /** What stands before the first heading. */
  readonly opening: readonly Fact[];
  readonly frontMatterKeys: readonly string[];
}

export interface HeadingReading {
  readonly document: number;
  readonly level: number;
  /** As written, on one line, without what a template would take for its own signs. */
  readonly title: string;
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly children: HeadingReading[];
}

const FRONT_MATTER_KEY = /^([A-Za-z_][\w-]{0,60})[ \t]*:(?=[ \t]|$)/;

export function readDocument(text: string, document: number): DocumentReading {
  const plan = readPlan(text);
  const visible = visibleText(plan);
  const diagrams = plan.outline.fences.filter(({ language }) => language === 'mermaid').map(({ range }) => range.start);
  const nodes = new Map<object, HeadingReading>();
  const roots: HeadingReading[] = [];
  let nextDiagram = 0;
  const hasDiagramBefore = (end: number): boolean => {
    const first = nextDiagram;
    while ((diagrams[nextDiagram] ?? Infinity) < end) nextDiagram += 1;
    return nextDiagram > first;
  };
  const bodyOf = (body: Range, isOpening: boolean): readonly Fact[] => readBody(sliceOf(visible, body), isOpening, hasDiagramBefore(body.end));
  const start = plan.outline.frontMatter?.range.end ?? 0;
  const opening = bodyOf({ start, end: plan.sections[0]?.range.start ?? text.length }, true);
  for (const section of plan.sections) {
    const { level, title: written } = section.heading;
    const title = harmless(written);
    const node: HeadingReading = { document, level, title, key: titleKey(title), facts: bodyOf(section.body, section === plan.title), children: [] };
    nodes.set(section, node);
    (section.parent ? (nodes.get(section.parent)?.children ?? roots) : roots).push(node);
  }
  const title = plan.title && nodes.get(plan.title);
  return { title, roots, titles: roots.filter(({ level }) => level === 1).length, opening, frontMatterKeys: frontMatterKeysIn(plan) };
}

/** Some documents have no title, and a heading of level 1 for each section: the first of them is then a section like the others. */
export function areTitlesSections(readings: readonly DocumentReading[]): boolean {
  const titled = readings.filter(({ titles }) => titles > 0);
  const firsts = new Tally();
  for (const { title, titles } of titled) if (title && titles > 1) firsts.add(title.key);
  return titled.length > 1 && isMost(firsts.countOf(firsts.most), titled.length);
}

/** The headings below the title. A title that counts as a section is found as one only where nothing stands below it. */
export function topHeadings({ roots, title }: DocumentReading, isTitleSection: boolean): readonly HeadingReading[] {
  return roots.flatMap((root) => (root !== title || (isTitleSection && root.children.length === 0) ? [root] : root.children));
}

/** The text with fences and comments blanked out. */
function visibleText({ text, outline: { fences, comments } }: Plan): string {
  let visible = '';
  let position = 0;
  const hidden = [...fences.map(({ range }) => range), ...comments].sort((a, b) => a.start - b.start);
  for (const { start, end } of hidden) {
    if (start < position) continue;
    visible += text.slice(position, start) + ' '.repeat(end - start);
    position = end;
  }
  return visible + text.slice(position);
}

function frontMatterKeysIn({ text, outline: { frontMatter } }: Plan): readonly string[] {
  if (frontMatter === undefined) return [];
  const lines = sliceOf(text, frontMatter.content).split(/\r\n?|\n/);
  const keys = lines.flatMap((line) => FRONT_MATTER_KEY.exec(line.slice(0, 100))?.[1] ?? []);
  return keys.filter((key) => key !== 'groundplan');
}

import { readPlan, type Plan } from '../plan/plan.ts';
import { withoutEmoji } from '../plan/titles.ts';
import { riskField } from '../readings/risks/risk-fields.ts';
import { contractTables } from '../template/contract-tables.ts';
import { insertBlock } from '../template/insert.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf } from '../text/range.ts';
import { READINGS_OF, type PartName } from './asked-parts.ts';

const DEEPEST = 6;
const FIELD = /\*\*([^*\r\n]{1,60})\*\*:/g;

/** In a document of no known kind: what one of the templates has, at the end. */
export function fillFreely(plan: Plan, part: PartName, kinds: readonly Kind[]): readonly TextEdit[] {
  const sections = kinds.flatMap(({ root }) => sectionsReadAs(root, part));
  const edit = part === 'diagrams' ? diagram(plan, sections) : part === 'risks' ? risks(plan, sections) : undefined;
  return edit === undefined ? [] : [edit];
}

function sectionsReadAs(section: ContractSection, part: PartName): readonly ContractSection[] {
  const isOwn = section.reads.length > 0 && section.reads.every((reading) => READINGS_OF[part].includes(reading));
  return isOwn ? [section] : section.children.flatMap((child) => sectionsReadAs(child, part));
}

/** The smallest one: it is only where to begin. */
function diagram(plan: Plan, sections: readonly ContractSection[]): TextEdit | undefined {
  const [smallest] = sections.flatMap(diagramsOf).sort((a, b) => a.length - b.length);
  return smallest === undefined ? undefined : insertBlock(plan, endOfContent(plan.text, plan.text.length), smallest, {});
}

function diagramsOf(section: ContractSection): readonly string[] {
  const text = wholeText(section).join('\n\n');
  return readPlan(text).outline.fences.filter(({ language }) => language === 'mermaid').map(({ range }) => sliceOf(text, range).trimEnd());
}

/** Of the section that asks for most: a matrix needs both a probability and an impact. Where the document has such a section already, into it. */
function risks(plan: Plan, sections: readonly ContractSection[]): TextEdit | undefined {
  const [best] = sections.toSorted((a, b) => fieldsIn(b) - fieldsIn(a));
  if (best === undefined) return undefined;
  const patterns = sections.flatMap((section) => section.patterns);
  const found = plan.sections.find((section) => section !== plan.title && patterns.some((pattern) => pattern.matchKey(section.key)));
  const shift = (found?.heading.level ?? levelOfSections(plan)) - best.level;
  const [own = '', ...below] = wholeText(best).map((text) => shifted(text, shift));
  const head = found === undefined ? own.replace(best.title, withoutEmoji(best.title)) : own.replace(/^[^\n]*\n*/, '');
  return insertBlock(plan, endOfContent(plan.text, found?.range.end ?? plan.text.length), [head, ...below].filter((text) => text !== '').join('\n\n'), {});
}

function shifted(text: string, shift: number): string {
  return text.replace(/^#+/, ({ length }) => '#'.repeat(Math.max(1, Math.min(DEEPEST, length + shift))));
}

function fieldsIn(section: ContractSection): number {
  const names = [...Array.from(wholeText(section).join('\n').matchAll(FIELD), ([, name = '']) => name), ...contractTables(section).flatMap(({ columns }) => columns.map(({ title }) => title))];
  return new Set(names.map(riskField).filter((field) => field !== undefined)).size;
}

function levelOfSections({ title, sections }: Plan): number {
  return (title?.children ?? sections)[0]?.heading.level ?? 2;
}

/** The section and all below it, each with its heading. */
function wholeText({ ownText, children }: ContractSection): readonly string[] {
  return [ownText, ...children.flatMap(wholeText)];
}

import type { Plan, Section } from '../plan/plan.ts';
import { hasEmoji, withoutEmoji } from '../plan/titles.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, type Range } from '../text/range.ts';
import { isApplicable, type ContractSection } from './kind.ts';
import type { Match, MissingSection } from './match.ts';
import { fill, toSnippet, type Values } from './placeholders.ts';

/** Where a missing section belongs. */
export interface Place {
  /** The end of what it follows. */
  readonly offset: number;
  /** What the author looks at: the heading it comes before, else the last line it comes after. */
  readonly anchor: Range;
  readonly level: number;
  /** The section that it comes before, where there is one. */
  readonly before: Section | undefined;
}

export function placeOf(plan: Plan, match: Match, { section, parent, siblings }: MissingSection): Place {
  const within = parent && match.found.get(parent);
  const index = siblings.indexOf(section);
  const before = siblings.slice(0, index).findLast((sibling) => match.found.has(sibling));
  const after = siblings.slice(index + 1).find((sibling) => match.found.has(sibling));
  const previous = before && match.found.get(before);
  const next = after && match.found.get(after);
  const level = levelOf(section, parent, within, previous ?? next, before ?? after);
  const orphan = firstOrphan(match, section, [previous, within ?? plan.title], next);
  if (orphan && orphan.heading.level > level) return placeAt(plan, orphan.range.start, level);
  if (before && previous) return placeAt(plan, endWithSubsections(plan, match, before, previous), level);
  if (next) return placeAt(plan, next.range.start, level);
  if (within) return placeAt(plan, within.body.end, level);
  return placeAt(plan, plan.title?.range.end ?? plan.text.length, level);
}

/** Where only the heading was lost, what stood below it has slipped into the section before: the first of those, if nothing else follows them there. */
function firstOrphan(match: Match, { children }: ContractSection, homes: readonly (Section | undefined)[], next: Section | undefined): Section | undefined {
  const orphans = new Set(children.flatMap((child) => match.found.get(child) ?? []));
  const [first] = Array.from(orphans).sort((a, b) => a.range.start - b.range.start);
  const home = first?.parent;
  if (first === undefined || home === undefined || !homes.includes(home)) return undefined;
  const from = home.children.slice(home.children.indexOf(first));
  const end = from.findIndex((section) => section === next);
  return from.slice(0, end < 0 ? undefined : end).every((section) => orphans.has(section)) ? first : undefined;
}

/** The edit that writes the section there, from the template, in the manner of the document; nothing where no text can stand. */
export function insertSection(plan: Plan, match: Match, missing: MissingSection, values: Values): TextEdit | undefined {
  const place = placeOf(plan, match, missing);
  return insertBlock(plan, place.offset, writtenAt(place.level, missing, match, values), values);
}

function writtenAt(level: number, { section }: MissingSection, match: Match, values: Values): string {
  const isPlain = isPlainStyle(match);
  return withSubsections(section, match, values)
    .map((each) => relevel(each, level - section.level, isPlain))
    .join('\n\n');
}

/** Every missing section as it would be written, wherever that is done. */
export function sectionsToInsert(
  plan: Plan,
  match: Match,
  missing: readonly MissingSection[],
  values: Values,
): readonly { readonly section: string; readonly level: number; readonly snippet: string }[] {
  return missing.map((each) => {
    const { level } = placeOf(plan, match, each);
    const written = writtenAt(level, each, match, values);
    return { section: fill(each.section.title, values), level, snippet: toSnippet(written, values).replaceAll('\n', lineEndingOf(plan.text)) };
  });
}

/** Writes a block of Markdown with blank lines around it, with the line endings of the document; nothing where it would be swallowed. */
export function insertBlock(plan: Plan, offset: number, block: string, values: Values): TextEdit | undefined {
  if (plan.outline.openFrom !== undefined && plan.outline.openFrom < offset) return undefined;
  const ending = lineEndingOf(plan.text);
  const lead = offset === 0 || isBlankBefore(plan.text, offset) ? '' : '\n\n';
  const rest = plan.text.slice(offset, offset + 4);
  const tail = rest === '' || /^(?:\r\n?|\n){2}|^\s*$/.test(rest) ? '' : '\n';
  const finish = (text: string): string => `${lead}${text}${tail}`.replaceAll('\n', ending);
  return { range: { start: offset, end: offset }, text: finish(fill(block, values)), snippet: finish(toSnippet(block, values)) };
}

function placeAt(plan: Plan, boundary: number, level: number): Place {
  const offset = endOfContent(plan.text, boundary);
  const before = sectionFrom(plan, boundary);
  return { offset, level, before, anchor: before?.heading.range ?? lineOf(plan, offset) };
}

function lineOf(plan: Plan, offset: number): Range {
  const start = plan.lines.startOf(plan.lines.lineAt(offset));
  return { start: Math.min(start, offset), end: offset };
}

function levelOf(
  section: ContractSection,
  parent: ContractSection | undefined,
  within: Section | undefined,
  neighbour: Section | undefined,
  neighbourContract: ContractSection | undefined,
): number {
  let shift = 0;
  if (neighbour && neighbourContract) shift = neighbour.heading.level - neighbourContract.level;
  else if (within && parent) shift = within.heading.level - parent.level;
  return Math.min(6, Math.max(1, section.level + shift));
}

/** The section and all below it as a new document has them, without what this document has elsewhere. */
function withSubsections(section: ContractSection, match: Match, values: Values): readonly ContractSection[] {
  const below = section.children.filter((child) => isApplicable(child, values) && !match.found.has(child) && !match.labelled.has(child));
  return [section, ...below.flatMap((child) => withSubsections(child, match, values))];
}

function relevel(section: ContractSection, shift: number, plainStyle: boolean): string {
  const level = Math.min(6, Math.max(1, section.level + shift));
  const title = plainStyle ? withoutEmoji(section.title) : section.title;
  return `${'#'.repeat(level)} ${title}${belowTitle(section)}`;
}

function belowTitle({ ownText, title }: ContractSection): string {
  return ownText.slice(ownText.indexOf(title) + title.length);
}

/** What the template writes below the heading of a section, and above those in it. */
export function bodyOf(section: ContractSection): string {
  return belowTitle(section).trim();
}

/** The sections in it as a new document has them, at levels shifted by so many; nothing where one would be too deep. */
export function subsectionsToWrite(section: ContractSection, shift: number, match: Match, values: Values): readonly string[] | undefined {
  const parts = withSubsections(section, match, values).slice(1);
  return parts.some(({ level }) => level + shift > 6) ? undefined : parts.map((part) => relevel(part, shift, isPlainStyle(match)));
}

/** The author leaves the emoji of the template out: at least one heading could have one, and none has. */
function isPlainStyle(match: Match): boolean {
  const decorated = Array.from(match.found).filter(([section]) => hasEmoji(section.title));
  return decorated.length > 0 && !decorated.some(([, { heading }]) => hasEmoji(heading.title));
}

export function lineEndingOf(text: string): string {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

/** A subsection written at the level of its parent follows it: what comes next in the template stands after both. */
export function endWithSubsections(plan: Plan, match: Match, contract: ContractSection, section: Section): number {
  const below = new Set(everyChild(contract).map((child) => match.found.get(child)));
  let end = section.range.end;
  for (let next = sectionFrom(plan, end); next && below.has(next); next = sectionFrom(plan, end)) end = next.range.end;
  return end;
}

function everyChild({ children }: ContractSection): readonly ContractSection[] {
  return children.flatMap((child) => [child, ...everyChild(child)]);
}

function sectionFrom(plan: Plan, offset: number): Section | undefined {
  return plan.sections.find(({ range }) => range.start === offset);
}

function isBlankBefore(text: string, offset: number): boolean {
  return text.slice(Math.max(0, offset - 4), offset).replace('\uFEFF', '').trim() === '' && offset <= 4;
}

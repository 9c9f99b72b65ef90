import type { Plan, Section } from '../plan/plan.ts';
import { sliceOf } from '../text/range.ts';
import type { TextEdit } from '../text/edits.ts';
import { commentsIn, hasText, isEmptySection } from './emptiness.ts';
import { bodyOf, insertBlock, subsectionsToWrite } from './insert.ts';
import { isRequired, type ContractSection, type Kind } from './kind.ts';
import type { Match } from './match.ts';
import type { Values } from './placeholders.ts';

/** A section in which nothing is written, with what the template writes there. */
export interface EmptySection {
  readonly contract: ContractSection;
  readonly section: Section;
  readonly edit: TextEdit | undefined;
}

const GUIDANCE = /<!--[\s\S]*?-->/g;

/** A section that holds others of the template is not empty but lacks them, or they are. */
export function emptySections(plan: Plan, kind: Kind, match: Match, values: Values): readonly EmptySection[] {
  const found = Array.from(match.found).filter(([contract, section]) => section !== plan.title && contract !== kind.root);
  return found.flatMap(([contract, section]) => {
    if (!isEmptySection(plan, section) || isSaidInTitle(contract, section) || isLeftToItsParts(contract, section, match, values)) return [];
    const comments = commentsIn(plan, section);
    const body = bodyOf(contract);
    // Where the template has nothing but guidance, that is all it can ask for.
    if (!hasText(body.replace(GUIDANCE, '')) && contract.children.length === 0 && (body === '' || comments.length > 0)) return [];
    return [{ contract, section, edit: bodyEdit(plan, match, contract, section, values) }];
  });
}

/** "Confidence: 80%" says it all. */
function isSaidInTitle({ title }: ContractSection, { heading }: Section): boolean {
  return /:\s*\{\{/.test(title) && /:\s*\S/.test(heading.title);
}

function isLeftToItsParts(contract: ContractSection, { range }: Section, match: Match, values: Values): boolean {
  const isPartHere = (part: ContractSection): boolean => {
    const found = match.found.get(part);
    // One that is written at the level of its parent follows it.
    return found !== undefined && found.range.start > range.start && found.range.start <= range.end;
  };
  const isWritten = hasText(bodyOf(contract).replace(GUIDANCE, ''));
  return contract.children.some((part) => isPartHere(part) || (!isWritten && isRequired(part, values)));
}

function bodyEdit(plan: Plan, match: Match, contract: ContractSection, section: Section, values: Values): TextEdit | undefined {
  const comments = commentsIn(plan, section);
  const known = new Set(comments.map((range) => inOneLine(sliceOf(plan.text, range))));
  const body = bodyOf(contract).replace(GUIDANCE, (guidance) => (known.has(inOneLine(guidance)) ? '' : guidance)).replace(/\n{3,}/g, '\n\n').trim();
  const parts = hasText(body.replace(GUIDANCE, '')) ? [] : subsectionsToWrite(contract, section.heading.level - contract.level, match, values);
  const block = [body, ...(parts ?? [])].filter((part) => part !== '').join('\n\n');
  if (parts === undefined || block === '') return undefined;
  return insertBlock(plan, comments.at(-1)?.end ?? section.heading.range.end, block, values);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

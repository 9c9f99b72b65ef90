import type { Plan, Section } from '../plan/plan.ts';
import type { ContractSection } from './kind.ts';
import { foundInTitles, type Match } from './match.ts';

/** A section whose title another one before it under the same parent has. */
export interface Duplicate {
  readonly section: Section;
  readonly first: Section;
}

/**
 * Of the sections of the template only, and only where the words are the same: "Risks" and "Risk Analysis" may be two things to their author.
 * Those below the members of a series, such as the problem of each decision, count as well.
 */
export function duplicates(plan: Plan, match: Match): readonly Duplicate[] {
  return foundInTitles(match, duplicates, () => repeated(plan, match));
}

function repeated(plan: Plan, match: Match): readonly Duplicate[] {
  const contractOf = new Map(Array.from(match.found, ([contract, section]) => [section, contract]));
  const first = new Map<Section | undefined, Map<string, Section>>();
  return plan.sections.flatMap((section): readonly Duplicate[] => {
    if (section === plan.title || section.key === '') return [];
    const siblings = first.get(section.parent) ?? new Map<string, Section>();
    first.set(section.parent, siblings);
    const before = siblings.get(section.key);
    if (before === undefined) siblings.set(section.key, section);
    // Two sections of the template may have one title.
    if (before === undefined || contractOf.has(section)) return [];
    return contractOf.has(before) || isPartOfMember(section, contractOf) ? [{ section, first: before }] : [];
  });
}

/** Whether the template has this section below the repeated one that its parent is a member of. */
function isPartOfMember({ key, parent }: Section, contractOf: ReadonlyMap<Section, ContractSection>): boolean {
  const series = parent?.parent && contractOf.get(parent.parent);
  if (parent === undefined || series === undefined) return false;
  const members = series.children.filter(({ repeat, patterns }) => repeat !== undefined && patterns.some((pattern) => pattern.matchKey(parent.key)));
  return members.some(({ children }) => children.some(({ patterns }) => patterns.some((pattern) => pattern.matchKey(key))));
}

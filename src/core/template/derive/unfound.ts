import { readPlan } from '../../plan/plan.ts';
import type { DerivedSection } from './sections.ts';
import { readTemplate, type ContractSection } from '../kind.ts';
import { matchContract } from '../match.ts';

/** So many comparisons of a section of the template with one of a document are made; real documents need a hundredth of it. */
const MOST_COMPARISONS = 50_000_000;

/**
 * Requires no section that a document has but the contract would not find there, as where a title cannot be written as it is or where
 * another section answers in its place: no document may be told to add what it has.
 */
export function withoutUnfound(sections: readonly DerivedSection[], template: string, documents: readonly { readonly text: string }[]): readonly DerivedSection[] {
  const { kind } = readTemplate(template);
  if (kind === undefined) return sections;
  const derived = new Map<ContractSection, DerivedSection>();
  pair(kind.sections, sections, derived);
  const unfound = new Set<DerivedSection>();
  let comparisons = 0;
  documents.forEach(({ text }, document) => {
    const plan = readPlan(text);
    comparisons += derived.size * plan.sections.length;
    if (comparisons > MOST_COMPARISONS) return;
    for (const { section } of matchContract(plan, kind, {}).missing) {
      const missed = derived.get(section);
      if (missed?.documents.has(document)) unfound.add(missed);
    }
  });
  return unfound.size === 0 ? sections : sections.map((section) => offered(section, unfound));
}

function pair(contract: readonly ContractSection[], sections: readonly DerivedSection[], pairs: Map<ContractSection, DerivedSection>): void {
  const standing = sections.filter(({ stands }) => stands);
  contract.forEach((asked, index) => {
    const section = standing[index];
    if (section === undefined) return;
    pairs.set(asked, section);
    pair(asked.children, section.children, pairs);
  });
}

function offered(section: DerivedSection, unfound: ReadonlySet<DerivedSection>): DerivedSection {
  return { ...section, required: section.required && !unfound.has(section), children: section.children.map((child) => offered(child, unfound)) };
}

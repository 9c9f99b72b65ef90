import { leadIns } from '../plan/lead-ins.ts';
import type { Label, Plan, Section } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import { isApplicable, isRequired, type ContractSection, type Kind } from './kind.ts';
import type { Values } from './placeholders.ts';

/** Which section of the document answers which section of the contract. */
export interface Match {
  readonly found: ReadonlyMap<ContractSection, Section>;
  /** Sections written as a bold label in place of a heading. */
  readonly labelled: ReadonlyMap<ContractSection, Label>;
  /** Required and nowhere in the document; of a missing section with its own subsections only the outer one. */
  readonly missing: readonly MissingSection[];
}

export interface MissingSection {
  readonly section: ContractSection;
  readonly parent: ContractSection | undefined;
  readonly siblings: readonly ContractSection[];
}

export function matchContract(plan: Plan, kind: Kind, values: Values): Match {
  const matcher = new Matcher(plan);
  const top = plan.title !== undefined && plan.title.children.length > 0 ? plan.title.children : plan.sections;
  matcher.matchWithin(kind.sections, top);
  matcher.matchAnywhere(kind.sections, (section) => isApplicable(section, values));
  // What is not asked for here may stand here all the same.
  matcher.matchAnywhere(kind.sections, () => true);
  matcher.collectMissing(kind.sections, undefined, values);
  return matcher;
}

class Matcher implements Match {
  readonly found = new Map<ContractSection, Section>();
  readonly labelled = new Map<ContractSection, Label>();
  readonly missing: MissingSection[] = [];
  readonly #plan: Plan;
  readonly #claimed = new Set<Section>();
  #labels: readonly { readonly label: Label; readonly key: string }[] | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Every section below the one that stands for its parent. */
  matchWithin(contract: readonly ContractSection[], candidates: readonly Section[]): void {
    for (const section of contract) {
      if (section.repeat !== undefined) continue;
      const answer = this.#answer(section, candidates);
      if (answer === undefined) continue;
      this.#claim(section, answer);
      this.matchWithin(section.children, answer.children);
    }
  }

  /** What stands under another parent or at another level still counts: where it belongs is for another rule to say. */
  matchAnywhere(contract: readonly ContractSection[], isTurnOf: (section: ContractSection) => boolean): void {
    for (const section of contract) {
      if (section.repeat !== undefined) continue;
      if (!isTurnOf(section)) continue;
      if (!this.found.has(section)) this.#claimAnywhere(section);
      this.matchAnywhere(section.children, isTurnOf);
    }
  }

  collectMissing(contract: readonly ContractSection[], parent: ContractSection | undefined, values: Values): void {
    for (const section of contract) {
      if (this.found.has(section)) this.collectMissing(section.children, section, values);
      else if (isRequired(section, values) && !this.labelled.has(section)) this.missing.push({ section, parent, siblings: contract });
    }
  }

  #answer(section: ContractSection, candidates: readonly Section[]): Section | undefined {
    for (const pattern of section.patterns) {
      const answer = candidates.find((candidate) => !this.#claimed.has(candidate) && pattern.matchKey(candidate.key));
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  #claim(section: ContractSection, answer: Section): void {
    this.found.set(section, answer);
    this.#claimed.add(answer);
  }

  #claimAnywhere(section: ContractSection): void {
    const answer = this.#answer(section, this.#plan.sections.filter((candidate) => candidate !== this.#plan.title));
    if (answer !== undefined) return this.#claim(section, answer);
    this.#labels ??= [...this.#plan.outline.labels, ...leadIns(this.#plan)].map((label) => ({ label, key: titleKey(label.title) }));
    const labelled = this.#labels.find(({ key }) => section.patterns.some((pattern) => pattern.matchKey(key)));
    if (labelled !== undefined) this.labelled.set(section, labelled.label);
  }
}

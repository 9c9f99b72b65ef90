import { leadIns } from '../plan/lead-ins.ts';
import type { Label, Plan, Section } from '../plan/plan.ts';
import { madeOfTitles } from '../plan/titles-memory.ts';
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
  /** The same for every version of a document whose titles are the same. */
  readonly titles: object;
}

export interface MissingSection {
  readonly section: ContractSection;
  readonly parent: ContractSection | undefined;
  readonly siblings: readonly ContractSection[];
}

/** A match by the places of sections and labels in their lists. */
interface MatchedPlaces {
  readonly found: readonly (readonly [ContractSection, number])[];
  readonly labelled: readonly (readonly [ContractSection, number])[];
  readonly missing: readonly MissingSection[];
}

export function matchContract(plan: Plan, kind: Kind, values: Values): Match {
  const places = madeOfTitles(plan, kind, JSON.stringify(values), () => matchPlaces(plan, kind, values));
  const labels = places.labelled.length === 0 ? [] : labelsOf(plan);
  return { found: named(places.found, plan.sections), labelled: named(places.labelled, labels), missing: places.missing, titles: places };
}

const findNothing = new WeakMap<object, Set<unknown>>();

/** What is found in the titles alone, which mostly is nothing: then it is looked for again only when they change. */
export function foundInTitles<T>({ titles }: Match, finder: unknown, find: () => readonly T[]): readonly T[] {
  const nothing = findNothing.get(titles) ?? new Set<unknown>();
  if (nothing.has(finder)) return [];
  const found = find();
  if (found.length === 0) findNothing.set(titles, nothing.add(finder));
  return found;
}

function named<T>(places: readonly (readonly [ContractSection, number])[], list: readonly T[]): ReadonlyMap<ContractSection, T> {
  const result = new Map<ContractSection, T>();
  for (const [contract, place] of places) {
    const one = list[place];
    if (one !== undefined) result.set(contract, one);
  }
  return result;
}

function labelsOf(plan: Plan): readonly Label[] {
  return [...plan.outline.labels, ...leadIns(plan)];
}

function matchPlaces(plan: Plan, kind: Kind, values: Values): MatchedPlaces {
  const matcher = new Matcher(plan);
  const top = plan.title !== undefined && plan.title.children.length > 0 ? plan.title.children : plan.sections;
  matcher.matchWithin(kind.sections, top);
  matcher.matchAnywhere(kind.sections, (section) => isApplicable(section, values));
  // What is not asked for here may stand here all the same.
  matcher.matchAnywhere(kind.sections, () => true);
  matcher.collectMissing(kind.sections, undefined, values);
  const placeOf = new Map(plan.sections.map((section, index) => [section, index]));
  return {
    found: Array.from(matcher.found, ([contract, section]) => [contract, placeOf.get(section) ?? -1] as const),
    labelled: Array.from(matcher.labelled),
    missing: matcher.missing,
  };
}

class Matcher {
  readonly found = new Map<ContractSection, Section>();
  /** By the places of the labels in their list. */
  readonly labelled = new Map<ContractSection, number>();
  readonly missing: MissingSection[] = [];
  readonly #plan: Plan;
  readonly #claimed = new Set<Section>();
  #others: readonly Section[] | undefined;
  #labels: readonly string[] | undefined;

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
    this.#others ??= this.#plan.sections.filter((candidate) => candidate !== this.#plan.title);
    const answer = this.#answer(section, this.#others);
    if (answer !== undefined) return this.#claim(section, answer);
    this.#labels ??= labelsOf(this.#plan).map(({ title }) => titleKey(title));
    const labelled = this.#labels.findIndex((key) => section.patterns.some((pattern) => pattern.matchKey(key)));
    if (labelled >= 0) this.labelled.set(section, labelled);
  }
}

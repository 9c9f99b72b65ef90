import type { Plan, Section } from '../plan/plan.ts';
import { isRequired, type ContractSection, type Kind } from './kind.ts';
import { foundInTitles, type Match } from './match.ts';
import type { Values } from './placeholders.ts';

/** A required section that stands at another level than those it belongs with. */
export interface OffLevel {
  readonly section: Section;
  /** Those in which it belongs; nothing for one of the whole document. */
  readonly within: Section | undefined;
  /** The one it has slipped into, where it is too deep. */
  readonly inside: Section | undefined;
  readonly level: number;
  /** The section with all below it that is its own. */
  readonly moved: readonly Section[];
}

/** Only slips: whole documents and whole groups that are written at other levels than the template has are a matter of taste. */
export function offLevels(plan: Plan, kind: Kind, match: Match, values: Values): readonly OffLevel[] {
  return foundInTitles(match, offLevels, () => new Levels(plan, match, values).in(kind.sections, plan.title));
}

class Levels {
  readonly #plan: Plan;
  readonly #match: Match;
  readonly #values: Values;
  readonly #contractOf: ReadonlyMap<Section, ContractSection>;

  constructor(plan: Plan, match: Match, values: Values) {
    this.#plan = plan;
    this.#match = match;
    this.#values = values;
    this.#contractOf = new Map(Array.from(match.found, ([contract, section]) => [section, contract]));
  }

  in(siblings: readonly ContractSection[], within: Section | undefined): readonly OffLevel[] {
    const below = siblings.flatMap((contract) => {
      const section = this.#match.found.get(contract);
      return section === undefined ? [] : this.in(contract.children, section);
    });
    return within === undefined ? below : [...this.#amongSiblings(siblings, within), ...below];
  }

  #amongSiblings(siblings: readonly ContractSection[], within: Section): readonly OffLevel[] {
    const found = siblings.flatMap((contract) => {
      const section = this.#match.found.get(contract);
      return section === undefined ? [] : [{ contract, section }];
    });
    const promoted = this.#promoted(found.map(({ section }) => section), within);
    const isIn = ({ parent, heading }: Section): boolean => parent === within || (parent !== undefined && promoted.has(parent) && heading.level > within.heading.level);
    const inPlace = found.map(({ section }) => section).filter((section) => !promoted.has(section) && isIn(section));
    const isWhole = within === this.#plan.title;
    if (inPlace.length === 0 && (isWhole || found.length !== 1)) return [];
    const level = commonest(inPlace.map(({ heading }) => heading.level)) ?? within.heading.level + 1;
    const atLevel = new Set(inPlace.filter(({ heading }) => heading.level === level));
    const off = found.flatMap(({ contract, section }): readonly OffLevel[] => {
      const inside = section.parent && atLevel.has(section.parent) ? section.parent : undefined;
      const isOff = section.heading.level !== level && (section.parent === within || inside !== undefined || promoted.has(section));
      return isOff && isRequired(contract, this.#values) ? [{ section, within: isWhole ? undefined : within, inside, level, moved: this.#own(contract, section) }] : [];
    });
    return off.length <= Math.max(1, atLevel.size) ? off : [];
  }

  /** Those that follow the section they belong in without a gap, and would be in it if they were deeper. */
  #promoted(found: readonly Section[], within: Section): ReadonlySet<Section> {
    const promoted = new Set<Section>();
    const outside = found.filter(({ heading }) => heading.level <= within.heading.level).sort((a, b) => a.range.start - b.range.start);
    let end = within.range.end;
    for (const section of outside) {
      if (section.range.start !== end && within !== this.#plan.title) continue;
      promoted.add(section);
      end = section.range.end;
    }
    return promoted;
  }

  /** The section and what stands below it, up to the first that is another section of the template. */
  #own(contract: ContractSection, section: Section): readonly Section[] {
    const first = this.#plan.sections.indexOf(section);
    const own = [section];
    for (let index = first + 1; index < this.#plan.sections.length; index++) {
      const next = this.#plan.sections[index];
      if (next === undefined || next.range.start >= section.range.end) break;
      const answers = this.#contractOf.get(next);
      if (answers !== undefined && !isBelow(contract, answers)) break;
      own.push(next);
    }
    return own;
  }
}

function isBelow(contract: ContractSection, other: ContractSection): boolean {
  return contract.children.some((child) => child === other || isBelow(child, other));
}

/** The value that occurs most; the lowest of equals. */
function commonest(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return Array.from(counts.keys()).filter((number) => counts.get(number) === most).sort((a, b) => a - b)[0];
}

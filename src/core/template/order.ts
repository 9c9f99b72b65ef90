import type { Plan, Section } from '../plan/plan.ts';
import { longestIncreasing } from '../text/increasing.ts';
import type { ContractSection, Kind } from './kind.ts';
import { foundInTitles, type Match } from './match.ts';

/** A section that must move for its siblings to stand in the order of the template. */
export interface OutOfOrder {
  readonly section: Section;
  /** The sibling that it comes next to, which stays where it is. */
  readonly neighbour: Answer;
  readonly side: 'before' | 'after';
  /** Its place among all sections of the template. */
  readonly rank: number;
}

/** A section of the document with the one of the template that it answers. */
interface Answer {
  readonly contract: ContractSection;
  readonly section: Section;
}

/** The least set of sections whose move brings all into order. Of a section that moves, what stands below it waits until it has. */
export function outOfOrder(plan: Plan, kind: Kind, match: Match): readonly OutOfOrder[] {
  return foundInTitles(match, outOfOrder, () => displaced(plan, kind, match));
}

function displaced(plan: Plan, kind: Kind, match: Match): readonly OutOfOrder[] {
  const ranks = new Map(flat(kind.sections).map((contract, rank) => [contract, rank]));
  const among = (siblings: readonly ContractSection[], within: Section | undefined): readonly OutOfOrder[] => {
    const answers = siblings.flatMap((contract): readonly Answer[] => {
      const section = match.found.get(contract);
      return section === undefined || section === plan.title ? [] : [{ contract, section }];
    });
    const moved = groupsOf(answers, within).flatMap((group) => displacedIn(group, ranks));
    const moving = new Set(moved.map(({ section }) => section));
    return [...moved, ...answers.filter(({ section }) => !moving.has(section)).flatMap(({ contract, section }) => among(contract.children, section))];
  };
  return among(kind.sections, undefined);
}

/** Only sections at one level under one parent have an order: what stands elsewhere has its reasons. */
function groupsOf(answers: readonly Answer[], within: Section | undefined): readonly (readonly Answer[])[] {
  const groups = new Map<Section | undefined, Map<number, Answer[]>>();
  for (const answer of answers) {
    const { parent, heading } = answer.section;
    if (within !== undefined && parent !== within) continue;
    const levels = groups.get(parent) ?? new Map<number, Answer[]>();
    groups.set(parent, levels.set(heading.level, [...(levels.get(heading.level) ?? []), answer]));
  }
  return Array.from(groups.values(), (levels) => Array.from(levels.values()).sort((a, b) => b.length - a.length)[0] ?? []);
}

function displacedIn(answers: readonly Answer[], ranks: ReadonlyMap<ContractSection, number>): readonly OutOfOrder[] {
  const kept = longestIncreasing(answers.map(({ section }) => section.range.start));
  return answers.flatMap(({ contract, section }, place): readonly OutOfOrder[] => {
    if (kept.has(place)) return [];
    const before = answers.findLast((_, index) => index < place && kept.has(index));
    const after = answers.find((_, index) => index > place && kept.has(index));
    const neighbour = before ?? after;
    return neighbour === undefined ? [] : [{ section, neighbour, side: before === undefined ? 'before' : 'after', rank: ranks.get(contract) ?? 0 }];
  });
}

function flat(sections: readonly ContractSection[]): readonly ContractSection[] {
  return sections.flatMap((section) => [section, ...flat(section.children)]);
}

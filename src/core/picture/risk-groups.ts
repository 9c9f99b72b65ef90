import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import type { Risk } from '../readings/risks/risk.ts';

/** The section that a risk stands in: not the one that the risk itself is the heading of. */
export function sectionOf(plan: Plan, { range }: Risk): Section | undefined {
  const section = sectionAt(plan, range.start);
  return section?.heading.range.start === range.start ? section.parent : section;
}

/** The narrowest section that holds all of these risks. */
export function sectionAround(plan: Plan, risks: readonly Risk[]): Section | undefined {
  const [first, ...others] = risks;
  let common = first && sectionOf(plan, first);
  for (const { range } of others) {
    while (common !== undefined && !(common.range.start <= range.start && range.end <= common.range.end)) common = common.parent;
  }
  return common;
}

/** The heading below that section under which a risk stands, as the sort of risk it is. */
export function headingAbove(plan: Plan, risk: Risk, around: Section | undefined): string | undefined {
  let section = sectionOf(plan, risk);
  if (section === undefined || section === around) return undefined;
  while (section.parent !== undefined && section.parent !== around) section = section.parent;
  return section.parent === around ? section.heading.title : undefined;
}

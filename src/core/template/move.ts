import type { Plan } from '../plan/plan.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent } from '../text/range.ts';
import { endWithSubsections, lineEndingOf } from './insert.ts';
import type { Match } from './match.ts';
import type { OutOfOrder } from './order.ts';

/** The edits that take a section, with all below it, next to its neighbour; nothing where it would be swallowed or swallow what follows. */
export function moveSection(plan: Plan, match: Match, { section, neighbour, side, rank }: OutOfOrder): readonly TextEdit[] | undefined {
  const { text, outline } = plan;
  const goal = side === 'after' ? endWithSubsections(plan, match, neighbour.contract, neighbour.section) : neighbour.section.range.start;
  if (outline.openFrom !== undefined && outline.openFrom < Math.max(goal, section.range.end)) return undefined;
  const blank = lineEndingOf(text).repeat(2);
  const [start, end] = [endOfContent(text, section.range.start), endOfContent(text, section.range.end)];
  const isFirst = start === 0;
  const gap = text.slice(start, section.range.start);
  const content = text.slice(section.range.start, end);
  const to = endOfContent(text, goal);
  const moved = to === 0 ? { range: at(goal), text: content + blank, rank } : { range: at(to), text: (isFirst || !hasBlankLine(gap) ? blank : gap) + content + lineBetween(plan, to, goal), rank };
  if (isFirst) return [{ range: { start: section.range.start, end: section.range.end }, text: '' }, moved];
  return [{ range: { start, end }, text: lineBetween(plan, end, section.range.end) }, moved];
}

/** Without a blank line an underlined heading would take in the text above it. */
function lineBetween({ text }: Plan, end: number, next: number): string {
  return next < text.length && !hasBlankLine(text.slice(end, next)) ? lineEndingOf(text) : '';
}

function at(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}

function hasBlankLine(gap: string): boolean {
  return (gap.match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
}

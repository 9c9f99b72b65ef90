import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import { isLeftOver } from './blank-forms.ts';
import type { Kind } from './kind.ts';
import type { Match } from './match.ts';
import { mannersOf, type Manner, type Stretch } from './manners.ts';

/** Something that still stands where the author was to write. */
export interface Leftover {
  readonly text: string;
  readonly range: Range;
}

/** Everything that may be one; what it is depends on what stands around it. */
const CANDIDATE =
  /\{\{[^{}\r\n]{1,200}\}\}|\[[^[\]\r\n]{1,300}\]|<[^<>\r\n]{1,200}>|\{[^{}\r\n]{3,400}\}|(?<![\p{L}\p{N}_])(?:TBD|TBA|TBC|TODO|FIXME|YYYY-MM-DD|X{2,6}|X{1,2}\s?(?:ms|[dhmsw%])|N{1,2}\s?%|N{1,2}(?:ms|[dhmsw])|\?{2,5})(?![\p{L}\p{N}_])/gu;
const LONGEST_CONTEXT = 160;

/** In the order of the document; none in comments, or in code of which the template has none there. */
export function leftovers(plan: Plan, kind: Kind, match: Match): readonly Leftover[] {
  const { text } = plan;
  const stretches = mannersOf(plan, kind, match);
  const found: Leftover[] = [];
  let place = 0;
  for (let candidate = next(text, 0); candidate !== null; ) {
    const { 0: written, index } = candidate;
    while ((stretches[place]?.range.end ?? Infinity) <= index) place += 1;
    const manner = mannerAt(stretches[place], index);
    const end = index + written.length;
    const around = { before: lineBefore(text, index), after: lineAfter(text, end) };
    const isLeft = manner !== 'silent' && isLeftOver(written, around, manner, plan, kind);
    if (isLeft) found.push({ text: written, range: { start: index, end } });
    // What is no placeholder itself may hold one.
    const from = manner === 'silent' ? (stretches[place]?.range.end ?? end) : isLeft ? end : index + 1;
    candidate = next(text, from);
  }
  return found;
}

function next(text: string, from: number): RegExpExecArray | null {
  CANDIDATE.lastIndex = from;
  return CANDIDATE.exec(text);
}

function mannerAt(stretch: Stretch | undefined, offset: number): Manner {
  return stretch !== undefined && stretch.range.start <= offset ? stretch.manner : 'text';
}

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LONGEST_CONTEXT), offset);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

function lineAfter(text: string, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_CONTEXT))?.[0] ?? '';
}

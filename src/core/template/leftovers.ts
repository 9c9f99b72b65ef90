import { foundIn, recalled } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import { definitionsIn, isLeftOver } from './blank-forms.ts';
import type { Kind } from './kind.ts';
import type { Match } from './match.ts';
import { isOpenAtEnd, mannersIn, readFences, type Manner, type Stretch } from './manners.ts';

/** Something that still stands where the author was to write. */
export interface Leftover {
  readonly text: string;
  readonly range: Range;
}

/** Everything that may be one; what it is depends on what stands around it. */
const CANDIDATE =
  /\{\{[^{}\r\n]{1,200}\}\}|\[[^[\]\r\n]{1,300}\]|<[^<>\r\n]{1,200}>|\{[^{}\r\n]{3,400}\}|(?<![\p{L}\p{N}_])(?:TBD|TBA|TBC|TODO|FIXME|YYYY-MM-DD|X{2,6}|X{1,2}\s?(?:ms|[dhmsw%])|N{1,2}\s?%|N{1,2}(?:ms|[dhmsw])|\?{2,5})(?![\p{L}\p{N}_])/gu;
const LONGEST_CONTEXT = 160;
const BLANK_LINE = /(?:^|\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/;
const hash = 35;

/** In the order of the document; none in comments, or in code of which the template has none there. */
export function leftovers(plan: Plan, kind: Kind, match: Match): readonly Leftover[] {
  const find = findersOf(kind);
  const inFences = readFences(plan, kind, match).flatMap(({ range, manner }) => recalled(plan, range, find[manner], () => find[manner](plan, range)));
  const inText = isInPieces(plan) ? foundIn(plan, find.text) : find.text(plan, { start: 0, end: plan.text.length });
  return inFences.length === 0 ? inText : [...inText, ...inFences].sort((a, b) => a.range.start - b.range.start);
}

type Find = (plan: Plan, span: Range) => readonly Leftover[];
const finders = new WeakMap<Kind, Readonly<Record<Manner, Find>>>();

function findersOf(kind: Kind): Readonly<Record<Manner, Find>> {
  const inFence = (manner: Manner): Find => (plan, span) => leftoversIn(plan, kind, span, [{ range: span, manner }]);
  const find = finders.get(kind) ?? {
    text: (plan, span) => leftoversIn(plan, kind, span, mannersIn(plan, span)),
    code: inFence('code'),
    yaml: inFence('yaml'),
    diagram: inFence('diagram'),
    block: inFence('block'),
    silent: () => [],
  };
  finders.set(kind, find);
  return find;
}

/** Whether each piece between two headings can be read by itself. */
function isInPieces(plan: Plan): boolean {
  const { text, sections } = plan;
  const isApart = sections.every(({ heading: { range: { start } } }) => text.charCodeAt(start) === hash || BLANK_LINE.test(text.slice(Math.max(0, start - 50), start)));
  return isApart && foundIn(plan, piecesThatReach).length === 0;
}

/** Those that may change how others are read. */
function piecesThatReach(plan: Plan, piece: Range): readonly Range[] {
  return isOpenAtEnd(plan, piece) || definitionsIn(plan, piece).length > 0 ? [piece] : [];
}

function leftoversIn(plan: Plan, kind: Kind, span: Range, stretches: readonly Stretch[]): readonly Leftover[] {
  const text = plan.text.slice(0, span.end);
  const found: Leftover[] = [];
  let place = 0;
  for (let candidate = next(text, span.start); candidate !== null; ) {
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

import type { Plan } from '../plan/plan.ts';
import { sliceOf } from '../text/range.ts';
import type { Numbered, Series } from './numbered-series.ts';

/** A member with the number that it should have. */
export interface Counted {
  readonly member: Numbered;
  readonly expected: number;
}

/** Where a count goes wrong: a number is left out before it, or another one has it. */
export interface Break extends Counted {
  readonly found: number;
  /** The other one. */
  readonly twin: Numbered | undefined;
}

/** Every member with its number, by their order and not by where they stand: authors may sort them otherwise. */
export function countSeries(plan: Plan, series: Series): { readonly counted: readonly Counted[]; readonly breaks: readonly Break[] } {
  const inOrder = series.members.toSorted((a, b) => numberOf(a) - numberOf(b) || a.number.range.start - b.number.range.start);
  const counted: Counted[] = [];
  const breaks: Break[] = [];
  const numbers = inOrder.map(numberOf);
  if (isInSteps(numbers) || isInParts(numbers)) return { counted, breaks };
  let others: ReadonlySet<number> | undefined;
  const isInOtherForm = (number: number): boolean => (others ??= numbersInOtherForms(plan, series)).has(number);
  let expected = numberOf(inOrder[0]);
  let shift = 0;
  inOrder.forEach((member, index) => {
    const found = numberOf(member);
    if (series.isOpen) expected = Math.max(expected, found);
    while (expected < found && isInOtherForm(expected)) expected++;
    counted.push({ member, expected });
    const twin = inOrder[index - 1];
    if (found !== expected && found - expected !== shift) breaks.push({ member, expected, found, twin: twin && numberOf(twin) === found ? twin : undefined });
    shift = found - expected;
    expected++;
  });
  return { counted, breaks };
}

export function numberOf(member: Numbered | undefined): number {
  return Number(member?.number.text ?? 0);
}

/** 10, 20, 30: room is left on purpose. */
function isInSteps(numbers: readonly number[]): boolean {
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  return step > 1 && numbers.length > 2 && numbers.every((number, index) => number === first + index * step);
}

/** 1, 2, 2, 2: one is told in several parts. */
function isInParts(numbers: readonly number[]): boolean {
  return numbers.some((number, index) => number === numbers[index + 1] && number === numbers[index + 2]);
}

/** What begins a line as `Phase 3a`, `Phase 3.1` or `Phase 3 is …` is there as well. */
function numbersInOtherForms(plan: Plan, { word, members, others, within }: Series): ReadonlySet<number> {
  const own = new Set(members.map(({ number }) => number.range.start));
  const numbers = new Set(others);
  const pattern = new RegExp(String.raw`^[^\p{L}\p{N}\r\n]{0,20}(?:\d{1,3}[.):]\s)?[^\p{L}\p{N}\r\n]{0,20}${word}s?[ \t#_-]{0,3}(\d{1,3})`, 'gimu');
  for (const { 0: head, 1: number = '', index } of sliceOf(plan.text, within).matchAll(pattern)) {
    if (!own.has(within.start + index + head.length - number.length)) numbers.add(Number(number));
  }
  return numbers;
}

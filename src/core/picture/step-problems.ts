import { sentence, type Need } from '../lint/dependencies.ts';
import type { Finding, Severity } from '../lint/rule.ts';
import type { Plan } from '../plan/plan.ts';
import { listed } from '../lint/wording.ts';
import { lastBefore } from '../text/in-order.ts';
import type { Range } from '../text/range.ts';
import { placed, type Placed } from './source.ts';

/** What is wrong with a step, as a check says it. */
export interface StepProblem extends Placed {
  readonly message: string;
  readonly severity: Severity;
  /** Whether it is about what comes after what. */
  readonly isOrder: boolean;
  /** The numbers of the steps that it is about. */
  readonly steps: readonly number[];
}

/** A step as the findings know it. */
export interface Faulty {
  readonly key: string | undefined;
  /** As messages call it: `wave 2`. */
  readonly name: string;
  readonly needs: readonly Need[];
  readonly range: Range;
}

const ORDER_RULE = 'valid-dependencies';
/** What is missing is reported where it would stand, which may be in a step that it has nothing to do with. */
const MISSING_BESIDE = /^required-(?!phase-fields$)/;
const MOST_PROBLEMS = 300;
const MOST_NAMED = 6;

/** The findings that stand in steps, and those about what steps wait for, wherever that is written. */
export function problemsOf(plan: Plan, findings: readonly Finding[], steps: readonly Faulty[], circles: readonly (readonly number[])[]): readonly StepProblem[] {
  const waiting = stepsByNeed(steps);
  const circleAt = new Map(circles.map((circle) => [needAlong(steps, circle)?.value.range.start, circle]));
  const inOrder = steps.map(({ range }, index) => ({ range, index })).sort((a, b) => a.range.start - b.range.start);
  const byStart = new Map<number, number[]>();
  for (const { range, index } of inOrder) byStart.set(range.start, [...(byStart.get(range.start) ?? []), index]);
  const around = ({ rule, range: { start } }: Finding): readonly number[] => {
    const last = lastBefore(inOrder, start);
    return last !== undefined && start < last.range.end && !MISSING_BESIDE.test(rule) ? (byStart.get(last.range.start) ?? []) : [];
  };
  const found = findings.flatMap((finding) => {
    const isOrder = finding.rule === ORDER_RULE;
    const about = isOrder ? (circleAt.get(finding.range.start) ?? meant(finding, waiting, steps) ?? around(finding)) : around(finding);
    return about.length === 0 ? [] : [problem(plan, finding, isOrder, about)];
  });
  const told = new Set(found.filter(({ isOrder }) => isOrder).map(({ range }) => range.start));
  const untold = circles.flatMap((circle) => {
    const need = needAlong(steps, circle);
    return need === undefined || told.has(need.value.range.start) ? [] : [problem(plan, { message: circleMessage(steps, circle), range: need.value.range, severity: 'error' }, true, circle)];
  });
  return [...found, ...untold].slice(0, MOST_PROBLEMS);
}

/** What makes the first step of a circle wait for the next: there stands what is said of it. */
export function needAlong(steps: readonly Faulty[], [first, second]: readonly number[]): Need | undefined {
  return first === undefined || second === undefined ? undefined : steps[first]?.needs.find(({ key }) => key === steps[second]?.key);
}

function problem(plan: Plan, { message, range, severity }: Pick<Finding, 'message' | 'range' | 'severity'>, isOrder: boolean, about: readonly number[]): StepProblem {
  return { message, severity, isOrder, steps: about.map((index) => index + 1), ...placed(plan, range) };
}

/** Of several steps that wait by the same words, the one that the message begins with. */
function meant({ message, range }: Finding, waiting: ReadonlyMap<number, readonly number[]>, steps: readonly Faulty[]): readonly number[] | undefined {
  const all = waiting.get(range.start);
  const named = (all ?? []).filter((index) => message.toLowerCase().startsWith(`${steps[index]?.name ?? ''} `));
  return named.length > 0 ? named : all;
}

function stepsByNeed(steps: readonly Faulty[]): ReadonlyMap<number, readonly number[]> {
  const waiting = new Map<number, number[]>();
  for (const [index, { needs }] of steps.entries()) {
    for (const { value } of needs) {
      const known = waiting.get(value.range.start);
      if (known === undefined) waiting.set(value.range.start, [index]);
      else known.push(index);
    }
  }
  return waiting;
}

/** Where the check is switched off, the picture still cannot order what waits for itself. */
function circleMessage(steps: readonly Faulty[], circle: readonly number[]): string {
  const names = circle.slice(0, MOST_NAMED).map((index) => steps[index]?.name ?? '');
  const others = circle.length > MOST_NAMED ? [`${circle.length - MOST_NAMED} more`] : [];
  return sentence(`${listed([...names, ...others])} wait for each other: none of them can begin until one of these dependencies goes.`);
}

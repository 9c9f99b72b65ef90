import { estimateOf } from '../lint/task-estimates.ts';
import type { Plan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { Task } from '../readings/phases/tasks.ts';
import { placed, type Placed } from './source.ts';
import { named } from './step-words.ts';

/** A task, or one thing that a step is to deliver. */
export interface Work extends Placed {
  readonly id: string | undefined;
  readonly text: string;
  /** The effort in the author's words. */
  readonly effort: string | undefined;
  readonly hours: number | undefined;
  /** The ids of tasks that come before. */
  readonly after: readonly string[];
  /** Nothing where there is no box to tick. */
  readonly done: boolean | undefined;
}

/** How much of what can be ticked is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The hours of what is not done, where any of it says how long it takes. */
  readonly hoursLeft: number | undefined;
  /** How many of those that are not done do not say so. */
  readonly unsized: number;
}

/** Between a box and its text stand only white space and the marks of quotes. */
const FARTHEST_BOX = 60;

export function worksIn(plan: Plan, values: readonly Value[]): readonly Work[] {
  return values.flatMap((value) => {
    const text = named(value);
    if (text === undefined) return [];
    const before = plan.text.slice(Math.max(0, value.range.start - FARTHEST_BOX), value.range.start);
    const box = /\[([ \txX])\][\s>]*$/.exec(before)?.[1];
    return [{ id: undefined, text, effort: undefined, hours: undefined, after: [], done: box === undefined ? undefined : /x/i.test(box), ...placed(plan, value.range) }];
  });
}

export function workOf(plan: Plan, task: Task): Work {
  const estimate = estimateOf(plan.text, task);
  const hours = estimate?.hours;
  return {
    id: task.id?.text,
    text: named(task.title) ?? (task.id === undefined ? 'Unnamed task' : ''),
    effort: estimate === undefined || hours === undefined ? undefined : plainTitle(estimate.value.text),
    hours,
    after: task.after.map(({ text }) => text),
    done: task.done,
    ...placed(plan, task.range),
  };
}

export function progressOf(works: readonly Work[]): Progress | undefined {
  const boxes = works.filter(({ done }) => done !== undefined);
  if (boxes.length === 0) return undefined;
  const left = boxes.filter(({ done }) => done === false);
  const sized = left.flatMap(({ hours }) => hours ?? []);
  return {
    done: boxes.length - left.length,
    total: boxes.length,
    hoursLeft: sized.length === 0 ? undefined : sum(sized),
    unsized: left.length - sized.length,
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { criticalPath, schedule, type Timed } from './schedule.ts';
import type { Turn } from './step-order.ts';
import { sum } from './works.ts';

/** When a step begins and ends, in hours from the start of the first. */
export interface StepTime {
  readonly start: number;
  readonly end: number;
  /** Nothing where it does not say how long it takes: then it counts as no time. */
  readonly hours: number | undefined;
  /** Whether the document itself says when it begins. */
  readonly isSet: boolean;
  /** By how many hours it may be late before something else is. */
  readonly slack: number;
  readonly isCritical: boolean;
  /** The numbers of the steps it comes after that are not done when it begins, as the document has it. */
  readonly tooEarlyFor: readonly number[];
}

export interface StepTimes {
  /** From the start of the first to the end of the last, in hours. */
  readonly total: number;
  /** All of it one after the other. */
  readonly inTurn: number;
  /** The numbers of the steps of one path that decides when the last one ends: each begins when the one before it ends. */
  readonly critical: readonly number[];
}

export interface TimedSteps {
  readonly times: StepTimes;
  readonly steps: readonly StepTime[];
}

/** Nothing where no step says how long it takes. */
export function timesOf(steps: readonly Timed[], turn: Turn): TimedSteps | undefined {
  const plan = schedule(steps, turn);
  if (!(plan.total > 0)) return undefined;
  const critical = criticalPath(plan, turn.after);
  return {
    times: { total: plan.total, inTurn: sum(steps.map(({ hours }) => hours ?? 0)), critical: critical.path.map((index) => index + 1) },
    steps: plan.places.map(({ start, end }, index) => ({
      start,
      end,
      hours: steps[index]?.hours,
      isSet: steps[index]?.start !== undefined,
      slack: plan.slack[index] ?? 0,
      isCritical: critical.steps.has(index),
      tooEarlyFor: (turn.after[index] ?? []).flatMap((need) => ((plan.places[need]?.end ?? 0) > start + 1e-6 ? [need + 1] : [])),
    })),
  };
}

import type { StepPicture, StepsPicture, Works } from '../../../src/core/picture/steps.ts';

const range = { start: 0, end: 0 };
export const NO_WORKS: Works = { items: [], more: 0, areTasks: false, hours: undefined, progress: undefined };

export function step(number: number, more: Partial<StepPicture> = {}): StepPicture {
  return { number, label: `Phase ${number}`, title: undefined, goal: undefined, status: undefined, state: undefined, effort: undefined, when: undefined, time: undefined, after: [], wrong: [], beside: [], column: 0, works: NO_WORKS, files: [], line: 0, range, ...more };
}

/** A step that begins and ends at these hours. */
export function timed(number: number, start: number, end: number, isCritical: boolean, more: Partial<StepPicture> = {}): StepPicture {
  return step(number, { time: { start, end, hours: end - start, isSet: false, slack: 0, isCritical, tooEarlyFor: [] }, ...more });
}

export function stepsPicture(steps: readonly StepPicture[], more: Partial<StepsPicture> = {}): StepsPicture {
  return { steps, more: 0, isAsWritten: false, outside: [], circles: [], problems: [], times: undefined, loose: NO_WORKS, ...more };
}

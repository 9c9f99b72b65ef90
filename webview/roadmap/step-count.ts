import type { StepsPicture } from '../../src/core/picture/steps.ts';

/** How many phases or waves there are; where there are none, how many tasks. */
export function stepCount({ steps, more, loose }: StepsPicture): number {
  return steps.length > 0 ? steps.length + more : loose.items.length + loose.more;
}

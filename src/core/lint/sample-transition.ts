import { readPlan } from '../plan/plan.ts';
import { readTransition, type Transition } from '../readings/transition/transition.ts';
import { isReadAs, type Kind } from '../template/kind.ts';

const known = new WeakMap<Kind, { readonly sample: Transition | undefined }>();

/** The record of transition as the template has it; none where it asks for none. */
export function sampleTransition(kind: Kind): Transition | undefined {
  const found = known.get(kind) ?? { sample: isReadAs(kind.root, 'transition') ? readTransition(readPlan(kind.body), { start: 0, end: kind.body.length }) : undefined };
  known.set(kind, found);
  return found.sample;
}

import { createPlan } from '../create-plan.ts';
import type { PlanSession } from '../plan-session.ts';

/** Asks for number and name and writes the plan of a phase from its template, ready to fill in. */
export async function newPhasePlan(session: PlanSession): Promise<void> {
  await createPlan('phase-plan', session);
}

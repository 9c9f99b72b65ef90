import { beginNextPhase } from '../create/next-phase.ts';
import { choosePlan } from '../create/chosen-plan.ts';
import { givenAnswers } from '../create/given-answers.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the plan of the next phase with all that this one leaves to it, and its row in the master plan. */
export async function startNextPhase(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'goes on from');
  if (chosen !== undefined) await beginNextPhase(session, chosen, givenAnswers(clicked, given));
}

import { choosePlan } from '../create/chosen-plan.ts';
import { approve } from '../create/plan-approval.ts';
import { givenAnswers } from '../create/given-answers.ts';
import type { PlanSession } from '../plan-session.ts';

/** Approves a plan: writes its status, who approved it and when, and marks what it says, so that later changes are shown. */
export async function approvePlan(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'approves');
  if (chosen !== undefined) await approve(session, chosen, givenAnswers(clicked, given));
}

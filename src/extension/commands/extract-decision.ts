import { choosePlan } from '../create/chosen-plan.ts';
import { extractTo } from '../create/decision-record.ts';
import { givenAnswers } from '../create/given-answers.ts';
import type { PlanSession } from '../plan-session.ts';

/** Makes the decision at the cursor a record of its own, in the form and folder of the others; the plan keeps its heading, what was chosen, and the link. */
export async function extractDecision(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'takes decisions out of');
  if (chosen !== undefined) await extractTo(session, chosen, givenAnswers(clicked, given));
}

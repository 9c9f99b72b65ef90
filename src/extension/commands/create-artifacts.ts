import { choosePlan } from '../create/chosen-plan.ts';
import { makeArtifacts } from '../create/artifacts.ts';
import { givenAnswers } from '../create/given-answers.ts';
import type { PlanSession } from '../plan-session.ts';

/** Makes the files that a system design lists and that are missing: records from its decisions, others with a pointer to the design. */
export async function createArtifacts(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'makes the files of');
  if (chosen !== undefined) await makeArtifacts(session, chosen, givenAnswers(clicked, given));
}

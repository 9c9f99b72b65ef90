import { givenAnswers } from '../create/given-answers.ts';
import { setStatus } from '../create/record-status.ts';
import type { PlanSession } from '../plan-session.ts';

/** Marks a decision record as one that no longer holds, in the place and form that the file uses. */
export function deprecateRecord(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return setStatus(session, clicked, givenAnswers(given), { name: 'deprecated', does: 'deprecates', verb: 'Deprecate' });
}

import { givenAnswers } from '../create/given-answers.ts';
import { setStatus } from '../create/record-status.ts';
import type { PlanSession } from '../plan-session.ts';

/** Rejects a decision record: writes the status and its day in the place and form that the file uses. */
export function rejectRecord(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return setStatus(session, clicked, givenAnswers(given), { name: 'rejected', does: 'rejects', verb: 'Reject' });
}

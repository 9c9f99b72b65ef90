import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the next decision record in the form, folder and numbering that the repository already uses. */
export function newDecisionRecord(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('adr', session, clicked);
}

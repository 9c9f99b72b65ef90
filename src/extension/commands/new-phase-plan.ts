import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the next phase plan from its template, with what the phase before left to it, and opens it at the first blank. */
export function newPhasePlan(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('phase-plan', session, clicked);
}

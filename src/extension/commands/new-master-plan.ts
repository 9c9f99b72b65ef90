import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the plan over all phases, with a row for each phase plan that is there. */
export function newMasterPlan(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('master-plan', session, clicked);
}

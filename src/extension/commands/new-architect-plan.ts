import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the design for a story from its requirements, constraints and quality targets, with the record of its transition to planned. */
export function newArchitectPlan(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('architect-plan', session, clicked);
}

import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the plan of a large change: it looks at the folders and dependencies of the code and puts them under the current architecture. */
export function newArchitecturalPlan(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('architectural-plan', session, clicked);
}

import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Turns what the phases of a plan deliver into a list of tasks beside it. */
export function decomposePlanIntoTasks(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('task-breakdown', session, clicked);
}

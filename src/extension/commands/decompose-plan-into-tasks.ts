import { decompose } from '../create/task-breakdown.ts';
import type { PlanSession } from '../plan-session.ts';

/** Turns what the phases of a plan deliver into a list of tasks beside it; run again, it adds what is new and changes nothing else. */
export function decomposePlanIntoTasks(session: PlanSession, clicked?: unknown): Promise<void> {
  return decompose(session, clicked);
}

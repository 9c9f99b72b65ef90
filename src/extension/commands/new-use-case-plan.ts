import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes the plan for a use case beside its document, and cites its actors, flows and requirements. */
export function newUseCasePlan(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('use-case-plan', session, clicked);
}

import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes a system design: its structure, its flow of data, and each decision with its options. */
export function newSystemDesign(session: PlanSession, clicked?: unknown): Promise<void> {
  return newDocument('system-design', session, clicked);
}

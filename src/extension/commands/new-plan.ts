import { chooseKindToWrite } from '../create/kind-choice.ts';
import { newDocument } from '../create/new-document.ts';
import type { PlanSession } from '../plan-session.ts';

/** Lists every kind of document, those of your own templates first, and writes the one you choose. */
export async function newPlan(session: PlanSession, clicked?: unknown): Promise<void> {
  const kind = await chooseKindToWrite(session, clicked);
  if (kind !== undefined) await newDocument(kind, session, clicked);
}

import type { PlanSession } from '../plan-session.ts';
import { deriveTemplateFrom } from '../create/derive-template.ts';

/** Reads documents that you have and writes the template they share, with how many of them have each section. */
export function deriveTemplate(session: PlanSession, clicked?: unknown, selected?: unknown): Promise<void> {
  return deriveTemplateFrom(session, clicked, selected);
}

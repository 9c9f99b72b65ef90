import { givenAnswers } from '../create/given-answers.ts';
import { supersedeWith } from '../create/supersede.ts';
import type { PlanSession } from '../plan-session.ts';

/** Puts a new record, or one that is there, in the place of another, and says so in both. */
export function supersedeRecord(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return supersedeWith(session, clicked, givenAnswers(given));
}

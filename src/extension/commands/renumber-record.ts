import { givenAnswers } from '../create/given-answers.ts';
import { renumberTo } from '../create/renumber.ts';
import type { PlanSession } from '../plan-session.ts';

/** Gives a record another number in its name, its head and every file that refers to it, shown before it is done. */
export function renumberRecord(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return renumberTo(session, clicked, givenAnswers(given));
}

import { givenAnswers } from '../create/given-answers.ts';
import { updateIndexOf } from '../create/record-index.ts';
import type { PlanSession } from '../plan-session.ts';

/** Adds missing records to the table that lists them and mends titles and states there; where there is none it asks to write one. */
export function updateRecordIndex(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return updateIndexOf(session, clicked, givenAnswers(given));
}

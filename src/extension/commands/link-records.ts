import { givenAnswers } from '../create/given-answers.ts';
import { linkTo } from '../create/record-link.ts';
import type { PlanSession } from '../plan-session.ts';

/** Writes into two records how they stand to each other: one amends, supersedes or relates to the other. */
export function linkRecords(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  return linkTo(session, clicked, givenAnswers(given));
}

import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { statusName } from '../readings/records/status-words.ts';
import { statesOf, transitionStatesOf } from '../template/choices.ts';
import { isReadAs, isRecordKind } from '../template/kind.ts';
import type { Subject } from './subject.ts';

/** The state that a plan says it is in. */
export interface PlanState {
  readonly place: Value;
  /** Whether everything that stands in the way of an approval has to be done in it. */
  readonly isClosed: boolean;
  /** The state that a plan begins in, where its template lists them. */
  readonly first: string | undefined;
}

/** From the record of its last transition, else from its status. Records of decisions, and plans that nobody approves, have none. */
export function stateOf(subject: Subject, open: readonly string[] = []): PlanState | undefined {
  const { kind, readings } = subject;
  if (isRecordKind(kind)) return undefined;
  const states = transitionStatesOf(kind.root);
  const isAsked = isReadAs(kind.root, 'transition');
  const to = isAsked ? readings.transition?.to : undefined;
  if (to && !isOpen(to.text)) return { place: to, isClosed: isClosed(to.text, states, open), first: states[0] };
  const status = isAsked || isReadAs(kind.root, 'status') ? readings.status?.value : undefined;
  if (status === undefined || isOpen(status.text)) return undefined;
  const words = statesOf(kind.root);
  return { place: status, isClosed: isClosed(status.text, isAsked ? states : [], open), first: words[0] ?? states[0] };
}

/** Any state of the list but the first, or a word that says as much; not one that says that the plan is given up. */
function isClosed(state: string, states: readonly string[], open: readonly string[]): boolean {
  const keyed = titleKey(state);
  const name = statusName(state);
  if (open.some((each) => titleKey(each) === keyed)) return false;
  const index = states.findIndex((each) => titleKey(each) === keyed);
  return index < 0 ? name === 'accepted' : index > 0 && (name === undefined || name === 'accepted' || name === 'proposed');
}

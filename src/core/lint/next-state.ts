import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { statusName } from '../readings/records/status-words.ts';
import { statesOf, transitionStatesOf } from '../template/choices.ts';
import { isReadAs, isRecordKind } from '../template/kind.ts';
import { stateOf } from './plan-state.ts';
import type { Subject } from './subject.ts';

/** Where a document stands in its life. */
export interface StateNow {
  readonly state: Value | undefined;
  /** Where the kind has states of which one follows on this one. */
  readonly next: string | undefined;
  /** Whether a plan of this kind moves on from state to state, so that something can be in its way. */
  readonly moves: boolean;
}

export function stateNow(subject: Subject): StateNow {
  const { kind, readings } = subject;
  const status = written(readings.status?.value);
  if (isRecordKind(kind)) return { state: status, next: undefined, moves: false };
  const isAsked = isReadAs(kind.root, 'transition');
  const states = isAsked ? transitionStatesOf(kind.root) : statesOf(kind.root);
  // A record that does not say yet where the plan goes says where it comes from.
  const state = stateOf(subject)?.place ?? written(isAsked ? readings.transition?.from : undefined) ?? status;
  return { state, next: nextOf(states, state), moves: isAsked || isReadAs(kind.root, 'status') };
}

function written(value: Value | undefined): Value | undefined {
  return value === undefined || isOpen(value.text) ? undefined : value;
}

/** A plan that says nothing of its state is taken for one in the first. */
function nextOf(states: readonly string[], state: Value | undefined): string | undefined {
  if (state === undefined) return states[1];
  const key = titleKey(state.text);
  const index = states.findIndex((each) => titleKey(each) === key);
  if (index >= 0) return states[index + 1];
  // "Draft" and "in review" say of a plan with other words that it waits for what comes last.
  const name = statusName(state.text);
  return (name === 'draft' || name === 'proposed') && states.length === 2 ? states[1] : undefined;
}

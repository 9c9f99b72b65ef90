import { openEnds, openEndsInWords } from '../../lint/open-ends.ts';
import { stateOf } from '../../lint/plan-state.ts';
import type { Finding } from '../../lint/rule.ts';
import type { Subject } from '../../lint/subject.ts';
import { inWords, listed } from '../../lint/wording.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Value } from '../../readings/forms/fields.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { statusName } from '../../readings/records/status-words.ts';
import { statesOf, transitionStatesOf } from '../../template/choices.ts';
import { isReadAs, isRecordKind } from '../../template/kind.ts';
import type { Range } from '../../text/range.ts';
import { withArticle } from '../../text/words.ts';

/** From the state that a plan is in to the next one of its kind. */
export interface PlanStep {
  /** Nothing where the plan does not say yet in which state it is. */
  readonly from: Value | undefined;
  readonly to: string;
  /** Where plans of this kind say so: in the record of their transitions, or by their status. */
  readonly by: 'transition' | 'status';
  /** The state says that the plan is approved. */
  readonly isApproval: boolean;
}

/** A sentence on why there is no next state. */
export interface NoStep {
  readonly problem: string;
}

/** What stands in the way of a step, in one sentence, and the first place of it. */
export interface Obstacle {
  readonly said: string;
  readonly first: Range;
}

/** The next state of a plan, as its template lists them. */
export function nextStep(subject: Subject): PlanStep | NoStep {
  const { kind, readings } = subject;
  const noun = kind.name.toLowerCase();
  if (isRecordKind(kind)) return { problem: 'A decision record has a life of its own: accept, reject or supersede it instead.' };
  const by = isReadAs(kind.root, 'transition') ? 'transition' : 'status';
  const states = by === 'transition' ? transitionStatesOf(kind.root) : statesOf(kind.root);
  if (states.length < 2) return { problem: `${sentence(withArticle(noun))} has no states to move through: its template lists none.` };
  // A record that does not say yet where the plan goes says where it comes from.
  const from = stateOf(subject)?.place ?? written(by === 'transition' ? readings.transition?.from : undefined) ?? written(readings.status?.value);
  const to = from === undefined ? states[1] : stateAfter(states, from.text);
  if (from !== undefined && to === undefined) return { problem: whyNone(from.text, states, noun) };
  return to === undefined ? { problem: `${sentence(withArticle(noun))} has no state after ${states.join(', ')}.` } : { from, to, by, isApproval: statusName(to) === 'accepted' };
}

/** What stands in the way, without the blanks that the step fills in itself. */
export function obstacleOf(subject: Subject, findings: readonly Finding[], filled: readonly Range[], withGates = true): Obstacle | undefined {
  const ends = openEnds(subject, findings);
  const placeholders = ends.placeholders.filter(({ range }) => !filled.some(({ start, end }) => start <= range.start && range.end <= end));
  const open = { ...ends, gates: withGates ? ends.gates : [], placeholders };
  const said = openEndsInWords(open);
  const [first] = [...open.gates, ...open.errors, ...open.placeholders].sort((a, b) => a.range.start - b.range.start);
  return said === undefined || first === undefined ? undefined : { said, first: first.range };
}

function stateAfter(states: readonly string[], state: string): string | undefined {
  const index = states.findIndex((each) => titleKey(each) === titleKey(state));
  if (index >= 0) return states[index + 1];
  // "Draft" and "in review" say of a plan with other words that it waits for what comes last.
  const name = statusName(state);
  const last = states.at(-1);
  return (name === 'draft' || name === 'proposed') && states.length === 2 ? last : undefined;
}

function whyNone(state: string, states: readonly string[], noun: string): string {
  const isLast = titleKey(state) === titleKey(states.at(-1) ?? '') || statusName(state) === 'accepted';
  if (isLast) return `This plan is ${inWords(state)}: no state follows on it.`;
  const name = statusName(state);
  if (name !== undefined && name !== 'draft' && name !== 'proposed') return `This plan is ${inWords(state)}: set its state to ${states[0] ?? 'the first one'} if work on it goes on.`;
  return `"${inWords(state)}" is no state of ${withArticle(noun)}: set it to ${listed(states).replace(/ and (?=[^ ]*$)/, ' or ')} first.`;
}

function written(value: Value | undefined): Value | undefined {
  return value === undefined || isOpen(value.text) ? undefined : value;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { readStatus, type Status } from '../readings/records/status.ts';
import { statusName, type StatusName } from '../readings/records/status-words.ts';
import { readTransition } from '../readings/transition/transition.ts';
import { isReadAs, type Kind } from '../template/kind.ts';

/** Where a plan or record stands in its life. */
export interface DocumentState {
  /** In the words of its author: `Accepted`, `PLANNED`. */
  readonly text: string;
  /** What they mean, where that is known. */
  readonly name: StatusName | undefined;
}

const STATUS = /status/i;

/** From the record of its last transition, where its kind has one, else from its status; nothing while that is still a blank. */
export function stateOfPlan(plan: Plan, kind: Kind, read: ReadMarkdown): DocumentState | undefined {
  const to = isReadAs(kind.root, 'transition') ? readTransition(plan, { start: 0, end: plan.text.length })?.to : undefined;
  if (to !== undefined && !isOpen(to.text)) return { text: to.text, name: statusName(to.text) };
  return stateOfStatus(statusOf(plan, read));
}

export function stateOfStatus(status: Status | undefined): DocumentState | undefined {
  const text = status?.value.text ?? '';
  return text === '' || isOpen(text) ? undefined : { text, name: statusName(text) };
}

/** Most plans name no status, and are not searched for one. */
export function statusOf(plan: Plan, read: ReadMarkdown): Status | undefined {
  return STATUS.test(plan.text) ? readStatus(plan, read) : undefined;
}

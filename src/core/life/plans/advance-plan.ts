import { difference } from '../../lint/fix-all.ts';
import { Subject } from '../../lint/subject.ts';
import { inWords } from '../../lint/wording.ts';
import { readPlan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { transitionStatesOf } from '../../template/choices.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Planned } from '../change.ts';
import { approvalEdits } from './approval-fields.ts';
import type { PlanStep } from './plan-step.ts';
import { statusEdits } from './plan-status.ts';
import { recordEdits, type StepAnswers } from './transition-record.ts';

/** Moves a plan on to its next state: in the record of its transitions or by its status, in the form that is there. An approval is marked with what was approved. */
export function advancePlan(subject: Subject, step: PlanStep, answers: StepAnswers): Planned {
  const edits = step.by === 'transition' ? transitionEdits(subject, step, answers) : statusEdits(subject, step.to, answers.today);
  if (edits === undefined) return { problem: `There is no place in ${subject.path} for its state: close the fence or comment that is left open in it, and run the command again.` };
  return changed(subject, `Advance ${nameOf(subject)} to ${step.to}`, edits, step.isApproval ? answers : undefined);
}

/** Marks a plan as approved that says so nowhere but in these fields, or by its status. */
export function approvePlan(subject: Subject, state: string | undefined, by: string, today: string): Planned {
  const edits = state === undefined ? [] : statusEdits(subject, state, today);
  if (edits === undefined) return { problem: `There is no place in ${subject.path} for its status: close the fence or comment that is left open in it, and run the command again.` };
  return changed(subject, `Approve ${nameOf(subject)}`, edits, { by, today });
}

function transitionEdits(subject: Subject, { from, to }: PlanStep, answers: StepAnswers): readonly TextEdit[] | undefined {
  const edits = recordEdits(subject, from?.text ?? transitionStatesOf(subject.kind.root)[0], to, answers);
  const { status } = subject.readings;
  // Some say the state a second time, where other plans have their status.
  const isSaidTwice = status !== undefined && from !== undefined && titleKey(status.value.text) === titleKey(from.text);
  return edits && [...edits, ...(isSaidTwice ? (statusEdits(subject, to, answers.today) ?? []) : [])];
}

function changed(subject: Subject, title: string, edits: readonly TextEdit[], approval: { readonly by: string; readonly today: string } | undefined): Planned {
  const { plan, path } = subject;
  const all = approval === undefined ? edits : withApproval(subject, edits, approval);
  return { change: { title, files: [{ path, text: plan.text, edits: all }] } };
}

/** What was approved is what the plan says once it says so. */
function withApproval(subject: Subject, edits: readonly TextEdit[], { by, today }: { readonly by: string; readonly today: string }): readonly TextEdit[] {
  const { plan, path, recognition, read, surroundings } = subject;
  const after = applyEdits(plan.text, edits);
  const marked = approvalEdits(new Subject(readPlan(after), path, recognition, read, surroundings), by, today);
  // Its places are those of the text after the edits: where nothing was written before them, they are the same.
  const first = edits.reduce((least, { range }) => Math.min(least, range.start), Infinity);
  if (marked.every(({ range }) => range.end < first)) return [...marked, ...edits];
  const edit = difference(plan.text, applyEdits(after, marked));
  return edit ? [edit] : [];
}

function nameOf({ plan, path }: Subject): string {
  return plan.title === undefined ? path : inWords(plan.title.heading.title);
}

import { Subject } from '../../lint/subject.ts';
import { inWords } from '../../lint/wording.ts';
import { readPlan } from '../../plan/plan.ts';
import type { Task } from '../../readings/phases/tasks.ts';
import type { DraftStage } from '../../scaffold/tasks-of-plan.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Planned } from '../change.ts';
import { NewTasks } from './new-tasks.ts';
import { matchTasks, type MatchedDraft } from './task-matches.ts';

/** What running the command again does to a list of tasks. */
export interface TasksMerge {
  /** Nothing is to be written where the list is empty. */
  readonly edits: readonly TextEdit[];
  /** The ids of the tasks that were added. */
  readonly added: readonly string[];
  /** Tasks that nothing in the plan asks for: written by hand, or their deliverable is gone. */
  readonly unasked: readonly string[];
}

/** Adds a task for each deliverable that has none. Nothing that is there is changed: ticks, words, order, and tasks written by hand. */
export function mergeTasks(subject: Subject, stages: readonly DraftStage[]): TasksMerge | { readonly problem: string } {
  const merge = mergeOnce(subject, stages);
  if (merge.added.length === 0) return merge;
  const { path, recognition, read, surroundings, plan } = subject;
  const after = new Subject(readPlan(applyEdits(plan.text, merge.edits)), path, recognition, read, surroundings);
  // What cannot be read again would be written anew each time.
  if (mergeOnce(after, stages).added.length > 0) return { problem: `The new tasks find no place in ${path}: close the fence or comment that is left open in it, and run the command again.` };
  return merge;
}

export function mergeInto(subject: Subject, { edits }: TasksMerge): Planned {
  const { path, plan } = subject;
  return { change: { title: `Add tasks to ${path.slice(path.lastIndexOf('/') + 1)}`, files: [{ path, text: plan.text, edits }] } };
}

/** What was done, as a message says it. */
export function mergeInWords({ added, unasked }: TasksMerge, name: string): string {
  const news = added.length === 0 ? `${name} has a task for every deliverable` : `${added.length === 1 ? 'One task was' : `${added.length} tasks were`} added to ${name}: ${shortened(added)}`;
  const rest = unasked.length === 0 ? '' : ` ${unasked.length === 1 ? 'One task stays' : `${unasked.length} tasks stay`} that no deliverable of the plan asks for: ${shortened(unasked)}.`;
  return `${news}.${rest}`;
}

function mergeOnce(subject: Subject, stages: readonly DraftStage[]): TasksMerge {
  const { tasks } = subject.readings;
  const matched = matchTasks(stages, tasks, subject.read);
  const taken = new Set(matched.flatMap(({ task }) => task ?? []));
  const news = new NewTasks(subject, orderOf(matched));
  for (const draft of matched) news.add(draft);
  return { edits: news.edits(), added: news.added, unasked: tasks.filter((task) => !taken.has(task)).map(nameOf) };
}

function orderOf(matched: readonly MatchedDraft[]): readonly string[] {
  return Array.from(new Set(matched.map(({ stage }) => stage)));
}

function nameOf({ id, title }: Task): string {
  return id?.text ?? `"${inWords(title.text)}"`;
}

const MOST_NAMED = 6;

function shortened(names: readonly string[]): string {
  return names.length <= MOST_NAMED ? names.join(', ') : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
}

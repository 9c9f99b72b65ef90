import type { Need } from '../lint/dependencies.ts';
import { numberKey, taskKey } from '../lint/dependents.ts';
import { plainTitle } from '../plan/titles.ts';
import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { readEffort } from '../readings/phases/effort.ts';
import { readHead, type Head } from '../readings/phases/heads.ts';
import { PHASES } from '../readings/phases/phases.ts';
import type { Task } from '../readings/phases/tasks.ts';
import { grouped } from '../text/groups.ts';
import { endOfContent, type Range } from '../text/range.ts';
import { windowIn } from './step-amounts.ts';
import type { StepDraft } from './step-drafts.ts';
import { named } from './step-words.ts';

/** A phase that has nothing but tasks, in a document that names its phases only by the headings above them. */
export interface TaskGroup {
  readonly draft: StepDraft;
  readonly tasks: readonly Task[];
}

/** The tasks below each heading, or of each phase that they name. Those below no heading belong to none. */
export function taskGroups(plan: Plan, tasks: readonly Task[]): readonly TaskGroup[] {
  const groups = grouped(tasks.filter((task) => groupKey(task) !== ''), groupKey);
  const groupOf = new Map(groups.flatMap(([key, members]) => members.flatMap(({ id }) => (id === undefined ? [] : [[taskKey(id.text), key] as const]))));
  const places = new Map(groups.map(([key], index) => [key, index]));
  return groups.map(([key, members], index) => {
    const needs = members.flatMap(({ after }) => after.flatMap((value) => needOn(groupOf.get(taskKey(value.text)), value, places, index)));
    return { draft: draftOf(plan, key, members, needs), tasks: members };
  });
}

/** The phases that these tasks belong to, by their keys; nothing for those of no phase. */
export function tasksByPhase(tasks: readonly Task[]): ReadonlyMap<string | undefined, readonly Task[]> {
  const byKey = new Map<string | undefined, Task[]>();
  for (const task of tasks) {
    const key = task.phaseNumber === undefined ? undefined : numberKey(String(task.phaseNumber));
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [task]);
    else known.push(task);
  }
  return byKey;
}

function groupKey({ phase, phaseNumber }: Task): string {
  return phaseNumber === undefined ? phase : `Phase ${numberKey(String(phaseNumber))}`;
}

/** A phase waits for those before it that its tasks wait for; that a task waits for a later one is a mistake of its own. */
function needOn(key: string | undefined, value: Value, places: ReadonlyMap<string, number>, index: number): readonly Need[] {
  return key !== undefined && (places.get(key) ?? index) < index ? [{ key, name: key, value }] : [];
}

function draftOf(plan: Plan, key: string, [first, ...others]: readonly Task[], needs: readonly Need[]): StepDraft {
  const { section, head } = first === undefined ? { section: undefined, head: undefined } : headingOf(plan, first);
  const number = first?.phaseNumber;
  const effort = head?.note && readEffort(head.note.text);
  const own = first?.range ?? { start: 0, end: 0 };
  return {
    key,
    name: key,
    label: number === undefined ? undefined : (head && named(head.name)) ?? `Phase ${number}`,
    title: head === undefined ? (number === undefined ? key : undefined) : named(head.title),
    goal: undefined,
    status: undefined,
    state: undefined,
    amount: effort && { text: plainTitle(head.note.text), hours: effort.hours },
    when: section && windowIn(section.heading.title),
    needs,
    beside: [],
    works: [],
    files: [],
    range: section === undefined ? { start: own.start, end: (others.at(-1)?.range ?? own).end } : contentOf(plan, section),
  };
}

/** The heading above a task that names its phase; without a number the one it stands under. */
function headingOf(plan: Plan, { range, phaseNumber }: Task): { readonly section: Section | undefined; readonly head: Head | undefined } {
  const own = sectionAt(plan, range.start);
  if (phaseNumber === undefined) return { section: own, head: undefined };
  for (let section = own; section !== undefined; section = section.parent) {
    const head = readHead({ text: section.heading.title, range: section.heading.titleRange }, PHASES.head);
    if (head?.numbers.length === 1 && Number(head.numbers[0]?.text) === phaseNumber) return { section, head };
  }
  return { section: undefined, head: undefined };
}

function contentOf({ text }: Plan, { range }: Section): Range {
  return { start: range.start, end: Math.max(range.start, endOfContent(text, range.end)) };
}

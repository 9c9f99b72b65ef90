import * as z from 'zod/mini';
import { defineRule, option, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { estimateOf, isSplit } from '../lint/task-estimates.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import type { Task } from '../readings/phases/tasks.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { fill, isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { inWords } from '../lint/wording.ts';

export const taskSize = defineRule({
  id: 'task-size',
  summary: 'A task has an estimate of at most half a day, and says which phase it is from.',
  severity: 'warning',
  fixable: false,
  options: z.object({
    hours: option('How many hours a task may take.', z._default(z.number().check(z.positive()), 4)),
  }),
  *check(subject, { hours }) {
    const groupings = subject.readings.places('tasks').flatMap((place) => groupingOf(subject, place) ?? []);
    for (const task of subject.readings.tasks) {
      // What is done is done.
      if (task.done || isBlank(task.title.text)) continue;
      yield* inSize(subject, task, hours);
      const missing = groupings.find((grouping) => !hasGroup(task, grouping) && isIn(task, grouping));
      if (missing) {
        const { word, example } = missing;
        yield { message: `${nameOf(task)} does not say which ${word} it is from: put it below a heading such as "${example}".`, range: headOf(task) };
      }
    }
  },
});

function* inSize({ plan }: Subject, task: Task, most: number): Iterable<Problem> {
  if (isSplit(plan.text, task)) return;
  const estimate = estimateOf(plan.text, task);
  if (estimate === undefined) {
    yield { message: `${nameOf(task)} has no estimate: write its hours in parentheses behind the title, as in "(2h)".`, range: headOf(task) };
  } else if (estimate.hours !== undefined && estimate.hours > most) {
    yield { message: `${nameOf(task)} takes ${inWords(estimate.value.text)}, and a task may take ${inHours(most)}: split it.`, range: estimate.value.range };
  }
}

/** The headings below which the tasks of the template stand. */
interface Grouping {
  readonly range: Range;
  readonly word: string;
  readonly example: string;
  /** Where the document has bold words in place of the first heading. */
  readonly labelledFrom: number;
}

function groupingOf({ plan }: Subject, { contract, anchor, range }: ReadPlace): Grouping | undefined {
  const series = contract.children.find(({ repeat }) => repeat !== undefined);
  if (series === undefined) return undefined;
  const example = withoutEmoji(plainTitle(fill(series.title, {}).replace(/\s*[:–—(].*$/, '')));
  const labelledFrom = plan.outline.labels.find((label) => label.range.start > anchor.start)?.range.start ?? Infinity;
  return { range, example, word: /\p{L}+/u.exec(example)?.[0].toLowerCase() ?? 'part', labelledFrom };
}

function hasGroup({ phase, phaseNumber, range }: Task, { labelledFrom }: Grouping): boolean {
  return phase !== '' || phaseNumber !== undefined || labelledFrom < range.start;
}

function isIn({ range }: Task, grouping: Grouping): boolean {
  return grouping.range.start <= range.start && range.end <= grouping.range.end;
}

function nameOf({ id, title }: Task): string {
  const quoted = title.text === '' ? '' : `"${inWords(title.text)}"`;
  return id ? `${id.text} ${quoted}`.trim() : `The task ${quoted}`;
}

function headOf({ id, title, box }: Task): Range {
  const first = id ?? (title.text === '' ? box : title);
  return { start: first.range.start, end: Math.max(first.range.end, title.range.end) };
}

function inHours(hours: number): string {
  return hours === 1 ? 'one hour' : `${hours} hours`;
}

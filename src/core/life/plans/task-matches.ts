import { readPlan } from '../../plan/plan.ts';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import { plainTitle, titleKey, withoutEmoji } from '../../plan/titles.ts';
import { readTasks, type Task } from '../../readings/phases/tasks.ts';
import { taskInWords, type DraftStage, type DraftTask } from '../../scaffold/tasks-of-plan.ts';

/** A task that the plan asks for, and the one of the document that stands for it. */
export interface MatchedDraft {
  readonly draft: DraftTask;
  readonly stage: string;
  readonly heading: string;
  readonly task: Task | undefined;
}

interface OpenDraft {
  readonly draft: DraftTask;
  readonly stage: string;
  readonly heading: string;
  readonly work: string;
  task: Task | undefined;
}

interface OpenTask {
  readonly task: Task;
  readonly stage: string;
  readonly work: string;
  isTaken: boolean;
}

const PART = /, part \d{1,3} of \d{1,3}$/i;
const STAGE = /^[^\p{L}\p{N}]*(\p{L}{1,20})[\s#_-]{0,3}(\d{1,3}(?:\.\d{1,2})?)/u;
/** Words that say nothing by themselves. */
const SHORT = 2;

/** For each task that the plan asks for the one that is there: of the same words, or of more or fewer of them in the same phase, since authors edit them. */
export function matchTasks(stages: readonly DraftStage[], tasks: readonly Task[], read: ReadMarkdown): readonly MatchedDraft[] {
  const drafts = draftsIn(stages, read);
  const open = tasks.map((task): OpenTask => ({ task, stage: stageOf(task), work: workOf(task.title.text), isTaken: false }));
  pair(drafts, open, ({ stage, work }, other) => stage === other.stage && work === other.work);
  pair(drafts, open, ({ work }, other) => work === other.work);
  pair(drafts, open, ({ stage, work }, other) => stage === other.stage && isEditOf(work, other.work));
  return drafts;
}

/** What a heading is called by, however its title is edited: `phase 2`. */
export function stageKey(heading: string): string {
  const plain = withoutEmoji(plainTitle(heading));
  const [, word, number] = STAGE.exec(plain) ?? [];
  return word === undefined || number === undefined ? titleKey(heading) : `${word.toLowerCase()} ${Number(number)}`;
}

/** The phase that a task names, else the heading it stands below. */
export function stageOf({ phase, phaseNumber }: Task): string {
  return phaseNumber === undefined ? stageKey(phase) : `phase ${phaseNumber}`;
}

/** What is written is read as a task again, so that both are told apart alike. */
function draftsIn(stages: readonly DraftStage[], read: ReadMarkdown): readonly OpenDraft[] {
  return stages.flatMap(({ heading, tasks }) =>
    tasks.map((draft) => {
      const text = `- [ ] ${taskInWords(draft)}\n`;
      const [written] = readTasks(readPlan(text), { start: 0, end: text.length }, read);
      return { draft, heading, stage: stageKey(heading), work: workOf(written?.title.text ?? draft.work), task: undefined };
    }),
  );
}

function pair(drafts: readonly OpenDraft[], tasks: readonly OpenTask[], isSame: (draft: OpenDraft, task: OpenTask) => boolean): void {
  for (const draft of drafts) {
    const found = draft.task === undefined ? tasks.find((task) => !task.isTaken && isSame(draft, task)) : undefined;
    if (found === undefined) continue;
    draft.task = found.task;
    found.isTaken = true;
  }
}

function workOf(title: string): string {
  const whole = plainTitle(title).replace(PART, '');
  return titleKey(whole) || whole.toLowerCase();
}

function isEditOf(work: string, other: string): boolean {
  const [left, right] = [wordsOf(work), wordsOf(other)];
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  return few.size > 0 && Array.from(few).every((word) => many.has(word));
}

function wordsOf(work: string): ReadonlySet<string> {
  return new Set((work.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > SHORT));
}

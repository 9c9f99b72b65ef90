import { circlesIn } from '../lint/cycles.ts';
import { sentence, type Need } from '../lint/dependencies.ts';
import type { Task } from '../readings/phases/tasks.ts';
import type { Timed } from './schedule.ts';
import { placed, type Placed, type PictureSource } from './source.ts';
import { phaseDrafts, waveDrafts, type StepDraft } from './step-drafts.ts';
import { inTurn, orderOf, type StepOrder } from './step-order.ts';
import { problemsOf, type StepProblem } from './step-problems.ts';
import { timesOf, type StepTime, type StepTimes } from './step-times.ts';
import type { StepState } from './step-words.ts';
import { taskGroups, tasksByPhase } from './task-drafts.ts';
import { progressOf, sum, workOf, type Progress, type Work } from './works.ts';

/** Phases or waves: what comes after what, and how long it takes. */
export interface StepsPicture {
  readonly steps: readonly StepPicture[];
  /** How many there are beyond those that are drawn. */
  readonly more: number;
  /** Whether none says what it comes after: then they follow each other as they stand. */
  readonly isAsWritten: boolean;
  readonly outside: readonly OutsideStep[];
  /** Numbers of steps of which each waits for the next, and the last for the first. */
  readonly circles: readonly (readonly number[])[];
  readonly problems: readonly StepProblem[];
  /** Where at least one step says how long it takes. */
  readonly times: StepTimes | undefined;
  /** Tasks that belong to no phase. */
  readonly loose: Works;
}

export interface StepPicture extends Placed {
  /** Counts from 1 in the order of the document. */
  readonly number: number;
  /** `Phase 2`; nothing where it has but a name. */
  readonly label: string | undefined;
  readonly title: string | undefined;
  readonly goal: string | undefined;
  readonly status: string | undefined;
  readonly state: StepState | undefined;
  /** The effort in the author's words. */
  readonly effort: string | undefined;
  /** When it is done, in the author's words. */
  readonly when: string | undefined;
  readonly time: StepTime | undefined;
  /** The numbers of the steps it comes after. */
  readonly after: readonly number[];
  /** Those of them that it cannot come after. */
  readonly wrong: readonly number[];
  /** The numbers of those that it is said to run beside. */
  readonly beside: readonly number[];
  readonly column: number;
  readonly works: Works;
  readonly files: readonly string[];
}

/** What a step is made of: its tasks, or else what it is to deliver. */
export interface Works {
  readonly items: readonly Work[];
  /** How many there are beyond those that are listed. */
  readonly more: number;
  readonly areTasks: boolean;
  /** What they take together, where any of them says it. */
  readonly hours: number | undefined;
  readonly progress: Progress | undefined;
}

/** What steps wait for that is not among them. */
export interface OutsideStep extends Placed {
  readonly name: string;
  /** Whether a check says that it is nowhere; otherwise it is told of elsewhere. */
  readonly isMissing: boolean;
  readonly before: readonly number[];
}

/** More than anybody can look at; a document that has more is told so. */
const MOST_STEPS = 200;
const MOST_WORKS = 200;

/** A phase with the tasks that name it. */
interface Drafted {
  readonly draft: StepDraft;
  readonly tasks: readonly Task[];
}

/** The phases of a document; where it has only tasks, the headings above them stand for phases. */
export function drawRoadmap(source: PictureSource): StepsPicture {
  const { phases, tasks } = source.subject?.readings ?? { phases: [], tasks: [] };
  if (phases.length === 0) {
    const groups = taskGroups(source.plan, tasks);
    return drawSteps(source, groups.slice(0, MOST_STEPS), groups.length, tasks.filter(isOfNoGroup));
  }
  const waiting = new Map(tasksByPhase(tasks));
  const steps = phaseDrafts(source.plan, phases.slice(0, MOST_STEPS)).map((draft) => {
    const own = draft.key === undefined ? [] : (waiting.get(draft.key) ?? []);
    if (draft.key !== undefined) waiting.delete(draft.key);
    return { draft, tasks: own };
  });
  return drawSteps(source, steps, phases.length, [...waiting.values()].flat());
}

export function drawWaves(source: PictureSource): StepsPicture {
  const waves = source.subject?.readings.waves ?? [];
  const steps = waveDrafts(source.plan, waves.slice(0, MOST_STEPS)).map((draft) => ({ draft, tasks: [] }));
  return drawSteps(source, steps, waves.length, []);
}

function drawSteps({ plan, findings }: PictureSource, drafted: readonly Drafted[], count: number, loose: readonly Task[]): StepsPicture {
  const drafts = drafted.map(({ draft }) => draft);
  const order = orderOf(drafts);
  const circles = circlesIn(order.after);
  const problems = problemsOf(plan, findings, drafts, circles);
  const works = drafted.map(({ draft, tasks }) => (tasks.length > 0 ? worksOf(tasks.map((task) => workOf(plan, task)), true) : worksOf(draft.works, false)));
  const timed = timesOf(drafts.map((draft, index) => durationOf(draft, works[index])), inTurn(order.after));
  const isWrong = wrongNeeds(problems);
  const wrong = wrongEdges(drafts, order, circles, isWrong);
  return {
    steps: drafts.map((draft, index): StepPicture => ({
      number: index + 1,
      label: draft.label,
      title: draft.title,
      goal: draft.goal,
      status: draft.status,
      state: draft.state ?? (draft.status === undefined ? stateOf(works[index]?.progress) : undefined),
      effort: draft.amount?.text,
      when: draft.when?.text,
      time: timed?.steps[index],
      after: (order.after[index] ?? []).map((need) => need + 1),
      wrong: wrong[index] ?? [],
      beside: (order.beside[index] ?? []).map((other) => other + 1),
      column: order.columns[index] ?? 0,
      works: works[index] ?? NO_WORKS,
      files: draft.files,
      ...placed(plan, draft.range),
    })),
    more: count - drafts.length,
    isAsWritten: order.isAsWritten,
    outside: outsideSteps(plan, order, isWrong),
    circles: circles.map((circle) => circle.map((index) => index + 1)),
    problems,
    times: timed?.times,
    loose: worksOf(loose.map((task) => workOf(plan, task)), true),
  };
}

/** Where nobody says how far along it is, ticks do. */
function stateOf(progress: Progress | undefined): StepState | undefined {
  if (progress === undefined || progress.done === 0) return undefined;
  return progress.done === progress.total ? 'done' : 'active';
}

const NO_WORKS: Works = { items: [], more: 0, areTasks: false, hours: undefined, progress: undefined };

function worksOf(all: readonly Work[], areTasks: boolean): Works {
  const items = all.slice(0, MOST_WORKS);
  const hours = all.flatMap((work) => work.hours ?? []);
  return { items, more: all.length - items.length, areTasks, hours: hours.length === 0 ? undefined : sum(hours), progress: progressOf(all) };
}

/** Weeks that the document names count before an effort, and that before what the tasks add up to. */
function durationOf({ amount, when }: StepDraft, works: Works | undefined): Timed {
  if (when?.window !== undefined) return { hours: when.window.end - when.window.start, start: when.window.start };
  return { hours: amount?.hours ?? works?.hours, start: undefined };
}

/** The needs that a check complains of, by the step that has them. */
function wrongNeeds(problems: readonly StepProblem[]): (need: Need, index: number) => boolean {
  const told = new Set(problems.filter(({ isOrder }) => isOrder).flatMap(({ range, steps }) => steps.map((step) => `${range.start} ${step}`)));
  return (need, index) => told.has(`${need.value.range.start} ${index + 1}`);
}

/** What each step cannot come after: a check complains of it, or it stands in a circle. */
function wrongEdges(drafts: readonly StepDraft[], { after }: StepOrder, circles: readonly (readonly number[])[], isWrong: (need: Need, index: number) => boolean): readonly (readonly number[])[] {
  const alongCircles = new Set(circles.flatMap((circle) => circle.map((index, at) => `${index} ${circle[at + 1] ?? circle[0] ?? 0}`)));
  return drafts.map(({ needs }, index) => {
    const keys = new Set(needs.filter((need) => isWrong(need, index)).map(({ key }) => key));
    return (after[index] ?? []).flatMap((need) => (alongCircles.has(`${index} ${need}`) || keys.has(drafts[need]?.key ?? '') ? [need + 1] : []));
  });
}

function outsideSteps(plan: PictureSource['plan'], { outside }: StepOrder, isWrong: (need: Need, index: number) => boolean): readonly OutsideStep[] {
  return outside.map(({ need, before }) => ({
    name: sentence(need.name),
    isMissing: before.some((index) => isWrong(need, index)),
    before: before.map((index) => index + 1),
    ...placed(plan, need.value.range),
  }));
}

function isOfNoGroup({ phase, phaseNumber }: Task): boolean {
  return phase === '' && phaseNumber === undefined;
}

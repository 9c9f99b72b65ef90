import { plainTitle } from '../plan/titles.ts';
import { readEffort } from '../readings/phases/effort.ts';
import type { Phase } from '../readings/phases/phases.ts';
import type { Readings } from '../readings/readings.ts';
import type { Wave } from '../readings/phases/wave.ts';
import { isBlank } from '../template/placeholders.ts';

/** A task is done in half a day, or it is two tasks. */
const LONGEST_TASK_HOURS = 4;
const OPEN_ESTIMATE = '{{hours up to 4}}h';
/** What takes longer is a phase of its own, and for its author to break down. */
const MOST_PIECES = 20;
const LONGEST_ESTIMATE = 80;
const OWN_ESTIMATE = /[ \t]{0,9}(?:[([][~≈ ]{0,2}([^()[\]]{1,40})[)\]]|[ \t][-–—][ \t]{1,4}[~≈]?(\d[^()]{0,30}))[.;,]?$/u;

interface Stage {
  readonly heading: string;
  readonly number: number | undefined;
  readonly works: readonly string[];
  readonly files: readonly string[];
  readonly hours: number | undefined;
  /** The numbers of the stages that are done before this one. */
  readonly after: readonly number[];
  /** The numbers of the stages that are done at the same time. */
  readonly beside: readonly number[];
}

/** The tasks of one phase or wave, below its heading. */
export interface DraftStage {
  readonly heading: string;
  readonly tasks: readonly DraftTask[];
}

export interface DraftTask {
  /** As `T-03`, counted over all phases. */
  readonly id: string;
  /** What is done, and how long it takes: `Piles (4h)`. */
  readonly work: string;
  /** The ids of those that it waits for. */
  readonly after: readonly string[];
  readonly files: readonly string[];
}

/** Every deliverable of every phase, or of every wave where a plan has no phases, as a task after the tasks it waits for; nothing where the plan has neither. */
export function tasksOfPlan(readings: Readings): string | undefined {
  const stages = draftStages(readings);
  if (stages.length === 0) return undefined;
  return stages.map(({ heading, tasks }) => `### ${heading}\n\n${tasks.map((task) => `- [ ] ${taskInWords(task)}`).join('\n')}`).join('\n\n');
}

/** Without its box. */
export function taskInWords({ id, work, after, files }: DraftTask): string {
  return `${id} ${work}${after.length > 0 ? ` after ${after.join(', ')}` : ''}${files.length > 0 ? `, files: ${files.join(', ')}` : ''}`;
}

/** A deliverable that takes longer than a task may is several, one after the other. */
export function draftStages(readings: Readings): readonly DraftStage[] {
  const stages = readings.phases.length > 0 ? readings.phases.map(stageOfPhase) : readings.waves.map(stageOfWave);
  const last = new Map<number, string>();
  let count = 0;
  return stages.map((stage, index) => {
    const waitsFor = stage.after.length > 0 ? stage.after : numbersBefore(stages, index);
    const before = waitsFor.flatMap((number) => last.get(number) ?? []);
    const tasks = worksOf(stage).flatMap((pieces) => {
      let after = before;
      return pieces.map((work): DraftTask => {
        count += 1;
        const task = { id: `T-${String(count).padStart(2, '0')}`, work, after, files: stage.files };
        after = [task.id];
        if (stage.number !== undefined) last.set(stage.number, task.id);
        return task;
      });
    });
    return { heading: stage.heading, tasks };
  });
}

/** Each deliverable with its estimate, in pieces of the size of a task. */
function worksOf(stage: Stage): readonly (readonly string[])[] {
  const sized = stage.works.map((work) => ({ work, own: ownEstimate(work) }));
  const said = sized.reduce((sum, { own }) => sum + (own?.hours ?? 0), 0);
  const shared = sized.filter(({ own }) => own === undefined).length;
  const rest = stage.hours === undefined ? undefined : Math.max(0, stage.hours - said);
  return sized.map(({ work, own }) => {
    if (own === undefined) return [`${work} (${estimate(rest, shared)})`];
    if (own.hours <= LONGEST_TASK_HOURS) return [`${own.work} (${own.written})`];
    const pieces = Math.ceil(own.hours / LONGEST_TASK_HOURS);
    if (pieces > MOST_PIECES) return [`${own.work} (${OPEN_ESTIMATE})`];
    return Array.from({ length: pieces }, (_, index) => `${own.work}, part ${index + 1} of ${pieces} (${hoursOfPiece(own.hours, index)}h)`);
  });
}

function hoursOfPiece(hours: number, index: number): number {
  return Math.min(LONGEST_TASK_HOURS, Math.ceil(hours - index * LONGEST_TASK_HOURS));
}

/** `Search (12h)`, `Search – 2 days`: what a deliverable says of itself. */
function ownEstimate(work: string): { readonly work: string; readonly written: string; readonly hours: number } | undefined {
  const [whole, inside, behind] = OWN_ESTIMATE.exec(work.slice(-LONGEST_ESTIMATE)) ?? [];
  const written = (inside ?? behind ?? '').trim();
  const hours = whole === undefined ? undefined : readEffort(written)?.hours;
  const named = work.slice(0, work.length - (whole?.length ?? 0)).trim();
  return hours === undefined || hours <= 0 || named === '' ? undefined : { work: named, written, hours };
}

/** The stage before this one, with those that are done at the same time as it. */
function numbersBefore(stages: readonly Stage[], index: number): readonly number[] {
  const beside = stages[index]?.beside ?? [];
  const last = stages.slice(0, index).findLast(({ number }) => number === undefined || !beside.includes(number));
  return last?.number === undefined ? [] : [...last.beside, last.number].sort((a, b) => a - b);
}

function stageOfPhase(phase: Phase, index: number): Stage {
  const number = Number(phase.number?.text ?? index + 1);
  const title = isBlank(phase.title.text) ? '{{phase}}' : plainTitle(phase.title.text);
  const works = phase.deliverables.map(({ text }) => oneLine(text)).filter((text) => !isBlank(text));
  return {
    heading: `Phase ${Number.isFinite(number) ? number : index + 1}: ${title}`,
    number: Number.isFinite(number) ? number : undefined,
    works: works.length > 0 ? works : [title],
    files: phase.files.map(({ text }) => text),
    hours: phase.effort && readEffort(phase.effort.text)?.hours,
    after: phase.dependsOn.map(({ text }) => Number(text)).filter(Number.isFinite),
    beside: [],
  };
}

function stageOfWave(wave: Wave): Stage {
  const number = Number(wave.number.text);
  const name = wave.name === undefined || isBlank(wave.name.text) ? '{{wave}}' : plainTitle(wave.name.text);
  const works = wave.items.map(({ text }) => oneLine(text)).filter((text) => !isBlank(text));
  return { heading: `Wave ${wave.number.text}: ${name}`, number, works: works.length > 0 ? works : [name], files: [], hours: undefined, after: wave.dependsOn.map(({ text }) => Number(text)), beside: wave.parallelWith };
}

/** The effort of the phase shared among its tasks, where that makes tasks of a size; else it stays open. */
function estimate(hours: number | undefined, works: number): string {
  const each = hours === undefined ? undefined : Math.ceil(hours / works);
  return each === undefined || each > LONGEST_TASK_HOURS ? OPEN_ESTIMATE : `${Math.max(1, each)}h`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { plainTitle } from '../plan/titles.ts';
import { readEffort } from '../readings/phases/effort.ts';
import type { Phase } from '../readings/phases/phases.ts';
import type { Readings } from '../readings/readings.ts';
import type { Wave } from '../readings/phases/wave.ts';
import { isBlank } from '../template/placeholders.ts';

/** A task is done in half a day, or it is two tasks. */
const LONGEST_TASK_HOURS = 4;

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

/** Every deliverable of every phase, or of every wave where a plan has no phases, as a task after the tasks it waits for; nothing where the plan has neither. */
export function tasksOfPlan(readings: Readings): string | undefined {
  const stages = readings.phases.length > 0 ? readings.phases.map(stageOfPhase) : readings.waves.map(stageOfWave);
  if (stages.length === 0) return undefined;
  const last = new Map<number, string>();
  let count = 0;
  const blocks = stages.map((stage, index) => {
    const waitsFor = stage.after.length > 0 ? stage.after : numbersBefore(stages, index);
    const after = waitsFor.flatMap((number) => last.get(number) ?? []);
    const lines = stage.works.map((work) => {
      count += 1;
      const id = `T-${String(count).padStart(2, '0')}`;
      if (stage.number !== undefined) last.set(stage.number, id);
      return `- [ ] ${id} ${work} (${estimate(stage)})${after.length > 0 ? ` after ${after.join(', ')}` : ''}${stage.files.length > 0 ? `, files: ${stage.files.join(', ')}` : ''}`;
    });
    return `### ${stage.heading}\n\n${lines.join('\n')}`;
  });
  return blocks.join('\n\n');
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
function estimate({ hours, works }: Stage): string {
  const each = hours === undefined ? undefined : Math.ceil(hours / works.length);
  return each === undefined || each > LONGEST_TASK_HOURS ? '{{hours up to 4}}h' : `${Math.max(1, each)}h`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { Phase } from '../readings/phases/phases.ts';
import type { Task } from '../readings/phases/tasks.ts';
import type { Wave } from '../readings/phases/wave.ts';
import type { Dependent, Need } from './dependencies.ts';
import { phaseHead } from './phase-names.ts';

/** Waves and phases count by their numbers: where they stand says nothing. */
export function dependentWaves(waves: readonly Wave[]): readonly Dependent[] {
  return waves.map(({ number, dependsOn }) => ({ ...numbered('wave', number), place: number.range, needs: dependsOn.map((value) => needOf('wave', value)) }));
}

export function dependentPhases(phases: readonly Phase[]): readonly Dependent[] {
  return phases.map((phase, index) => {
    const needs = phase.dependsOn.map((value) => needOf('phase', value));
    if (phase.number) return { ...numbered('phase', phase.number), place: phaseHead(phase), needs };
    return { key: undefined, name: `the ${ordinal(index)} phase`, order: Infinity, place: phaseHead(phase), needs };
  });
}

/** Tasks come in the order in which they stand. */
export function dependentTasks(tasks: readonly Task[]): readonly Dependent[] {
  return tasks.map(({ id, title, box, after }, index) => ({
    key: id && taskKey(id.text),
    name: id?.text ?? `the ${ordinal(index)} task`,
    order: index,
    place: (id ?? (title.text === '' ? box : title)).range,
    needs: after.map((value) => ({ key: taskKey(value.text), name: value.text, value })),
  }));
}

/** `T-03`, `t3` and `TASK_3` are one. */
export function taskKey(id: string): string {
  return id.toLowerCase().replace(/^task/, 't').replace(/[-_]/g, '').replace(/(?<!\d)0+(?=\d)/g, '');
}

export function numberKey(number: string): string {
  return number.replace(/(?<![\d.])0+(?=\d)/g, '');
}

/** Whether the words behind a number say that it is one of another plan, or it stands in a link to another document. */
export function isOfAnotherPlan({ text }: Plan, { range }: Value): boolean {
  const behind = /^[^\r\n]*/.exec(text.slice(range.end, range.end + 300))?.[0] ?? '';
  return /^[*_\])\s]{0,10}(?:of|in|from)\s+(?!this\b)\p{L}/iu.test(behind) || /^[^[\]\r\n]{0,100}\]\([^#)\s]/.test(behind);
}

function numbered(noun: string, { text }: Value): { readonly key: string; readonly name: string; readonly order: number } {
  const [major = '0', minor = '0'] = text.split('.');
  return { key: numberKey(text), name: `${noun} ${text}`, order: Number(major) * 1000 + Number(minor) };
}

function needOf(noun: string, value: Value): Need {
  return { key: numberKey(value.text), name: `${noun} ${value.text}`, value };
}

function ordinal(index: number): string {
  const number = index + 1;
  const ending = /1[123]$/.test(String(number)) ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

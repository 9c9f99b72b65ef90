import { Dependencies, sentence, standsHere, type Dependent, type Need } from '../lint/dependencies.ts';
import { dependentPhases, dependentTasks, dependentWaves, isOfAnotherPlan, numberKey, taskKey } from '../lint/dependents.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { Plan } from '../plan/plan.ts';
import type { Wave } from '../readings/phases/wave.ts';
import { remembered } from '../text/remembered.ts';

/** Tasks below other tasks are none of their own, and can still be waited for. */
const LISTED_ID = /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|\|)[ \t]+(?:\[[ xX]\][ \t]+)?[*_`~[]{0,4}((?:TASK|T)[-_]?\d{1,5}(?:\.\d{1,3}){0,2}[a-z]?)(?![\p{L}\p{N}_-])/gimu;
/** `Wave 3a`, `Phase 2.1`, `Phase 4 is …` at the start of a line. */
const HEADED_NUMBER = /^[ \t]*\|?[^\p{L}\p{N}\r\n|]{0,20}(wave|phase|stage|milestone|iteration)s?[ \t#_-]{0,3}(\d{1,3})(?!\d)/gimu;
const PARALLEL_WITH = /(?<!\bnot\s)\bparallel\s+(?:with|to|alongside)\s+(?:waves?\s*)?#?(\d{1,3}(?:\s*(?:,|&|\+|and)\s*(?:and\s+)?(?:waves?\s*)?#?\d{1,3}){0,10})(?![.\d])/i;

export const validDependencies = defineRule({
  id: 'valid-dependencies',
  summary: 'Waves, phases and tasks wait only for earlier ones that are there.',
  severity: 'error',
  fixable: false,
  *check(subject) {
    const { waves, phases, tasks } = subject.readings;
    if (waves.some(({ dependsOn }) => dependsOn.length > 0)) {
      yield* amongNumbers(subject, dependentWaves(waves), 'wave');
      yield* amongWaves(waves, subject);
    }
    if (phases.some(({ dependsOn }) => dependsOn.length > 0)) yield* amongNumbers(subject, dependentPhases(phases), 'phase');
    if (tasks.some(({ after }) => after.length > 0)) yield* amongTasks(subject, dependentTasks(tasks));
  },
});

function* amongNumbers({ plan }: Subject, dependents: readonly Dependent[], noun: 'wave' | 'phase'): Iterable<Problem> {
  const lowest = dependents.reduce((low, { key }) => Math.min(low, Math.floor(Number(key ?? Infinity))), Infinity);
  const groups = new Set(dependents.flatMap(({ key }) => key?.split('.').slice(0, 1) ?? []));
  let headed: ReadonlySet<string> | undefined;
  const isElsewhere = (need: Need): boolean => {
    // What begins with phase 3 goes on from phases that are told elsewhere.
    if (lowest > 1 && Number(need.key) < lowest) return true;
    headed ??= headedNumbers(plan, noun, new Set(dependents.flatMap(({ needs }) => needs.map(({ value }) => value.range.start))));
    return groups.has(need.key) || headed.has(need.key) || isOfAnotherPlan(plan, need.value);
  };
  yield* new Dependencies(dependents, noun).problems(isElsewhere);
}

function headedNumbers({ text }: Plan, noun: 'wave' | 'phase', needed: ReadonlySet<number>): ReadonlySet<string> {
  return new Set(
    Array.from(text.matchAll(HEADED_NUMBER)).flatMap(({ 0: head, 1: word = '', 2: number = '', index }) => {
      const isWave = word.toLowerCase() === 'wave';
      return isWave === (noun === 'wave') && !needed.has(index + head.length - number.length) ? [numberKey(number)] : [];
    }),
  );
}

function* amongTasks({ plan }: Subject, dependents: readonly Dependent[]): Iterable<Problem> {
  let listed: ReadonlySet<string> | undefined;
  const isElsewhere = ({ key, value }: Need): boolean => {
    listed ??= new Set(Array.from(plan.text.matchAll(LISTED_ID), ([, id = '']) => taskKey(id)));
    return listed.has(key) || isOfAnotherPlan(plan, value);
  };
  yield* new Dependencies(dependents, 'task').problems(isElsewhere);
}

const saidParallel = remembered((line: string): readonly string[] => (PARALLEL_WITH.exec(line)?.[1] ?? '').match(/\d+/g) ?? []);

/** Waves that are called parallel, and wait for each other. */
function* amongWaves(waves: readonly Wave[], { plan }: Subject): Iterable<Problem> {
  const known = new Set<string>();
  const pairs = waves.flatMap((wave) => {
    const [line = ''] = /^[^\r\n]{0,500}/.exec(plan.text.slice(wave.range.start, wave.range.end)) ?? [];
    const named = saidParallel(line);
    const own = numberKey(wave.number.text);
    return [...(wave.isParallel ? wave.parallelWith.map(String) : []), ...named].flatMap((other) => {
      const [low = '', high = ''] = [own, numberKey(other)].toSorted();
      const isNew = low !== high && !known.has(`${low} ${high}`);
      known.add(`${low} ${high}`);
      return isNew ? [[low, high] as const] : [];
    });
  });
  if (pairs.length === 0) return;
  const dependents = dependentWaves(waves);
  for (const { by, waiting, other } of new Dependencies(dependents, 'wave').conflicts(pairs)) {
    const way = by.key === other.key ? 'it' : `${by.name}, which waits for ${other.name}`;
    yield {
      message: `${sentence(waiting.name)} is called parallel to ${other.name} and waits for ${way}: let them run one after the other, or take the dependency out.`,
      range: by.value.range,
      related: [standsHere(other)],
    };
  }
}

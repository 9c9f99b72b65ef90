import { lint } from '../../src/core/lint/lint.ts';
import type { Rule } from '../../src/core/lint/rule.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { Subject } from '../../src/core/lint/subject.ts';
import { NOWHERE } from '../../src/core/lint/surroundings.ts';
import { readPlan } from '../../src/core/plan/plan.ts';
import { allRules } from '../../src/core/rules/all.ts';
import type { Kind } from '../../src/core/template/kind.ts';
import { recognise } from '../../src/core/template/recognise.ts';
import type { BenchDocument } from './corpus.ts';
import { documentFor, newChecker } from './in-process.ts';
import { figure, median, table } from './measured.ts';

const DOCUMENTS = 5;
const BYTES = 100_000;
const ROUNDS = 5;

export interface Cost {
  readonly what: string;
  /** With what others have read before it, and as the first to ask. */
  readonly own: number;
  readonly alone: number;
}

/** What each rule takes in a plan of 100 KB, in milliseconds, the dearest first; before them what stands before every rule. */
export function ruleCosts(kinds: readonly Kind[]): readonly Cost[] {
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => documentFor(kinds, BYTES, 9000 + index));
  const rules = allRules.map((rule) => ({ what: rule.id, own: mean(documents, (document) => ownTime(rule, document, kinds)), alone: mean(documents, (document) => timeAlone(rule, document, kinds)) }));
  return [
    cost('outline', mean(documents, ({ text }) => medianTime(() => () => readPlan(text)))),
    cost('kind', mean(documents, ({ text, path }) => medianTime(() => {
      const plan = readPlan(text);
      return () => recognise(plan, path, kinds);
    }))),
    cost('sections of the contract', mean(documents, (document) => medianTime(() => {
      const [plan, recognition] = recognised(document, kinds);
      return () => new Subject(plan, document.path, recognition, newChecker().readMarkdown, NOWHERE);
    }))),
    ...rules.sort((a, b) => b.alone - a.alone),
  ];
}

export function costTable(costs: readonly Cost[]): string {
  return table(['ms per plan of 100 KB', 'As the first to ask', 'With all read'], costs.map(({ what, own, alone }) => [what, figure(alone), figure(own)]));
}

function cost(what: string, time: number): Cost {
  return { what, own: time, alone: time };
}

function timeAlone(rule: Rule, document: BenchDocument, kinds: readonly Kind[]): number {
  return medianTime(() => {
    const subject = newSubject(document, kinds);
    return () => lint(subject, [rule], DEFAULT_SETTINGS, failed);
  });
}

function ownTime(rule: Rule, document: BenchDocument, kinds: readonly Kind[]): number {
  const subject = newSubject(document, kinds);
  lint(subject, allRules, DEFAULT_SETTINGS, failed);
  return medianTime(() => () => lint(subject, [rule], DEFAULT_SETTINGS, failed));
}

function newSubject(document: BenchDocument, kinds: readonly Kind[]): Subject {
  const [plan, recognition] = recognised(document, kinds);
  return new Subject(plan, document.path, recognition, newChecker().readMarkdown, NOWHERE);
}

function recognised({ path, text }: BenchDocument, kinds: readonly Kind[]): [plan: ReturnType<typeof readPlan>, recognition: NonNullable<ReturnType<typeof recognise>>] {
  const plan = readPlan(text);
  const recognition = recognise(plan, path, kinds);
  if (recognition === undefined) throw new Error(`${path} was taken for no plan.`);
  return [plan, recognition];
}

/** The clock will do here: what disturbs one round does not disturb most of them. */
function medianTime(prepare: () => () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const run = prepare();
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
}

function mean(documents: readonly BenchDocument[], time: (document: BenchDocument) => number): number {
  return documents.reduce((sum, document) => sum + time(document), 0) / documents.length;
}

function failed({ id }: Rule, error: unknown): never {
  throw new Error(`The check "${id}" failed: ${String(error)}`);
}

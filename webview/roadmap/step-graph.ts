/** What the picture of steps is made of: pure. */
import type { StepPicture, StepsPicture } from '../../src/core/picture/steps.ts';
import type { Edge, Graph } from './graph-order.ts';

/** Beyond so many connectors nobody tells one from another. */
const MOST_EDGES = 600;

export interface StepGraph extends Graph {
  readonly edges: readonly StepEdge[];
}

export interface StepEdge extends Edge {
  readonly kind: 'plain' | 'critical' | 'wrong';
}

/** Steps by their order, and behind them what they wait for that is not among them. */
export function graphOf({ steps, outside }: StepsPicture, marked: ReadonlySet<number>): StepGraph {
  const edges = steps.flatMap((step) => step.after.map((number): StepEdge => ({ from: number - 1, to: step.number - 1, kind: kindOf(steps[number - 1], step, marked) })));
  const strangers = outside.flatMap(({ before, isMissing }, index) =>
    before.map((number): StepEdge => ({ from: steps.length + index, to: number - 1, kind: isMissing ? 'wrong' : 'plain' })),
  );
  const columnOf = (number: number): number => steps[number - 1]?.column ?? 0;
  const besides = outside.map(({ before }) => Math.max(0, before.reduce((least, number) => Math.min(least, columnOf(number)), Infinity) - 1));
  return { columns: [...steps.map(({ column }) => column), ...besides], edges: [...strangers, ...edges].slice(0, MOST_EDGES) };
}

/** The steps on the critical path; none where all are on it, since then it tells nothing. */
export function markedIn({ steps, times }: StepsPicture): ReadonlySet<number> {
  const critical = steps.filter(({ time }) => time?.isCritical);
  const isTelling = times !== undefined && steps.some(({ time }) => time !== undefined && !time.isCritical && time.hours !== undefined);
  return new Set(isTelling ? critical.map(({ number }) => number) : []);
}

function kindOf(need: StepPicture | undefined, step: StepPicture, marked: ReadonlySet<number>): StepEdge['kind'] {
  if (need === undefined) return 'plain';
  if (step.wrong.includes(need.number)) return 'wrong';
  const isTight = need.time !== undefined && step.time !== undefined && Math.abs(need.time.end - step.time.start) < 1e-6;
  return isTight && marked.has(need.number) && marked.has(step.number) ? 'critical' : 'plain';
}

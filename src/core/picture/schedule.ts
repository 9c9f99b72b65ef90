import type { Graph } from '../lint/cycles.ts';
import { dependentsOf, type Turn } from './step-order.ts';

/** How long a step takes, and when it begins where the document says so; in hours. */
export interface Timed {
  readonly hours: number | undefined;
  readonly start: number | undefined;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Schedule {
  readonly places: readonly Place[];
  /** When the last step ends. */
  readonly total: number;
  /** By how many hours each may be late before something else is. */
  readonly slack: readonly number[];
}

/** Each begins when all it comes after are done, or when the document says; what has no duration takes no time. */
export function schedule(steps: readonly Timed[], { order, after }: Turn): Schedule {
  const places: Place[] = steps.map(() => ({ start: 0, end: 0 }));
  for (const index of order) {
    const ready = highest((after[index] ?? []).map((need) => places[need]?.end ?? 0));
    const start = steps[index]?.start ?? ready;
    places[index] = { start, end: start + (steps[index]?.hours ?? 0) };
  }
  const total = highest(places.map(({ end }) => end));
  return { places, total, slack: slackOf(steps, places, total, { order, after }) };
}

/** Backwards from the end: what a step may use up before the next one would have to begin later. */
function slackOf(steps: readonly Timed[], places: readonly Place[], total: number, { order, after }: Turn): readonly number[] {
  const dependents = dependentsOf(after);
  const latest = places.map(() => total);
  for (const index of order.toReversed()) {
    for (const dependent of dependents[index] ?? []) {
      const begins = steps[dependent]?.start ?? (latest[dependent] ?? total) - (steps[dependent]?.hours ?? 0);
      latest[index] = Math.min(latest[index] ?? total, begins);
    }
  }
  return places.map(({ end }, index) => Math.max(0, (latest[index] ?? total) - end));
}

/** The steps that decide when the last one ends. */
export interface Critical {
  /** Every step on any such path. */
  readonly steps: ReadonlySet<number>;
  /** One of them, from its first step to its last: each begins when the one before it ends. */
  readonly path: readonly number[];
}

export function criticalPath({ places, total }: Schedule, after: Graph): Critical {
  const before = (index: number): readonly number[] => (isNear(startOf(places, index), 0) ? [] : (after[index] ?? []).filter((need) => isNear(places[need]?.end ?? 0, startOf(places, index))));
  const ends = places.flatMap(({ start, end }, index) => (end > start && isNear(end, total) ? [index] : []));
  const steps = new Set(ends);
  for (const index of steps) for (const need of before(index)) steps.add(need);
  const path: number[] = [];
  for (let index = ends[0]; index !== undefined; index = before(index)[0]) path.push(index);
  return { steps, path: path.toReversed() };
}

function startOf(places: readonly Place[], index: number): number {
  return places[index]?.start ?? 0;
}

/** Minutes are no whole hours. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

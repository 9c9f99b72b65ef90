import { circlesIn, type Graph } from '../lint/cycles.ts';
import type { Need } from '../lint/dependencies.ts';

/** What of a step says where it belongs. */
export interface Ordered {
  readonly key: string | undefined;
  readonly needs: readonly Need[];
  readonly beside: readonly string[];
}

export interface StepOrder {
  /** What each step comes after, by index. */
  readonly after: Graph;
  /** Whether none says what it comes after: then they follow each other as they stand. */
  readonly isAsWritten: boolean;
  /** What steps wait for that is not drawn, each with those that wait for it. */
  readonly outside: readonly Outside[];
  /** What each is said to run beside, by index. */
  readonly beside: Graph;
  /** The column of each step: those it comes after stand in columns before it. What runs side by side shares one. */
  readonly columns: readonly number[];
}

export interface Outside {
  readonly need: Need;
  readonly before: readonly number[];
}

export function orderOf(steps: readonly Ordered[]): StepOrder {
  const isAsWritten = steps.every(({ needs }) => needs.length === 0);
  const nodes = nodesByKey(steps);
  const beside = steps.map(({ beside: keys }, index) => distinct(keys.flatMap((key) => nodes.get(key) ?? []), index));
  const groups = groupsOf(beside);
  const after = isAsWritten ? oneAfterTheOther(groups) : steps.map((step, index) => namedBy(step, index, nodes));
  const outside = outsideOf(steps, nodes);
  return { after, isAsWritten, outside, beside, columns: columnsOf(after, groups, outside) };
}

/** An order in which everything comes after what it waits for. In a circle nothing does: there the first that stands in one is let go ahead. */
export interface Turn {
  readonly order: readonly number[];
  /** The graph without what would have to wait for itself. */
  readonly after: Graph;
}

/** For as many steps as are drawn: each circle that is left costs a walk through them. */
export function inTurn(graph: Graph): Turn {
  const open = graph.map((needs) => needs.length);
  const dependents = dependentsOf(graph);
  const isDone = graph.map(() => false);
  const order: number[] = [];
  const ready = graph.flatMap((needs, node) => (needs.length === 0 ? [node] : []));
  const after = graph.map((needs) => needs);
  for (let next = 0; order.length < graph.length; next++) {
    let node = ready[next];
    if (node === undefined) {
      node = firstInCircle(graph, isDone);
      ready.push(node);
      after[node] = graph[node]?.filter((need) => isDone[need]) ?? [];
    }
    isDone[node] = true;
    order.push(node);
    for (const dependent of dependents[node] ?? []) {
      open[dependent] = (open[dependent] ?? 0) - 1;
      if (open[dependent] === 0 && !isDone[dependent]) ready.push(dependent);
    }
  }
  return { order, after };
}

export function dependentsOf(graph: Graph): readonly (readonly number[])[] {
  const dependents: number[][] = graph.map(() => []);
  for (const [node, needs] of graph.entries()) for (const need of needs) dependents[need]?.push(node);
  return dependents;
}

/** From what waits to what it waits for, until something comes a second time: that stands in a circle. */
function firstInCircle(graph: Graph, isDone: readonly boolean[]): number {
  const seen = new Map<number, number>();
  const path: number[] = [];
  let node = isDone.indexOf(false);
  while (!seen.has(node)) {
    seen.set(node, path.length);
    path.push(node);
    node = graph[node]?.find((need) => !isDone[need]) ?? node;
  }
  return path.slice(seen.get(node)).reduce((first, each) => Math.min(first, each));
}

/** Of several with one number the first is the one that others wait for. */
function nodesByKey(steps: readonly Ordered[]): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  for (const [node, { key }] of steps.entries()) if (key !== undefined && !nodes.has(key)) nodes.set(key, node);
  return nodes;
}

function namedBy({ key, needs }: Ordered, index: number, nodes: ReadonlyMap<string, number>): readonly number[] {
  const found = needs.flatMap((need) => (need.key === key ? [] : (nodes.get(need.key) ?? [])));
  return distinct(found, index);
}

function distinct(nodes: readonly number[], own: number): readonly number[] {
  return [...new Set(nodes)].filter((node) => node !== own);
}

/** Each step with the number of its group: what runs side by side is in one. */
function groupsOf(beside: Graph): readonly number[] {
  const groups = beside.map((_, index) => index);
  for (const [index, others] of beside.entries()) {
    for (const other of others) {
      const [first, last] = [Math.min(index, other), Math.max(index, other)];
      groups[last] = Math.min(groups[last] ?? last, groups[first] ?? first);
    }
  }
  return groups;
}

function oneAfterTheOther(groups: readonly number[]): Graph {
  const members = new Map<number, number[]>();
  for (const [index, group] of groups.entries()) members.set(group, [...(members.get(group) ?? []), index]);
  const inOrder = [...members.keys()];
  const before = new Map(inOrder.map((group, at) => [group, members.get(inOrder[at - 1] ?? -1) ?? []]));
  return groups.map((group) => before.get(group) ?? []);
}

function outsideOf(steps: readonly Ordered[], nodes: ReadonlyMap<string, number>): readonly Outside[] {
  const found = new Map<string, { need: Need; before: number[] }>();
  for (const [index, { needs }] of steps.entries()) {
    for (const need of needs) {
      if (nodes.has(need.key)) continue;
      const known = found.get(need.key) ?? { need, before: [] };
      if (known.before.at(-1) !== index) known.before.push(index);
      found.set(need.key, known);
    }
  }
  return [...found.values()];
}

/** Where a group cannot stand in one column, because some of it waits for the rest, everything stands by itself. */
function columnsOf(after: Graph, groups: readonly number[], outside: readonly Outside[]): readonly number[] {
  const together: number[][] = after.map(() => []);
  for (const [index, needs] of after.entries()) {
    const group = groups[index] ?? index;
    together[group]?.push(...needs.map((need) => groups[need] ?? need));
  }
  const isSound = circlesIn(together).length === 0 && !together.some((needs, group) => needs.includes(group));
  const graph = isSound ? together : after;
  const groupOf = (index: number): number => (isSound ? (groups[index] ?? index) : index);
  const waiting = new Set(outside.flatMap(({ before }) => before.map(groupOf)));
  const turn = inTurn(graph);
  const columns = after.map(() => 0);
  for (const node of turn.order) {
    const first = waiting.has(node) ? 1 : 0;
    columns[node] = Math.max(first, ...(turn.after[node] ?? []).map((need) => (columns[need] ?? 0) + 1));
  }
  return after.map((_, index) => columns[groupOf(index)] ?? 0);
}

/** What each node of a graph waits for: nodes are numbers from 0. */
export type Graph = readonly (readonly number[])[];

/** One circle for each knot of nodes that wait for each other, from its first node on; in linear time and without recursion. */
export function circlesIn(graph: Graph): readonly (readonly number[])[] {
  // What waits only for what stands before it is in no circle.
  if (graph.every((targets, node) => targets.every((target) => target < node))) return [];
  return knotsIn(graph).flatMap((knot) => circleThrough(Math.min(...ends(knot)), new Set(knot), graph) ?? []);
}

/** Of many numbers only a few can be arguments. */
function ends(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -Infinity]);
}

/** The strongly connected parts of more than one node, as Tarjan finds them. */
function knotsIn(graph: Graph): readonly (readonly number[])[] {
  const found: number[][] = [];
  const order: (number | undefined)[] = [];
  const low: number[] = [];
  const open: number[] = [];
  const isOpen = new Set<number>();
  let count = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = count++;
    open.push(node);
    isOpen.add(node);
  };
  const leave = (node: number): void => {
    if (low[node] !== order[node]) return;
    const knot = open.splice(open.lastIndexOf(node));
    for (const member of knot) isOpen.delete(member);
    if (knot.length > 1) found.push(knot);
  };
  for (const start of graph.keys()) {
    if (order[start] !== undefined) continue;
    enter(start);
    const path = [{ node: start, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node } = step;
      const target = graph[node]?.[step.next++];
      if (target === undefined) {
        path.pop();
        leave(node);
        const above = path.at(-1)?.node;
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      } else if (order[target] === undefined) {
        enter(target);
        path.push({ node: target, next: 0 });
      } else if (isOpen.has(target)) low[node] = Math.min(low[node] ?? 0, order[target]);
    }
  }
  return found;
}

/** The shortest way from a node back to itself within a knot. */
function circleThrough(start: number, knot: ReadonlySet<number>, graph: Graph): readonly (readonly number[])[] | undefined {
  const before = new Map<number, number>();
  const waiting = [start];
  for (const node of waiting) {
    for (const target of graph[node] ?? []) {
      if (target === start) return [pathTo(node, start, before)];
      if (!knot.has(target) || before.has(target)) continue;
      before.set(target, node);
      waiting.push(target);
    }
  }
  return undefined;
}

function pathTo(node: number, start: number, before: ReadonlyMap<number, number>): readonly number[] {
  const path: number[] = [];
  for (let each: number | undefined = node; each !== undefined && each !== start; each = before.get(each)) path.push(each);
  return [start, ...path.toReversed()];
}

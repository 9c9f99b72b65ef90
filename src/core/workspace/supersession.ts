import type { LinkGraph } from './link-graph.ts';
import type { Edge, Sort } from './resolved-links.ts';

/** Nobody reads a longer one; a circle of thousands would take its time. */
const LONGEST_CHAIN = 500;

/** The records that a record is tied to by one taking the place of the other, the oldest first; those that go in a circle by their paths. */
export function supersessionOf(path: string, graph: LinkGraph): readonly string[] {
  const together = new Set([path]);
  for (const each of together) {
    if (together.size > LONGEST_CHAIN) break;
    for (const other of [...olderThan(each, graph), ...newerThan(each, graph)]) together.add(other);
  }
  const waiting = new Set(Array.from(together).sort());
  const chain: string[] = [];
  while (waiting.size > 0) {
    const next = Array.from(waiting).find((each) => !olderThan(each, graph).some((older) => older !== each && waiting.has(older))) ?? Array.from(waiting)[0] ?? '';
    waiting.delete(next);
    chain.push(next);
  }
  return chain;
}

function olderThan(path: string, graph: LinkGraph): readonly string[] {
  return [...leads(graph.from(path), 'supersedes').map(({ to }) => to), ...leads(graph.into(path), 'superseded by').map(({ from }) => from)];
}

function newerThan(path: string, graph: LinkGraph): readonly string[] {
  return [...leads(graph.from(path), 'superseded by').map(({ to }) => to), ...leads(graph.into(path), 'supersedes').map(({ from }) => from)];
}

function leads(edges: readonly Edge[], sort: Sort): readonly Edge[] {
  return edges.filter((edge) => edge.sort === sort);
}

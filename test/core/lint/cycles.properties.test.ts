import assert from 'node:assert/strict';
import fc from 'fast-check';
import { circlesIn, type Graph } from '../../../src/core/lint/cycles.ts';
import { RUNS } from '../support/runs.ts';

describe('circlesIn', () => {
  it('finds the shortest circle of each knot, from its first node on', () => {
    assert.deepEqual(circlesIn([]), []);
    assert.deepEqual(circlesIn([[], [0], [0, 1]]), []);
    assert.deepEqual(circlesIn([[1], [0]]), [[0, 1]]);
    assert.deepEqual(circlesIn([[], [3], [1], [2], [5], [4, 1]]), [[1, 3, 2], [4, 5]]);
    assert.deepEqual(circlesIn([[1], [2, 3], [0], [0]]), [[0, 1, 2]]);
  });

  it('bears graphs of any size without recursion', () => {
    const count = 100_000;
    const chain = Array.from({ length: count }, (_, node) => (node === 0 ? [] : [node - 1]));
    assert.deepEqual(circlesIn(chain), []);
    const [circle, ...others] = circlesIn(chain.map((needs, node) => (node === 0 ? [count - 1] : needs)));
    assert.deepEqual([circle?.length, circle?.slice(0, 3), others.length], [count, [0, count - 1, count - 2], 0]);
    const pairs = Array.from({ length: count }, (_, node) => [node % 2 === 0 ? node + 1 : node - 1]);
    assert.equal(circlesIn(pairs).length, count / 2);
    const dense = Array.from({ length: 600 }, () => Array.from({ length: 600 }, (_, node) => node));
    assert.deepEqual(circlesIn(dense.map((needs, node) => needs.filter((other) => other !== node))), [[0, 1]]);
  });

  it('finds only circles, and some where there are any', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { maxLength: 8 }).map((needs): Graph => needs.map((each, node) => each.filter((other) => other !== node && other < needs.length)));
    fc.assert(
      fc.property(graph, (needs) => {
        const circles = circlesIn(needs);
        for (const circle of circles) circle.forEach((node, index) => assert.ok(needs[node]?.includes(circle[(index + 1) % circle.length] ?? -1)));
        assert.equal(circles.length > 0, hasCircle(needs));
        const members = circles.flat();
        assert.equal(new Set(members).size, members.length);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Takes nodes away that wait for nothing that is left. */
function hasCircle(graph: Graph): boolean {
  const left = new Set(graph.keys());
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const node of left) if (!graph[node]?.some((other) => left.has(other))) left.delete(node);
  }
  return left.size > 0;
}

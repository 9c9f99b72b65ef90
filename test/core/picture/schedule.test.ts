import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criticalPath, schedule, type Timed } from '../../../src/core/picture/schedule.ts';
import { dependentsOf, inTurn } from '../../../src/core/picture/step-order.ts';
import { RUNS } from '../support/runs.ts';

function steps(...hours: readonly (number | undefined)[]): readonly Timed[] {
  return hours.map((each) => ({ hours: each, start: undefined }));
}

function planned(timed: readonly Timed[], graph: readonly (readonly number[])[]) {
  const turn = inTurn(graph);
  const plan = schedule(timed, turn);
  const { steps: critical, path } = criticalPath(plan, turn.after);
  return { places: plan.places.map(({ start, end }) => [start, end]), total: plan.total, slack: plan.slack, critical: [...critical].sort((a, b) => a - b), path };
}

describe('the schedule of steps', () => {
  it('begins each when the last of those before it is done', () => {
    assert.deepEqual(planned(steps(8, 16, 24, 8), [[], [0], [0], [1, 2]]), { places: [[0, 8], [8, 24], [8, 32], [32, 40]], total: 40, slack: [0, 8, 0, 0], critical: [0, 2, 3], path: [0, 2, 3] });
  });

  it('takes no time for what has no duration, and leads the path through it', () => {
    assert.deepEqual(planned(steps(8, undefined, 8), [[], [0], [1]]), { places: [[0, 8], [8, 8], [8, 16]], total: 16, slack: [0, 0, 0], critical: [0, 1, 2], path: [0, 1, 2] });
    assert.deepEqual(planned(steps(undefined, 8, undefined), [[], [0], [1]]).path, [1]);
    assert.deepEqual(planned(steps(undefined, undefined), [[], [0]]), { places: [[0, 0], [0, 0]], total: 0, slack: [0, 0], critical: [], path: [] });
  });

  it('marks every path that is as long as the whole', () => {
    assert.deepEqual(planned(steps(8, 16, 16, 8), [[], [0], [0], [1, 2]]), { places: [[0, 8], [8, 24], [8, 24], [24, 32]], total: 32, slack: [0, 0, 0, 0], critical: [0, 1, 2, 3], path: [0, 1, 3] });
  });

  it('leaves a step where the document puts it', () => {
    const timed = [{ hours: 80, start: 0 }, { hours: 80, start: 160 }, { hours: 40, start: undefined }];
    assert.deepEqual(planned(timed, [[], [0], [1]]), { places: [[0, 80], [160, 240], [240, 280]], total: 280, slack: [80, 0, 0], critical: [1, 2], path: [1, 2] });
    const early = [{ hours: 80, start: undefined }, { hours: 80, start: 40 }];
    assert.deepEqual(planned(early, [[], [0]]), { places: [[0, 80], [40, 120]], total: 120, slack: [0, 0], critical: [1], path: [1] });
  });

  it('counts minutes without losing the path', () => {
    const third = 20 / 60;
    assert.deepEqual(planned(steps(third, third, third), [[], [0], [1]]).path, [0, 1, 2]);
  });

  it('lets the first of a circle go ahead', () => {
    assert.deepEqual(inTurn([[2], [0], [1], [2]]), { order: [0, 1, 2, 3], after: [[], [0], [1], [2]] });
    // What only hangs on a circle waits for it, wherever it stands.
    assert.deepEqual(inTurn([[2], [2], [1]]), { order: [1, 2, 0], after: [[2], [], [1]] });
    assert.deepEqual(inTurn([[1], [0, 2], [1, 3], [2]]).order, [0, 1, 2, 3]);
  });

  it('brings every graph in an order in which nothing comes before what it waits for', () => {
    const graphs = fc.integer({ min: 1, max: 14 }).chain((size) => fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(graphs, fc.array(fc.option(fc.nat(40), { nil: undefined }), { minLength: 14, maxLength: 14 }), (drawn, hours) => {
        const graph = drawn.map((needs, node) => needs.filter((need) => need !== node));
        const { order, after } = inTurn(graph);
        const at = new Map(order.map((node, index) => [node, index]));
        assert.equal(at.size, graph.length);
        after.forEach((needs, node) => {
          for (const need of needs) assert.ok((at.get(need) ?? Infinity) < (at.get(node) ?? -1) && graph[node]?.includes(need));
        });
        const { places, total, slack, path } = planned(steps(...hours.slice(0, graph.length)), graph);
        assert.ok(places.every(([start = 0, end = 0]) => start >= 0 && start <= end && end <= total) && slack.every((spare) => spare >= 0));
        assert.equal(path.reduce((sum, node) => sum + (hours[node] ?? 0), 0), total);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes no time to speak of for a long chain, or for many circles', () => {
    const size = 200;
    const pairs = Array.from({ length: size }, (_, index) => [index % 2 === 0 ? index + 1 : index - 1]);
    const all = Array.from({ length: size }, (_, index) => Array.from({ length: size }, (_, other) => other).filter((other) => other !== index));
    const begin = performance.now();
    for (const graph of [pairs, all]) assert.equal(inTurn(graph).order.length, size);
    assert.ok(performance.now() - begin < 1000);
    assert.deepEqual(dependentsOf([[1], []]), [[], [0]]);
  });
});

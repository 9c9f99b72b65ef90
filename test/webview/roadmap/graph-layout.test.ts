import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spread } from '../../../webview/roadmap/graph-layers.ts';
import { layoutOf, type Layout } from '../../../webview/roadmap/graph-layout.ts';
import { lineThrough } from '../../../webview/roadmap/graph-lines.ts';
import { ordered, type Edge, type Graph } from '../../../webview/roadmap/graph-order.ts';

const HEIGHT = 60;
const room = (width: number, scale = 1) => ({ width, scale, heightOf: (_: number, isFlat: boolean) => (isFlat ? 40 : HEIGHT) * scale });
const edges = (...pairs: readonly (readonly [number, number])[]): readonly Edge[] => pairs.map(([from, to]) => ({ from, to }));
const chain = (length: number): Graph => ({
  columns: Array.from({ length }, (_, index) => index),
  edges: Array.from({ length: length - 1 }, (_, index) => ({ from: index, to: index + 1 })),
});
/** 0, then 1 and 2 side by side, then 3. */
const DIAMOND: Graph = { columns: [0, 1, 1, 2], edges: edges([0, 1], [0, 2], [1, 3], [2, 3]) };

function overlaps({ boxes, boxWidth, boxHeight }: Layout): boolean {
  return boxes.some((box, index) => boxes.slice(index + 1).some((other) => Math.abs(box.x - other.x) < boxWidth - 0.01 && Math.abs(box.y - other.y) < boxHeight - 0.01));
}

describe('the layout of steps', () => {
  it('runs from left to right where there is room', () => {
    const layout = layoutOf(DIAMOND, room(600));
    assert.equal(layout.form, 'across');
    const [first, second, third, last] = layout.boxes;
    assert.ok(first && second && third && last);
    assert.ok(first.x < second.x && second.x === third.x && third.x < last.x && last.x + layout.boxWidth <= 600);
    assert.equal(first.y, (second.y + third.y) / 2);
    assert.equal(first.y, last.y);
    assert.equal(Math.min(second.y, third.y), 0);
  });

  it('runs down where it is narrow, flat where a box is wide', () => {
    const layout = layoutOf(DIAMOND, room(360));
    assert.deepEqual([layout.form, layout.isFlat, layout.boxHeight], ['down', false, HEIGHT]);
    const [first, second, third, last] = layout.boxes;
    assert.ok(first && second && third && last);
    assert.ok(first.y < second.y && second.y === third.y && third.y < last.y);
    assert.equal(first.x, last.x);
    assert.deepEqual([layoutOf(chain(3), room(360)).isFlat, layoutOf(chain(3), room(360)).boxHeight], [true, 40]);
  });

  it('wraps a chain that is too long, in rows of about the same length', () => {
    const layout = layoutOf(chain(8), room(560));
    assert.equal(layout.form, 'wrapped');
    assert.deepEqual([...new Set(layout.boxes.map(({ y }) => y))], [0, 88, 176]);
    assert.deepEqual(layout.boxes.map(({ y }) => y / 88), [0, 0, 0, 1, 1, 1, 2, 2]);
    assert.ok(layout.width <= 560 && layout.boxes.every(({ x }) => x >= 0 && x + layout.boxWidth <= 560));
    assert.equal(layoutOf(chain(3), room(560)).form, 'across');
  });

  it('runs down where there are more columns than room and few side by side, else it is as wide as it must be', () => {
    const long: Graph = { columns: [0, 1, 1, 2, 3, 4, 5], edges: edges([0, 1], [0, 2], [1, 3], [2, 3], [3, 4], [4, 5], [5, 6]) };
    assert.equal(layoutOf(long, room(560)).form, 'down');
    const many: Graph = { columns: [...Array.from({ length: 7 }, () => 0), 1, 2, 3, 4], edges: edges([0, 7], [7, 8], [8, 9], [9, 10]) };
    const layout = layoutOf(many, room(560));
    assert.deepEqual([layout.form, layout.boxWidth, layout.width > 560], ['across', 124, true]);
  });

  it('leads a long connector past the boxes between', () => {
    const graph: Graph = { columns: [0, 1, 2], edges: edges([0, 1], [1, 2], [0, 2]) };
    const { boxes, boxHeight, connectors, height } = layoutOf(graph, room(600));
    const [, second] = boxes;
    const passing = connectors[2]?.line.match(/L[\d.]+ ([\d.]+)/)?.[1];
    assert.ok(second && passing !== undefined);
    assert.ok(Number(passing) > second.y + boxHeight || Number(passing) < second.y);
    assert.ok(Number(passing) <= height);
  });

  it('leads what goes back around everything', () => {
    const graph: Graph = { columns: [0, 1], edges: edges([0, 1], [1, 0]) };
    const layout = layoutOf(graph, room(600));
    const around = Math.max(...Array.from(layout.connectors[1]?.line.matchAll(/[\d.]+ ([\d.]+)/g) ?? [], ([, y]) => Number(y)));
    assert.ok(around > HEIGHT && around <= layout.height && layout.width <= 600);
    assert.ok((layout.boxes[0]?.x ?? 0) > 0);
  });

  it('crosses no connectors that need not cross', () => {
    const graph: Graph = { columns: [0, 0, 1, 1], edges: edges([0, 3], [1, 2]) };
    const { boxes } = layoutOf(graph, room(600));
    assert.ok((boxes[0]?.y ?? 0) < (boxes[1]?.y ?? 0) && (boxes[3]?.y ?? 0) < (boxes[2]?.y ?? 0));
    assert.deepEqual(ordered(graph).columns.map((column) => column.map(({ box }) => box)), [[0, 1], [3, 2]]);
  });

  it('grows with the text', () => {
    assert.equal(layoutOf(DIAMOND, room(1200, 1.5)).boxWidth, 208 * 1.5);
    assert.equal(layoutOf(chain(5), room(800)).form, 'across');
    assert.equal(layoutOf(chain(5), room(800, 1.5)).form, 'wrapped');
  });

  it('spreads things as near to where they belong as they can stand', () => {
    assert.deepEqual(spread([10, 10], [10, 10], 100), [5, 15]);
    assert.deepEqual(spread([5, 30, 31], [10, 10, 10], 100), [5, 25.5, 35.5]);
    assert.deepEqual(spread([50, 10, 20], [10, 10, 10], 100).map((place) => Math.round(place * 100) / 100), [16.67, 26.67, 36.67]);
  });

  it('keeps to the room there is', () => {
    assert.deepEqual(spread([-5, 90], [10, 10], 60), [5, 55]);
    assert.deepEqual(spread([90, 95, 99], [10, 10, 10], 40), [15, 25, 35]);
    // Two rows of two: what the second wants must not push the first beyond the edge.
    const graph: Graph = { columns: [0, 0, 1, 1, 2], edges: edges([0, 2], [0, 3], [1, 3], [2, 4], [3, 4]) };
    for (const width of [260, 300, 400, 430]) assert.ok(layoutOf(graph, room(width)).width <= width);
    const passing: Graph = { columns: [0, 1, 1, 2], edges: edges([0, 1], [0, 2], [1, 3], [2, 3], [0, 3]) };
    assert.ok(layoutOf(passing, room(300)).width <= 300);
    for (const width of [260, 400, 700]) assert.ok(layoutOf({ columns: [0, 1], edges: edges([0, 1], [1, 0]) }, room(width)).width <= width);
  });

  it('draws lines with rounded corners', () => {
    assert.equal(lineThrough([{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 20 }]), 'M0 0L13 0Q20 0 20 7L20 20');
    assert.equal(lineThrough([{ x: 0, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 4 }]), 'M0 0L0 0Q0 0 0 2L0 4');
  });

  it('lets no boxes overlap, whatever the graph', () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        columns: fc.array(fc.nat(5), { minLength: size, maxLength: size }),
        edges: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20, selector: ([from, to]) => `${from} ${to}` }).map((pairs) => pairs.map(([from, to]) => ({ from, to })).filter(({ from, to }) => from !== to)),
      }),
    );
    fc.assert(
      fc.property(graphs, fc.integer({ min: 120, max: 1400 }), (graph, width) => {
        const layout = layoutOf(graph, room(width));
        assert.ok(!overlaps(layout));
        assert.equal(layout.connectors.length, graph.edges.length);
        for (const { x, y } of layout.boxes) assert.ok(x >= -0.01 && y >= -0.01 && x + layout.boxWidth <= layout.width + 0.01 && y + layout.boxHeight <= layout.height + 0.01);
        for (const { line, arrow } of layout.connectors) assert.ok(!/NaN|Infinity|undefined/.test(line + arrow));
      }),
    );
  });

  it('is quick for as many as are drawn', () => {
    const size = 200;
    const columns = Array.from({ length: size }, (_, index) => Math.floor(index / 4));
    const all = columns.flatMap((_, to) => Array.from({ length: Math.min(to, 3) }, (_each, back) => ({ from: Math.max(0, to - 4 * (back + 1) * 3), to }))).filter(({ from, to }) => from !== to);
    const begin = performance.now();
    layoutOf({ columns, edges: all }, room(700));
    assert.ok(performance.now() - begin < 500);
  });
});

import assert from 'node:assert/strict';
import { inReadingOrder, neighbour } from '../../../webview/diagrams/neighbours.ts';
import type { Box } from '../../../webview/diagrams/pan-zoom.ts';

const box = (x: number, y: number): Box => ({ x, y, width: 80, height: 40 });
/**
 * start ── left ── right
 *            │       \
 *          below     aslant
 */
const [start, left, right, below, aslant] = [box(0, 0), box(120, 0), box(240, 4), box(110, 100), box(340, 100)];
const all = [aslant, right, start, below, left];
const name = (index: number | undefined): string => (index === undefined ? 'none' : (['aslant', 'right', 'start', 'below', 'left'][index] ?? '?'));

describe('the neighbour of a node', () => {
  it('is the nearest one straight that way', () => {
    assert.equal(name(neighbour(all, all.indexOf(start), 'right')), 'left');
    assert.equal(name(neighbour(all, all.indexOf(left), 'right')), 'right');
    assert.equal(name(neighbour(all, all.indexOf(left), 'down')), 'below');
    assert.equal(name(neighbour(all, all.indexOf(right), 'left')), 'left');
    assert.equal(name(neighbour(all, all.indexOf(below), 'up')), 'left');
  });

  it('is else one aslant, so that every node can be reached', () => {
    assert.equal(name(neighbour(all, all.indexOf(right), 'down')), 'aslant');
    assert.equal(name(neighbour(all, all.indexOf(below), 'left')), 'start');
  });

  it('is missing at the edge, and for what is not there', () => {
    assert.equal(neighbour(all, all.indexOf(start), 'left'), undefined);
    assert.equal(neighbour(all, all.indexOf(start), 'up'), undefined);
    assert.equal(neighbour([], 0, 'up'), undefined);
  });

  it('goes there and back in a grid', () => {
    const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => box(column * 100, row * 60)));
    for (const [to, back] of [['left', 'right'], ['right', 'left'], ['up', 'down'], ['down', 'up']] as const) {
      const next = neighbour(grid, 4, to);
      assert.notEqual(next, undefined);
      assert.equal(neighbour(grid, next ?? -1, back), 4);
    }
  });
});

describe('the order of reading', () => {
  it('goes row by row, whatever the order of drawing; rows need not be quite straight', () => {
    assert.deepEqual(inReadingOrder(all).map(name), ['start', 'left', 'right', 'below', 'aslant']);
    assert.deepEqual(inReadingOrder([]), []);
  });
});

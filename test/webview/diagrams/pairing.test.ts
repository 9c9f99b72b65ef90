import assert from 'node:assert/strict';
import { pairUp } from '../../../webview/diagrams/pairing.ts';

const [a, b, c] = ['A', 'B', 'C'].map((name) => ({ source: `source ${name}`, caption: name }));
assert(a !== undefined && b !== undefined && c !== undefined);

describe('pairing diagrams with their figures', () => {
  it('keeps unchanged diagrams wherever they go', () => {
    assert.deepEqual(pairUp([a, b, c], [c, a, b]), [2, 0, 1]);
  });

  it('knows a changed diagram by its caption', () => {
    assert.deepEqual(pairUp([a, b, c], [c, { ...b, source: 'changed' }]), [2, 1]);
  });

  it('knows a changed diagram under a new caption by its place, when none came or went', () => {
    assert.deepEqual(pairUp([a, b], [a, c]), [0, 1]);
    assert.deepEqual(pairUp([a, b], [a, c, { source: 'new', caption: 'New' }]), [0, undefined, undefined]);
  });

  it('gives no figure away twice', () => {
    assert.deepEqual(pairUp([a, a], [a, a, a]), [0, 1, undefined]);
    assert.deepEqual(pairUp([], [a]), [undefined]);
  });
});

import assert from 'node:assert/strict';
import { splitAtCommas } from '../../../../src/core/readings/forms/comma-lists.ts';

describe('splitAtCommas', () => {
  it('keeps what stands in brackets together, and knows breaks in cells', () => {
    const split = (text: string): readonly string[] => splitAtCommas({ text, range: { start: 0, end: text.length } }).map((part) => part.text);
    assert.deepEqual(split('a, b{c,d}, (e, f) , `g`;h'), ['a', 'b{c,d}', '(e, f)', 'g', 'h']);
    assert.deepEqual(split('a, b<br>c<br/>d'), ['a, b', 'c', 'd']);
    assert.deepEqual(split('a}, {b, c'), ['a}', '{b, c']);
    assert.deepEqual([split(''), split('—'), split('None'), split(', ,')], [[], [], [], []]);
  });
});

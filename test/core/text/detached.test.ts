import assert from 'node:assert/strict';
import { detached, detachedData } from '../../../src/core/text/detached.ts';

describe('detached', () => {
  it('is the same text', () => {
    for (const text of ['', 'a', 'a part of a long text', '😀 目的']) assert.equal(detached(text), text);
  });
});

describe('detachedData', () => {
  it('is the same data, in objects of its own', () => {
    const data = { text: 'Accepted', range: { start: 1, end: 9 }, lines: [{ text: 'x', date: undefined }, null], isOpen: false };
    assert.deepEqual(detachedData(data), data);
    assert.notEqual(detachedData(data), data);
    assert.equal(detachedData(undefined), undefined);
  });
});

import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edits.ts';

const edit = (start: number, end: number, text: string) => ({ range: { start, end }, text });

describe('applyEdits', () => {
  it('applies edits in any order to the original text', () => {
    assert.equal(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1')]), '1 two 3');
  });

  it('keeps the order of insertions at one place', () => {
    assert.equal(applyEdits('ad', [edit(1, 1, 'b'), edit(1, 1, 'c')]), 'abcd');
  });

  it('drops an edit that overlaps one before it', () => {
    assert.equal(applyEdits('abcdef', [edit(0, 4, 'X'), edit(2, 6, 'Y')]), 'Xef');
  });
});

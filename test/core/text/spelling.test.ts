import assert from 'node:assert/strict';
import { spellingDistance } from '../../../src/core/text/spelling.ts';

describe('spellingDistance', () => {
  it('counts letters that are changed, added, left out or swapped', () => {
    assert.equal(spellingDistance('criteria', 'criteria', 2), 0);
    assert.equal(spellingDistance('critiria', 'criteria', 2), 1);
    assert.equal(spellingDistance('criterria', 'criteria', 2), 1);
    assert.equal(spellingDistance('citeria', 'criteria', 2), 1);
    assert.equal(spellingDistance('crtieria', 'criteria', 2), 1);
    assert.equal(spellingDistance('criterion', 'criteria', 2), 2);
  });

  it('stops counting above the bound', () => {
    assert.ok(spellingDistance('criteria', 'wisteria', 2) > 2);
    assert.ok(spellingDistance('a', 'abcdef', 2) > 2);
    assert.ok(spellingDistance('x'.repeat(500), 'y'.repeat(500), 2) > 2);
  });
});

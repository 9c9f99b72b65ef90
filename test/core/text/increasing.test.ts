import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestIncreasing } from '../../../src/core/text/increasing.ts';
import { RUNS } from '../support/runs.ts';

describe('longestIncreasing', () => {
  const kept = (numbers: readonly number[]): readonly number[] => Array.from(longestIncreasing(numbers)).sort((a, b) => a - b).map((place) => numbers[place] ?? 0);

  it('keeps as many as it can', () => {
    assert.deepEqual(kept([]), []);
    assert.deepEqual(kept([1, 2, 3]), [1, 2, 3]);
    assert.deepEqual(kept([5, 1, 2, 3]), [1, 2, 3]);
    assert.deepEqual(kept([1, 9, 2, 8, 3, 4]), [1, 2, 3, 4]);
    assert.equal(kept([3, 2, 1]).length, 1);
  });

  it('is never shorter than what any choice keeps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 8 }), (numbers) => {
        const found = kept(numbers);
        assert.deepEqual(found, found.toSorted((a, b) => a - b));
        const choices = Array.from({ length: 2 ** numbers.length }, (_, choice) => numbers.filter((_, index) => (choice >> index) & 1));
        const longest = Math.max(...choices.filter((choice) => choice.every((number, index) => index === 0 || number > (choice[index - 1] ?? 0))).map(({ length }) => length));
        assert.equal(found.length, longest);
      }),
      { numRuns: RUNS },
    );
  });
});

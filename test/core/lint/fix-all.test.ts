import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../src/core/lint/fix-all.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { findingsIn, fixed, phasePlan } from '../documents.ts';
import { RUNS } from '../support/runs.ts';

describe('fixAll', () => {
  it('leaves nothing fixable whatever lines of a plan are lost, and does nothing the second time', () => {
    const lines = phasePlan().split('\n');
    fc.assert(
      fc.property(fc.subarray(lines), fc.constantFrom('\n', '\r\n'), (kept, end) => {
        const result = fixed(kept.join(end));
        const open = readPlan(result).outline.fences.some(({ closed }) => !closed);
        if (!open) assert.deepEqual(findingsIn(result).filter(({ fix }) => fix !== undefined), []);
        assert.equal(fixed(result), result);
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });
});

describe('difference', () => {
  it('is one edit that touches only what differs', () => {
    assert.equal(difference('same', 'same'), undefined);
    assert.deepEqual(difference('one two three', 'one 2 three'), { range: { start: 4, end: 7 }, text: '2' });
  });

  it('always leads from the one text to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🔧', '🔌') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = difference(before, after);
        assert.equal(applyEdits(before, edit ? [edit] : []), after);
        const parts = edit ? [before.slice(0, edit.range.start), before.slice(edit.range.start, edit.range.end), edit.text] : [];
        for (const part of parts) assert.doesNotMatch(part, /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/, 'no emoji is parted');
      }),
      { numRuns: 5 * RUNS },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { Positions } from '../../../src/core/workspace/positions.ts';
import { RUNS } from '../support/runs.ts';

describe('the positions of a few places', () => {
  it('are those that a list of all lines gives, in any order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '🎯'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(70), { maxLength: 20 }), (written, offsets) => {
        const [positions, lines] = [new Positions(readPlan(written)), new Lines(written)];
        const within = offsets.filter((offset) => offset <= written.length);
        assert.deepEqual(within.map((offset) => positions.of(offset)), within.map((offset) => lines.positionAt(offset)));
      }),
      { numRuns: 10 * RUNS },
    );
  });
});

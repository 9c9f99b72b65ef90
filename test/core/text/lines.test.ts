import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../src/core/text/lines.ts';
import { RUNS } from '../support/runs.ts';

describe('Lines', () => {
  it('knows every kind of line ending', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    assert.deepEqual([0, 2, 5, 7].map((offset) => lines.positionAt(offset).line), [0, 1, 2, 3]);
  });

  it('counts an emoji as the two units that editors count', () => {
    assert.deepEqual(new Lines('x\n🎯a').positionAt(4), { line: 1, column: 2 });
  });

  it('puts offsets outside the text at its ends', () => {
    const lines = new Lines('ab\ncd');
    assert.deepEqual(lines.positionAt(-3), { line: 0, column: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, column: 2 });
  });

  it('agrees with splitting the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\t', '🎯') }), fc.nat(60), (text, offset) => {
        const inside = Math.min(offset, text.length);
        const before = text.slice(0, inside).split('\n');
        const line = new Lines(text).positionAt(inside);
        assert.equal(line.line, before.length - 1);
        assert.equal(line.column, before.at(-1)?.length);
      }),
      { numRuns: 5 * RUNS },
    );
  });
});

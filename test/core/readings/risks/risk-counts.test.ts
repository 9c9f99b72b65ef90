import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readRiskCounts } from '../../../../src/core/readings/risks/risk-counts.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

/** Totals and levels as they are written, after checking that each slices to its text. */
function counts(text: string, isAboutRisks = true): readonly string[] {
  return readRiskCounts(readPlan(text), { start: 0, end: text.length }, [], isAboutRisks).flatMap(({ totals, levels }) => {
    for (const { text: written, range } of [...totals, ...levels.map(({ figure }) => figure)]) assert.equal(text.slice(range.start, range.end), written);
    return [...totals.map((total) => total.text), ...levels.map(({ figure, level, field }) => `${figure.text}@${level.rank}${field ? ` ${field}` : ''}`)];
  });
}

describe('readRiskCounts', () => {
  it('reads totals and levels in texts and tables', () => {
    assert.deepEqual(counts('12 significant risks: 4 high, 6 medium, 2 low'), ['12', '4@2', '6@1', '2@0']);
    assert.deepEqual(counts('**Total Risks**: 12\n- 🔴 **High**: 4\n- Low: 8'), ['12', '4@2', '8@0']);
    assert.deepEqual(counts('Five risks, two of them high-impact'), ['Five', 'two@2 impact']);
    assert.deepEqual(counts('| Level | Count |\n|--|--|\n| High | 4 |\n| **Total** | **12** |'), ['12', '4@2']);
  });

  it('needs more where a text is about something else', () => {
    assert.deepEqual(counts('It has 3 risks.', false), []);
    assert.deepEqual(counts('4 high, 5 low', false), []);
    assert.deepEqual(counts('It has 3 risks: 1 high, 2 low', false), ['3', '1@2', '2@0']);
    assert.deepEqual(counts('3 risks were identified', false), ['3']);
  });

  it('never throws, and points into the text', () => {
    const word = fc.constantFrom('12', 'risks', 'risks:', 'high', '4', 'Low', 'total', ',', '\n', '\r\n', '|', '--', '**', '(', 'of', 'three', '🔴');
    fc.assert(fc.property(fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')), (text) => void counts(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void counts(text)), { numRuns: RUNS });
  });
});

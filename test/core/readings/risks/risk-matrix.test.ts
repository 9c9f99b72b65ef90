import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { wholeLevel } from '../../../../src/core/readings/risks/levels.ts';
import { readRiskMatrix } from '../../../../src/core/readings/risks/risk-matrix.ts';
import { RUNS } from '../../support/runs.ts';

/** What a matrix has for a probability and an impact. */
function ratings(matrix: string, probability: string, impact: string): readonly string[] | undefined {
  const text = `# Plan\n\n${matrix}\n`;
  const [p, i] = [wholeLevel(probability), wholeLevel(impact)];
  assert.ok(p && i);
  return readRiskMatrix(readPlan(text))
    ?.ratingsOf(p, i)
    .map(({ value }) => {
      assert.equal(text.slice(value.range.start, value.range.end), value.text);
      return value.text;
    });
}

const BODY = '|--|--|--|\n| **High** | Medium | Critical |\n| **Low** | Low | High Risk |';

describe('readRiskMatrix', () => {
  it('tells rows from columns by what the corner names', () => {
    assert.deepEqual(ratings(`| Probability \\ Impact | Low | High |\n${BODY}`, 'Low', 'High'), ['High Risk']);
    assert.deepEqual(ratings(`| Impact / Likelihood | Low | High |\n${BODY}`, 'Low', 'High'), ['Medium']);
    assert.deepEqual(ratings(`| Impact → / Probability ↓ | Low | High |\n${BODY}`, 'Low', 'High'), ['High Risk']);
  });

  it('by its other titles, or not at all', () => {
    assert.deepEqual(ratings(`| | Low impact | High impact |\n${BODY}`, 'Low', 'High'), ['High Risk']);
    assert.deepEqual(ratings(`| | Impact L | Impact H |\n${BODY.replace('High', 'Prob. H').replace('**Low', '**Prob. L')}`, 'Low', 'High'), ['High Risk']);
    assert.deepEqual(ratings(`| | Low | High |\n${BODY}`, 'Low', 'High'), ['High Risk', 'Medium']);
    assert.deepEqual(ratings(`| | Low | High |\n${BODY}`, 'Medium', 'High'), []);
  });

  it('takes no other table for one', () => {
    for (const table of ['| Risk | Impact |\n|--|--|\n| Low | High |\n| Fire | Low |', '| | Low | High |\n|--|--|--|\n| Low | 1 | 2 |', '| | Low | High |\n|--|--|--|\n| Low | 1 | 2 |\n| High | 20 | 40 |', `| | Low | High |\n${BODY.replace('Critical', 'stop')}`]) {
      assert.equal(ratings(table, 'Low', 'High'), undefined, table);
    }
  });

  it('never throws', () => {
    const cell = fc.constantFrom('Low', 'High', '', '**Medium**', '3', 'Impact', '|', '\\|');
    const row = fc.array(cell, { maxLength: 4 }).map((cells) => `| ${cells.join(' | ')} |`);
    fc.assert(fc.property(fc.array(fc.oneof(row, fc.constantFrom('|--|--|', '|--|--|--|', '')), { maxLength: 8 }), (lines) => void readRiskMatrix(readPlan(lines.join('\n')))), { numRuns: RUNS });
  });
});

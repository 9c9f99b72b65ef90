import assert from 'node:assert/strict';
import type { RiskDot } from '../../src/core/readings/picture.ts';
import { isCrowded, riskFacts, riskLabel, riskLayout, riskTooltip, severityOf, type Grid } from '../../webview/risk-layout.ts';

const scale = ['Low', 'Medium', 'High'];

function risk(number: number, probability?: number, impact?: number, more: Partial<RiskDot> = {}): RiskDot {
  const range = { start: 0, end: 0 };
  const level = (rank: number | undefined) => (rank === undefined ? undefined : { text: scale[rank] ?? `level ${rank}`, rank });
  return { number, name: `Risk ${number}`, line: 0, range, probability: level(probability), impact: level(impact), owner: undefined, mitigation: undefined, ...more };
}

function grid(risks: readonly RiskDot[], levels: readonly string[] = scale): Grid {
  const layout = riskLayout({ scale: levels, risks });
  assert(layout.form === 'matrix' || layout.form === 'strip', `a grid, not ${layout.form}`);
  return layout;
}

const numbersIn = (found: Grid): readonly (readonly number[])[][] =>
  found.rows.map((row) => row.cells.map((cell) => cell.risks.map(({ number }) => number)));

describe('the layout of risks', () => {
  it('is empty without risks', () => {
    assert.equal(riskLayout({ scale, risks: [] }).form, 'empty');
  });

  it('is a list when no risk has a level', () => {
    assert.equal(riskLayout({ scale, risks: [risk(1), risk(2)] }).form, 'list');
  });

  it('is a list when no level is on the scale', () => {
    assert.equal(riskLayout({ scale: [], risks: [risk(1, 0, 0)] }).form, 'list');
  });

  it('is a matrix with the highest impact on top and the highest probability at the end', () => {
    const found = grid([risk(1, 2, 2), risk(2, 0, 0), risk(3, 0, 2), risk(4, 2, 2)]);
    assert.equal(found.form, 'matrix');
    assert.deepEqual(found.rows.map(({ name }) => name), ['High', 'Medium', 'Low']);
    assert.deepEqual(found.columns, scale);
    assert.deepEqual(numbersIn(found), [[[3], [], [1, 4]], [[], [], []], [[2], [], []]]);
  });

  it('is a strip when no risk has a probability', () => {
    const found = grid([risk(1, undefined, 2), risk(2), risk(3, undefined, 0)]);
    assert.deepEqual([found.form, found.columnAxis, found.rowAxis], ['strip', 'impact', undefined]);
    assert.deepEqual(numbersIn(found), [[[3], [], [1]]]);
    assert.deepEqual(found.unrated.map(({ number }) => number), [2]);
  });

  it('is a strip of probabilities when no risk has an impact', () => {
    assert.equal(grid([risk(1, 1)]).columnAxis, 'probability');
  });

  it('loses no risk: what has no cell is unrated', () => {
    const found = grid([risk(1, 1, 1), risk(2, 1), risk(3, undefined, 1), risk(4), risk(5, 7, 1), risk(6, -1, 0.5)]);
    assert.deepEqual(found.unrated.map(({ number }) => number), [2, 3, 4, 5, 6]);
  });

  it('is crowded from ten risks in one cell', () => {
    const many = (count: number): Grid => grid(Array.from({ length: count }, (_, at) => risk(at + 1, 1, 1)));
    assert.deepEqual([isCrowded(many(9)), isCrowded(many(10))], [false, true]);
  });
});

describe('the severity of a cell', () => {
  it('grows from corner to corner, whatever the number of levels', () => {
    assert.deepEqual([0, 0.5, 1, 1.5, 2].map((level) => severityOf(level, 3)), ['low', 'low', 'medium', 'high', 'critical']);
    assert.deepEqual([0, 1, 2, 3, 4].map((level) => severityOf(level, 5)), ['low', 'low', 'medium', 'high', 'critical']);
    assert.deepEqual([0, 0.5, 1].map((level) => severityOf(level, 2)), ['low', 'medium', 'critical']);
  });

  it('is in the middle when there is one level only', () => {
    assert.equal(severityOf(0, 1), 'medium');
  });
});

describe('what is said about a risk', () => {
  it('names everything that is known', () => {
    const known = risk(2, 2, 1, { name: 'Load', owner: 'Ann', mitigation: 'Autoscaling' });
    assert.equal(riskLabel(known), 'Risk 2: Load, probability High, impact Medium, owner Ann, mitigated');
    assert.equal(riskTooltip(known), 'Load\nMitigation: Autoscaling');
  });

  it('leaves out what is not, and takes blank for none', () => {
    const blank = risk(1, undefined, undefined, { owner: ' ', mitigation: '  ' });
    assert.deepEqual(riskFacts(blank), []);
    assert.equal(riskLabel(blank), 'Risk 1: Risk 1, not mitigated');
    assert.equal(riskTooltip(blank), 'Risk 1\nNot mitigated');
  });
});

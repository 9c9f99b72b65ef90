import assert from 'node:assert/strict';
import type { RiskDot } from '../../../src/core/picture/risks.ts';
import { isCrowded, placeOf, riskLayout, saysAfter, type Grid, type Stage, type Standing } from '../../../webview/risks/risk-layout.ts';
import { left, pictureOf, risk, SCALE } from './some-risks.ts';

function grid(risks: readonly RiskDot[], stage: Stage = 'before', shown = risks): Grid {
  const layout = riskLayout(pictureOf(risks), stage, shown);
  assert(layout.form === 'matrix' || layout.form === 'strip', `a grid, not ${layout.form}`);
  return layout;
}

/** `2` as it is, `2'` once it is mitigated. */
const nameOf = ({ risk: { number }, when }: Standing): string => `${number}${when === 'mitigated' ? "'" : ''}`;
const dotsIn = (found: Grid): readonly (readonly string[])[][] => found.rows.map((row) => row.cells.map(({ dots }) => dots.map(nameOf)));
const unrated = (found: Grid): readonly string[] => found.unrated.map(nameOf);

describe('the layout of risks', () => {
  it('is empty without risks', () => {
    assert.equal(riskLayout(pictureOf([])).form, 'empty');
  });

  it('is a list when no risk has a level, nor is meant to have one', () => {
    assert.equal(riskLayout(pictureOf([risk(1), risk(2)])).form, 'list');
  });

  it('is a grid with nothing in it yet when the document means to rate its risks', () => {
    const meant = (axes: readonly ('probability' | 'impact')[]) => riskLayout(pictureOf([risk(1), risk(2)], { axes }));
    const [both, one] = [meant(['probability', 'impact']), meant(['impact'])];
    assert(both.form === 'matrix' && one.form === 'strip');
    assert.deepEqual([unrated(both), unrated(one), one.columnAxis], [['1', '2'], ['1', '2'], 'impact']);
  });

  it('is a list when no level is on the scale', () => {
    assert.equal(riskLayout(pictureOf([risk(1, 0, 0)], { scale: [] })).form, 'list');
  });

  it('is a matrix with the highest impact on top and the highest probability at the end', () => {
    const found = grid([risk(1, 2, 2), risk(2, 0, 0), risk(3, 0, 2), risk(4, 2, 2)]);
    assert.equal(found.form, 'matrix');
    assert.deepEqual(found.rows.map(({ name }) => name), ['High', 'Medium', 'Low']);
    assert.deepEqual(found.columns, SCALE);
    assert.deepEqual(dotsIn(found), [[['3'], [], ['1', '4']], [[], [], []], [['2'], [], []]]);
    assert.deepEqual(found.rows.map(({ cells }) => cells.map(({ severity }) => severity)), [['medium', 'high', 'critical'], ['low', 'medium', 'high'], ['low', 'low', 'medium']]);
    assert.deepEqual(found.rows[0]?.cells[1]?.place, { probability: 1, impact: 2 });
  });

  it('is a strip when no risk has a probability', () => {
    const found = grid([risk(1, undefined, 2), risk(2), risk(3, undefined, 0)]);
    assert.deepEqual([found.form, found.columnAxis, found.rowAxis], ['strip', 'impact', undefined]);
    assert.deepEqual(dotsIn(found), [[['3'], [], ['1']]]);
    assert.deepEqual(found.rows[0]?.cells.map(({ severity, place }) => [severity, place]), [['low', { impact: 0 }], ['medium', { impact: 1 }], ['critical', { impact: 2 }]]);
    assert.deepEqual(unrated(found), ['2']);
  });

  it('is a strip of probabilities when no risk has an impact', () => {
    assert.equal(grid([risk(1, 1)]).columnAxis, 'probability');
  });

  it('loses no risk: what has no cell is unrated', () => {
    assert.deepEqual(unrated(grid([risk(1, 1, 1), risk(2, 1), risk(3, undefined, 1), risk(4), risk(5, 7, 1), risk(6, -1, 0.5)])), ['2', '3', '4', '5', '6']);
  });

  it('is that of all risks, whichever are shown', () => {
    const all = [risk(1, 1, 1), risk(2, undefined, 2)];
    const found = grid(all, 'before', all.slice(1));
    assert.deepEqual([found.form, dotsIn(found).flat(2), unrated(found)], ['matrix', [], ['2']]);
  });

  it('is crowded from ten risks in one cell', () => {
    const many = (count: number): Grid => grid(Array.from({ length: count }, (_, at) => risk(at + 1, 1, 1)));
    assert.deepEqual([isCrowded(many(9)), isCrowded(many(10))], [false, true]);
  });
});

describe('the layout of risks after mitigation', () => {
  const risks = [risk(1, 2, 2, { residual: left(0, 1) }), risk(2, 2, 1, { residual: left(undefined, 0) }), risk(3, 1, 1), risk(4, 2, 0, { residual: left(undefined, undefined, 'Low') })];

  it('puts each where it will be; what is not said to change stays', () => {
    const found = grid(risks, 'after');
    assert.deepEqual(dotsIn(found), [[[], [], []], [["1'"], [], []], [[], [], ["2'"]]]);
    assert.deepEqual(unrated(found), ["3'", "4'"]);
  });

  it('shows both, each risk with its own pair', () => {
    const found = grid(risks, 'both');
    assert.deepEqual(dotsIn(found), [[[], [], ['1']], [["1'"], ['3'], ['2']], [[], [], ["2'", '4']]]);
    assert.deepEqual(unrated(found), []);
  });

  it('lets those of one cell stand on the side to which their ways lead', () => {
    const found = grid([risk(1, 1, 1, { residual: left(2, 1) }), risk(2, 1, 1, { residual: left(0, 1) })], 'both');
    assert.deepEqual(dotsIn(found)[1], [["2'"], ['2', '1'], ["1'"]].map((dots) => (dots.length > 1 ? ['1', '2'] : dots)));
  });

  it('is a strip where there is one level alone', () => {
    assert.deepEqual(dotsIn(grid([risk(1, undefined, 2, { residual: left(undefined, 0) })], 'both')), [[["1'"], [], ['1']]]);
  });

  it('is offered only where the document says of a risk where it will be', () => {
    assert.equal(saysAfter(pictureOf(risks)), true);
    assert.equal(saysAfter(pictureOf(risks.slice(2))), false);
    assert.equal(saysAfter(pictureOf([risk(1, undefined, 1), risk(2, undefined, 1, { residual: left(1) })])), false);
  });

  it('has no place for what has no level left', () => {
    assert.deepEqual(placeOf(risk(1, 1, 2, { residual: left(undefined, undefined, 'Low') }), 'mitigated', { scale: SCALE }), {});
    assert.deepEqual(placeOf(risk(1, 1, undefined, { residual: left(undefined, 0) }), 'mitigated', { scale: SCALE }), { probability: 1, impact: 0 });
    assert.deepEqual(placeOf(risk(1, undefined, 2), 'now', { scale: SCALE }), { impact: 2 });
  });
});

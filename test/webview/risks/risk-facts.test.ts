import assert from 'node:assert/strict';
import { placeInWords, riskFacts, riskLabel } from '../../../webview/risks/risk-facts.ts';
import { left, risk, SCALE } from './some-risks.ts';

describe('what is said about a risk', () => {
  it('names everything that is known', () => {
    const known = risk(2, 2, 1, { name: 'Load', owner: 'Ann', category: 'Tech', mitigation: 'Autoscaling', residual: left(0, 1) });
    assert.equal(riskLabel(known), 'Risk 2: Load, probability High, impact Medium, owner Ann, mitigated');
    assert.equal(riskLabel(known, 'mitigated'), 'Risk 2 after mitigation: Load, probability Low, impact Medium, owner Ann');
    assert.deepEqual(riskFacts(known), [
      { name: 'Probability', value: 'High', after: 'Low' },
      { name: 'Impact', value: 'Medium' },
      { name: 'Owner', value: 'Ann' },
      { name: 'Category', value: 'Tech' },
    ]);
  });

  it('leaves out what is not, and takes blank for none', () => {
    const blank = risk(1, undefined, undefined, { owner: ' ', mitigation: '  ' });
    assert.deepEqual(riskFacts(blank), []);
    assert.equal(riskLabel(blank), 'Risk 1: Risk 1, not mitigated');
    assert.equal(riskLabel(blank, 'mitigated'), 'Risk 1 after mitigation: Risk 1');
  });

  it('tells a rating that is all there is after mitigation', () => {
    assert.deepEqual(riskFacts(risk(1, undefined, 2, { residual: left(1, undefined, 'Low') })), [
      { name: 'Probability', value: '', after: 'Medium' },
      { name: 'Impact', value: 'High' },
      { name: 'After mitigation', value: 'Low' },
    ]);
  });

  it('says a place in words', () => {
    assert.equal(placeInWords({ probability: 2, impact: 0 }, { scale: SCALE }), 'probability High, impact Low');
    assert.equal(placeInWords({ impact: 1 }, { scale: SCALE }), 'impact Medium');
    assert.equal(placeInWords({}, { scale: SCALE }), '');
  });
});

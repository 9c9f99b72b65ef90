import assert from 'node:assert/strict';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { furtherField, initialField } from '../../../../src/core/readings/risks/further-fields.ts';
import { furtherColumns, riskColumns } from '../../../../src/core/readings/risks/risk-fields.ts';
import { readRisks } from '../../../../src/core/readings/risks/risks.ts';
import { read } from '../../support/markdown.ts';

/** Name, category and what is said before and after mitigation, each of it with its place checked. */
function further(text: string): readonly (readonly (string | undefined)[])[] {
  return readRisks(readPlan(text), { start: 0, end: text.length }, read).map(({ name, category, probability, impact, rating, residual }) =>
    [name, category, probability, impact, rating, residual.probability, residual.impact, residual.rating].map((value) => {
      if (value !== undefined) assert.equal(text.slice(value.range.start, value.range.end), value.text);
      return value?.text;
    }),
  );
}

const no = undefined;

describe('what is said of a risk besides', () => {
  it('is known under many names', () => {
    const names = {
      category: ['Category', 'Risk Type', '**Area**', 'Kind of risk', '🏷️ Domain'],
      residualProbability: ['Residual Probability', 'residual_likelihood', 'Probability after mitigation', 'Post-mitigation likelihood', 'Likelihood (after)', 'Net P'],
      residualImpact: ['Residual Impact', 'Impact (after mitigation)', 'Mitigated severity', 'Target Impact', 'Remaining risk impact'],
      residualRating: ['Residual', 'Residual Risk', 'Residual Risk Level', 'Risk after mitigation', 'After', 'Post-mitigation score', 'Net risk', 'Target risk rating'],
    } as const;
    for (const [field, written] of Object.entries(names)) for (const name of written) assert.equal(furtherField(name), field, name);
    for (const name of ['Impact', 'Mitigated', 'Target', 'Target date', 'Post', 'Remaining work', 'Residual Risks', 'Impact area', 'Type of mitigation', 'Posture', '']) assert.equal(furtherField(name), no, name);
  });

  it('is not the field as it was at first', () => {
    assert.deepEqual(['Initial Impact', 'Likelihood before mitigation', 'Pre-mitigation severity', 'Inherent Risk', 'Gross score', 'Before', 'Mitigation'].map(initialField), ['impact', 'probability', 'impact', 'rating', 'rating', 'rating', no]);
  });

  it('is read from columns', () => {
    assert.deepEqual(
      further('## R\n\n| Risk | Type | Probability | Impact | Mitigation | Residual Probability | Impact after mitigation |\n|--|--|--|--|--|--|--|\n| Fire | Tech | High | High | hoses | Low | 🟡 Medium |\n| Ice | | Low | Low | | | |\n'),
      [['Fire', 'Tech', 'High', 'High', no, 'Low', '🟡 Medium', no], ['Ice', no, 'Low', 'Low', no, no, no, no]],
    );
  });

  it('is read from columns of the same names behind the mitigation', () => {
    const titles = ['Risk', 'P', 'I', 'Score', 'Mitigation', 'P', 'I', 'Score'];
    const columns = riskColumns(titles) ?? [];
    assert.deepEqual(columns, ['name', 'probability', 'impact', 'rating', 'mitigation', no, no, no]);
    assert.deepEqual(furtherColumns(titles, columns), [no, no, no, no, no, 'residualProbability', 'residualImpact', 'residualRating']);
    assert.deepEqual(furtherColumns(['Risk', 'Impact', 'Impact', 'Mitigation'], ['name', 'impact', no, 'mitigation']), [no, no, no, no]);
  });

  it('does not take the place of the fields themselves', () => {
    assert.deepEqual(further('## R\n\n| # | Description | Impact before mitigation | Mitigation | Risk after mitigation |\n|--|--|--|--|--|\n| 1 | Fire | High | hoses | Low |\n'), [['Fire', no, no, 'High', no, no, 'Low', no]]);
    assert.deepEqual(further('## R\n\n| Risk | Mitigated Impact | Mitigation |\n|--|--|--|\n| Fire | Low | hoses |\n'), [['Fire', no, no, no, no, no, 'Low', no]]);
    assert.deepEqual(further('## R\n\n| Area | Risk Level | Mitigation |\n|--|--|--|\n| Harbour | High | hoses |\n'), [['Harbour', no, no, 'High', no, no, no, no]]);
  });

  it('is one level where the risk has one, and otherwise says what follows from both', () => {
    assert.deepEqual(further('## R\n\n| Risk | Inherent Risk | Mitigation | Residual Risk |\n|--|--|--|--|\n| Fire | High | hoses | Low |\n'), [['Fire', no, no, 'High', no, no, 'Low', no]]);
    assert.deepEqual(further('## R\n\n| Risk | P | I | Mitigation | Residual |\n|--|--|--|--|--|\n| Fire | High | Low | hoses | Low |\n'), [['Fire', no, 'High', 'Low', no, no, no, 'Low']]);
  });

  it('is read from lines, and from lines below a name for all of it', () => {
    const lines = '## R\n\n### Risk 1: Fire\n\n- **Category**: Tech\n- **Probability**: High\n- **Impact**: High\n- **Mitigation**: hoses\n- **Impact (after mitigation)**: Low\n- **Residual likelihood**: Medium\n';
    assert.deepEqual(further(lines), [['Fire', 'Tech', 'High', 'High', no, 'Medium', 'Low', no]]);
    const nested = '## R\n\n1. **Fire**\n   - **Impact**: High\n   - **Residual risk**:\n     - Probability: Low\n     - Impact: Medium\n   - **Owner**: Ada\n';
    assert.deepEqual(further(nested), [['Fire', no, no, 'High', no, 'Low', 'Medium', '']]);
    const paragraphs = '## R\n\n### R-2: Fire\n\n**Impact:** High | **Type:** Ops | **Residual impact:** Low\n';
    assert.deepEqual(further(paragraphs), [['Fire', 'Ops', no, 'High', no, no, 'Low', no]]);
  });

  it('is read from headings below that of the risk, which are no risks', () => {
    const fields = '## R\n\n### Risk 1: Fire\n\n- **Impact**: High\n\n#### After mitigation\n\n- **Probability**: Low\n- **Impact**: Medium\n';
    assert.deepEqual(further(fields), [['Fire', no, no, 'High', no, 'Low', 'Medium', no]]);
    assert.deepEqual(further('## R\n\n### Fire\n\n- **Impact**: High\n\n#### Residual Risk\n\nLow\n\n#### Category\n\nOps\n'), [['Fire', 'Ops', no, 'High', no, no, 'Low', no]]);
  });

  it('is read behind a name, in commas and in pipes', () => {
    assert.deepEqual(further('## R\n\n1. **Fire** – Impact: High, Residual impact: Low, Category: Ops\n- [ ]Ice|impact=High|residual_impact=Low|type=Tech\n'), [
      ['Fire', 'Ops', no, 'High', no, no, 'Low', no],
      ['Ice', 'Tech', no, 'High', no, no, 'Low', no],
    ]);
  });

  it('makes no risk by itself', () => {
    assert.deepEqual(further('## R\n\n### Legend\n\n- **Category**: what it is about\n- **Residual risk**: what is left\n\n- **Type**: Tech\n'), []);
  });
});

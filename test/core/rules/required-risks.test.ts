import assert from 'node:assert/strict';
import { findingsIn, fixed, messagesIn, phasePlan, replaceSection } from '../documents.ts';

const withRisks = (section: string) => replaceSection(phasePlan(), 'Risk Analysis', section);

describe('required-risks', () => {
  it('finds a risk section without a risk, at its heading', () => {
    const text = withRisks('## 🚨 Risk Analysis and Mitigation\n\nNone.');
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(finding?.rule, 'required-risks');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## 🚨 Risk Analysis and Mitigation');
  });

  it('finds nothing where any form of risk stands', () => {
    assert.deepEqual(messagesIn(withRisks('## Risks\n\n| Risk | Impact |\n|--|--|\n| Fire | High |')), []);
    assert.deepEqual(messagesIn(withRisks('## Risks\n\n1. **Fire**\n   - **Impact**: High')), []);
    assert.deepEqual(messagesIn(withRisks('## Risks\n\n- [ ]Fire|owner=Ada')), []);
  });

  it('looks below a bold label in place of a heading too', () => {
    const labelled = (risks: string) => withRisks('').replace('## 📚', `**Risks**\n\n${risks}\n\n## 📚`);
    assert.deepEqual(messagesIn(labelled('| Risk | Impact |\n|--|--|\n| Fire | High |')), []);
    assert.deepEqual(findingsIn(labelled('None.')).map(({ rule, fix }) => [rule, fix]), [['required-risks', undefined]]);
  });

  it('has no fix where no deeper heading can stand', () => {
    const text = withRisks('###### Risks\n\nNone.');
    assert.equal(findingsIn(text)[0]?.fix, undefined);
    assert.equal(fixed(text), text);
  });

  it('says nothing when the section itself is missing', () => {
    assert.deepEqual(findingsIn(withRisks('')).map(({ rule }) => rule), ['required-sections']);
  });

  it('is fixed by a risk as the template has one, below what the section says', () => {
    const result = fixed(withRisks('### Risks\n\nNone so far.'));
    assert.match(result, /### Risks\n\nNone so far\.\n\n#### Risk 1: \{\{risk\}\}\n\n- \*\*Probability\*\*: /);
    assert.deepEqual(messagesIn(result), []);
  });
});

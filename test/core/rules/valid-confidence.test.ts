import assert from 'node:assert/strict';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, messagesOf } from '../documents.ts';

const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const design = (confidence: string, more = '') =>
  `# System Design: Harbour\n\n## Decisions\n\n### Decision: Keep one log\n\n#### Problem\n\nReviews take long.\n\n#### Options Considered\n\n1. **One log**\n   - Pros: easy to validate\n   - Cons: size\n2. **Locks**\n   - Pros: quick\n   - Cons: stuck\n\n#### Selected Approach\n\n**One log**, because of order\n\n#### Trade-offs\n\n- Size\n\n${confidence}\n\n${more}\n`;
const messages = (confidence: string, more?: string) => messagesOf('valid-confidence', design(confidence, more), DESIGN);

describe('valid-confidence', () => {
  it('finds what is no percentage, at the figure', () => {
    for (const [confidence, said] of [
      ['#### Confidence: 120%', '120%'],
      ['#### Confidence: -5%', '-5%'],
      ['#### Confidence: 8/10', '8/10'],
      ['#### Confidence: 85', '85'],
      ['#### Confidence: 0.85', '0.85'],
      ['#### Confidence\n\nWe think so.', 'We think so.'],
    ] as const) {
      const text = design(confidence);
      const [finding, ...others] = findingsOf('valid-confidence', text, DESIGN);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, `"${said}" is no percentage from 0 to 100: say how sure "Keep one log" is with one, such as 80%.`);
      assert.equal(text.slice(finding.range.start, finding.range.end), said);
    }
  });

  it('finds a low one that nobody means to raise', () => {
    const text = design('#### Confidence: 60%');
    const [finding, ...others] = findingsOf('valid-confidence', text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The confidence in "Keep one log" is only 60%: name a follow-up that would raise it, and when that is looked at.');
    assert.equal(text.slice(finding.range.start, finding.range.end), '60%');
    assert.equal(messages('#### Confidence: Low').length, 1);
    assert.equal(messages('#### Confidence: 60–80%').length, 1);
  });

  it('bears one with a follow-up, a validation or a review', () => {
    for (const more of ['- Follow-up: a load test in May', '- **Validation**: run it for a week', 'Review by 2026-03-01', 'A spike will tell.', 'We build a prototype first.', '- Follow-up: {{what would raise it}}']) assert.deepEqual(messages('#### Confidence: 60%', more), [], more);
  });

  it('bears percentages, words and ranges, and what is still open', () => {
    for (const confidence of ['85%', '85 %', '~85%', '100%', '0% (follow-up in May)', 'High', '**Very high**', 'High (85%)', 'Medium', '70-80%', '{{percent}}%', '[X]%', 'N%', 'TBD']) {
      assert.deepEqual(messages(`#### Confidence: ${confidence}`), [], confidence);
    }
    assert.deepEqual(messages('#### Confidence\n\n85% – measured in a spike'), []);
    assert.deepEqual(messages(''), []);
  });

  it('takes the threshold of the user', () => {
    assert.equal(findingsOf('valid-confidence', design('#### Confidence: 75%'), DESIGN, NOWHERE, { threshold: 80 }).length, 1);
    assert.equal(findingsOf('valid-confidence', design('#### Confidence: 60%'), DESIGN, NOWHERE, { threshold: 50 }).length, 0);
  });

  it('looks at records, fields and tables too', () => {
    const record = '# ADR 7: Keep one log\n\n**Status**: Proposed\n\n## Problem\n\nText.\n\n## Options Considered\n\n1. A\n2. B\n\n## Selected Approach\n\n**A**, because\n\n## Trade-offs\n\n- Size\n\n## Confidence: 140%\n';
    assert.equal(messagesOf('valid-confidence', record, 'docs/architecture/ADR-007-keep-one-log.md').length, 1);
    const plan = (decision: string) => messagesOf('valid-confidence', `# System Design: Harbour\n\n## Decisions\n\n${decision}\n`, DESIGN);
    assert.equal(plan('1. **Keep one log**\n   - **Choice**: a log\n   - **Confidence**: 140%').length, 1);
    assert.equal(plan('| Decision | Choice | Confidence |\n|--|--|--|\n| Log | One | 140% |\n| Pay | Card | 90% |').length, 1);
  });

  it('is the same with Windows line endings', () => {
    assert.equal(messagesOf('valid-confidence', `\uFEFF${design('#### Confidence: 60%').replaceAll('\n', '\r\n')}`, DESIGN).length, 1);
  });
});

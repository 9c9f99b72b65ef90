import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan } from '../documents.ts';

const RULE = 'no-duplicate-sections';
const RECORD_PATH = 'docs/adr/0007-keep-one-log.md';

describe('no-duplicate-sections', () => {
  it('finds a section that stands twice, and shows the first', () => {
    const text = phasePlan().replace('## 📚', '## 4. RISK ANALYSIS AND MITIGATION (continued)\n\nMore.\n\n## 📚');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"4. RISK ANALYSIS AND MITIGATION (continued)" stands here a second time: put the two together, or give this one a title of its own.');
    assert.equal(finding.severity, 'warning');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## 4. RISK ANALYSIS AND MITIGATION (continued)');
    assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['## 🚨 Risk Analysis and Mitigation']);
    assert.equal(finding.fix, undefined);
  });

  it('finds each further one, and says under which parent', () => {
    const text = phasePlan().replace('## 📚', '### Architectural Success\n\n- [ ] x\n\n## 📚').replace('### Implementation Success', '### Architectural Success\n\n- [ ] y\n\n### Architectural Success\n\n- [ ] z\n\n### Implementation Success');
    assert.deepEqual(messagesOf(RULE, text.replaceAll('\n', '\r\n')), Array(2).fill('"Architectural Success" stands here a second time in "Success Criteria": put the two together, or give this one a title of its own.'));
  });

  it('finds the parts of a member of a series', () => {
    const decision = '### Decision: Keep one log\n\n#### Problem\n\nTwo logs.\n\n#### Options Considered\n\n1. **One**\n2. **Two**\n\n#### Problem\n\nAgain.\n';
    const text = `# System Design: Harbour\n\n## Decisions\n\n${decision}\n### Decision: Keep two\n\n#### Problem\n\nOne log.\n`;
    assert.deepEqual(messagesOf(RULE, text, 'docs/architecture/SYSTEM_DESIGN.md'), ['"Problem" stands here a second time in "Decision: Keep one log": put the two together, or give this one a title of its own.']);
  });

  it('leaves alone what may stand twice', () => {
    for (const text of [
      phasePlan(),
      phasePlan().replace('### Risk 1', '### Risk 1: Fire\n\n- **Impact**: High\n\n### Risk 1'),
      phasePlan().replace('## 📚', '## Notes\n\nx\n\n## Notes\n\ny\n\n## 📚'),
      phasePlan().replace('## 📚', '## Risks\n\nThose of the building site.\n\n## 📚'),
      phasePlan().replace('\n### Abstractions and Interfaces', '\n### Other APIs\n\n#### APIs and Contracts\n\nx\n\n### Abstractions and Interfaces'),
      phasePlan().replace('## 📚', '```\n## Success Criteria\n```\n\n## 📚'),
    ]) {
      assert.deepEqual(messagesOf(RULE, text), []);
    }
    const record = '# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nTwo logs.\n\n## Background\n\nA year.\n\n## Decision\n\nOne.\n\n## Consequences\n\nx\n\n## Impact\n\ny\n';
    assert.deepEqual(messagesOf(RULE, record, RECORD_PATH), []);
  });

  it('takes two sections of the template with one title for two', () => {
    const flat = phasePlan().replace('#### APIs and Contracts', '## APIs and Contracts').replace('### APIs and Contracts (MUST', '## APIs and Contracts (MUST');
    assert.deepEqual(messagesOf(RULE, flat), []);
  });
});

import assert from 'node:assert/strict';
import { findingsOf, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const RECORD = 'docs/adr/0007-keep-one-log.md';
const record = (status: string, review: string) => `# 7. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\n- ${review}\n`;
const on = (today: string | undefined) => filesAround({}, { today });
const messages = (text: string, path = RECORD, today: string | undefined = '2026-03-02') => messagesOf('overdue-review', text, path, on(today));

describe('overdue-review', () => {
  it('finds a day that has passed, at the day', () => {
    const text = record('Accepted', 'Review by 2026-03-01.');
    const [finding, ...others] = findingsOf('overdue-review', text, RECORD, on('2026-03-02'));
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'This was to be looked at again by 2026-03-01: do so, and write the next date or take this one out.');
    assert.equal(text.slice(finding.range.start, finding.range.end), '2026-03-01');
    assert.equal(finding.severity, 'information');
  });

  it('bears days that are still to come, the day itself, and other dates', () => {
    assert.deepEqual(messages(record('Accepted', 'Review by 2026-03-01.'), RECORD, '2026-03-01'), []);
    assert.deepEqual(messages(record('Accepted', 'Review by 2027-03-01.')), []);
    assert.deepEqual(messages(record('Accepted on 2025-03-01', 'Reviewed by Ada on 2025-03-01.')), []);
  });

  it('says nothing of what is at rest, and where the day is not known', () => {
    for (const status of ['Superseded by [9. X](0009-x.md)', 'Rejected', 'Deprecated']) assert.deepEqual(messages(record(status, 'Review by 2025-03-01.')), []);
    assert.deepEqual(messagesOf('overdue-review', record('Accepted', 'Review by 2025-03-01.'), RECORD, on(undefined)), []);
  });

  it('finds the steps after a transition once', () => {
    const plan = '# Harbour Architecture Design\n\n```\n[TRANSITION|architect.planning] by architect\nMODE: strict\nFOLLOW-UP:\n- review the load - owner=Ada - due=2025-10-29\n- measure - owner=Ada - due=2027-10-29\n- [x] Review the mole - owner=Ada - due=2025-10-01\n- [ ] pay - owner=Ada - due=2025-10-02\n```\n\n## System Overview\n\n## Core Microservices\n';
    assert.deepEqual(messages(plan, 'plans/architecture-design-port-7-2026-03-01.md'), ['2025-10-29', '2025-10-02'].map((day) => `This was to be looked at again by ${day}: do so, and write the next date or take this one out.`));
  });
});

import assert from 'node:assert/strict';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';

const RECORD = 'docs/architecture/ADR-007-keep-one-log.md';
const record = (status: string) => `# 7. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nWe keep one.\n\n## Consequences\n\n- Order\n`;
const messages = (text: string, path = RECORD) => messagesOf('valid-status', text, path);

describe('valid-status', () => {
  it('finds a word that is no status, at the word', () => {
    const text = record('Ratified');
    const [finding, ...others] = findingsOf('valid-status', text, RECORD);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Ratified" is no status that a decision record has: write Proposed, Accepted, Rejected, Deprecated or Superseded.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Ratified');
    assert.equal(finding.fix, undefined);
  });

  it('knows what was meant, and writes it as large as it was', () => {
    const cases = [
      ['Acepted', 'Accepted'],
      ['accpeted', 'accepted'],
      ['PROPOSD', 'PROPOSED'],
      ['✅ Aproved (2026-03-01)', '✅ Approved (2026-03-01)'],
      ['In reveiw', 'In review'],
      ['Superseeded', 'Superseded'],
    ] as const;
    for (const [wrong, right] of cases) {
      assert.equal(messages(record(wrong)).length, 1, wrong);
      assert.equal(fixedBy('valid-status', record(wrong), RECORD), record(right));
      const windows = `\uFEFF${record(wrong).replaceAll('\n', '\r\n')}`;
      assert.equal(fixedBy('valid-status', windows, RECORD), `\uFEFF${record(right).replaceAll('\n', '\r\n')}`);
    }
    assert.equal(messages(record('Acepted'))[0], '"Acepted" is no status that a decision record has: did you mean "Accepted"?');
  });

  it('bears every status that records are met with', () => {
    for (const status of ['Accepted', '✅ Accepted', '⌛️ Superseded by [036 …](036-x.md)', 'Accepted; supersedes ADR-0042', '**Proposed.** The order …', '{ accepted }', 'Approved', 'Partly superseded', 'Partially accepted', 'WIP', 'Done', '', '{{status}}', '[STATUS]', 'TBD', 'proposed | accepted', 'We talked about it and then went on.']) {
      assert.deepEqual(messages(record(status)), [], status);
    }
  });

  it('looks wherever the status stands', () => {
    const body = '## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n';
    assert.equal(messages(`---\nstatus: acepted\n---\n\n# Keep one log\n\n${body}`).length, 1);
    assert.equal(messages(`# Keep one log\n\n**Status**: Acepted\n\n${body}`).length, 1);
    assert.equal(messages(`# Keep one log\n\n* Status: Acepted\n\n${body}`).length, 1);
    assert.equal(messages(`# Keep one log\n\n| Status | Acepted |\n|--|--|\n| Date | 2026-03-01 |\n\n${body}`).length, 1);
  });

  it('takes the words that the user adds', () => {
    assert.deepEqual(findingsOf('valid-status', record('Ratified'), RECORD, NOWHERE, { also: ['ratified'] }), []);
  });

  it('asks nothing of kinds that have no status', () => {
    assert.deepEqual(messages('# Phase 2 Architecture Plan\n\n**Status**: Acepted\n', 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), []);
  });
});

import assert from 'node:assert/strict';
import type { Surroundings } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const RECORD = 'docs/adr/0007-keep-one-log.md';
const ACCEPTED =
  '# 7. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nTwo skippers [booked](booking.md) one berth,\neach in good faith.\n\n## Decision\n\nWe keep **one** log.\n\n## Consequences\n\n- Order\n- It grows\n';
const MADR = '---\nstatus: accepted\n---\n\n# Keep one log\n\n## Context and Problem Statement\n\nText.\n\n## Decision Drivers\n\n- Order\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n\n### Confirmation\n\nA test.\n';

const around = (accepted: ReturnType<Surroundings['acceptedText']>) => filesAround({}, { acceptedText: () => accepted });
const messages = (text: string, accepted = ACCEPTED) => messagesOf('no-edits-after-acceptance', text, RECORD, around({ text: accepted }));
const edit = (from: string | RegExp, to: string, text = ACCEPTED) => {
  const edited = text.replace(from, to);
  assert.notEqual(edited, text);
  return edited;
};

describe('no-edits-after-acceptance', () => {
  it('finds a part of the decision that has changed, at its heading', () => {
    const text = edit('one** log', 'one** log on each pier');
    const [finding, ...others] = findingsOf('no-edits-after-acceptance', text, RECORD, around({ text: ACCEPTED }));
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Decision" has changed since this record was accepted: put it back, and write what is new into a record that supersedes this one.');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## Decision');
    assert.equal(finding.severity, 'information');
  });

  it('finds each of several, and holds for what was superseded later', () => {
    assert.equal(messages(edit('Two skippers', 'Three skippers', edit('- It grows', '- It shrinks'))).length, 2);
    assert.equal(messages(edit('Accepted', 'Superseded by [9. X](0009-x.md)', edit('- It grows', '- It shrinks'))).length, 1);
  });

  it('bears new status, dates, links, notes on other records, line breaks and emphasis', () => {
    const changes: readonly (readonly [string | RegExp, string])[] = [
      ['Accepted', 'Superseded by [9. X](0009-x.md)'],
      ['Accepted', 'Accepted\n\nAmended by [9. X](0009-x.md)'],
      ['Date: 2026-03-01', 'Date: 2026-03-02'],
      ['booking.md', '../use-cases/booking.md'],
      ['berth,\neach', 'berth, each'],
      ['**one**', '__one__'],
      ['- Order\n- It grows', '* Order\n* It grows'],
      ['- It grows\n', '- It grows\n\nSuperseded by [9. X](0009-x.md).\n'],
      ['- It grows\n', '- It grows\n\n<!-- seen again -->\n'],
      ['- It grows\n', '- It grows\n\n## Notes\n\nWe were right.\n'],
      [/\n/g, '\r\n'],
      [/^/, '\uFEFF'],
    ];
    for (const [from, to] of changes) assert.deepEqual(messages(edit(from, to)), [], to);
  });

  it('bears a confirmation that is written later, and finds what is added or gone', () => {
    assert.deepEqual(messages(edit('A test.', 'Two tests.', MADR), MADR), []);
    assert.deepEqual(messages(edit('### Confirmation', '### Consequences\n\n- Good, because\n\n### Confirmation', MADR), MADR), [
      '"Consequences" was added after this record was accepted: take it out, and write what is new into a record that supersedes this one.',
    ]);
    assert.deepEqual(messages(edit('## Decision Drivers\n\n- Order\n\n', '', MADR), MADR), [
      '"Decision Drivers" is gone since this record was accepted: put it back, and write what is new into a record that supersedes this one.',
    ]);
    assert.deepEqual(messages(edit(/## Consequences[^]*/, '')), [], 'a required section is for another rule');
  });

  it('bears that what was open then is written later', () => {
    assert.deepEqual(messages(ACCEPTED, edit('We keep **one** log.', 'We will {{what is done from now on}}.')), []);
  });

  it('says nothing of records that are not accepted, of others, and where the history is not known', () => {
    const text = edit('- It grows', '- It shrinks');
    assert.deepEqual(messages(edit('Accepted', 'Proposed', text)), []);
    assert.deepEqual(messages(edit('Accepted', 'Rejected', text)), []);
    for (const accepted of ['none', undefined] as const) assert.deepEqual(messagesOf('no-edits-after-acceptance', text, RECORD, around(accepted)), []);
    assert.deepEqual(messages(text, '# Something else\n'), []);
  });
});

import assert from 'node:assert/strict';
import type { Surroundings } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const record = (title: string) => `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
const OWN = 'docs/adr/0007-keep-one-log.md';

function messages(others: Readonly<Record<string, string>>, rest: Partial<Surroundings> = {}, path = OWN, title = '7. Keep one log'): readonly string[] {
  return messagesOf('unique-record-numbers', record(title), path, filesAround({ ...others, [path]: record(title) }, rest));
}

describe('unique-record-numbers', () => {
  it('finds a number that two records of a folder have, at the number', () => {
    const files = { [OWN]: record('7. Keep one log'), 'docs/adr/0007-lock-berths.md': record('7. Lock berths'), 'docs/adr/0011-x.md': record('11. X') };
    const [finding, ...others] = findingsOf('unique-record-numbers', files[OWN], OWN, filesAround(files));
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The number 7 is that of "0007-lock-berths.md" too: for one of them, take the next free number, 12.');
    assert.deepEqual(finding.range, { start: 2, end: 3 });
    assert.deepEqual(finding.related, [{ message: 'Has the number 7 too.', path: 'docs/adr/0007-lock-berths.md', range: { start: 2, end: 3 } }]);
    assert.equal(finding.severity, 'error');
  });

  it('names all of them in one finding, and stands at the title where that has no number', () => {
    const others = { 'docs/adr/0007-a.md': record('A'), 'docs/adr/0007-b.md': record('B') };
    assert.deepEqual(messages(others), ['The number 7 is that of "0007-a.md" and "0007-b.md" too: for one of them, take the next free number, 8.']);
    const [finding] = findingsOf('unique-record-numbers', others['docs/adr/0007-a.md'], 'docs/adr/0007-a.md', filesAround(others));
    assert.deepEqual(finding?.range, { start: 0, end: 3 });
  });

  it('takes the number from the title where the file has none', () => {
    assert.equal(messages({ 'docs/adr/lock-berths.md': record('ADR-0007: Lock berths') }, {}, 'docs/adr/keep-one-log.md').length, 1);
  });

  it('finds one that is taken on another branch', () => {
    const recordsElsewhere = () => [
      { number: 7, path: 'docs/adr/0007-lock-berths.md', branch: 'payments' },
      { number: 8, path: 'docs/adr/0008-x.md', branch: 'payments' },
      { number: 7, path: OWN, branch: 'main' },
      { number: 7, path: 'other/adr/0007-y.md', branch: 'main' },
    ];
    assert.deepEqual(messages({}, { recordsElsewhere }), ['The number 7 is taken by "0007-lock-berths.md" on the branch "payments": take the next free number, 9, before both are merged.']);
  });

  it('counts each folder by itself', () => {
    assert.deepEqual(messages({ 'services/pay/adr/0007-lock-berths.md': record('7. Lock berths') }), []);
    assert.equal(messages({ 'docs/adr/0007-lock-berths/README.md': record('7. Lock berths') }, {}, 'docs/adr/0007-keep-one-log/README.md').length, 1);
  });

  it('leaves translations, templates, records without a number and other kinds alone', () => {
    assert.deepEqual(messages({ 'docs/adr/0007-keep-one-log.de.md': record('7. Ein Logbuch') }), []);
    assert.deepEqual(messages({ 'docs/adr/0007-template.md': record('7. Title') }), []);
    assert.deepEqual(messages({ 'docs/adr/lock-berths.md': record('Lock berths') }, {}, 'docs/adr/keep-one-log.md', 'Keep one log'), []);
    assert.deepEqual(messages({ 'docs/adr/0007-notes.md': '# 7. Notes\n\nText.\n' }), []);
  });

  it('says nothing where the others are not known', () => {
    assert.deepEqual(messagesOf('unique-record-numbers', record('7. Keep one log'), OWN), []);
  });
});

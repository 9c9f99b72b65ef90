import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const record = (title: string) => `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
const SERIES = Object.fromEntries([1, 2, 3, 4].map((number) => [`docs/adr/000${number}-berth-${number}.md`, record(`${number}. Berth ${number}`)]));

const around = (path: string, text: string, others: Readonly<Record<string, string>>) => filesAround({ ...others, [path]: text });
const found = (path: string, title: string, others: Readonly<Record<string, string>> = {}) => findingsOf('valid-record-name', record(title), path, around(path, record(title), others));
const messages = (path: string, title: string, others: Readonly<Record<string, string>> = {}) => found(path, title, others).map(({ message }) => message);

describe('valid-record-name', () => {
  it('finds another number in the title than in the name, at the number, and renames the file where the number is free', () => {
    const [finding, ...others] = found('docs/adr/0007-keep-one-log.md', '0008. Keep one log');
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The number is 8 in the title, and 7 in the name of the file: rename the file, or correct the title.');
    assert.deepEqual(finding.range, { start: 2, end: 6 });
    assert.deepEqual(finding.fix, { title: 'Rename the file to "0008-keep-one-log.md"', edits: [], rename: 'docs/adr/0008-keep-one-log.md' });
    assert.deepEqual(messages('docs/adr/0008-keep-one-log.md', '0008. Keep one log'), []);
  });

  it('corrects the title where another record has its number', () => {
    const others = { 'docs/adr/0008-berths.md': record('8. Berths') };
    const path = 'docs/adr/0007-keep-one-log.md';
    assert.deepEqual(messages(path, 'ADR-0008: Keep one log', others), ['The number is 8 in the title, and 7 in the name of the file: correct the title.']);
    for (const ending of ['\n', '\r\n']) {
      const text = record('ADR-0008: Keep one log').replaceAll('\n', ending);
      const right = record('ADR-0007: Keep one log').replaceAll('\n', ending);
      assert.equal(fixedBy('valid-record-name', text, path, around(path, text, others)), right);
      assert.deepEqual(messagesOf('valid-record-name', right, path, around(path, right, others)), []);
    }
  });

  it('finds a name that has nothing of the title', () => {
    const [finding, ...others] = found('docs/adr/ADR-007-lock-berths.md', '7. Keep **one** log');
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The name of the file, "ADR-007-lock-berths.md", shares no word with the title "Keep one log": rename it.');
    assert.equal(finding.fix?.rename, 'docs/adr/ADR-007-keep-one-log.md');
  });

  it('finds a name in another style than the others of its folder', () => {
    const cases = [
      ['docs/adr/5-fifth-berth.md', '5. Fifth berth', 'docs/adr/0005-fifth-berth.md'],
      ['docs/adr/ADR-0005-fifth-berth.md', '5. Fifth berth', 'docs/adr/0005-fifth-berth.md'],
      ['docs/adr/0005-fifth_berth.md', '5. Fifth berth', 'docs/adr/0005-fifth-berth.md'],
      ['docs/adr/0005 fifth berth.md', '5. Fifth berth', 'docs/adr/0005-fifth-berth.md'],
      ['docs/adr/fifth-berth.md', 'Fifth berth', 'docs/adr/0005-fifth-berth.md'],
      ['docs/adr/fifth-berth.md', '9. Fifth berth', 'docs/adr/0009-fifth-berth.md'],
    ] as const;
    for (const [path, title, renamed] of cases) {
      const [finding] = found(path, title, SERIES);
      assert.match(finding?.message ?? '', /is not named as the other records are, such as "0001-berth-1\.md": rename it\.$/, path);
      assert.equal(finding?.fix?.rename, renamed, path);
      assert.deepEqual(messages(renamed, title, SERIES), []);
    }
  });

  it('offers no name that a file has already', () => {
    const others = { ...SERIES, 'docs/adr/0005-fifth-berth.md': record('5. Fifth berth') };
    assert.deepEqual(found('docs/adr/5-fifth-berth.md', '5. Fifth berth', others).map(({ fix }) => fix), [undefined]);
  });

  it('bears titles that were edited, and what has no number', () => {
    assert.deepEqual(messages('docs/adr/0007-keep-one-log.md', '7. Keep a log for all bookings'), []);
    assert.deepEqual(messages('docs/adr/0007-keep-one-log.md', 'Keep one log'), []);
    assert.deepEqual(messages('docs/adr/0007-keep-one-log.md', '7 Keep one log'), []);
    assert.deepEqual(messages('docs/adr/0007-keep-one-log.md', '{{title}}'), []);
    assert.deepEqual(messages('docs/adr/0007-keep-one-log.md', '7. 港の記録'), []);
    assert.deepEqual(messages('docs/adr/0007.md', '7. Keep one log'), []);
    assert.deepEqual(messages('docs/adr/2026-03-01-keep-one-log.md', '7. Keep one log'), []);
    assert.deepEqual(messages('docs/adr/0007-keep-one-log/README.md', '7. Keep one log', SERIES), []);
    assert.deepEqual(messages('docs/adr/draft-keep-one-log.md', 'Keep one log', SERIES), []);
    assert.deepEqual(messages('docs/adr/keep-one-log.md', 'Keep one log'), []);
    assert.deepEqual(messages('docs/adr/1000-thousandth-berth.md', '1000. Thousandth berth', SERIES), []);
  });

  it('leaves documents of other kinds alone', () => {
    assert.deepEqual(messagesOf('valid-record-name', '# Phase 3 Architecture Plan\n\n## Risk Analysis\n', 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), []);
  });
});

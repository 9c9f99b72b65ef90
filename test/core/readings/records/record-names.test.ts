import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonStyle, hasStyle, recordName, styleOf, writtenIn } from '../../../../src/core/readings/records/record-names.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const namesOf = (...files: readonly string[]) => files.flatMap((file) => recordName(file) ?? []);

describe('recordName', () => {
  it('takes a name apart', () => {
    assert.deepEqual(recordName('docs/adr/ADR-0007-keep-one-log.md'), { prefix: 'ADR-', digits: '0007', separator: '-', words: 'keep-one-log', ending: '.md' });
    assert.deepEqual(recordName('7.md'), { prefix: '', digits: '7', separator: '', words: '', ending: '.md' });
  });

  it('knows no number in dates, words and the pages of folders', () => {
    for (const path of ['2026-03-01-keep-one-log.md', 'keep-one-log.md', 'docs/adr/0007-keep-one-log/README.md', '']) assert.equal(recordName(path), undefined, path);
    fc.assert(fc.property(anyText(), (path) => void recordName(path)), { numRuns: RUNS });
  });
});

describe('commonStyle', () => {
  it('is how most of the names are written', () => {
    const names = namesOf('0001-a-b.md', '0002-c.md', '0010-d-e.md', '1000-f.md', 'ADR-11-g.md');
    const style = commonStyle(names, 3, 0.75);
    assert.deepEqual(style, { prefix: '', separator: '-', ending: '.md', width: 4, joint: '-' });
    assert.deepEqual(names.map((name) => hasStyle(name, style)), [true, true, true, true, false]);
    assert.equal(writtenIn(style, 12, 'keep-one-log'), '0012-keep-one-log.md');
  });

  it('is none where there are few names, or each has its own', () => {
    assert.equal(commonStyle(namesOf('0001-a.md', '0002-b.md'), 3, 0.75), undefined);
    assert.equal(commonStyle(namesOf('0001-a.md', '2-b.md', 'ADR-003-c.md', 'adr4.md'), 3, 0.75), undefined);
  });

  it('is kept by the name it was taken from', () => {
    for (const name of namesOf('0001-a-b.md', 'adr_7_keep_one_log.md', 'ADR-012.md', '7-x.md')) assert.ok(hasStyle(name, styleOf(name)));
  });
});

import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { findingsOf, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';

type Files = Readonly<Record<string, string>>;

const BODY = '## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n';
const MADR_BODY = '## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n';
const nygard = (number: number, status: string, title = `Log ${number}`) => `# ${number}. ${title}\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n${BODY}`;
const madr = (head: string, title = 'Log') => `---\n${head}\n---\n\n# ${title}\n\n${MADR_BODY}`;
const OLD = 'docs/adr/0003-log-3.md';
const NEW = 'docs/adr/0009-log-9.md';

const found = (files: Files, path: string) => findingsOf('consistent-supersedes', files[path] ?? '', path, filesAround(files));
const messages = (files: Files, path: string) => messagesOf('consistent-supersedes', files[path] ?? '', path, filesAround(files));

/** The files after every fix in the document at this path, until nothing is left; all of them are checked then. */
function mended(files: Files, path: string): Files {
  let current = files;
  for (let turn = 0; turn < 5; turn++) {
    const [fix] = found(current, path).flatMap((finding) => finding.fix ?? []);
    if (fix === undefined) break;
    const edited = [{ path, edits: fix.edits }, ...(fix.elsewhere ?? [])].map((each) => [each.path, applyEdits(current[each.path] ?? '', each.edits)] as const);
    current = { ...current, ...Object.fromEntries(edited) };
  }
  for (const each of Object.keys(current)) assert.deepEqual(messages(current, each), [], each);
  return current;
}

/** What the fix writes into the older record, line by line; everything else stays. */
function written(files: Files, path: string, into: string): string {
  const result = mended(files, path)[into] ?? '';
  const before = (files[into] ?? '').split(/\r?\n/);
  const lines = result.split(/\r?\n/);
  assert.equal(result.includes('\r\n'), (files[into] ?? '').includes('\r\n'));
  return lines.filter((line, index) => line !== '' && !before.includes(line) && index >= 0).join('\n');
}

describe('consistent-supersedes', () => {
  it('finds a record that says nothing of what supersedes it, at the note', () => {
    const files = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted\n\nSupersedes [3. Log 3](0003-log-3.md)') };
    const [finding, ...others] = found(files, NEW);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'This record supersedes record 3, which does not say so: write into it that it is superseded by record 9.');
    assert.equal(files[NEW].slice(finding.range.start, finding.range.end), 'Supersedes [3. Log 3](0003-log-3.md)');
    assert.deepEqual(finding.related?.map(({ path, range }) => [path, files[OLD].slice(range.start, range.end)]), [[OLD, 'Accepted']]);
    assert.deepEqual(messages(files, OLD), []);
    assert.equal(mended(files, NEW)[OLD], nygard(3, 'Superseded by [9. Log 9](0009-log-9.md)'));
  });

  describe('writes that a record is superseded in the form of its status', () => {
    const newer = (reference: string) => nygard(9, `Accepted\n\nSupersedes ${reference}`);
    const cases: readonly (readonly [older: string, reference: string, written: string])[] = [
      [nygard(3, '✅ Accepted'), '[ADR-0003](0003-log-3.md)', 'Superseded by [ADR-0009](0009-log-9.md)'],
      [nygard(3, '**Accepted**'), 'ADR-0003', '**Superseded by ADR-0009**'],
      [nygard(3, 'Accepted (2026-03-01)'), 'ADR-3', 'Superseded by ADR-9'],
      [nygard(3, 'Accepted on 2026-03-01'), '[0003](0003-log-3.md)', 'Superseded by [0009](0009-log-9.md)'],
      [nygard(3, 'Superseded'), '[0003](0003-log-3.md)', 'Superseded by [0009](0009-log-9.md)'],
      [nygard(3, 'Deprecated'), '[0003](0003-log-3.md)', 'Deprecated, superseded by [0009](0009-log-9.md)'],
      [nygard(3, 'Superseded by [0007](0007-log-7.md)'), '[0003](0003-log-3.md)', 'Superseded by [0007](0007-log-7.md), [0009](0009-log-9.md)'],
      [`# 3. Log 3\n\n**Status**: Accepted  \n**Date**: 2026-03-01\n\n${BODY}`, '[3](0003-log-3.md)', '**Status**: Superseded by [9](0009-log-9.md)  '],
      [`# 3. Log 3\n\n* Status: accepted\n* Date: 2026-03-01\n\n${BODY}`, '[3](0003-log-3.md)', '* Status: superseded by [9](0009-log-9.md)'],
      [`# 3. Log 3\n\n| Status | Accepted |\n|--|--|\n| Date | 2026-03-01 |\n\n${BODY}`, '[3](0003-log-3.md)', '| Status | Superseded by [9](0009-log-9.md) |'],
      [madr('status: accepted\ndate: 2026-03-01'), '[0003](0003-log-3.md)', 'status: superseded by [0009](0009-log-9.md)'],
      [madr('status: "accepted"\ndate: 2026-03-01'), '[0003](0003-log-3.md)', 'status: "superseded by [0009](0009-log-9.md)"'],
      [madr('date: 2026-03-01'), '[0003](0003-log-3.md)', 'Superseded by [0009](0009-log-9.md)'],
    ];
    for (const [older, reference, line] of cases) {
      it(JSON.stringify(line), () => {
        const others = { 'docs/adr/0007-log-7.md': nygard(7, 'Accepted\n\nSupersedes [0003](0003-log-3.md)') };
        const around = older.includes('0007') ? others : {};
        assert.equal(written({ ...around, [OLD]: older, [NEW]: newer(reference) }, NEW, OLD), line);
        const windows = { ...around, [OLD]: `\uFEFF${older.replaceAll('\n', '\r\n')}`, [NEW]: newer(reference).replaceAll('\n', '\r\n') };
        assert.equal(written(windows, NEW, OLD), line);
      });
    }
  });

  describe('writes that a record supersedes in the form of its status', () => {
    const older = (reference: string) => nygard(3, `Superseded by ${reference}`);
    const cases: readonly (readonly [newer: string, written: string])[] = [
      [nygard(9, 'Accepted'), 'Supersedes [3. Log 3](0003-log-3.md)'],
      [`# 9. Log 9\n\n**Status**: Accepted  \n**Date**: 2026-03-01\n\n${BODY}`, '**Supersedes**: [3. Log 3](0003-log-3.md)  '],
      [`# 9. Log 9\n\n- **Status:** Accepted\n- **Date:** 2026-03-01\n\n${BODY}`, '- **Supersedes:** [3. Log 3](0003-log-3.md)'],
      [`# 9. Log 9\n\n| Status | Accepted |\n|--|--|\n| Date | 2026-03-01 |\n\n${BODY}`, '| Supersedes | [3. Log 3](0003-log-3.md) |'],
      [`# 9. Log 9\n\n| Date | 2026-03-01 |\n|--|--|\n| Status | Accepted |\n\n${BODY}`, '| Supersedes | [3. Log 3](0003-log-3.md) |'],
      [madr('status: accepted\ndate: 2026-03-01'), 'supersedes: 0003-log-3.md'],
      [madr('date: 2026-03-01'), 'Supersedes [3. Log 3](0003-log-3.md)'],
      [nygard(9, 'Accepted\n\nSupersedes [2. Log 2](0002-log-2.md)'), 'Supersedes [2. Log 2](0002-log-2.md), [3. Log 3](0003-log-3.md)'],
      [`${nygard(9, 'Accepted')}\n## Links\n\n- Supersedes:\n  - [2. Log 2](0002-log-2.md)\n`, '  - [3. Log 3](0003-log-3.md)'],
      [madr('status: accepted\nsupersedes: 0002-log-2.md'), 'supersedes: [0002-log-2.md, 0003-log-3.md]'],
      [madr('status: accepted\nsupersedes: [0002-log-2.md]'), 'supersedes: [0002-log-2.md, 0003-log-3.md]'],
      [madr('status: accepted\nsupersedes:\n  - 0002-log-2.md'), '  - 0003-log-3.md'],
    ];
    for (const [newer, line] of cases) {
      it(JSON.stringify([line, newer.slice(0, 70)]), () => {
        const around = { 'docs/adr/0002-log-2.md': nygard(2, 'Superseded by [9. Log 9](0009-log-9.md)') };
        const files = { ...(newer.includes('0002') ? around : {}), [NEW]: newer, [OLD]: older('[9. Log 9](0009-log-9.md)') };
        assert.equal(written(files, OLD, NEW), line);
        assert.equal(written(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])), OLD, NEW), line);
      });
    }
  });

  it('asks the same of amendments, and nothing of what is only related', () => {
    const files = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted\n\nAmends [3. Log 3](0003-log-3.md)\n\nRelates to [3. Log 3](0003-log-3.md)') };
    assert.deepEqual(messages(files, NEW), ['This record amends record 3, which does not say so: write into it that it is amended by record 9.']);
    assert.equal(written(files, NEW, OLD), 'Amended by [9. Log 9](0009-log-9.md)');
  });

  it('finds a reference to a record that does not exist, at the reference', () => {
    const files = { [OLD]: nygard(3, 'Superseded by ADR-0042'), [NEW]: nygard(9, 'Accepted\n\nRelates to ADR-77') };
    assert.deepEqual(messages(files, OLD), ['There is no record "ADR-0042", which this one is superseded by: correct the reference, or take the note out.']);
    assert.deepEqual(found(files, NEW).map(({ message, range }) => [message, files[NEW].slice(range.start, range.end)]), [
      ['There is no record "ADR-77", which this one relates to: correct the reference, or take the note out.', 'ADR-77'],
    ]);
  });

  it('leaves links that lead nowhere to the check of links, but for those in front matter', () => {
    const files = { [NEW]: nygard(9, 'Accepted\n\nSupersedes [8. Gone](0008-gone.md)'), [OLD]: madr('status: superseded by [0008](0008-gone.md)') };
    assert.deepEqual(messages(files, NEW), []);
    assert.deepEqual(messagesOf('valid-links', files[NEW], NEW, filesAround(files)).length, 1);
    assert.deepEqual(messages(files, OLD), ['There is no record "0008-gone.md", which this one is superseded by: correct the reference, or take the note out.']);
  });

  it('finds a status that still holds although the record is superseded', () => {
    const files = { [OLD]: nygard(3, 'Accepted').replace('## Context', '## Links\n\n- Superseded by [9. Log 9](0009-log-9.md)\n\n## Context'), [NEW]: nygard(9, 'Accepted\n\nSupersedes [3. Log 3](0003-log-3.md)') };
    const [finding, ...others] = found(files, OLD);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The status is still "Accepted", although this record is superseded by record 9: set it to "Superseded".');
    assert.equal(files[OLD].slice(finding.range.start, finding.range.end), 'Accepted');
    assert.equal(written(files, OLD, OLD), 'Superseded');
  });

  it('finds records that supersede each other in a circle, once in each', () => {
    const files = {
      'docs/adr/0001-a.md': nygard(1, 'Superseded by [2](0002-b.md)'),
      'docs/adr/0002-b.md': nygard(2, 'Superseded by [3](0003-c.md)\n\nSupersedes [1](0001-a.md)'),
      'docs/adr/0003-c.md': nygard(3, 'Accepted\n\nSupersedes [2](0002-b.md)'),
      'docs/adr/0004-d.md': nygard(4, 'Accepted\n\nSupersedes ADR-4'),
    };
    for (const path of Object.keys(files).slice(0, 3)) assert.deepEqual(messages(files, path), []);
    assert.deepEqual(messages(files, 'docs/adr/0004-d.md'), ['This record says that it supersedes itself: correct the note, or take it out.']);
    const closed = { ...files, 'docs/adr/0003-c.md': nygard(3, 'Superseded by [1](0001-a.md)\n\nSupersedes [2](0002-b.md)') };
    assert.deepEqual(messages(closed, 'docs/adr/0001-a.md'), ['These records supersede each other in a circle: record 1 → record 2 → record 3 → record 1. Take one of their notes out.']);
    assert.equal(messages(closed, 'docs/adr/0002-b.md').length, 1);
    assert.equal(messages(closed, 'docs/adr/0003-c.md').length, 1);
  });

  it('bears what is said in both, in whatever words', () => {
    const pairs = [
      ['Superseded by [9. Log 9](0009-log-9.md)', 'Accepted\n\nSupersedes [3. Log 3](0003-log-3.md)'],
      ['Superceded by ADR-9', 'Accepted; supersedes ADR-0003'],
      ['⌛️ Superseded by [ADR 9](/adr/9)', 'Accepted, replaces 3'],
      ['Partly superseded by ADR-9', 'Accepted\n\nAmends ADR-3'],
      ['Accepted\n\nPartly superseded by ADR-9', 'Accepted\n\nSupersedes ADR-3 in part'],
    ] as const;
    for (const [older, newer] of pairs) {
      const files = { [OLD]: nygard(3, older), [NEW]: nygard(9, newer) };
      assert.deepEqual([...messages(files, OLD), ...messages(files, NEW)], [], older);
    }
  });

  it('asks nothing before a record is accepted', () => {
    for (const status of ['Proposed', 'Draft', 'Rejected']) {
      const files = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, `${status}\n\nSupersedes [3. Log 3](0003-log-3.md)`) };
      assert.deepEqual(messages(files, NEW), [], status);
    }
    const files = { [OLD]: nygard(3, 'Accepted\n\n- Superseded by [9. Log 9](0009-log-9.md) once that is accepted'), [NEW]: nygard(9, 'Proposed\n\nSupersedes [3. Log 3](0003-log-3.md)') };
    assert.deepEqual(messages(files, OLD), []);
  });

  it('counts each folder by itself, and bears what it cannot know', () => {
    const files = {
      'a/adr/0003-log-3.md': nygard(3, 'Superseded by ADR-9'),
      'a/adr/0009-log-9.md': nygard(9, 'Accepted\n\nSupersedes ADR-3'),
      'b/adr/0003-log-3.md': nygard(3, 'Accepted'),
      'b/adr/0004-log-4.md': nygard(4, 'Superseded by [the plan](../plan.md)\n\nRelates to [x](https://example.com/adr/0042-x.md)'),
      'b/plan.md': '# Plan\n',
    };
    for (const path of Object.keys(files)) assert.deepEqual(messages(files, path), [], path);
    assert.deepEqual(messagesOf('consistent-supersedes', nygard(3, 'Superseded by ADR-9'), OLD), []);
  });
});

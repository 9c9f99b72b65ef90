import assert from 'node:assert/strict';
import { mannersOf } from '../../../../src/core/life/records/manners.ts';
import { relate, supersede, type RecordsAround } from '../../../../src/core/life/records/relate.ts';
import { ownRecord } from '../../../../src/core/lint/records-around.ts';
import type { Relation } from '../../../../src/core/readings/records/record-links.ts';
import { messagesOf } from '../../documents.ts';
import { filesAround } from '../../files-around.ts';
import { changed, changeOf, decision, entryAt, madr, MADR_BODY, nygard, recordAt, TODAY } from './records.ts';

type Files = Readonly<Record<string, string>>;
const OLD = 'docs/adr/0003-log-3.md';
const NEW = 'docs/adr/0009-log-9.md';

function around(files: Files): RecordsAround {
  const records = Object.entries(files).map(([path, text]) => entryAt(text, path));
  return { records, manners: mannersOf(records), day: TODAY };
}

const at = (files: Files, path: string) => recordAt(files[path] ?? '', path, filesAround(files));

function related(files: Files, from: string, relation: Relation, to: string): Files {
  return changed(files, changeOf(relate(at(files, from), relation, at(files, to), around(files))));
}

/** The lines that are new in each file, after checking that the linter then finds nothing, and that Windows line endings make no difference. */
function written(files: Files, from: string, relation: Relation, to: string): readonly string[][] {
  const result = related(files, from, relation, to);
  for (const path of Object.keys(result)) assert.deepEqual(messagesOf('consistent-supersedes', result[path] ?? '', path, filesAround(result)), [], path);
  const inWindows = (all: Files): Files => Object.fromEntries(Object.entries(all).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]));
  assert.deepEqual(related(inWindows(files), from, relation, to), inWindows(result));
  return [from, to].map((path) => {
    const before = (files[path] ?? '').split('\n');
    return (result[path] ?? '').split('\n').filter((line) => line !== '' && !before.includes(line));
  });
}

describe('supersede', () => {
  const newer = nygard(9, 'Accepted');
  const cases: readonly (readonly [older: string, ...lines: string[]])[] = [
    [nygard(3, 'Accepted'), 'Superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, '✅ Accepted'), '♻️ Superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, '**Accepted**'), '**Superseded by [9. Log 9](0009-log-9.md)**'],
    [nygard(3, 'Accepted (2026-03-01)'), 'Superseded by [9. Log 9](0009-log-9.md) (2026-11-21)'],
    [nygard(3, 'Accepted by the board'), 'Superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, 'Akzeptiert'), 'Superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, '- 2026-01-02: Proposed\n- 2026-02-01: Accepted'), '- 2026-11-21: Superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, 'Deprecated'), 'Deprecated, superseded by [9. Log 9](0009-log-9.md)'],
    [nygard(3, 'Superseded'), 'Superseded by [9. Log 9](0009-log-9.md)'],
    [decision('**Status**: Accepted  \n**Date**: 2026-03-01  '), '**Status**: Superseded by [9. Log 9](0009-log-9.md)  '],
    [decision('* Status: accepted\n* Date: 2026-03-01'), '* Status: superseded by [9. Log 9](0009-log-9.md)'],
    [decision('| Status | Accepted |\n|--|--|\n| Date | 2026-03-01 |'), '| Status | Superseded by [9. Log 9](0009-log-9.md) |'],
    [madr('status: accepted\ndate: 2026-03-01'), 'status: superseded by [9. Log 9](0009-log-9.md)', 'date: 2026-11-21'],
    [madr('status: "accepted"'), 'status: "superseded by [9. Log 9](0009-log-9.md)"'],
    [madr('date: 2026-03-01'), 'status: superseded by [9. Log 9](0009-log-9.md)', 'date: 2026-11-21'],
  ];
  for (const [older, ...lines] of cases) {
    it(JSON.stringify(lines[0]), () => {
      const [ofNewer, ofOlder] = written({ [OLD]: older, [NEW]: newer }, NEW, 'supersedes', OLD);
      assert.deepEqual(ofOlder, lines);
      assert.equal(ofNewer?.length, 1);
      assert.match(ofNewer[0] ?? '', /^Supersedes \[/);
    });
  }

  it('writes into the newer record in its own form', () => {
    const [ofNewer] = written({ [OLD]: nygard(3, 'Accepted'), [NEW]: madr('status: accepted') }, NEW, 'supersedes', OLD);
    assert.deepEqual(ofNewer, ['supersedes: 0003-log-3.md']);
    assert.deepEqual(written({ [OLD]: nygard(3, 'Accepted'), [NEW]: decision('**Status**: Accepted  ') }, NEW, 'supersedes', OLD), [['**Supersedes**: [3. Log 3](0003-log-3.md)  '], ['Superseded by [ADR-0009](0009-log-9.md)']]);
  });

  it('names records as they are named here', () => {
    const files = {
      'docs/adr/0001-log-1.md': nygard(1, 'Superseded by [ADR-0002](0002-log-2.md)'),
      'docs/adr/0002-log-2.md': nygard(2, 'Accepted\n\nSupersedes [ADR-0001](0001-log-1.md)'),
      [OLD]: nygard(3, 'Accepted'),
      [NEW]: nygard(9, 'Accepted'),
    };
    assert.deepEqual(written(files, NEW, 'supersedes', OLD), [['Supersedes [ADR-0003](0003-log-3.md)'], ['Superseded by [ADR-0009](0009-log-9.md)']]);
    assert.deepEqual(written({ ...files, [NEW]: nygard(9, 'Accepted\n\nRelates to ADR-1') }, NEW, 'supersedes', OLD)[0], ['Supersedes ADR-3']);
  });

  it('follows the records beside it before those of other folders, and tells leading zeros from them', () => {
    const files = {
      'docs/adr/0026-log-26.md': nygard(26, 'Superseded by [ADR-0187](0187-log-187.md)'),
      'docs/adr/0187-log-187.md': nygard(187, 'Accepted\n\nSupersedes [ADR-0026](0026-log-26.md)'),
      [OLD]: nygard(3, 'Accepted\n\nAmends [ADR-187](0187-log-187.md)'),
      [NEW]: nygard(9, 'Accepted'),
      'pay/adr/0001-log-1.md': nygard(1, 'Accepted\n\nAmends 2'),
      'pay/adr/0002-log-2.md': nygard(2, 'Accepted\n\nAmended by 1'),
    };
    assert.deepEqual(related(files, NEW, 'supersedes', OLD)[NEW]?.includes('Supersedes [ADR-0003](0003-log-3.md)'), true);
    assert.deepEqual(related(files, NEW, 'supersedes', OLD)[OLD]?.includes('Superseded by [ADR-0009](0009-log-9.md)'), true);
  });

  it('takes an example in the other one where there is no other', () => {
    const files = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted\n\nRelates to ADR-3') };
    assert.deepEqual(written(files, NEW, 'supersedes', OLD), [['Supersedes ADR-3'], ['Superseded by ADR-9']]);
  });

  it('adds a second successor beside the first, and keeps what is said already', () => {
    const files = { 'docs/adr/0007-log-7.md': nygard(7, 'Accepted\n\nSupersedes [3](0003-log-3.md)'), [OLD]: nygard(3, 'Superseded by [7](0007-log-7.md)'), [NEW]: nygard(9, 'Accepted') };
    assert.deepEqual(written(files, NEW, 'supersedes', OLD)[1], ['Superseded by [7](0007-log-7.md), [9](0009-log-9.md)']);
    const half = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted\n\nSupersedes [3](0003-log-3.md)') };
    const change = changeOf(supersede(at(half, OLD), at(half, NEW), around(half)));
    assert.deepEqual([change.title, change.files.map(({ path }) => path)], ['Supersede record 3', [OLD]]);
    const noted = { [OLD]: nygard(3, 'Accepted').replace('## Context', '## Links\n\n- Superseded by [9](0009-log-9.md)\n\n## Context'), [NEW]: nygard(9, 'Accepted\n\nSupersedes [3](0003-log-3.md)') };
    assert.deepEqual(written(noted, OLD, 'superseded by', NEW), [['Superseded'], []]);
  });

  it('reaches other folders, and names with signs that links cannot hold', () => {
    const files = { 'a/adr/0003-log.md': madr('status: accepted', 'Keep "one": log # and all'), 'b/adr/0009-log (new).md': madr('status: accepted', 'Keep two: logs') };
    const result = related(files, 'b/adr/0009-log (new).md', 'supersedes', 'a/adr/0003-log.md');
    assert.match(result['a/adr/0003-log.md'] ?? '', /^status: superseded by \[ADR-0009\]\(\.\.\/\.\.\/b\/adr\/0009-log%20%28new%29\.md\)$/m);
    assert.match(result['b/adr/0009-log (new).md'] ?? '', /^supersedes: \.\.\/\.\.\/a\/adr\/0003-log\.md$/m);
  });

  it('says why nothing is changed', () => {
    const problem = (files: Files, older = OLD, newer = NEW): unknown => {
      const planned = supersede(at(files, older), at(files, newer), around(files));
      return 'problem' in planned ? planned.problem : planned.change;
    };
    assert.equal(problem({ [OLD]: nygard(3, 'Superseded by [9](0009-log-9.md)'), [NEW]: nygard(9, 'Accepted\n\nSupersedes [3](0003-log-3.md)') }), 'Record 9 and record 3 say so already: nothing is left to write.');
    assert.equal(problem({ [OLD]: nygard(3, 'Accepted') }, OLD, OLD), 'Record 3 cannot be put in relation to itself: choose another record.');
    assert.equal(problem({ [OLD]: nygard(3, 'Accepted\n\nSupersedes [9](0009-log-9.md)'), [NEW]: nygard(9, 'Accepted') }), 'Record 9 is itself superseded by record 3: take that note out first, or choose another record.');
    const closed = { [OLD]: nygard(3, 'Accepted'), 'docs/adr/0007-log-7.md': nygard(7, 'Superseded by [3](0003-log-3.md)'), [NEW]: nygard(9, 'Superseded by [7](0007-log-7.md)') };
    assert.equal(problem(closed), 'Record 9 is itself superseded by record 3, through others: take that note out first, or choose another record.');
    const open = { [OLD]: `---\ngroundplan: adr-madr\n---\n# Log\n\n<!-- begun\n\n${MADR_BODY}`, [NEW]: nygard(9, 'Accepted') };
    const planned = problem(open) as { readonly files?: unknown };
    assert.ok(planned.files, 'front matter can always take a status');
  });
});

describe('relate', () => {
  it('amends', () => {
    assert.deepEqual(written({ [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted') }, NEW, 'amends', OLD), [['Amends [3. Log 3](0003-log-3.md)'], ['Amended by [9. Log 9](0009-log-9.md)']]);
    assert.deepEqual(written({ [OLD]: madr('status: accepted'), [NEW]: decision('- **Status:** Accepted\n- **Date:** 2026-03-01', 'ADR 9: Log') }, OLD, 'amended by', NEW), [['amended-by: 0009-log-9.md'], ['- **Amends:** [ADR-0003](0003-log-3.md)']]);
  });
  it('relates both ways', () => {
    const files = { [OLD]: nygard(3, 'Accepted'), [NEW]: nygard(9, 'Accepted\n\nRelates to [3. Log 3](0003-log-3.md)') };
    assert.deepEqual(written(files, NEW, 'relates to', OLD), [[], ['Relates to [9. Log 9](0009-log-9.md)']]);
  });
  it('leads to what both say', () => {
    for (const relation of ['amends', 'amended by', 'supersedes', 'superseded by', 'relates to'] as const) {
      for (const older of [nygard(3, 'Accepted'), madr('status: accepted'), decision('**Status**: Accepted'), decision('| Status | Accepted |\n|--|--|\n| Date | 2026-03-01 |')]) {
        const files = { [OLD]: older, [NEW]: nygard(9, 'Accepted') };
        const result = related(files, NEW, relation, OLD);
        const links = [NEW, OLD].map((path) => ownRecord(at(result, path))?.record.links.map(({ relation, number }) => [relation, number]));
        const inverse = { amends: 'amended by', 'amended by': 'amends', supersedes: 'superseded by', 'superseded by': 'supersedes', 'relates to': 'relates to' }[relation];
        assert.deepEqual(links, [[[relation, 3]], [[inverse, 9]]], `${relation}\n${result[OLD] ?? ''}`);
        const again = relate(at(result, NEW), relation, at(result, OLD), around(result));
        assert.ok('problem' in again && again.problem.endsWith('say so already: nothing is left to write.'));
      }
    }
  });
});

import assert from 'node:assert/strict';
import { kindNamed, writeDocument, writeDocuments } from '../../build/bench/corpus.ts';
import { typed } from '../../build/bench/edits.ts';
import { figure, median, medianRatio, tableOf, verdictOf } from '../../build/bench/measured.ts';
import { childSeconds } from '../../build/bench/process-usage.ts';
import { Random } from '../../build/bench/random.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { checker } from '../core/documents.ts';

const { kinds } = checker;

describe('the corpus of npm run bench', () => {
  const documents = Array.from(writeDocuments(kinds, 40, 10_000));

  it('is the same in every run', () => {
    assert.deepEqual(Array.from(writeDocuments(kinds, 40, 10_000)), documents);
    assert.equal(new Set(documents.map(({ path }) => path)).size, documents.length);
    assert.equal(new Set(documents.map(({ text }) => text)).size, documents.length);
  });

  it('is plans of every kind, about as long as is asked for', () => {
    const found = documents.map(({ path, text }) => checker.check(text, path, DEFAULT_SETTINGS).subject?.kind.id);
    assert.ok(!found.includes(undefined));
    assert.deepEqual(new Set(found), new Set(kinds.map(({ id }) => id)));
    const bytes = documents.map(({ text }) => Buffer.byteLength(text));
    assert.ok(bytes.every((size) => size > 9_000 && size < 12_500), String(bytes));
    assert.ok(Math.abs(bytes.reduce((sum, size) => sum + size, 0) / bytes.length - 10_000) < 500);
  });

  it('is filled in, with the prose, tables, lists and fences that plans have', () => {
    for (const { text } of documents) assert.doesNotMatch(text, /\{\{|<!--|\(#\)|undefined/);
    const all = documents.map(({ text }) => text).join('\n');
    for (const form of [/^```mermaid$/m, /^```yaml$/m, /^\| .* \|$/m, /^- \[ \] /m, /^1\. /m, /^[A-Z][a-z ]+\. [A-Z]/m]) assert.match(all, form);
  });

  it('grows by sections, not by longer ones', () => {
    const sizes = [100_000, 1_000_000].map((bytes) => {
      const { path, text } = writeDocument(kindNamed(kinds, 'phase-plan'), bytes, 2, 1);
      const { plan } = checker.check(text, path, DEFAULT_SETTINGS);
      assert.ok(Math.abs(text.length / bytes - 1) < 0.03, `${text.length} of ${bytes}`);
      return Math.max(...plan.sections.map(({ body }) => body.end - body.start));
    });
    assert.ok(sizes.every((longest) => longest < 6_000), String(sizes));
  });

  it('draws every number from the range that is asked for', () => {
    const random = new Random(1);
    const drawn = Array.from({ length: 2_000 }, () => random.between(3, 7));
    assert.deepEqual(new Set(drawn), new Set([3, 4, 5, 6, 7]));
  });
});

describe('the keys of npm run bench', () => {
  const text = '# Plan\n\n```\nThese words stand in a fence and are no prose at all, however long.\n```\n\n| Name | Age |\n|------|-----|\n| Mara | 41 |\n\n- **Goal**: guests find a berth within a minute of their arrival\n';

  it('are pressed one after another in a word of prose or of a row', () => {
    assert.deepEqual(typed(text, 'table', 0.1, 2), [text.replace('Mara', 'Maxra'), text.replace('Mara', 'Maxxra')]);
    assert.deepEqual(typed(text, 'prose', 0.1, 1), [text.replace('Goal', 'Goxal')]);
  });

  it('need such a place', () => {
    assert.throws(() => typed('# Plan\n', 'table', 0.5, 1), /no table to type in/);
  });
});

describe('the table of npm run bench', () => {
  it('shows what was measured, and whether it is within its target', () => {
    const rows = [
      { what: 'Lint', ours: '2.5 ms', theirs: 'markdownlint 10 ms', ratio: 0.25, most: 0.25 },
      { what: 'Start', ours: '80 ms', theirs: 'node 40 ms', ratio: 2, most: 1.5 },
      { what: 'Memory', ours: '100 MB', theirs: '1000 MB', ratio: 0.1 },
      { what: 'rumdl', ours: '1 s', theirs: '', ratio: undefined, most: 1 },
    ];
    assert.deepEqual(tableOf(rows).split('\n'), [
      '| What   | Ours   | Beside             | Ratio | Target |              |',
      '|--------|--------|--------------------|-------|--------|--------------|',
      '| Lint   | 2.5 ms | markdownlint 10 ms | 0.25  | ≤ 0.25 | ok           |',
      '| Start  | 80 ms  | node 40 ms         | 2     | ≤ 1.5  | miss         |',
      '| Memory | 100 MB | 1000 MB            | 0.1   |        |              |',
      '| rumdl  | 1 s    |                    |       | ≤ 1    | not measured |',
    ]);
    assert.equal(verdictOf({ what: '', ours: '', theirs: '', ratio: Number.NaN, most: 1 }), 'not measured');
  });

  it('writes figures with three digits', () => {
    assert.deepEqual([0, 0.00123456, 0.25, 9.999, 12.345, 123.4, 98_765.4, Number.NaN].map(figure), ['0', '0.00123', '0.25', '10', '12.3', '123', '98765', '?']);
  });

  it('takes the middle, of pairs that of their ratios', () => {
    assert.deepEqual([median([3, 1, 2]), median([4, 1, 2, 3]), median([])], [2, 2.5, Number.NaN]);
    assert.equal(medianRatio([{ ours: 1, theirs: 4 }, { ours: 30, theirs: 60 }, { ours: 9, theirs: 10 }]), 0.5);
  });
});

describe('the CPU time of a process', () => {
  it('is what the shell tells of its children, in any notation', () => {
    assert.equal(childSeconds('0m0.002s 0m0.001s\n1m2.250s 0m0.250s\n'), 62.5);
    assert.equal(childSeconds('0m0,002s 0m0,001s\n0m1,5s 0m0,5s\n'), 2);
    assert.equal(childSeconds('0m0.000000s 0m0.000000s\n0m8.260000s 0m0.030000s\n'), 8.29);
    assert.equal(childSeconds('sh: not found'), undefined);
  });
});

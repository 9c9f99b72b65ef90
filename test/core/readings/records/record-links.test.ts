import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { numberInName, readRecordLinks, type Relation } from '../../../../src/core/readings/records/record-links.ts';
import { anyText } from '../../support/any-text.ts';
import { readFlat } from '../../support/flat-markdown.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

type Plain = readonly [relation: Relation, target: string, number: number | undefined, mention: string];

/** Every link with its target as text, after checking that its range slices to just that. */
function plain(text: string): readonly Plain[] {
  return readRecordLinks(readPlan(text), read).map(({ relation, target, number, range }) => {
    assert.equal(text.slice(target.range.start, target.range.end), target.text);
    assert.ok(range.start >= 0 && range.start <= target.range.start && range.end >= target.range.end && range.end <= text.length);
    return [relation, target.text, number, text.slice(range.start, range.end)];
  });
}

function readsAll(around: (text: string) => string, cases: readonly (readonly [text: string, ...links: readonly Plain[]])[]): void {
  for (const [text, ...links] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(plain(around(text)), links);
      const windows = links.map(([relation, target, number, mention]) => [relation, target, number, mention.replaceAll('\n', '\r\n')]);
      assert.deepEqual(plain(`\uFEFF${around(text).replaceAll('\n', '\r\n')}`), windows, 'with a byte-order mark and Windows line endings');
    });
  }
}

describe('readRecordLinks', () => {
  describe('in the status', () => {
    readsAll((text) => `# 7. Title\n\n## Status\n\n${text}\n\n## Context\n\nText.\n`, [
      ['Superseded by [ADR-0036](0036-x.md)', ['superseded by', '0036-x.md', 36, 'Superseded by [ADR-0036](0036-x.md)']],
      ['⌛️ Superseded by [036. Multi](036-multi.md)', ['superseded by', '036-multi.md', 36, 'Superseded by [036. Multi](036-multi.md)']],
      ['Superceded by [3. Foo](0003-foo.md)', ['superseded by', '0003-foo.md', 3, 'Superceded by [3. Foo](0003-foo.md)']],
      ['Supercedes [3. Foo](0003-foo.md)', ['supersedes', '0003-foo.md', 3, 'Supercedes [3. Foo](0003-foo.md)']],
      ['Accepted\n\nSupercedes: [3. Foo](0003-foo.md)', ['supersedes', '0003-foo.md', 3, 'Supercedes: [3. Foo](0003-foo.md)']],
      ['Accepted; supersedes ADR-0042', ['supersedes', 'ADR-0042', 42, 'supersedes ADR-0042']],
      ['Accepted (supersedes ADR-0042)', ['supersedes', 'ADR-0042', 42, 'supersedes ADR-0042']],
      ['Accepted and amends ADR-0042', ['amends', 'ADR-0042', 42, 'amends ADR-0042']],
      ['Accepted, but partly superseded by ADR-0042', ['superseded by', 'ADR-0042', 42, 'superseded by ADR-0042']],
      ['Implemented. Superseded by [the new one](./adr-013-new.md).', ['superseded by', './adr-013-new.md', 13, 'Superseded by [the new one](./adr-013-new.md)']],
      ['Superseded [0019](0019-use.md)', ['superseded by', '0019-use.md', 19, 'Superseded [0019](0019-use.md)']],
      ['Superseded, see ADR 19', ['superseded by', 'ADR 19', 19, 'Superseded, see ADR 19']],
      ['Superseded by [ADR 23](/adr/23) and [ADR 26](/adr/26)', ['superseded by', '/adr/23', 23, 'Superseded by [ADR 23](/adr/23) and [ADR 26](/adr/26)'], ['superseded by', '/adr/26', 26, 'Superseded by [ADR 23](/adr/23) and [ADR 26](/adr/26)']],
      ['Superseded by [DNS](dns.md "the new one")', ['superseded by', 'dns.md', undefined, 'Superseded by [DNS](dns.md "the new one")']],
      ['Superseded by 42', ['superseded by', '42', 42, 'Superseded by 42']],
      ['Accepted\nsupersedes ADR-3', ['supersedes', 'ADR-3', 3, 'supersedes ADR-3']],
      ['Accepted\n\nAmended by [9. Help](0009-help.md)\n\nClarified by ADR-10', ['amended by', '0009-help.md', 9, 'Amended by [9. Help](0009-help.md)'], ['amended by', 'ADR-10', 10, 'Clarified by ADR-10']],
      ['- Accepted\n- Supersedes ADR-3', ['supersedes', 'ADR-3', 3, 'Supersedes ADR-3']],
      ['~~Superseded by ADR-3~~ Accepted'],
      ['Accepted <!-- superseded by ADR-3 -->'],
      ['Superseded by [ADR-0005](0005-a.md) and {{next}}', ['superseded by', '0005-a.md', 5, 'Superseded by [ADR-0005](0005-a.md)']],
    ]);

    it('in its heading, as a line, an item or a table', () => {
      assert.deepEqual(plain('# T\n\n## Status: Superseded by [ADR-5](0005-a.md)\n'), [['superseded by', '0005-a.md', 5, 'Superseded by [ADR-5](0005-a.md)']]);
      assert.deepEqual(plain('# T\n\n**Status**: Accepted, supersedes ADR-5\n'), [['supersedes', 'ADR-5', 5, 'supersedes ADR-5']]);
      assert.deepEqual(plain('# T\n\n- Status: superseded by [ADR-5](0005-a.md)\n'), [['superseded by', '0005-a.md', 5, 'superseded by [ADR-5](0005-a.md)']]);
      assert.deepEqual(plain('# T\n\n| Status | Superseded by ADR-5 |\n|--|--|\n| Supersedes | [3. Foo](0003-foo.md) |\n'), [
        ['superseded by', 'ADR-5', 5, 'Superseded by ADR-5'],
        ['supersedes', '0003-foo.md', 3, 'Supersedes | [3. Foo](0003-foo.md)'],
      ]);
    });
  });

  describe('in front matter', () => {
    readsAll((text) => `---\ntitle: x\n${text}\ndate: 2024-01-01\n---\n\n# Title\n`, [
      ['superseded-by: ADR-12', ['superseded by', 'ADR-12', 12, 'superseded-by: ADR-12']],
      ['superseded_by: "12"', ['superseded by', '12', 12, 'superseded_by: "12"']],
      ['supersededBy: 0012-foo', ['superseded by', '0012-foo', 12, 'supersededBy: 0012-foo']],
      ['supersedes: [0003-a.md, 0004-b.md]', ['supersedes', '0003-a.md', 3, 'supersedes: [0003-a.md, 0004-b.md]'], ['supersedes', '0004-b.md', 4, 'supersedes: [0003-a.md, 0004-b.md]']],
      ['supersedes:\n  - 3\n  - "[4. B](0004-b.md)"', ['supersedes', '3', 3, 'supersedes:\n  - 3\n  - "[4. B](0004-b.md)"'], ['supersedes', '0004-b.md', 4, 'supersedes:\n  - 3\n  - "[4. B](0004-b.md)"']],
      ['supersedes: ADR-1, ADR-2', ['supersedes', 'ADR-1', 1, 'supersedes: ADR-1, ADR-2'], ['supersedes', 'ADR-2', 2, 'supersedes: ADR-1, ADR-2']],
      ['amends: ../adr/0007-x.md', ['amends', '../adr/0007-x.md', 7, 'amends: ../adr/0007-x.md']],
      ['amended by: ADR-8', ['amended by', 'ADR-8', 8, 'amended by: ADR-8']],
      ['related: [ADR-5]', ['relates to', 'ADR-5', 5, 'related: [ADR-5]']],
      ['relates-to: ADR-5', ['relates to', 'ADR-5', 5, 'relates-to: ADR-5']],
      ['status: superseded by [ADR-0005](0005-example.md)', ['superseded by', '0005-example.md', 5, 'superseded by [ADR-0005](0005-example.md)']],
      ['status: "accepted; supersedes ADR-4"', ['supersedes', 'ADR-4', 4, 'supersedes ADR-4']],
      ['supersedes: {{previous}}'],
      ['supersedes: none'],
      ['superseded-by:'],
      ['related: payments'],
      ['see: ADR-5'],
    ]);
  });

  describe('in fields, items and sections of links', () => {
    readsAll((text) => `# Title\n\n## Context\n\nText.\n\n## Links\n\n${text}\n`, [
      ['- Supersedes: [0003](0003-a.md)', ['supersedes', '0003-a.md', 3, 'Supersedes: [0003](0003-a.md)']],
      ['- **Supersedes**: ADR-3, ADR-4', ['supersedes', 'ADR-3', 3, 'Supersedes**: ADR-3, ADR-4'], ['supersedes', 'ADR-4', 4, 'Supersedes**: ADR-3, ADR-4']],
      ['- Supersedes: ADR-3 (Foo), ADR-4 (Bar)', ['supersedes', 'ADR-3', 3, 'Supersedes: ADR-3 (Foo), ADR-4'], ['supersedes', 'ADR-4', 4, 'Supersedes: ADR-3 (Foo), ADR-4']],
      ['**Superseded by**: [B](../0004-b.md)', ['superseded by', '../0004-b.md', 4, 'Superseded by**: [B](../0004-b.md)']],
      ['**Superseded-by:** ADR-4', ['superseded by', 'ADR-4', 4, 'Superseded-by:** ADR-4']],
      ['**Owner:** Ada · **Replaced by:** ADR-4', ['superseded by', 'ADR-4', 4, 'Replaced by:** ADR-4']],
      ['* Amends [2. Bar](0002-bar.md)', ['amends', '0002-bar.md', 2, 'Amends [2. Bar](0002-bar.md)']],
      ['* Refines [ADR-2](0002-bar.md)', ['amends', '0002-bar.md', 2, 'Refines [ADR-2](0002-bar.md)']],
      ['* Clarifies [ADR-2](0002-bar.md)', ['amends', '0002-bar.md', 2, 'Clarifies [ADR-2](0002-bar.md)']],
      ['* Extended by ADR-2', ['amended by', 'ADR-2', 2, 'Extended by ADR-2']],
      ['* Relates to [2. Bar](0002-bar.md)', ['relates to', '0002-bar.md', 2, 'Relates to [2. Bar](0002-bar.md)']],
      ['* Related ADRs: ADR-2 and ADR-3', ['relates to', 'ADR-2', 2, 'Related ADRs: ADR-2 and ADR-3'], ['relates to', 'ADR-3', 3, 'Related ADRs: ADR-2 and ADR-3']],
      ['* Replaces the decision ADR-2', ['supersedes', 'ADR-2', 2, 'Replaces the decision ADR-2']],
      ['* Supersedes ADRs 3 and 4.', ['supersedes', '3', 3, 'Supersedes ADRs 3 and 4'], ['supersedes', '4', 4, 'Supersedes ADRs 3 and 4']],
      ['* Supersedes [[0003-use-x]]', ['supersedes', '0003-use-x', 3, 'Supersedes [[0003-use-x']],
      ['* Supersedes [0003-a](<../adr/0003-a.md#top>)', ['supersedes', '../adr/0003-a.md#top', 3, 'Supersedes [0003-a](<../adr/0003-a.md#top>)']],
      ['* Supersedes [ADR-3](https://example.com/adr/use-x.html)', ['supersedes', 'https://example.com/adr/use-x.html', 3, 'Supersedes [ADR-3](https://example.com/adr/use-x.html)']],
      ['- Supersedes:\n  - [ADR-3](0003-a.md)\n  - ADR-4', ['supersedes', '0003-a.md', 3, 'Supersedes:\n  - [ADR-3](0003-a.md)\n  - ADR-4'], ['supersedes', 'ADR-4', 4, 'Supersedes:\n  - [ADR-3](0003-a.md)\n  - ADR-4']],
      ['**Supersedes**\n\n- ADR-3', ['supersedes', 'ADR-3', 3, '**Supersedes**\n\n- ADR-3']],
      ['The old way was slow. Supersedes ADR-3.', ['supersedes', 'ADR-3', 3, 'Supersedes ADR-3']],
      ['> Superseded by ADR-9', ['superseded by', 'ADR-9', 9, 'Superseded by ADR-9']],
    ]);
  });

  describe('takes for none', () => {
    readsAll((text) => `# Title\n\n## Context\n\n${text}\n`, [
      ['[ADR-3](0003-a.md)'],
      ['* See [ADR-3](0003-a.md)'],
      ['This is the policy that supersedes ADR-3.'],
      ['This is, for all that we know, the policy that\nsupersedes ADR-3 for good.'],
      ['* The policy supersedes [ours](0003-a.md)'],
      ['* Supersedes our policy from ADR-3'],
      ['* Replaces [Redis](https://redis.io) by a table'],
      ['* Replaces [issue](https://github.com/o/r/issues/42)'],
      ['* Amends 3 of the services'],
      ['* Supersedes 2024-01-01'],
      ['* Relates to #42'],
      ['* Superseded by: none'],
      ['* Supersedes [NAME]'],
      ['```\nSupersedes ADR-3\n```'],
      ['<!-- Supersedes ADR-3 -->'],
      ['`Supersedes` ~~ADR-3~~'],
    ]);
  });

  it('never throws, and every target slices to its place', () => {
    const line = fc.constantFrom(
      '---', '# Title', '## Status', 'Superseded by [ADR-3](0003-a.md), and', 'supersedes: [a, [b', 'supersedes: 3', '- Supersedes:', '  - [x](0004-y.md', '**Superseded by**', 'Amends [[', 'Relates to 5.', '| Supersedes | ADR-3 |', '|--|--|',
      '> Replaces ADR-4', '```', '<!--', '-->', '', '[a]: b', 'Refines <0003-a.md>', 'Supersedes ADR-1 (x), ADR 2; 3', 'a@b.com. Supersedes 🚀 ADR-9',
    );
    const document = fc.tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([mark, lines, end]) => mark + lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`# T\n\nSupersedes ${text}\n\nSupersedes ADR-1${text}`)), { numRuns: RUNS });
  });

  it('reads what it finds in hostile texts, and mostly finds nothing', () => {
    for (const unit of ['Supersedes ', 'Supersedes [', 'supersedes ADR-3, ', '[a](', '(', 'and ', '0', '0-', '.', '. Amends ', 'is ']) {
      const many = unit.repeat(10_000 / unit.length);
      const targets = readRecordLinks(readPlan(`# T\n\n## Status\n\nSupersedes ${many}\n\n- Amends: ${many}\n`), readFlat).map(({ target }) => target.text);
      assert.deepEqual(Array.from(new Set(targets)), unit === 'supersedes ADR-3, ' ? ['ADR-3'] : [], unit);
    }
  });
});

describe('numberInName', () => {
  for (const [name, number] of [
    ['0001-x.md', 1],
    ['0000-x.md', 0],
    ['ADR-001-x.md', 1],
    ['adr_7.md', 7],
    ['ADR001.md', 1],
    ['001.md', 1],
    ['docs/adr/0012-use-x.md', 12],
    ['docs\\adr\\0012-use-x.md', 12],
    ['docs/adr/0012-use-x/README.md', 12],
    ['0012-use-x.md#status', 12],
    ['#adr-12', 12],
    ['/adr/23', 23],
    ['https://example.com/o/r/blob/main/0036-x.md', 36],
    ['20240102.md', undefined],
    ['20240102-x.md', undefined],
    ['2024-01-02-x.md', undefined],
    ['20241399-x.md', 20241399],
    ['4-day-week/README.md', undefined],
    ['https://github.com/o/r/issues/42', undefined],
    ['use-x.md', undefined],
    ['phase-2-plan.md', undefined],
    ['3x.md', undefined],
    ['README.md', undefined],
    ['', undefined],
  ] as const) {
    it(`${name}: ${number ?? 'none'}`, () => assert.equal(numberInName(name), number));
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendIndex, newIndex, recordsToList, updateIndex } from '../../../../../src/core/life/records/index/update-index.ts';
import { NO_MANNERS } from '../../../../../src/core/life/records/manners.ts';
import type { RecordEntry } from '../../../../../src/core/lint/surroundings.ts';
import { applyEdits } from '../../../../../src/core/text/edits.ts';
import { anyText } from '../../../support/any-text.ts';
import { RUNS } from '../../../support/runs.ts';
import { entryAt, madr, nygard } from '../records.ts';

const PAGE = 'docs/adr/README.md';
const FILES = {
  'docs/adr/0001-use-tides.md': nygard(1, 'Superseded by [3](0003-use-quays.md)', 'Use tides'),
  'docs/adr/0002-use-moons.md': nygard(2, '✅ Accepted (2026-02-03)', 'Use moons | suns'),
  'docs/adr/0003-use-quays.md': madr('status: accepted\ndate: 2026-03-04', 'Use quays'),
  'docs/adr/0010-pay-on-arrival.md': nygard(10, 'Proposed', 'Pay on arrival'),
  'docs/adr/0000-template.md': nygard(0, 'Proposed', 'Template'),
  'other/adr/0004-x.md': nygard(4, 'Proposed'),
};
const ALL: readonly RecordEntry[] = Object.entries(FILES).map(([path, text]) => entryAt(text, path));
const RECORDS = recordsToList('docs/adr', ALL);

/** The page after its update, which a second one leaves alone; the same with Windows line endings. */
function updated(text: string, path = PAGE, records = RECORDS): string {
  const once = (from: string): string => {
    const update = updateIndex(from, path, records, NO_MANNERS);
    return update === undefined ? 'no table' : applyEdits(from, update.edits);
  };
  const result = once(text);
  if (result === 'no table') return result;
  assert.deepEqual(updateIndex(result, path, records, NO_MANNERS), { edits: [], added: 0, mended: 0 }, result);
  assert.equal(once(`\uFEFF${text.replaceAll('\n', '\r\n')}`), `\uFEFF${result.replaceAll('\n', '\r\n')}`);
  return result;
}

const page = (...rows: readonly string[]): string => `# Records\n\nAll of them.\n\n${rows.join('\n')}\n\nThe end.\n`;

describe('updateIndex', () => {
  it('adds rows that are missing where they belong, in the manner of those that are there', () => {
    assert.equal(
      updated(page('| Record | Decision |', '|--------|----------|', '| [0001](0001-use-tides.md) | Use tides |', '| [0010](0010-pay-on-arrival.md) | Pay on arrival |')),
      page(
        '| Record | Decision |',
        '|--------|----------|',
        '| [0001](0001-use-tides.md) | Use tides |',
        '| [0002](0002-use-moons.md) | Use moons \\| suns |',
        '| [0003](0003-use-quays.md) | Use quays |',
        '| [0010](0010-pay-on-arrival.md) | Pay on arrival |',
      ),
    );
    assert.equal(
      updated(page('| # | Title | Status | Votes |', '|--|--|--|--|', '| ADR-10 | [Pay on arrival](./0010-pay-on-arrival.md) | 💡 **Proposed** | 7 |', '| ADR-2 | [Use moons | suns](./0002-use-moons.md) | ✅ **Accepted** | 3 |'.replace('moons |', 'moons \\|'))),
      page(
        '| # | Title | Status | Votes |',
        '|--|--|--|--|',
        '| ADR-10 | [Pay on arrival](./0010-pay-on-arrival.md) | 💡 **Proposed** | 7 |',
        '| ADR-3 | [Use quays](0003-use-quays.md) | ✅ **Accepted** |  |',
        '| ADR-2 | [Use moons \\| suns](./0002-use-moons.md) | ✅ **Accepted** | 3 |',
        '| ADR-1 | [Use tides](0001-use-tides.md) | ♻️ **Superseded** |  |',
      ),
    );
  });

  it('mends titles, numbers, states and links, and touches nothing else', () => {
    assert.equal(
      updated(
        page(
          '| Record                         | Title         | Status               | Owner |',
          '|--------------------------------|---------------|----------------------|-------|',
          '| [ADR-1](0001-use-tides.md)     | Use the tides | Accepted             | Ada   |',
          '| [ADR-2](0002-use-moons.md)     | *Use moons, suns* | accepted since then | Bo |',
          '| [ADR-3](0003-use-berths.md)    | Use berths    | ✅ Accepted          | Cy    |',
          '| [ADR-9](0010-pay-on-arrival.md) | Pay on arrival | Accepted | |',
        ),
      ),
      page(
        '| Record                         | Title         | Status               | Owner |',
        '|--------------------------------|---------------|----------------------|-------|',
        '| [ADR-1](0001-use-tides.md)     | Use tides     | Superseded           | Ada   |',
        '| [ADR-2](0002-use-moons.md)     | *Use moons, suns* | accepted since then | Bo |',
        '| [ADR-3](0003-use-quays.md)     | Use quays     | ✅ Accepted          | Cy    |',
        '| [ADR-10](0010-pay-on-arrival.md) | Pay on arrival | Proposed | |',
      ),
    );
  });

  it('keeps the words of links in their form', () => {
    const [one, two] = [updated(page('| ADR |', '|--|', '| [1. Use old tides](0001-use-tides.md) |')), updated(page('| ADR | |', '|--|--|', '| [`0001-use-tides.md`](0001-use-tides.md) | x |'))];
    assert.match(one, /\n\| \[1\. Use tides\]\(0001-use-tides\.md\) \|\n\| \[2\. Use moons \\\| suns\]\(0002-use-moons\.md\) \|\n\| \[3\. Use quays\]\(0003-use-quays\.md\) \|\n/);
    assert.match(two, /\n\| \[`0002-use-moons\.md`\]\(0002-use-moons\.md\) \| {2}\|\n/);
  });

  it('fills the table between its marks, and takes out what is gone', () => {
    const table = ['| Record | Decision | Status | Date |', '|--------|----------|--------|------|', '| [0001](0001-use-tides.md) | Use tides | Superseded by [0003](0003-use-quays.md) | 2026-03-01 |', '| [0002](0002-use-moons.md) | Use moons \\| suns | Accepted | 2026-03-01 |', '| [0003](0003-use-quays.md) | Use quays | accepted | 2026-03-04 |', '| [0010](0010-pay-on-arrival.md) | Pay on arrival | Proposed | 2026-03-01 |'].join('\n');
    const marked = page('<!-- groundplan-records -->', '', table, '', '<!-- /groundplan-records -->');
    assert.equal(updated(page('<!-- groundplan-records -->', '<!-- /groundplan-records -->')), marked);
    assert.equal(updated(marked.replace('| [0003]', '| [0008](0008-gone.md) | Gone | Accepted | 2026-01-01 |\n| [0003]')), marked);
    assert.equal(updated(marked.replace(/\| \[0003\].*\n/, '')), marked.replace('| accepted |', '| Accepted |'));
    assert.equal(newIndex(PAGE, RECORDS, NO_MANNERS), `# Decision Records\n\n<!-- groundplan-records -->\n\n${table}\n\n<!-- /groundplan-records -->\n`);
    const plain = '# Notes\r\n\r\nText.\r\n';
    assert.equal(applyEdits(plain, [appendIndex(plain, PAGE, RECORDS, NO_MANNERS)]), `# Notes\r\n\r\nText.\r\n\r\n<!-- groundplan-records -->\r\n\r\n${table.replaceAll('\n', '\r\n')}\r\n\r\n<!-- /groundplan-records -->\r\n`);
  });

  it('reads and writes a table that stands elsewhere', () => {
    assert.match(updated(page('| ADR | Status |', '|--|--|', '| [ADR-0001](docs/adr/0001-use-tides.md) | Superseded by ADR-3 |'), 'README.md'), /\n\| \[ADR-0002\]\(docs\/adr\/0002-use-moons\.md\) \| Accepted \|\n/);
  });

  it('leaves pages without such a table alone', () => {
    assert.equal(updated(page('| Boat | Berth |', '|--|--|', '| Ada | 7 |')), 'no table');
    assert.equal(updated(page('```md', '| Record |', '|--|', '| [0001](0001-use-tides.md) |', '```')), 'no table');
    assert.deepEqual(RECORDS.map(({ record }) => record.number), [1, 2, 3, 10]);
  });

  it('never throws, and comes to rest', () => {
    const cell = fc.constantFrom('[0001](0001-use-tides.md)', '[2. Use moons](0002-use-moons.md)', '[x](0008-gone.md)', 'Accepted', '', '**7**', '\\|', 'Use quays', '`x`', '[', '✅');
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.boolean(), anyText(), (rows, isMarked, around) => {
        const written = ['| Record | Decision | Status |', '|--|--|--|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
        const text = `${around}\n\n${isMarked ? `<!-- groundplan-records -->\n\n${written}\n\n<!-- /groundplan-records -->` : written}\n\n${around}`;
        const first = updateIndex(text, PAGE, RECORDS, NO_MANNERS);
        if (first === undefined) return;
        const result = applyEdits(text, first.edits);
        assert.ok(result.startsWith(around) && result.endsWith(around));
      }),
      { numRuns: RUNS * 5 },
    );
  });
});

import assert from 'node:assert/strict';
import { defuse } from '../../../src/core/plan/defuse.ts';
import { createMarkdownReader } from '../../../src/core/plan/markdown.ts';

describe('defuse', () => {
  it('leaves what authors write as it is', () => {
    const table = `| Risk | Impact |\n|--|--|\n${'| **Fire** | [High](x.md) |\n'.repeat(150)}\n`;
    const text = `# T\n\n- **a**: \`b\`\n\n${table.repeat(3)}${'    - deep\n'.repeat(20)}`;
    assert.equal(defuse(text), text);
  });

  it('keeps the length and every line', () => {
    const hostile = '*a_'.repeat(5000);
    const text = `before **kept**\n\n${hostile}\n\nafter **kept**\n`;
    assert.equal(defuse(text).length, text.length);
    assert.match(defuse(text), /^before \*\*kept\*\*\n\nxax[ax]*\n\nafter \*\*kept\*\*\n$/);
  });

  // Each took between three seconds and three minutes before; the bound leaves room for slow machines.
  for (const [name, text] of Object.entries({
    'emphasis that never closes': '*a_'.repeat(33_000),
    'brackets that never close': '['.repeat(100_000),
    'links in links': '[a]('.repeat(25_000),
    'lists in lists': Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'),
    quotes: '>'.repeat(100_000),
    markers: '- '.repeat(50_000),
    backticks: Array.from({ length: 430 }, (_, length) => '`'.repeat(length)).join(' '),
  })) {
    it(`lets the parser through ${name} in time`, () => {
      const start = performance.now();
      createMarkdownReader()(text);
      assert.ok(performance.now() - start < 5000, `took ${performance.now() - start} ms`);
    });
  }
});

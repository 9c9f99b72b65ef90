import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { defuse } from '../../../src/core/plan/defuse.ts';
import { createMarkdownReader } from '../../../src/core/plan/markdown.ts';

/** How many nodes stand in each other below this one. */
function depthOf(node: Nodes): number {
  return 'children' in node ? 1 + Math.max(0, ...node.children.map(depthOf)) : 0;
}

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

  // The parser takes a minute for some of these as they are, and for others it calls itself until it fails.
  for (const [name, text, depth] of [
    ['emphasis that never closes', '*a_'.repeat(20_000), 2],
    ['brackets that never close', '['.repeat(30_000), 2],
    ['links in links', '[a]('.repeat(5000), 2],
    ['quotes', '>'.repeat(40_000), 2],
    ['markers', '- '.repeat(5000), 1],
    ['markers before text', `${'- '.repeat(5000)}x`, 2],
    ['backticks', Array.from({ length: 200 }, (_, length) => '`'.repeat(length)).join(' '), 2],
    ['lists in lists', Array.from({ length: 50 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n'), 62],
  ] as const) {
    it(`lets the parser through ${name}`, () => assert.equal(depthOf(createMarkdownReader()(text)), depth));
  }
});

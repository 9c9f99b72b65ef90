import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { plainText } from '../../../src/core/picture/plain-text.ts';
import { said } from '../../../src/core/picture/said.ts';

describe('the plain text of Markdown', () => {
  const cases: readonly (readonly [what: string, markdown: string, plain: string])[] = [
    ['marks', 'A **bold** and _slanted_ `code` with ~~none~~', 'A bold and slanted code with none'],
    ['marks within words', 'snake_case_name and 2 * 3', 'snake_case_name and 2 * 3'],
    ['code as it stands', 'use `*args` and ``a`b``', 'use *args and a`b'],
    ['links and images', 'see [the plan](a.md "title"), ![a chart](b.png) and [x][1]', 'see the plan, a chart and x'],
    ['addresses', '<https://example.org/a_b> or https://example.org', 'https://example.org/a_b or https://example.org'],
    ['what only looks like a tag', 'List<String> and <b>', 'List<String> and <b>'],
    ['escapes', '1 \\* 2 \\| 3', '1 * 2 | 3'],
    ['wrapped lines', 'one\ntwo\r\nthree', 'one two three'],
    ['paragraphs', 'one\n\n\n\ntwo', 'one\n\ntwo'],
    ['hard breaks', 'one  \ntwo\\\nthree<br>four', 'one\ntwo\nthree\nfour'],
    ['items', '- one\n  goes on\n* two\n1. three\n   - four', '• one goes on\n• two\n1. three\n• four'],
    ['quotes and headings', '> quoted\n> on\n\n## Title\ntext', 'quoted on\n\nTitle\ntext'],
    ['comments', 'one <!-- not\nseen --> two', 'one two'],
    ['fences', 'one\n```ts\ncode\n```\ntwo', 'one\ncode\ntwo'],
    ['emoji and right-to-left', '🎯 **هذا** 中文', '🎯 هذا 中文'],
  ];
  for (const [what, markdown, plain] of cases) it(`reads ${what}`, () => assert.equal(plainText(markdown), plain));

  it('is cut where nobody reads on, and never takes long', () => {
    assert.ok(plainText('word '.repeat(100_000)).endsWith('word …'));
    for (const hostile of ['*', '_', '`', '[', '](', '<!--', '<', '\\', '> ', '~~', '#', '\n- ']) {
      const start = performance.now();
      plainText(hostile.repeat(50_000));
      assert.ok(performance.now() - start < 500, hostile);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => typeof plainText(text) === 'string'));
  });
});

describe('what a value says', () => {
  const at = (text: string) => said({ text, range: { start: 0, end: text.length } });

  it('is nothing for blanks and for words that stand in their place', () => {
    for (const text of ['', '{{name}}', '[NAME]', '<name>', 'TBD', 'todo', '-', '—', '???', 'to be defined', '**{{a}}**: {{b}}', '<!-- how -->']) assert.equal(at(text), undefined, text);
    assert.equal(said(undefined), undefined);
  });

  it('leaves the names of blanks out of the rest', () => {
    assert.equal(at('< {{number of}}ms (p95)'), '< …ms (p95)');
    assert.equal(at('None, TLS 1.3'), 'None, TLS 1.3');
  });
});

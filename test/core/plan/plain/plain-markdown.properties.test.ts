import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { piecesOf } from '../../../../src/core/plan/markdown.ts';
import { readPlainMarkdown } from '../../../../src/core/plan/plain/plain-markdown.ts';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { IS_THOROUGH, RUNS } from '../../support/runs.ts';

const remark = unified().use(remarkParse).data({ micromarkExtensions: [gfm()], fromMarkdownExtensions: [gfmFromMarkdown()] }).freeze();

/** Everything but lines, columns and spreads, which the plain reader does not tell. */
function essence(node: Nodes): unknown {
  const { position, ...rest } = node;
  const told = Object.entries(rest).filter(([name, value]) => !['children', 'spread', 'data'].includes(name) && value !== undefined && value !== null);
  return { ...Object.fromEntries(told), place: [position?.start.offset, position?.end.offset], children: 'children' in node ? node.children.map(essence) : [] };
}

function children(root: Root): unknown {
  return root.children.map(essence);
}

/** Whether it is plain; if so, it is read as remark reads it. */
function agrees(text: string): boolean {
  const plain = readPlainMarkdown(text);
  if (plain === undefined) return false;
  assert.deepEqual(children(plain), children(remark.parse(text)), JSON.stringify(text));
  return true;
}

const files = ['snippets/templates', 'docs', 'docs/decisions', 'docs/rules', 'docs/kinds', 'examples/plans', 'examples/docs/decisions']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`))
  .filter((_, index) => IS_THOROUGH || index % 4 === 0);
const pieces = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return piecesOf(readPlan(text), { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
});

describe('readPlainMarkdown', () => {
  it('reads most of what people write, as remark does', () => {
    const read = pieces.filter(agrees);
    assert.ok(read.length > pieces.length * 0.8, `${read.length} of ${pieces.length} pieces are plain`);
  });

  for (const text of [
    '# T\n\ntext *em* **strong** `code` [link](a.md#b)\n',
    '**Date**: 1  \n**Owner**: Ada  \n',
    '1. **One**\n   - a\n   - b\n2. **Two**: x\n\n   more\n',
    '- [ ] open\n- [x] done **well**\n\n- next\n',
    '* a\n  * b\n    * c\n\ntext\n',
    '1. a\n    - four spaces\n    - more\n',
    '| a | b |\n|---|:-:|\n| 1 | **2** |\n| | x |\n\nafter\n',
    'a | b\n--|--\n1 | 2\n',
    '> quote\n> more **x**\n\ntext\n',
    '<!-- a\n\nb -->\n\ntext\n',
    '```yaml title\na: 1\n\nb: 2\n```\ntext\n',
    'a_b_c *d* 2 * 3 * 4 **a**b _c_\n',
    '- a\r\n- b  \r\n  c\r\n',
    '---\n\ntext\n\n***\n',
    '1) a\n2) b\n- c\n',
    '[DEBT]: [PLAN] or [a][b] and 1 < 2 & 3\n'.replace('[DEBT]:', 'x [DEBT]:'),
    '**a *b* c** *d **e** f*\n',
    'שלום **עולם** 👩‍🔬 `é`\n',
    '> 1. a\n> 2. b\n',
    '- \n',
    '',
    '\n\n',
  ]) {
    it(`agrees with remark on ${JSON.stringify(text)}`, () => {
      agrees(text);
      agrees(text.replaceAll(/\r?\n/g, '\r\n'));
      agrees(`- item\n\n${text.replaceAll(/^(?=.)/gm, '  ')}`);
    });
  }

  for (const text of ['a\tb', 'a\rb', '\uFEFFa', 'a\n===\n', '    code\n', '~~x~~', '<b>x</b>', '![a](b)', '[a]: b.md\n', 'see https://x.org', 'a@b.org', '&amp;', 'a \\* b', '***a***', '- a\nlazy\n', '~~~\nx\n~~~\n', '```\nopen']) {
    it(`leaves ${JSON.stringify(text)} to remark`, () => assert.equal(readPlainMarkdown(text), undefined));
  }

  it('agrees with remark on whatever becomes of a text by edits', () => {
    const scraps = fc.constantFrom('\n', '\n\n', '  ', '- ', '1. ', '2) ', '> ', '#', '# ', '|', '|--|--|\n', '**', '*', '_', '`', '```', '```\n', '[', '](a)', '](', '<!--', '-->', '---\n', '    ', '\t', '\\', '&', '<', '~', '[ ] ', ': ', 'x', 'é', '\r\n', '!');
    fc.assert(
      fc.property(fc.constantFrom(...pieces.filter((piece) => piece.length < 2000)), fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), scrap: scraps }), { minLength: 1, maxLength: 4 }), (piece, edits) => {
        let text = piece;
        for (const { at, cut, scrap } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + scrap + text.slice(start + cut);
        }
        agrees(text);
      }),
      { numRuns: RUNS * 10 },
    );
    fc.assert(fc.property(fc.array(fc.oneof(scraps, fc.constantFrom('a', 'b c', ' ', '\n')), { maxLength: 25 }), (parts) => void agrees(parts.join(''))), { numRuns: RUNS * 20 });
  });

  it('gives hostile texts up, or reads them', () => {
    for (const unit of ['*a_', '[', '`', '` `` ', '- ', '> ', '|a', '[a](', '**a ', '1. a\n', '<!-- ']) readPlainMarkdown(unit.repeat(20_000));
    readPlainMarkdown(Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'));
  });
});

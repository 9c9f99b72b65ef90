import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root, Table, TableCell } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { tablesIn, tablesOf, type PipeRow } from '../../../src/core/plan/tables.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { read, repositoryFiles } from '../../repo/files.ts';
import { anyText } from '../support/any-text.ts';
import { IS_THOROUGH, RUNS } from '../support/runs.ts';

const cellsOf = (text: string, row: PipeRow): readonly string[] => row.cells.map(({ content }) => sliceOf(text, content));

/** Each table as its rows, the row of delimiters left out. */
function tables(...lines: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const text = lines.join('\n');
  return tablesOf(readPlan(text)).map(({ head, rows }) => [head, ...rows].map((row) => cellsOf(text, row)));
}

describe('tablesOf', () => {
  const cases: readonly (readonly [string, readonly string[], readonly (readonly (readonly string[])[])[]])[] = [
    ['reads rows with pipes around them and without', ['| a | b |', '|---|---|', '| 1 | 2 |', '3 | 4', '|5|6'], [[['a', 'b'], ['1', '2'], ['3', '4'], ['5', '6']]]],
    ['keeps rows as long as they are', ['a | b', '-|-', '1', '| 1 | 2 | 3 |', '|', '||', '| | |'], [[['a', 'b'], ['1'], ['1', '2', '3'], [''], [''], ['', '']]]],
    ['parts cells in code too, but not at escaped pipes', ['| a | b |', '|-|-|', '| `x|y` | z', '| `x\\|y` | \\\\|', '| \\\\| c |'], [[['a', 'b'], ['`x', 'y`', 'z'], ['`x\\|y`', '\\\\'], ['\\\\', 'c']]]],
    ['takes the last line of a paragraph for the head', ['text', '| a |', '|---|', 'b', '', 'c'], [[['a'], ['b']]]],
    ['needs as many delimiters as the head has cells', ['| a | b |', '|---|', '', '| a |', '|---|---|', '', '| a |', '', '|---|'], []],
    ['ends where another block begins', ['a | b', '-|-', '# h', '', 'a | b', '-|-', '- c', '', 'a | b', '-|-', '---', 'c | d', '', 'a|b', '-|-', '    c'], [[['a', 'b']], [['a', 'b']], [['a', 'b']], [['a', 'b']]]],
    ['reads none in fences, comments, HTML, front matter and indented code', ['---', 'a | b', '-|-', '---', '```', 'a | b', '-|-', '```', '<!--', 'a | b', '-|-', '-->', '<div>', 'a | b', '-|-', '', '    a | b', '    -|-'], []],
    ['reads those in items, quotes and footnotes', ['- a | b', '  -|-', '  c | d', '> e | f', '> -|-', '', '[^1]: g', '', '    h | i', '    -|-'], [[['a', 'b'], ['c', 'd']], [['e', 'f']], [['h', 'i']]]],
    ['keeps emoji, right-to-left text and blanks that are none', ['| 🔴 | خطر |', '|:-:|--:|', '| \u00a0 |\t風 |'], [[['🔴', 'خطر'], ['\u00a0', '風']]]],
  ];
  for (const [what, markdown, expected] of cases) it(what, () => assert.deepEqual(tables(...markdown), expected));

  it('gives exact places, for every kind of line ending', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `\ufeffx${eol}${eol}  | a |  ${eol}  |:--|${eol}  |  b ||  | ${eol}c${eol}${eol}`;
      const [table, ...others] = tablesOf(readPlan(text));
      assert.deepEqual(others, []);
      assert.ok(table);
      assert.deepEqual([table.head, table.delimiters, ...table.rows].map(({ range }) => sliceOf(text, range)), ['| a |', '|:--|', '|  b ||  |', 'c']);
      assert.deepEqual([table.head, table.delimiters, ...table.rows].map(({ isOpened, isClosed }) => [isOpened, isClosed]), [[true, true], [true, true], [true, true], [false, false]]);
      assert.deepEqual(table.rows[0]?.cells.map(({ range }) => sliceOf(text, range)), ['  b ', '', '  ']);
      assert.deepEqual(table.rows[0].cells.map(({ range, content }) => content.start - range.start), [2, 0, 1]);
      assert.equal(sliceOf(text, table.range), [`| a |  ${eol}  |:--|${eol}  |  b ||  | ${eol}c`].join(''));
      assert.equal(table.isAtRoot, true);
    }
    assert.deepEqual(tablesOf(readPlan('> a | b\n> -|-\n> c | d')).map(({ isAtRoot, rows }) => [isAtRoot, rows.length]), [[false, 1]]);
  });

  it('is read once for a plan', () => {
    const plan = readPlan('a | b\n-|-\n');
    assert.equal(tablesOf(plan), tablesOf(plan));
  });

  it('finds those that begin within a span', () => {
    const text = 'a | b\n-|-\n\nx\n\nc | d\n-|-\n\ne | f\n-|-\n';
    const plan = readPlan(text);
    const heads = (start: number, end: number): readonly string[] => tablesIn(plan, { start, end }).map(({ head }) => sliceOf(text, head.range));
    assert.deepEqual(heads(0, text.length), ['a | b', 'c | d', 'e | f']);
    assert.deepEqual(heads(1, text.indexOf('e |')), ['c | d']);
    assert.deepEqual(heads(text.indexOf('c |'), text.indexOf('c |') + 1), ['c | d']);
    assert.deepEqual(heads(0, 0), []);
  });

  it('gives ranges that lie in each other in order, whatever the text', () => {
    fc.assert(
      fc.property(anyText(80), (noise) => {
        const text = `| a | ${noise} |\n|---|---|\n${noise} | b\n| ${noise}`;
        for (const { range, head, delimiters, rows } of tablesOf(readPlan(text))) {
          let end = range.start;
          for (const row of [head, delimiters, ...rows]) {
            for (const [outer, inner] of [[range, row.range], ...row.cells.flatMap((cell) => [[row.range, cell.range], [cell.range, cell.content]])]) {
              assert.ok(outer && inner && outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
            }
            assert.ok(row.range.start >= end);
            end = row.range.end;
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('tablesOf: agreement with remark', () => {
  // Where all are to be tried there are thousands, and others every time.
  const often: fc.Parameters<unknown> = IS_THOROUGH ? { numRuns: 20 * RUNS } : { numRuns: RUNS, seed: 20261 };

  it('finds the same tables in the documents of the repository', () => {
    for (const text of fixtures()) agreesWithRemark(text);
  });

  it('finds the same after edits of any kind', function () {
    if (IS_THOROUGH) this.timeout(0);
    const written = fixtures();
    const cut = fc.constantFrom('', '|', '\\', '`', '\n', '\n\n', ' ', '    ', '> ', '- ', '-', ':', '<!--', '```', '\r\n', 'x');
    const edit = fc.tuple(fc.nat(), fc.nat(4), cut);
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.nat(), fc.array(edit, { minLength: 1, maxLength: 8 }), (index, from, edits) => {
        const text = written[index] ?? '';
        const start = from % text.length;
        agreesWithRemark(edits.reduce((part, [at, length, by]) => part.slice(0, at % part.length) + by + part.slice((at % part.length) + length) || 'x', text.slice(start, start + 500)));
      }),
      often,
    );
  });

  it('finds the same at the root of hostile documents', function () {
    if (IS_THOROUGH) this.timeout(0);
    fc.assert(fc.property(hostileDocument(), (text) => agreesWithRemark(text, true)), often);
  });
});

/** Lines of tables, good and bad, in containers, with what ends them. */
function hostileDocument(): fc.Arbitrary<string> {
  const indent = fc.constantFrom('', '', '', '', '  ', '    ', '\t', ' \t');
  const marker = fc.constantFrom('> ', '>', '- ', '* ', '1. ', '2. ', '-\t', '[^x]: ');
  const body = fc.constantFrom(
    ...['| a | b |', '|-|-|', 'a | b', '-|-', '|:-:|--:|', '| - | - |', '|a|b', 'a|b|', '| a |', '|-|', ':-', '-:', '|', '||', '| |', '| | |', '|||', 'a', 'a | b | c', '|-|-|-|'],
    ...['| `x|y` | z |', '| a \\| b |', '\\|', '\\\\|', '| \\\\| |', '|a\\', 'a \\\\\\| b|', '--|--', '---|---', '- | -', '|---|:-:|', '| \u00a0 |', '|\t|\t|', '| <!-- | --> |', '| [a|b](c) |'],
    ...['', '', '', '# h', '---', '===', '```', '~~~', '<!--', '-->', '<div>', '<a>', '[a]: b', '[a]: |', '**a**', '    x | y', '> q', '- i', '1. n', '\u{1f600} | \u{1f600}', '\0|\0'],
  );
  const written = fc.tuple(indent, fc.array(fc.tuple(marker, indent), { maxLength: 2 }), body, fc.constantFrom('', '', ' ', '\t', '|', '\\')).map(([before, markers, text, after]) => before + markers.flat().join('') + text + after);
  const continued = fc.tuple(fc.constantFrom('  ', '> ', '    '), body).map(([before, text]) => before + text);
  const lines = fc.array(fc.oneof(body, body, written, continued), { minLength: 2, maxLength: 12 });
  return fc.tuple(fc.constantFrom('', '', '\ufeff'), lines, fc.constantFrom('\n', '\r\n', '\r')).map(([mark, parts, end]) => mark + parts.join(end));
}

/** Most tables of the repository stand in its templates; some of them will do where not all is to be tried. */
function fixtures(): readonly string[] {
  const folders = IS_THOROUGH ? /^(?:snippets\/templates|examples|docs)\/.*\.md$|^README\.md$/ : /^snippets\/templates\/.*\.md$/;
  return repositoryFiles().filter((file) => folders.test(file)).map(read).filter((text, index) => text.includes('|--') && (IS_THOROUGH || index % 3 === 0));
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** What containers hold that break off in the middle of a table, no author writes: there the two may differ. */
function agreesWithRemark(text: string, onlyAtRoot = false): void {
  const plan = readPlan(text);
  const start = plan.outline.frontMatter?.range.end ?? 0;
  const body = text.slice(start);
  // remark does not count a byte order mark in its offsets.
  const shift = start + (body.startsWith('\ufeff') ? 1 : 0);
  const found = tablesOf(plan).filter(({ isAtRoot }) => isAtRoot || !onlyAtRoot).map(({ isAtRoot, range, head, rows }) => ({
    isAtRoot,
    range: [range.start, range.end],
    rows: [head, ...rows].map((row) => [row.range.start, ...row.cells.map(({ content }) => (content.start === content.end ? [] : [content.start, content.end]))]),
  }));
  assert.deepEqual(found, expectedOf(parser.parse(body), shift, text, onlyAtRoot), JSON.stringify(text));
}

function expectedOf(tree: Root, shift: number, text: string, onlyAtRoot: boolean): unknown {
  const placeOf = (node: Nodes | undefined, side: 'start' | 'end'): number => (node?.position?.[side].offset ?? 0) + shift;
  const ofCell = ({ children }: TableCell): readonly number[] => (children.length === 0 ? [] : [placeOf(children[0], 'start'), placeOf(children.at(-1), 'end')]);
  const ofTable = (table: Table, isAtRoot: boolean): unknown => {
    const start = placeOf(table, 'start');
    return {
      isAtRoot,
      range: [start, start + text.slice(start, placeOf(table, 'end')).replace(/[ \t]+$/, '').length],
      rows: table.children.map((row) => [placeOf(row, 'start'), ...row.children.map(ofCell)]),
    };
  };
  const found: unknown[] = [];
  const waiting: { node: Nodes; isAtRoot: boolean }[] = tree.children.toReversed().map((node) => ({ node, isAtRoot: true }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.node.type === 'table') found.push(ofTable(next.node, next.isAtRoot));
    else if ('children' in next.node && !onlyAtRoot) waiting.push(...next.node.children.toReversed().map((node) => ({ node, isAtRoot: false })));
  }
  return found;
}

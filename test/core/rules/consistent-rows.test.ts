import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sliceOf } from '../../../src/core/text/range.ts';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';
import { RUNS } from '../support/runs.ts';

const RULE = 'consistent-rows';
const plan = (...lines: readonly string[]): string => ['# Phase 2 Architecture Plan', '', '## Anything', '', ...lines, ''].join('\n');
const messages = (...lines: readonly string[]): readonly string[] => messagesOf(RULE, plan(...lines));
const marked = (...lines: readonly string[]): readonly string[] => findingsOf(RULE, plan(...lines)).map(({ range }) => sliceOf(plan(...lines), range));
const fixedLines = (...lines: readonly string[]): readonly string[] => {
  const result = fixedBy(RULE, plan(...lines));
  assert.equal(fixedBy(RULE, result), result);
  return result.split('\n').slice(4, -1);
};

describe('consistent-rows', () => {
  it('finds rows with too few cells and too many, in any section', () => {
    const lines = ['| a | b |', '|---|---|', '| 1 |', '| 2 | x |', '| 3 | x | y |', '| 4 | x | |'];
    assert.deepEqual(messages(...lines), [
      'The row "1" has one cell where the table has 2 columns: add what is missing.',
      'The row "3" has 3 cells where the table has 2 columns: what stands behind the last column is not shown. Write a pipe that is part of the text as "\\|".',
      'The row "4" has 3 cells where the table has 2 columns: take out what is empty at its end.',
    ]);
    assert.deepEqual(marked(...lines), ['| 1 |', '| y |', '| |']);
  });

  it('reads pipes as GitHub does', () => {
    assert.deepEqual(messages('| a | b |', '|---|---|', '| `x\\|y` | \\| |', 'c | d', '|e|f'), []);
    assert.equal(messages('| a | b |', '|---|---|', '| `x|y` | z |').length, 1);
    assert.deepEqual(messages('```', '| a | b |', '|---|---|', '| 1 |', '```', '', '<!--', '| a | b |', '|---|---|', '| 1 |', '-->', '', '    | a | b |', '    |---|---|', '    | 1 |'), []);
  });

  it('finds one head that is too short rather than every row', () => {
    const lines = ['| a | b |', '|---|---|', '| 1 | 2 | 3 |', '| 4 | 5 | 6 |'];
    assert.deepEqual(messages(...lines), ['The head "a" has 2 cells where every row has 3: the last ones are not shown. Name their columns.']);
    assert.deepEqual(marked(...lines), ['| a | b |']);
  });

  it('finds a line of text right below a table, once', () => {
    const lines = ['| a | b |', '|---|---|', '| 1 | 2 |', 'And so on,', 'and on.'];
    assert.deepEqual(messages(...lines), ['The line "And so on," right below a table is read as a row of it: leave a blank line between them.']);
    assert.deepEqual(fixedLines(...lines), ['| a | b |', '|---|---|', '| 1 | 2 |', '', 'And so on,', 'and on.']);
    assert.deepEqual(messages('a | b', '--|--', '1'), ['The row "1" has one cell where the table has 2 columns: add what is missing.'], 'where no row has pipes at its edges, it may be one');
  });

  it('does not part a table, nor make a heading of the text below it', () => {
    const left = (...lines: readonly string[]): void => assert.deepEqual(findingsOf(RULE, plan(...lines)).map(({ fix }) => fix), [undefined]);
    left('| a | b |', '|---|---|', 'text', '| 1 | 2 |');
    left('| a | b |', '|---|---|', 'text', '---');
    left('| a | b |', '|---|---|', 'text', '===');
    left('> | a | b |', '> |---|---|', '> text');
  });

  it('pads a row in the manner of the table', () => {
    assert.deepEqual(fixedLines('| a    | b    |', '|------|------|', '| 1    |', '| 2 |', '| 3', '|', '||'), ['| a    | b    |', '|------|------|', '| 1    |      |', '| 2 | |', '| 3 | |', '|| |', '|| |']);
    assert.deepEqual(fixedLines('a | b | c', '--|---|--', '1', '2 | x'), ['a | b | c', '--|---|--', '1| | |', '2 | x | |']);
    assert.deepEqual(fixedLines('- | a | b |', '  |---|---|', '  | 1 |', '', '> a | b', '> --|--', '> | 1'), ['- | a | b |', '  |---|---|', '  | 1 |   |', '', '> a | b', '> --|--', '> | 1 | |']);
    assert.deepEqual(fixedLines('|a|b|', '|-|-|', '|x\\'), ['|a|b|', '|-|-|', '|x\\ | |']);
  });

  it('takes out empty cells at the end', () => {
    assert.deepEqual(fixedLines('| a | b |', '|---|---|', '| 1 | 2 | |', '| 3 | 4 |||', '| 5 | 6 |  | ', '| 7 | 8 |'), ['| a | b |', '|---|---|', '| 1 | 2 |', '| 3 | 4 |', '| 5 | 6 | ', '| 7 | 8 |']);
  });

  it('says nothing in documents of no known kind', () => {
    assert.deepEqual(messagesOf(RULE, '# Notes\n\n| a | b |\n|---|---|\n| 1 |\n', 'notes.md'), []);
  });

  it('leaves nothing fixable, keeps line endings and everything that is said', () => {
    const cell = fc.constantFrom('', ' ', ' a ', 'b', '`c`', ' \\|', '🔴 ', '\\');
    const row = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean()).map(([cells, isOpened, isClosed]) => (isOpened ? '|' : 'x') + cells.join('|') + (isClosed ? '|' : ''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.constantFrom('| a | b |\n|---|---|', 'a|b|c\n-|-|-', '|a\n|-'), fc.constantFrom('\n', '\r\n', '\r'), (rows, head, eol) => {
        const text = plan(head, ...rows).replaceAll('\n', eol);
        const result = fixedBy(RULE, text);
        assert.deepEqual(findingsOf(RULE, result).filter(({ fix }) => fix), []);
        assert.equal(result.replace(/[\s|]/g, ''), text.replace(/[\s|]/g, ''));
        if (eol !== '\n') assert.doesNotMatch(result, eol === '\r' ? /\n/ : /[^\r]\n/);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});

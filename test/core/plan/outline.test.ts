import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Code, List, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readOutline } from '../../../src/core/plan/outline.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { IS_THOROUGH, RUNS } from '../support/runs.ts';

function headings(...lines: readonly string[]): readonly string[] {
  return readOutline(lines.join('\n')).headings.map(({ level, title }) => `${level} ${title}`);
}

function fences(...lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return readOutline(text).fences.map(({ language, content, closed }) => `${language}|${sliceOf(text, content)}|${closed ? 'closed' : 'open'}`);
}

function comments(...lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return readOutline(text).comments.map((range) => sliceOf(text, range));
}

function labels(...lines: readonly string[]): readonly string[] {
  return readOutline(lines.join('\n')).labels.map(({ title }) => title);
}

describe('readOutline: headings', () => {
  const cases: readonly [what: string, markdown: readonly string[], expected: readonly string[]][] = [
    ['reads levels 1 to 6', ['# a', '###### f', '####### g'], ['1 a', '6 f']],
    ['needs a space, a tab or nothing after the hashes', ['#a', '#\tb', '#', '#\u00a0c'], ['1 b', '1 ']],
    ['drops closing hashes that stand apart', ['# a #', '## b ## ', '# c#', '# d # e', '# \\#', '## ##'], ['1 a', '2 b', '1 c#', '1 d # e', '1 \\#', '2 ']],
    ['allows three spaces before the hashes, not four', ['   # a', '', '    # b', '', '\t# c'], ['1 a']],
    ['keeps emoji, code and right-to-left text in titles', ['## 🎯 `#` [x](y)', '## عنوان'], ['2 🎯 `#` [x](y)', '2 عنوان']],
    ['trims only spaces and tabs', ['# \u00a0a\f'], ['1 \u00a0a\f']],
    ['reads underlined titles of one line and more', ['a', '=', '', 'b  ', ' c ', '  ---  '], ['1 a', '2 b  \n c']],
    ['takes no underline after a blank line, a heading or a table', ['a', '', '===', '', '# b', '---', '', '|c|', '|-|', '---'], ['1 b']],
    ['takes no underline after definitions alone', ['[a]: b', '===', '', '[c]: d', "'title'", 'e', '==='], ['1 e']],
    ['takes a broken definition for text', ['[a]: b c', '==='], ['1 [a]: b c']],
    ['takes no lazy line for an underline', ['> a', '---', '', '- b', '===', '', '> c', 'd', '==='], []],
    ['begins a new paragraph after a lazy line that ends the quote', ['> # a', 'b', '==='], ['1 b']],
    ['tells underlines from breaks and items', ['a', '- - -', '', 'b', '- c', '', 'd', '--', '', '***', '==='], ['2 d']],
    ['needs a matching delimiter row for a table', ['a | b', '--|--', 'c', '===', '', 'd | e', '--|', '===', '', 'f', '-|-|-', '---'], ['1 d | e\n--|', '2 f\n-|-|-']],
    ['leaves the paragraph above a table', ['**a**', 'b | c', ':-|-'], []],
    ['reports none in containers', ['> # a', '- # b', '', '  # c', '1. d', '   ===', '', '[^x]: # e', '    # f', '', '# g'], ['1 g']],
    ['ends items, quotes and footnotes where they end', ['- a', ' # b', '', '1. c', '', '  # d', '', '[^x]: e', '', '   # f'], ['1 b', '1 d', '1 f']],
    ['keeps text out of an item that began with a blank line', ['-', '', '  # a', '-', '  # b'], ['1 a']],
    ['counts tabs as columns', ['-\ta', '', '\t# b', '', ' \t# c', '', '   # d', '>\t\t# e', '# f'], ['1 d', '1 f']],
    ['lets only 1 interrupt a paragraph', ['a', '2. # b', '', 'c', '1. # d', '', 'e', '*', '  ===', '# f'], ['1 e\n*', '1 f']],
    ['reads nothing in fences', ['```', '# a', '~~~', '```', '# b', '~~~ x `', '# c', '~~~~', '# d', '````', '```', '# e'], ['1 b', '1 d']],
    ['ends a fence with its container', ['> ```', '# a', '- ```', '  # b', '# c'], ['1 a', '1 c']],
    ['knows inline code from a fence', ['``` a`', '# b'], ['1 b']],
    ['reads nothing in indented code, which interrupts no paragraph', ['    # a', '', 'b', '    # c', '==='], ['1 b\n    # c']],
    ['reads nothing in HTML up to a blank line', ['<div>', '# a', '', '# b', '<a href="x">', '# c', '', 'd', '<a href="x">', '# e'], ['1 b', '1 e']],
    ['reads nothing in HTML up to its end mark', ['<pre>', '', '# a', '</pre>', '# b', '<?x', '', '# c ?>', '# d', '<!X', '', '>', '# e', '<![CDATA[', '', '# f', ']]>', '# g'], ['1 b', '1 d', '1 e', '1 g']],
    ['reads nothing in comments', ['<!--', '', '# a', '-->', '# b', 'c', '<!-- -', '# d', '-- >', '--> # e', '# f', '<!-->', '# g'], ['1 b', '1 f', '1 g']],
    ['reads nothing in a comment that is never closed', ['# a', '<!--', '# b', '', '# c'], ['1 a']],
  ];
  for (const [what, markdown, expected] of cases) it(what, () => assert.deepEqual(headings(...markdown), expected));

  // CommonMark says otherwise; sections are read by remark, so the outline has to see what remark sees.
  const asRemark: readonly [what: string, markdown: readonly string[], expected: readonly string[]][] = [
    ['an ordered list after indented code begins with 1', ['    a', '', '2. b', '', '   c', '==='], ['1 c']],
    ['an inner list of a list that interrupts a paragraph begins with 1', ['a', '- 2. b', '', '     # c', '', '# d'], ['1 d']],
    ['three brackets do not end CDATA', ['<![CDATA[ ]]]>', '# a', ']]>', '# b'], ['1 b']],
    ['a tag that would be the head of a table begins HTML', ['a', '<b>', ':-', '# c', '', '# d'], ['1 d']],
    ['any tag interrupts a paragraph lazily', ['> a', '<b>', '> # c', '# d'], ['1 d']],
  ];
  for (const [what, markdown, expected] of asRemark) it(`agrees with remark that ${what}`, () => assert.deepEqual(headings(...markdown), expected));

  it('gives ranges for every kind of line ending, after a byte order mark too', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `\ufeff  ## 🎯 a ## ${eol}b${eol}c ${eol}== ${eol}`;
      const [first, second] = readOutline(text).headings;
      assert.ok(first !== undefined && second !== undefined);
      assert.deepEqual([sliceOf(text, first.range), sliceOf(text, first.titleRange)], ['## 🎯 a ## ', '🎯 a']);
      assert.deepEqual([sliceOf(text, second.range), sliceOf(text, second.titleRange)], [`b${eol}c ${eol}== `, `b${eol}c`]);
    }
  });
});

describe('readOutline: front matter, fences, comments, labels', () => {
  it('takes front matter only from the first line on, and only when it is closed', () => {
    const text = '\ufeff---\r\na: b\r\n# c\r\n--- \r\nd\r\n---\r\n';
    const { frontMatter, headings: found } = readOutline(text);
    assert.ok(frontMatter !== undefined);
    assert.equal(sliceOf(text, frontMatter.range), '---\r\na: b\r\n# c\r\n--- ');
    assert.equal(sliceOf(text, frontMatter.content), 'a: b\r\n# c\r\n');
    assert.deepEqual(found.map(({ title }) => title), ['d']);
    for (const other of ['---\na\n# b\n', '\n---\na\n---', '----\na\n----', ' ---\na\n---', '---']) assert.equal(readOutline(other).frontMatter, undefined, other);
    assert.deepEqual(readOutline('---\n---').frontMatter, { range: { start: 0, end: 7 }, content: { start: 4, end: 4 } });
  });

  it('reads fences with their language and content', () => {
    assert.deepEqual(fences('```Mermaid x', 'a', '', 'b', '``` ', '~~~', '~~~~', 'c', '  ~~~', 'd'), ['mermaid|a\n\nb\n|closed', '||closed', '|d|open']);
    assert.deepEqual(fences('a', '````', '```', 'b', ''), ['|```\nb\n|open']);
    assert.deepEqual(fences('> ```', '> a', '- ~~~', '```'), ['||open']);
    const text = 'a\n  ``` b\nc\n ```  \nd';
    assert.deepEqual(readOutline(text).fences[0]?.range, { start: 4, end: 18 });
  });

  it('reads comments at the root', () => {
    assert.deepEqual(comments('<!-- plan: optional -->', 'a <!-- b -->', '', '  <!-- c', '', 'd --> e', '> <!-- f -->', '- <!-- g -->', '', '<!-->', '<!-- h'), ['<!-- plan: optional -->', '<!-- c\n\nd -->', '<!-->', '<!-- h']);
  });

  it('reads a bold label that begins a paragraph alone on its line', () => {
    assert.deepEqual(labels('**Risks**', '', '__Risks:__ ', 'a', '', '**R *s* t**:', '', '[a]: b', '**After a definition**'), ['Risks', 'Risks', 'R *s* t', 'After a definition']);
    assert.deepEqual(labels('a', '**b**', '', '**c** d', '', '**e** and **f**', '', '> **g**', '', '**h**', '---', '', '**i** ', ':-', '', '** j**', '', '**:**', '', '****', '', '**k__'), []);
    const text = 'x\n\n  **Risks:** \ny';
    assert.deepEqual(readOutline(text).labels, [{ title: 'Risks', range: { start: 5, end: 15 } }]);
  });
});

describe('readOutline: agreement with remark', () => {
  it('finds the same headings, fences and comments in hostile documents', function () {
    // Where all are to be tried there are thousands, and others every time.
    if (IS_THOROUGH) this.timeout(0);
    fc.assert(fc.property(hostileDocument(), agreesWithRemark), IS_THOROUGH ? { numRuns: 20 * RUNS } : { numRuns: RUNS, seed: 20260 });
  });
});

describe('readOutline: hostile sizes', () => {
  // Each takes some ten milliseconds; where the time is not linear it is longer than any test may take.
  const many = 20_000;
  const hostile: Readonly<Record<string, () => string>> = {
    'quotes in one line, and lazy lines after them': () => '>'.repeat(2 * many) + 'a\n' + 'b\n'.repeat(many),
    'items in one line, and blank lines after them': () => '- '.repeat(many) + 'a\n' + '\n'.repeat(many),
    'bullets that are nearly a thematic break': () => '* '.repeat(many) + 'a',
    'items and quotes by turns': () => '- > '.repeat(many) + 'a\n' + '\n'.repeat(many),
    'footnotes in one line': () => '[^a]: '.repeat(many) + '\n'.repeat(many),
    'a line of 10 MB': () => 'a'.repeat(10_000_000),
    'a fence of a million backticks': () => `${'`'.repeat(1_000_000)}\n`.repeat(2),
    'a hundred thousand lines of a backtick': () => '`\n'.repeat(100_000),
    'definitions without an end': () => '[a]: b "\n'.repeat(many),
    'comments without an end': () => '<!--\n\n'.repeat(many) + '-->'.repeat(many),
    'tags without an end': () => `<a ${'b=c '.repeat(many)}\n`.repeat(4),
    'tables that are their own heads': () => '|-|-|\n'.repeat(many),
    'front matter without an end': () => '---\n' + 'a: b\n'.repeat(many),
    'brackets in CDATA': () => `<![CDATA[${']'.repeat(1_000_000)}>`,
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`finds a heading below ${what}`, () => assert.deepEqual(headings(text(), '', '# End'), ['1 End']));
  }
});

/** Lines made of indentation, container markers and the beginnings and ends of everything that a line can be. */
function hostileDocument(): fc.Arbitrary<string> {
  const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t', ' \t', '\t\t');
  const marker = fc.constantFrom('> ', '>', '- ', '* ', '+ ', '-', '*', '1. ', '2. ', '1) ', '1.', '10) ', '-\t', '>\t', '-     ', '[^x]: ', '[^x]:', '0123456789. ', '123456789. ');
  const body = fc.constantFrom(
    ...['', '', '', 'a', 'foo bar', '# h', '## h ##', '#', '#h', '# a #b', '####### x', '=', '===', '---', '--', '-', '- - -', '***', '* * *', '___', '=== x', '-- x', '# # #', '#\t', '#\u00a0x'],
    ...['```', '```js', '````', '~~~', '~~~ X y', '``` a`b', '~~~~', '``', '<!--', '-->', '<!-- c -->', '<!-->', '<!--->', '<!', '<!X', '<?', '?>', '<?>', '<![CDATA[', ']]>', ']]]>', ']]]]>'],
    ...['<div>', '<div', '</div>', '<div/>', '<div/ >', '<pre>', '</pre>', '</script>x', '<a>', '<a href="x">', '<a b=c=d>', '</a >', '<a b="c"d>', '<a/>', '<a> x', '<x:y>'],
    ...['| a |', '| - |', '|-|', '|:-', ':-', ':-:', '-|', '-|-', 'a | b', '--|--', '|---|:-:|', '|', '||', 'a\\|b', ':', '**R**', '__R:__'],
    ...['[a]: b', '[a]:', '[a]', '[a]: <b> "t"', "[a]: b 'x", "x'", '"t"', '"t" x', '[a]: b "t', '"', '(t)', '[', ']', ']: b', '[a', 'b]: c', '[^x y]: z', '[ ]: x', '[a]: b (c', ')', '[a]: b)', '[a]:c(d)', '[a\\]: b'],
    ...['\\', 'a  ', '`', '\u{1f600}', 'א', '\f', '\u00a0', '\0', '\u2028', '1', '2.', '&amp;'],
  );
  const line = fc.tuple(indent, fc.array(fc.tuple(marker, indent), { maxLength: 3 }), body, fc.constantFrom('', '', '', '', ' ', '\t', 'x', '-', '#', ' #'));
  /** More lines continue a container when it is only indentation that they repeat. */
  const written = line.map(([before, markers, text, after]) => before + markers.flat().join('') + text + after);
  const continued = line.map(([before, , text, after]) => `  ${before}${text}${after}`);
  const lines = fc.array(fc.oneof(written, continued, body), { minLength: 1, maxLength: 10 });
  const eol = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('\n', '\r\n', '\r') }, { weight: 1, arbitrary: fc.constantFrom('\n\n', '\n\r', '\r\n\n') });
  return fc.tuple(fc.constantFrom('', '', '', '\ufeff'), lines, eol, fc.boolean()).map(([mark, parts, end, isEnded]) => mark + parts.join(end) + (isEnded ? end : ''));
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

function agreesWithRemark(text: string): void {
  const { frontMatter, headings: found, fences: code, listedFences, comments: hidden } = readOutline(text);
  const body = frontMatter === undefined ? text : text.slice(frontMatter.range.end);
  // remark does not count a byte order mark in its offsets.
  const shift = text.length - body.length + (body.startsWith('\ufeff') ? 1 : 0);
  const expected = rootOf(parser.parse(body), shift, text);
  const places = found.map(({ level, range, title, titleRange }) => [level, range.start, range.end, ...(title === '' ? [] : [titleRange.start, titleRange.end])]);
  const languages = code.map(({ language, range }) => [asDecoded(language), range.start, range.end]);
  const listed = listedFences.map(({ language, range }) => [asDecoded(language), range.start]);
  assert.deepEqual({ headings: places, fences: languages, listed, comments: hidden.map(({ start, end }) => [start, end]) }, expected);
  for (const { title, titleRange } of found) assert.equal(sliceOf(text, titleRange), title);
}

function rootOf(tree: Root, shift: number, text: string): unknown {
  const expected: { headings: unknown[]; fences: unknown[]; listed: unknown[]; comments: unknown[] } = { headings: [], fences: [], listed: [], comments: [] };
  let definitionEnd = 0;
  for (const node of tree.children) {
    let start = (node.position?.start.offset ?? 0) + shift;
    const end = (node.position?.end.offset ?? 0) + shift;
    if (node.type === 'definition') definitionEnd = end;
    if (node.type === 'heading') {
      // Exclusion: remark lets an underlined heading begin with the definitions above it; ours begins with its title.
      if (start < definitionEnd) start = definitionEnd + leading(text.slice(definitionEnd), /^[ \t\r\n]*/);
      const title = node.children.length === 0 ? [] : [node.children[0]?.position?.start.offset ?? 0, node.children.at(-1)?.position?.end.offset ?? 0];
      expected.headings.push([node.depth, start, end, ...title.map((offset) => offset + shift)]);
    } else if (node.type === 'code' && /[`~]/.test(text.charAt(start))) {
      expected.fences.push([asDecoded(node.lang?.toLowerCase() ?? ''), start, end]);
    } else if (node.type === 'list') {
      expected.listed.push(...fencesInItems(node).map(({ lang, position }) => [asDecoded(lang?.toLowerCase() ?? ''), (position?.start.offset ?? 0) + shift]).filter(([, at]) => /[`~]/.test(text.charAt(Number(at)))));
    } else if (node.type === 'html' && /^[ \t]*<!--/.test(node.value)) {
      // remark's node is the HTML block: from the indentation before the comment to the end of the line in which it ends.
      start += leading(text.slice(start), /^[ \t]*/);
      const close = text.slice(0, end).indexOf('-->', start + 2);
      expected.comments.push([start, close === -1 ? end : close + 3]);
    }
  }
  return expected;
}

function fencesInItems(list: List): readonly Code[] {
  return list.children.flatMap(({ children }) => children.flatMap((node) => (node.type === 'list' ? fencesInItems(node) : node.type === 'code' ? [node] : [])));
}

function leading(text: string, pattern: RegExp): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Exclusion: remark decodes escapes, references and NUL in the language of a fence; ours is the word as it is written. */
function asDecoded(language: string): string {
  return language.replaceAll('\0', '\ufffd');
}

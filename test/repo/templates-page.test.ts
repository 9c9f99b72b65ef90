import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { readPlan } from '../../src/core/plan/plan.ts';
import { scaffold } from '../../src/core/scaffold/scaffold.ts';
import { readTemplate, type ContractSection } from '../../src/core/template/kind.ts';
import { addMark, markContent, NO_MARKS, READINGS } from '../../src/core/template/marks.ts';
import { sliceOf } from '../../src/core/text/range.ts';
import { checker } from '../core/documents.ts';
import { expandSnippet } from '../core/template/expand-snippet.ts';
import { read } from './files.ts';

const PAGE = 'docs/templates.md';
const page = read(PAGE);
const examples = readPlan(page)
  .outline.fences.filter(({ language }) => language === 'markdown' || language === 'md')
  .map(({ content }) => sliceOf(page, content));

/** What is in code in the row that begins with these words. */
function rowOf(lead: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${lead}`)) ?? '';
  return Array.from(row.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
}

describe(PAGE, () => {
  it('has an example', () => {
    assert.ok(examples.length > 0, `${PAGE} shows a template in a fence of Markdown.`);
  });

  for (const [index, example] of examples.entries()) {
    const { kind, problems } = readTemplate(example);

    it(`shows a template without problems in example ${index + 1}`, () => {
      assert.deepEqual(problems, []);
      assert.ok(kind);
    });

    it(`shows one whose documents have nothing to mend but blanks in example ${index + 1}`, () => {
      assert.ok(kind);
      const answers = Object.fromEntries(Object.keys(kind.ask).map((name) => [name, 'billing']));
      const { path, contents, snippet } = scaffold(kind, answers);
      const { subject, findings } = checker.check(contents, path, DEFAULT_SETTINGS, checker.kindsWith([kind]));
      assert.equal(subject?.kind, kind);
      assert.deepEqual(findings.filter(({ rule }) => rule !== 'no-placeholders'), []);
      assert.equal(expandSnippet(snippet), contents);
      assert.doesNotMatch(contents, /plan:|groundplan:/);
      assert.doesNotMatch(path, /[{}]/);
    });
  }

  it('names keys of the front matter that there are, and all of them', () => {
    const rows = page.slice(page.indexOf('\n| key |')).split('\n\n')[0]?.split('\n').slice(3) ?? [];
    const keys = rows.flatMap((row) => Array.from(row.split('|')[1]?.matchAll(/`(\w+)`/g) ?? [], ([, key = '']) => key));
    const known = checker.kinds.flatMap((kind) => Object.keys(kind)).filter((key) => !['id', 'root', 'sections', 'body'].includes(key));
    assert.deepEqual(keys.toSorted(), Array.from(new Set(known)).sort());
  });

  it('writes marks as they are understood', () => {
    const marks = page.match(/(?<=\n\| `)<!-- plan:.*?-->/g) ?? [];
    assert.ok(marks.length > 0);
    for (const mark of marks) assert.equal(typeof addMark(NO_MARKS, markContent(mark) ?? ''), 'object', mark);
    const unknown = addMark(NO_MARKS, 'unknown');
    const known = typeof unknown === 'string' ? (/known are: (.*)\./.exec(unknown)?.[1]?.split(', ') ?? []) : [];
    assert.deepEqual(marks.map((mark) => /plan: (\w+)/.exec(mark)?.[1]).toSorted(), known.toSorted());
  });

  it('names all that a section can be read as', () => {
    const [, ...readings] = rowOf('`<!-- plan: reads');
    assert.deepEqual(readings, READINGS);
  });

  it('names all that can take the place of a body', () => {
    const named = new Set(rowOf('`<!-- plan: from'));
    const used = (section: ContractSection): readonly string[] => [...(section.from === undefined ? [] : [section.from]), ...section.children.flatMap(used)];
    for (const name of checker.kinds.flatMap(({ root }) => used(root))) assert.ok(named.has(name), `${PAGE} does not say that a mark may read "from ${name}".`);
  });
});

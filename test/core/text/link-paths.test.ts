import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkTo, pathFrom } from '../../../src/core/text/link-paths.ts';
import { read } from '../support/markdown.ts';
import { RUNS } from '../support/runs.ts';

/** The path that a link leads to, as a reader of the document finds it. */
function resolved(from: string, link: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of link.split('/').map(decodeURIComponent)) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

describe('linkTo', () => {
  it('leads from the folder of a document to another file', () => {
    assert.equal(linkTo('plans/PHASE-2.md', 'plans/PHASE-1.md'), 'PHASE-1.md');
    assert.equal(linkTo('plans/PHASE-2.md', 'README.md'), '../README.md');
    assert.equal(linkTo('README.md', 'plans/PHASE-1.md'), 'plans/PHASE-1.md');
    assert.equal(linkTo('docs/adr/0001.md', 'docs/use-cases/berth.md'), '../use-cases/berth.md');
    assert.equal(linkTo('a/b/c.md', 'x/y.md'), '../../x/y.md');
    assert.equal(linkTo('a/b.md', 'a/b.md'), 'b.md');
  });

  it('leads to folders, also to its own and those above', () => {
    assert.equal(linkTo('plans/x.md', 'src'), '../src');
    assert.equal(linkTo('plans/x.md', 'plans'), '../plans');
    assert.equal(linkTo('a/b/x.md', 'a'), '../../a');
    assert.equal(linkTo('plans/x.md', 'plans/sub'), 'sub');
  });

  it('takes no part of a name for a folder in common', () => assert.equal(linkTo('plans/x.md', 'plans-old/y.md'), '../plans-old/y.md'));

  it('hides what Markdown or an address would read more into', () => {
    assert.equal(linkTo('a.md', 'Book a berth (v2).md'), 'Book%20a%20berth%20%28v2%29.md');
    assert.equal(linkTo('a.md', 'a#b?c%20.md'), 'a%23b%3Fc%2520.md');
    assert.equal(linkTo('a.md', 'mailto:x.md'), 'mailto%3Ax.md');
    assert.equal(linkTo('a.md', '<b>\\"x"[1].md'), '%3Cb%3E%5C%22x%22%5B1%5D.md');
    assert.equal(linkTo('a.md', '港/größe_1.md'), '港/größe_1.md');
    assert.equal(linkTo('a.md', '🎯.md'), '%F0%9F%8E%AF.md');
    assert.equal(linkTo('a.md', '{{name}}.md'), '%7B%7Bname%7D%7D.md');
  });

  const part = fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '(', ')', '[', ']', '%', '#', '?', ':', '\\', '<', '>', '"', "'", '*', '_', '`', '~', '!', '&', '🎯', 'é', 'e\u0301', '港', '{{', '}}', '\t'), minLength: 1, maxLength: 8 }).filter((name) => name !== '.' && name !== '..' && !name.startsWith(' '));
  const path = fc.array(fc.oneof(fc.constantFrom('a', 'b'), part), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

  it('leads there and back again', () => {
    fc.assert(fc.property(path, path, (from, to) => assert.equal(resolved(from, linkTo(from, to)), to)), { numRuns: 5 * RUNS });
  });

  it('is the whole address between the parentheses of a link', () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        const link = linkTo(from, to);
        const [paragraph] = read(`[x](${link})`).children;
        const [node] = paragraph?.type === 'paragraph' ? paragraph.children : [];
        assert.equal(node?.type === 'link' ? node.url : undefined, link);
      }),
      { numRuns: 2 * RUNS },
    );
  });

  it('bears half a character, to which no link leads', () => assert.equal(linkTo('a.md', 'x\uD800.md'), 'x%EF%BF%BD.md'));
});

describe('pathFrom', () => {
  it('is where a link leads from a folder', () => {
    assert.equal(pathFrom('docs/adr', '0007-x.md'), 'docs/adr/0007-x.md');
    assert.equal(pathFrom('docs/adr', './../plans/a%20b.md'), 'docs/plans/a b.md');
    assert.equal(pathFrom('docs/adr', '/README.md'), 'README.md');
    assert.equal(pathFrom('', '%zz.md'), '%zz.md');
  });

  it('is nothing for what lies outside of the workspace', () => {
    for (const link of ['https://example.com/x.md', '//example.com/x.md', 'mailto:ada@example.com', '../../../x.md']) assert.equal(pathFrom('docs/adr', link), undefined, link);
  });
});

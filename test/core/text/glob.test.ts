import assert from 'node:assert/strict';
import { anyOf, glob } from '../../../src/core/text/glob.ts';

const matching = (pattern: string, ...paths: readonly string[]) => paths.filter((path) => glob(pattern).matches(path));

describe('glob', () => {
  it('matches names, folders and alternatives', () => {
    assert.deepEqual(matching('*.md', 'a.md', 'docs/a.md', 'a.mdx', '.md'), ['a.md', '.md']);
    assert.deepEqual(matching('**/*.md', 'a.md', 'docs/a.md', 'docs/adr/a.md', 'a.txt'), ['a.md', 'docs/a.md', 'docs/adr/a.md']);
    assert.deepEqual(matching('docs/**', 'docs/a.md', 'docs/adr/a.md', 'other/docs/a.md'), ['docs/a.md', 'docs/adr/a.md']);
    assert.deepEqual(matching('**/adr/**/0*.md', 'adr/0001.md', 'x/adr/y/0001.md', 'x/adr/1.md'), ['adr/0001.md', 'x/adr/y/0001.md']);
    assert.deepEqual(matching('{docs,plans}/*.{md,markdown}', 'docs/a.md', 'plans/b.markdown', 'src/c.md'), ['docs/a.md', 'plans/b.markdown']);
    assert.deepEqual(matching('PHASE-?-*.md', 'PHASE-1-PLAN.md', 'PHASE-12-PLAN.md'), ['PHASE-1-PLAN.md']);
    assert.deepEqual(matching('**/[aA][dD][rR]-[0-9]*.md', 'docs/ADR-001-x.md', 'adr-7.md', 'adr-x.md'), ['docs/ADR-001-x.md', 'adr-7.md']);
    assert.deepEqual(matching('[!a]?.md', 'bé.md', 'ab.md'), ['bé.md']);
    assert.deepEqual(matching('./docs/a+b (1).md', 'docs/a+b (1).md'), ['docs/a+b (1).md']);
  });

  it('takes what is no pattern for itself', () => {
    assert.deepEqual(matching('a{b', 'a{b', 'ab'), ['a{b']);
    assert.deepEqual(matching('a[.md', 'a[.md', 'a.md'), ['a[.md']);
    assert.deepEqual(matching('', 'a'), []);
    assert.equal(anyOf([]).matches('a'), false);
    assert.equal(anyOf(['b', 'a']).matches('a'), true);
  });

  it('ends soon with patterns made to take long', () => {
    assert.deepEqual(matching(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000)), []);
    assert.deepEqual(matching(`${'**/a/'.repeat(200)}b`, 'a/'.repeat(5_000)), []);
    assert.deepEqual(matching('{a,b}'.repeat(40), 'a'.repeat(40)), []);
  });
});

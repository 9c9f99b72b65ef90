import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { allRules } from '../../src/core/rules/all.ts';
import { namesIn, read } from './files.ts';

describe('every rule', () => {
  const ids = allRules.map(({ id }) => id);

  it('has a file of its name, and every file an entry', () => {
    const files = namesIn('src/core/rules', '.ts').filter((name) => name !== 'all');
    assert.deepEqual(files, ids.toSorted(), 'src/core/rules/all.ts lists the rules that have files in that folder, and no others: add the missing entry or delete the file.');
  });

  for (const id of ids) {
    it(`${id} is complete`, () => {
      assert.match(id, /^(required|valid|consistent|no|unique|overdue|measurable|contract|task|diagram|gates|stack|chosen)-/, `Call "${id}" by what the document must be: required-…, valid-…, consistent-… or no-….`);
      const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.match(read(`src/core/rules/${id}.ts`), new RegExp(`export const ${name} = defineRule`), `src/core/rules/${id}.ts exports the rule as "${name}".`);
      assert.ok(existsSync(`docs/rules/${id}.md`), `Write docs/rules/${id}.md: why the rule exists, with passing and failing examples, as docs/contributing.md says.`);
      assert.match(read(`docs/rules/${id}.md`), /^## Why$/m, `docs/rules/${id}.md needs a section "Why".`);
      // Those that ask the parser of the diagrams stand with it, and are not among the unit tests.
      assert.ok(['core/rules', 'diagrams'].some((folder) => existsSync(`test/${folder}/${id}.test.ts`)), `Write test/core/rules/${id}.test.ts: what the rule finds, what it must leave alone, and its fix.`);
    });
  }

  it('has the only pages in docs/rules', () => {
    assert.deepEqual(namesIn('docs/rules', '.md'), ids.toSorted(), 'docs/rules holds one page for each rule: delete the page of a rule that is gone.');
  });
});

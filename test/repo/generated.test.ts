import assert from 'node:assert/strict';
import { settingsSchema } from '../../src/core/lint/settings.ts';
import { builtinKinds } from '../../src/core/template/builtin.ts';
import type { ContractSection } from '../../src/core/template/kind.ts';
import { manifest, namesIn, read, repositoryFiles } from './files.ts';

describe('the templates', () => {
  const kinds = builtinKinds().map(({ id }) => id);

  it('are all built in, and nothing else is', () => {
    assert.deepEqual(namesIn('snippets/templates', '.md'), kinds.toSorted(), 'src/core/template/builtin.ts lists the templates of snippets/templates: add the import that is missing.');
  });

  it('have a snippet file and a page each', () => {
    assert.deepEqual(namesIn('snippets', '.code-snippets'), kinds.toSorted(), 'Run "npm run generate": snippets/ holds one file for each template.');
    assert.deepEqual(namesIn('docs/kinds', '.md'), kinds.toSorted(), 'Run "npm run generate": docs/kinds holds one page for each template.');
    assert.deepEqual(manifest().contributes.snippets.map(({ path }) => path), kinds.map((kind) => `./snippets/${kind}.code-snippets`));
  });

  it('are the only place that knows a section title', () => {
    // A single word, such as "References", may stand in a comment; two or more that are a title do so for a reason.
    const titles = builtinKinds().flatMap(({ sections }) => sections.flatMap(titlesOf)).filter((title) => /^[^{}]+ [^{}]+$/.test(title));
    const sources = repositoryFiles().filter((file) => /^(src|webview|build)\/.*\.ts$/.test(file));
    assert.ok(titles.length > 20 && sources.length > 50);
    for (const file of sources) {
      const source = read(file);
      for (const title of titles) assert.ok(!source.includes(title), `${file} knows the title "${title}": only the template may.`);
    }
  });
});

describe('the settings', () => {
  it('are those of the schema, with its defaults', () => {
    const properties = manifest().contributes.configuration.properties;
    const expected = Object.entries(settingsSchema.shape).map(([key, schema]) => [`groundplan.${key}`, schema.parse(undefined)]);
    assert.deepEqual(
      Object.entries(properties).map(([key, { default: value }]) => [key, value]),
      expected,
      'package.json offers the settings of src/core/lint/settings.ts: run "npm run generate".',
    );
  });

  it('are each described in a sentence', () => {
    for (const { description } of Object.values(manifest().contributes.configuration.properties)) assert.match(description, /\.$/);
  });
});

function titlesOf({ title, children }: ContractSection): readonly string[] {
  return [title.replace(/\p{Extended_Pictographic}\uFE0F?/gu, '').trim(), ...children.flatMap(titlesOf)];
}

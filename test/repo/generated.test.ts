import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { settingsSchema } from '../../src/core/lint/settings.ts';
import { builtinKinds } from '../../src/core/template/builtin.ts';
import { manifest, namesIn, read } from './files.ts';

describe('the templates', () => {
  const kinds = builtinKinds().map(({ kind }) => kind);

  it('are all built in, and nothing else is', () => {
    assert.deepEqual(namesIn('snippets/templates', '.md'), kinds.toSorted(), 'src/core/template/builtin.ts lists the templates of snippets/templates: add the import that is missing.');
  });

  it('have a snippet file and a page each', () => {
    assert.deepEqual(namesIn('snippets', '.code-snippets'), kinds.toSorted(), 'Run "npm run generate": snippets/ holds one file for each template.');
    assert.deepEqual(namesIn('docs/kinds', '.md'), kinds.toSorted(), 'Run "npm run generate": docs/kinds holds one page for each template.');
    assert.deepEqual(manifest().contributes.snippets.map(({ path }) => path), kinds.map((kind) => `./snippets/${kind}.code-snippets`));
  });

  it('are the only place that knows a section title', () => {
    const titles = builtinKinds().flatMap(({ sections }) => sections.map(({ title }) => title.replace(/\p{Extended_Pictographic}\uFE0F?/gu, '').trim()));
    const sources = ['lint', 'rules', 'readings', 'template', 'scaffold', 'workspace'].flatMap((layer) => namesIn(`src/core/${layer}`, '.ts').map((name) => `src/core/${layer}/${name}.ts`));
    for (const file of sources) {
      for (const title of titles.filter((each) => !each.includes('{{'))) assert.ok(!read(file).includes(title), `${file} knows the title "${title}": only the template may.`);
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

  it('are all read under the names they are offered by', () => {
    assert.ok(existsSync('src/extension/configuration.ts'));
    for (const { description } of Object.values(manifest().contributes.configuration.properties)) assert.match(description, /\.$/);
  });
});

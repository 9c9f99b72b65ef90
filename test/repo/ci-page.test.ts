import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { fences, hooks, PAGE, tasks } from './ci-page.ts';
import { manifest, read } from './files.ts';

interface Contributions {
  readonly taskDefinitions: readonly { readonly type: string; readonly properties: object }[];
  readonly problemMatchers: readonly { readonly name: string }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }>>;
}

const { taskDefinitions, problemMatchers } = (JSON.parse(read('package.json')) as { contributes: Contributions }).contributes;
const inputs = (parse(read('action.yml')) as { inputs: Readonly<Record<string, { default: string }>> }).inputs;

describe(PAGE, () => {
  it('shows tasks of types and with matchers that there are', () => {
    assert.equal(tasks().length, 2);
    for (const { type, problemMatcher } of tasks()) {
      assert.ok(['shell', ...taskDefinitions.map((each) => each.type)].includes(type));
      assert.ok(problemMatchers.some(({ name }) => problemMatcher === `$${name}`), `No problem matcher is named ${problemMatcher}.`);
    }
    assert.deepEqual(taskDefinitions.map(({ type, properties }) => [type, Object.keys(properties)]), [['groundplan', ['arguments']]]);
  });

  it('shows hooks that check every Markdown file', () => {
    assert.deepEqual(hooks().map(({ language, entry }) => [language, entry]), [
      ['system', 'npx --no-install groundplan lint'],
      ['node', 'groundplan lint'],
    ]);
    for (const { files } of hooks()) {
      for (const ending of ['md', 'markdown', 'mdown', 'mkd']) assert.match(`docs/plan.${ending}`, new RegExp(files));
      assert.doesNotMatch('docs/plan.mdx', new RegExp(files));
    }
  });

  it('shows a workflow that gives the action what it has', () => {
    const workflow = fences('yaml').map((content) => parse(content) as Workflow).find(({ jobs }) => (jobs as Workflow['jobs'] | undefined) !== undefined);
    assert.equal(workflow?.permissions['security-events'], 'write');
    const step = Object.values(workflow.jobs).flatMap(({ steps }) => steps).find(({ uses }) => uses?.includes('groundplan'));
    for (const name of Object.keys(step?.with ?? {})) assert.ok(Object.hasOwn(inputs, name), `The action has no input "${name}".`);
  });

  it('lists the inputs of the action with their defaults', () => {
    const rows = Array.from(read(PAGE).matchAll(/^\| `([\w-]+)` \| (?:`([^`]*)` )?\|/gm), ([, name = '', value = '']) => [name, value]);
    assert.deepEqual(rows, Object.entries(inputs).map(([name, input]) => [name, input.default]));
  });

  it('names our version wherever it names one', () => {
    const named = Array.from(read(PAGE).matchAll(/groundplan(?:-|@v?)(\d+\.\d+\.\d+)/g), ([, version]) => version);
    assert.ok(named.length > 3);
    assert.deepEqual(new Set(named), new Set([manifest().version]));
  });

  it('lets npx fetch nothing by a name that may be anybody\'s', () => {
    for (const file of [PAGE, 'README.md']) {
      for (const [command] of read(file).matchAll(/\bnpx .*/g)) assert.match(command, /^npx --no-install groundplan\b|^npx is told/, `${file}: ${command}`);
    }
  });
});

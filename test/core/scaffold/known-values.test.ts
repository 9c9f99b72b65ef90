import assert from 'node:assert/strict';
import { knownValues } from '../../../src/core/scaffold/known-values.ts';
import { placeOfTemplate, scaffold } from '../../../src/core/scaffold/scaffold.ts';
import type { Kind } from '../../../src/core/template/kind.ts';
import type { Values } from '../../../src/core/template/placeholders.ts';
import { checker, kindNamed } from '../documents.ts';
import { read } from '../support/markdown.ts';
import { kindFrom } from '../template/kind-from.ts';
import { MemoryFiles } from '../workspace/memory-files.ts';

const PHASE_1 = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const ALIGNED = '# Phase 1 Architecture Plan\n\n## Phase Vision Alignment\n\n';
const OPEN = `${ALIGNED}**Phase Name**: Berths\n\n## Success Criteria\n\n- [ ] Afloat\n`;

type Texts = Readonly<Record<string, string | undefined>>;

function known(kind: Kind, answers: Values, files: MemoryFiles, paths: readonly string[] = [], codePatterns: Readonly<Record<string, string>> = {}, place = placeOfTemplate(kind)): Promise<Values> {
  return knownValues(kind, answers, { kinds: [kind, ...checker.kinds.filter((each) => each.id !== kind.id)], files, paths, place, read, codePatterns });
}

describe('knownValues of a phase plan', () => {
  const phase = kindNamed('phase-plan');
  const after = (texts: Texts, number = '2'): Promise<Values> => known(phase, { number }, new MemoryFiles(texts), Object.keys(texts));

  it('are what the phase before leaves to it, and where the master plan stands', async () => {
    assert.deepEqual(await after({ [PHASE_1]: OPEN, 'docs/plans/IMPLEMENTATION-PLAN.md': '' }), {
      path: 'plans/PHASE-2-ARCHITECTURE-PLAN.md',
      previous_link: 'PHASE-1-ARCHITECTURE-PLAN.md',
      previous_debt: '- [ ] Afloat ([phase 1](PHASE-1-ARCHITECTURE-PLAN.md#success-criteria)): {{how this phase pays it}}',
      master_plan_link: '../docs/plans/IMPLEMENTATION-PLAN.md',
    });
  });

  it('are only its path where nothing stands around it', async () => {
    assert.deepEqual(await after({}), { path: 'plans/PHASE-2-ARCHITECTURE-PLAN.md' });
    assert.deepEqual(await known(phase, {}, new MemoryFiles({ [PHASE_1]: OPEN }), [PHASE_1]), { path: 'plans/PHASE-_-ARCHITECTURE-PLAN.md' });
  });

  it('are of no other phase', async () => {
    for (const number of ['1', '3', '11', 'x', '']) assert.equal((await after({ [PHASE_1]: OPEN }, number))['previous_link'], undefined, number);
    assert.equal((await after({ 'plans/PHASE-11-ARCHITECTURE-PLAN.md': OPEN, 'plans/phase-02-architecture-plan.md': OPEN }, '3'))['previous_link'], 'phase-02-architecture-plan.md');
  });

  it('are none of a phase that cannot be read, or is marked as something else', async () => {
    assert.deepEqual(await after({ [PHASE_1]: undefined }), { path: 'plans/PHASE-2-ARCHITECTURE-PLAN.md' });
    assert.deepEqual(await after({ [PHASE_1]: `---\ngroundplan: none\n---\n${OPEN}` }), { path: 'plans/PHASE-2-ARCHITECTURE-PLAN.md' });
  });

  it('link from where the document goes', async () => {
    const place = { folder: 'docs/phase plans', pattern: 'PHASE-{{nn}}-ARCHITECTURE-PLAN.md', joint: '-' } as const;
    const values = await known(phase, { number: '2' }, new MemoryFiles({ 'plans/PHASE-1-ARCHITECTURE-PLAN.md': OPEN, 'docs/IMPLEMENTATION-PLAN.md': '' }), [PHASE_1], {}, place);
    assert.deepEqual([values['path'], values['previous_link'], values['master_plan_link']], ['docs/phase plans/PHASE-02-ARCHITECTURE-PLAN.md', '../../plans/PHASE-1-ARCHITECTURE-PLAN.md', '../IMPLEMENTATION-PLAN.md']);
  });
});

describe('knownValues of a master plan', () => {
  const master = kindNamed('master-plan');
  const table = async (texts: Texts): Promise<readonly string[]> => (await known(master, {}, new MemoryFiles(texts)))['phase_table']?.split('\n').slice(2) ?? [];

  it('are a table of the phase plans, in their order', async () => {
    const texts = { 'plans/PHASE-10-ARCHITECTURE-PLAN.md': '**Phase Name**: Night\r\n', [PHASE_1]: OPEN, 'old/PHASE-2-ARCHITECTURE-PLAN.md': '**Name:** *Cranes* \n' };
    assert.deepEqual(await known(master, {}, new MemoryFiles(texts)), {
      path: 'plans/IMPLEMENTATION-PLAN.md',
      phase_table:
        '| Phase | Goal | Depends on | Status | Plan |\n|-------|------|------------|--------|------|\n' +
        '| 1 | Berths | None | {{Planned/In work/Done}} | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n' +
        '| 2 | Cranes | 1 | {{Planned/In work/Done}} | [Phase 2](../old/PHASE-2-ARCHITECTURE-PLAN.md) |\n' +
        '| 10 | Night | 9 | {{Planned/In work/Done}} | [Phase 10](PHASE-10-ARCHITECTURE-PLAN.md) |',
    });
  });

  it('leave open what a phase plan does not say', async () => {
    const goal = async (text: string | undefined): Promise<string | undefined> => (await table({ [PHASE_1]: text }))[0]?.split(' | ')[1];
    for (const text of [undefined, '', '**Phase Name**: {{name}}\n', '**Phase Name**: [NAME]\n', '**Phase Name**:\n', 'Phase Name: x\n', '**Phase Names**: x\n', '- **Phase Name**: x\n', '**Phase Name**: a | b\n']) assert.equal(await goal(text), '{{goal}}', text);
    assert.equal(await goal('**Phase Name**: Use {{number}} now\n'), 'Use number now');
  });

  it('are of no other documents', async () => {
    assert.deepEqual(await known(master, {}, new MemoryFiles({ 'plans/PHASE-ARCHITECTURE-PLAN.md': '', 'plans/PHASE-1-ARCHITECTURE-PLAN.txt': '', 'plans/notes.md': OPEN })), { path: 'plans/IMPLEMENTATION-PLAN.md' });
  });

  it('make a plan that says of each phase what there is', async () => {
    const values = await known(master, { name: 'Port' }, new MemoryFiles({ [PHASE_1]: OPEN }));
    assert.match(scaffold(master, { ...values, name: 'Port' }).contents, /\n\| 1 \| Berths \| None \| \{\{Planned\/In work\/Done\}\} \| \[Phase 1\]\(PHASE-1-ARCHITECTURE-PLAN\.md\) \|\n/);
  });
});

describe('knownValues of a document beside another', () => {
  const beside = (kind: string, path: string, texts: Texts): Promise<Values> => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return known(kindNamed(kind), { source: 'berth', source_path: path, name: 'Berth' }, new MemoryFiles(texts), [], {}, { ...placeOfTemplate(kindNamed(kind)), folder });
  };

  it('are what a use case says', async () => {
    assert.deepEqual(await beside('use-case-plan', 'docs/berth.md', { 'docs/berth.md': '# Berth\n\n## Actors\n\n- Skipper\n' }), { path: 'docs/berth-PLAN.md', use_case_actors: '- Skipper ([Actors](berth.md#actors))' });
  });

  it('are the tasks of a plan', async () => {
    const plan = '# Implementation Plan\n\n## Vision\n\n## Goals\n\n## Phases\n\n### Phase 1: Quay\n\n- Piles\n';
    const values = await beside('task-breakdown', 'plans/IMPLEMENTATION-PLAN.md', { 'plans/IMPLEMENTATION-PLAN.md': plan });
    assert.deepEqual(values, { path: 'plans/berth-TASKS.md', tasks: '### Phase 1: Quay\n\n- [ ] T-01 Piles ({{hours up to 4}}h)' });
  });

  it('are only its path where the other says nothing, cannot be read, or is not named', async () => {
    assert.deepEqual(await beside('use-case-plan', 'berth.md', { 'berth.md': '' }), { path: 'berth-PLAN.md' });
    assert.deepEqual(await beside('task-breakdown', 'berth.md', { 'berth.md': '# Notes\n\n- [ ] Piles\n' }), { path: 'berth-TASKS.md' });
    assert.deepEqual(await beside('task-breakdown', 'berth.md', { 'berth.md': undefined }), { path: 'berth-TASKS.md' });
    assert.deepEqual(await beside('use-case-plan', 'gone.md', {}), { path: 'berth-PLAN.md' });
    assert.deepEqual(await known(kindNamed('use-case-plan'), { source: 'berth' }, new MemoryFiles({ 'berth.md': '# B\n\n## Actors\n\n- A\n' })), { path: 'berth-PLAN.md' });
  });
});

describe('knownValues', () => {
  const header = (more = ''): string => `---\ngroundplan: { kind: note, name: Note, description: A note., file: "notes/{{title}}.md"${more} }\n---\n# {{title}}\n\n`;

  it('are the overview of the code, where the template has a use for it', async () => {
    const files = new MemoryFiles({ 'src/a.ts': '', 'src/b.sql': '' });
    assert.deepEqual(await known(kindFrom(`${header()}## Code\n<!-- plan: from code_overview -->\n`), { title: 'x' }, files, [], { Queries: '**/*.sql' }), { path: 'notes/x.md', code_overview: 'Folders:\n\n- [src](../src)\n\nQueries:\n\n- [src/b.sql](../src/b.sql)' });
    assert.deepEqual(await known(kindFrom(`${header()}## Code\n<!-- plan: from code_overview -->\n`), { title: 'x' }, new MemoryFiles({})), { path: 'notes/x.md' });
  });

  it('ask the workspace for nothing that the template has no use for', async () => {
    const files = new MemoryFiles({ [PHASE_1]: OPEN, 'package.json': '{}', 'berth.md': '# B\n\n## Actors\n\n- A\n' });
    const plain = kindFrom(`${header(', beside: source')}## Why\n\n{{reason}}\n`);
    assert.deepEqual(await known(plain, { title: 'x', number: '2', source_path: 'berth.md' }, files, [PHASE_1]), { path: 'notes/x.md' });
    assert.deepEqual(files.reads, []);
  });

  it('are found for marks at any depth, and for blanks in front matter', async () => {
    const deep = kindFrom(`${header()}## A\n\n### B\n\n#### C\n<!-- plan: from previous_debt -->\n`);
    assert.equal((await known(deep, { title: 'x', number: '2' }, new MemoryFiles({ [PHASE_1]: OPEN }), [PHASE_1]))['previous_link'], '../plans/PHASE-1-ARCHITECTURE-PLAN.md');
    const front = kindFrom('---\ngroundplan: { kind: note, name: Note, description: A note., file: "notes/{{title}}.md" }\nmaster: "{{master_plan_link}}"\n---\n# {{title}}\n');
    assert.equal((await known(front, { title: 'x' }, new MemoryFiles({ 'IMPLEMENTATION-PLAN.md': '' })))['master_plan_link'], '../IMPLEMENTATION-PLAN.md');
  });

  it('leave a table open whose template has none', async () => {
    for (const body of ['', '| A |\n', '| A |\n|--|\n']) assert.deepEqual(await known(kindFrom(`${header()}## Phases\n<!-- plan: from phase_table -->\n\n${body}`), { title: 'x' }, new MemoryFiles({ [PHASE_1]: OPEN })), { path: 'notes/x.md' }, body);
  });

  it('are those of the kinds of a team, too', async () => {
    const team = kindFrom('---\ngroundplan: { kind: phase-plan, name: Phase, description: Ours., file: "work/{{nn}}.md" }\n---\n# Phase {{number}}\n\n## Debt\n<!-- plan: reads debt -->\n<!-- plan: from previous_debt -->\n');
    const files = new MemoryFiles({ 'work/01.md': '# Phase 1\n\n## Debt\n\n- [ ] Paint\n' });
    assert.equal((await known(team, { number: '2' }, files, ['work/01.md']))['previous_debt'], '- [ ] Paint ([phase 1](01.md#debt)): {{how this phase pays it}}');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tasksOfPlan } from '../../../src/core/scaffold/tasks-of-plan.ts';
import { RUNS } from '../support/runs.ts';
import { subjectOf } from '../support/subject-of.ts';
import { kindFrom } from '../template/kind-from.ts';

const sample = kindFrom('---\ngroundplan: { kind: sample, name: Sample, description: A sample., file: "sample.md" }\n---\n# Sample\n\n## Phases\n<!-- plan: reads phases -->\n\n## Waves\n<!-- plan: reads waves -->\n');

function tasks(body: string): string | undefined {
  return tasksOfPlan(subjectOf(`# Sample\n\n${body}`, sample).readings);
}

/** The lines of the tasks, without the headings. */
function lines(body: string): readonly string[] {
  return (tasks(body) ?? '').split('\n').filter((line) => line.startsWith('- '));
}

describe('tasksOfPlan', () => {
  it('makes every deliverable of every phase a task after the phase before', () => {
    const body = '## Phases\n\n### Phase 1: Quay (1 day)\n\n**Files**: a.ts, b.ts\n**Deliverables**:\n- Piles\n- Planks,\n  painted\n\n### Phase 2: **Crane**\n\n- Hook\n';
    assert.equal(
      tasks(body),
      '### Phase 1: Quay\n\n- [ ] T-01 Piles (4h), files: a.ts, b.ts\n- [ ] T-02 Planks, painted (4h), files: a.ts, b.ts\n\n### Phase 2: Crane\n\n- [ ] T-03 Hook ({{hours up to 4}}h) after T-02',
    );
  });

  it('is nothing where the plan has neither phases nor waves', () => {
    for (const body of ['', '## Phases\n\nNone.\n', '## Other\n\n### Phase 1: Quay\n\n- Piles\n']) assert.equal(tasks(body), undefined, body);
  });

  it('makes a phase without deliverables one task', () => {
    assert.equal(tasks('## Phases\n\n### Phase 1: Quay\n\n### Phase 2: Crane\n\n- {{deliverable}}\n'), '### Phase 1: Quay\n\n- [ ] T-01 Quay ({{hours up to 4}}h)\n\n### Phase 2: Crane\n\n- [ ] T-02 Crane ({{hours up to 4}}h) after T-01');
  });

  it('leaves open what nobody has filled in', () => {
    assert.equal(tasks('## Phases\n\n### Phase 1: {{phase}}\n\n- {{deliverable}}\n'), '### Phase 1: {{phase}}\n\n- [ ] T-01 {{phase}} ({{hours up to 4}}h)');
    assert.match(tasks('## Phases\n\n### Phase 3\n\n- Hook\n') ?? '', /^### Phase 3: \{\{phase\}\}\n\n- \[ \] T-01 Hook /);
  });

  it('waits for the phases that a phase names, else for the one before it', () => {
    const body = '## Phases\n\n### Phase 1: A\n\n- a\n- b\n\n### Phase 2: B\n\n**Dependencies**: none\n\n- c\n\n### Phase 3: C\n\n**Dependencies**: Phase 1, Phase 2\n\n- d\n- e\n\n### Phase 4: D\n\n**Dependencies**: Phase 9\n\n- f\n\n### Phase 5: E\n\n**Dependencies**: Phase 6, Phase 5\n\n- g\n\n### Phase 6: F\n\n- h\n';
    assert.deepEqual(lines(body).map((line) => line.replace(/^- \[ \] | \(.*?\)/g, '')), ['T-01 a', 'T-02 b', 'T-03 c after T-02', 'T-04 d after T-02, T-03', 'T-05 e after T-02, T-03', 'T-06 f', 'T-07 g', 'T-08 h after T-07'], 'a phase that is not there, or comes later, is waited for by none');
  });

  it('shares the effort of a phase among its tasks, where that makes tasks of half a day at most', () => {
    const hours = (effort: string, works: number): string | undefined => /\((.*?)\)/.exec(lines(`## Phases\n\n### Phase 1: A (${effort})\n\n${Array.from({ length: works }, (_, index) => `- w${index}\n`).join('')}`)[0] ?? '')?.[1];
    for (const [effort, works, expected] of [['4h', 1, '4h'], ['5h', 1, '{{hours up to 4}}h'], ['5h', 2, '3h'], ['1h', 3, '1h'], ['2 days', 4, '4h'], ['2 days', 3, '{{hours up to 4}}h'], ['some time', 1, '{{hours up to 4}}h']] as const) assert.equal(hours(effort, works), expected, `${effort} for ${works}`);
  });

  it('counts on over all phases, with two digits at least', () => {
    const found = lines(`## Phases\n\n### Phase 1: A\n\n${'- w\n'.repeat(60)}\n### Phase 2: B\n\n${'- v\n'.repeat(45)}`);
    assert.deepEqual([found[0], found[60], found.at(-1)].map((line) => /T-\d+/.exec(line ?? '')?.[0]), ['T-01', 'T-61', 'T-105']);
    assert.ok(found.at(-1)?.endsWith(' after T-60'));
  });

  it('makes the items of waves tasks where a plan has no phases', () => {
    const body = '## Waves\n\n```\nWave 1: Contracts (MUST BE FIRST)\n  └─→ Berths, Nights\nWave 2: Core (Depends on Wave 1)\n  ├─→ Queue\n  └─→ Store\n```\n';
    assert.equal(tasks(body), '### Wave 1: Contracts\n\n- [ ] T-01 Berths, Nights ({{hours up to 4}}h)\n\n### Wave 2: Core\n\n- [ ] T-02 Queue ({{hours up to 4}}h) after T-01\n- [ ] T-03 Store ({{hours up to 4}}h) after T-01');
    assert.match(tasks(`## Phases\n\n### Phase 1: Quay\n\n${body}`) ?? '', /^### Phase 1: Quay\n\n- \[ \] T-01 Quay \(\{\{hours up to 4\}\}h\)$/);
  });

  it('lets waves of one line wait for the same, and what follows wait for all of them', () => {
    const body = '## Waves\n\n```\nWave 1: Core\nWave 2 & 3: Faces (PARALLEL)\n  ├─→ Wave 2: Page\n  └─→ Wave 3: Board\nWave 4: Launch\n```\n';
    assert.deepEqual(lines(body).map((line) => line.replace(/^- \[ \] | \(.*?\)/g, '')), ['T-01 Core', 'T-02 Page after T-01', 'T-03 Board after T-01', 'T-04 Launch after T-02, T-03']);
  });

  it('is the same with any line ending', () => {
    const body = '## Phases\n\n### Phase 1: Quay (1 day)\n\n**Files**: a.ts\n\n- Piles\n  of oak\n\n### Phase 2: Crane\n\n| x |\n|--|\n';
    for (const ending of ['\r\n', '\r']) assert.equal(tasks(body.replaceAll('\n', ending)), tasks(body));
  });

  it('never throws, and names no task before it is there', () => {
    const line = fc.constantFrom('## Phases', '## Waves', '### Phase 1: A', '### Phase 1', '### Phase 2: B (3 days)', '### Phase 10: {{x}}', '**Dependencies**: Phase 2, Phase 1', '**Effort**: 2h', '- a', '- {{b}}', '  - c', '```', 'Wave 1: D', 'Wave 2 & 3: E', '  └─→ f', '| Phase | Depends on |', '|--|--|', '| 3 | 1 |', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), (written, ending) => {
        const seen = new Set<string>();
        for (const task of lines(written.join(ending))) {
          const [, id = '', work, after = ''] = /^- \[ \] (T-\d{2,}) (\S.*?) \((?:[1-4]|\{\{hours up to 4\}\})h\)(?: after (.*?))?(?:, files: .*)?$/u.exec(task) ?? [];
          assert.ok(work !== undefined && !seen.has(id), task);
          for (const other of after.split(', ').filter((each) => each !== '')) assert.ok(seen.has(other), task);
          seen.add(id);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

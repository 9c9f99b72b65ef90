import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WorkspaceIndex } from '../../../src/core/workspace/index.ts';
import { kindFrom } from '../template/kind-from.ts';
import { checker } from '../documents.ts';
import { RUNS } from '../support/runs.ts';
import { around, indexOf, RECORD, SAMPLE } from './sample-workspace.ts';

describe('the index of a workspace', () => {
  it('lists every plan and record with what its head says, whatever its kind, dialect and line endings', () => {
    const entries = indexOf(SAMPLE).entries();
    assert.deepEqual(
      entries.map(({ path, kind, dialect, isRecord, number, title, state, date, at }) => [path, kind, dialect, isRecord, number, title, state?.text, state?.name, date, at.line]),
      [
        ['docs/adr/0001-one-log.md', 'adr', 'nygard', true, 1, 'Keep one log', 'Superseded', 'superseded', '2026-03-01', 0],
        ['docs/adr/0002-two-logs.md', 'adr', 'madr', true, 2, 'Keep two logs', 'accepted', 'accepted', '2026-04-02', 5],
        ['docs/adr/0003-three-logs.md', 'adr', 'madr', true, 3, 'Keep three logs', 'proposed', 'proposed', '2026-05-03', 0],
        ['docs/adr/0004-four-logs.md', 'adr', 'madr', true, 4, 'Keep four logs', 'rejected', 'rejected', '2026-06-04', 5],
        ['docs/adr/0005-five-logs.md', 'adr', 'decision', true, 5, 'Decision: Keep five logs 🪵', 'Adopted', 'accepted', '2026-07-05', 0],
        ['docs/architecture/SYSTEM_DESIGN.md', 'system-design', undefined, false, undefined, 'System Design: Harbour', undefined, undefined, undefined, 0],
        ['docs/book-a-berth-PLAN.md', 'use-case-plan', undefined, false, undefined, 'Use Case Plan: Book a berth', 'awaiting-approval', 'proposed', undefined, 4],
        ['plans/ARCHITECTURAL-PLAN-berths-TASKS.md', 'task-breakdown', undefined, false, undefined, 'Task Breakdown: Berths', undefined, undefined, undefined, 0],
        ['plans/ARCHITECTURAL-PLAN-berths.md', 'architectural-plan', undefined, false, undefined, 'Architectural Plan: Berths', undefined, undefined, undefined, 0],
        ['plans/IMPLEMENTATION-PLAN.md', 'master-plan', undefined, false, undefined, 'Implementation Plan', undefined, undefined, undefined, 0],
        ['plans/PHASE-1-ARCHITECTURE-PLAN.md', 'phase-plan', undefined, false, 1, 'Phase 1 Architecture Plan', undefined, undefined, '2026-03-02', 0],
        ['plans/PHASE-2-ARCHITECTURE-PLAN.md', 'phase-plan', undefined, false, 2, 'Phase 2 Architecture Plan', 'Draft', 'draft', undefined, 0],
        ['plans/architecture-design-PORT-7-2026-03-02.md', 'architect-plan', undefined, false, undefined, 'Harbour Architecture Design', 'PLANNED', undefined, '2026-03-02', 0],
      ],
    );
    assert.equal(entries[0]?.kindName, 'Decision Record (Nygard)');
  });

  it('knows what leads to what, in both directions and where it is said', () => {
    const index = indexOf(SAMPLE);
    const around = (path: string): readonly string[] => index.neighbours(path).map(({ path: other, sort, direction, at }) => `${direction} ${other}: ${sort}${at ? ` ${at.line}:${at.column}` : ''}`);
    assert.deepEqual(around('docs/adr/0001-one-log.md'), [
      'from docs/adr/0002-two-logs.md: supersedes 22:18',
      'to docs/adr/0002-two-logs.md: superseded by 6:33',
      'from docs/architecture/SYSTEM_DESIGN.md: links to 8:14',
      'from docs/book-a-berth-PLAN.md: links to 12:10',
    ]);
    assert.deepEqual(around('docs/adr/0002-two-logs.md'), [
      'from docs/adr/0001-one-log.md: superseded by 6:33',
      'to docs/adr/0001-one-log.md: supersedes 22:18',
      'from docs/adr/0003-three-logs.md: amends 20:20',
      'from docs/quality-targets.md: links to 2:4',
      'from plans/PHASE-2-ARCHITECTURE-PLAN.md: links to 6:57',
    ]);
    assert.deepEqual(around('docs/adr/0004-four-logs.md'), ['to docs/adr/0003-three-logs.md: relates to 23:11', 'from docs/adr/0005-five-logs.md: links to 6:18']);
    assert.deepEqual(around('docs/book-a-berth-PLAN.md'), ['to docs/adr/0001-one-log.md: links to 12:10', 'to docs/book-a-berth.md: made from 2:0']);
    assert.deepEqual(around('docs/book-a-berth.md'), ['from docs/book-a-berth-PLAN.md: made from 2:0']);
    assert.deepEqual(around('plans/ARCHITECTURAL-PLAN-berths-TASKS.md'), ['to plans/ARCHITECTURAL-PLAN-berths.md: made from 2:19']);
    assert.deepEqual(around('plans/IMPLEMENTATION-PLAN.md'), [
      'to plans/PHASE-1-ARCHITECTURE-PLAN.md: leads to 10:37',
      'from plans/PHASE-2-ARCHITECTURE-PLAN.md: links to 6:28',
      'to plans/PHASE-2-ARCHITECTURE-PLAN.md: leads to',
    ]);
    assert.deepEqual(around('plans/PHASE-2-ARCHITECTURE-PLAN.md'), [
      'to docs/adr/0002-two-logs.md: links to 6:57',
      'from plans/IMPLEMENTATION-PLAN.md: leads to',
      'to plans/IMPLEMENTATION-PLAN.md: links to 6:28',
      'to plans/PHASE-1-ARCHITECTURE-PLAN.md: follows',
    ]);
    assert.deepEqual(around('plans/PHASE-1-ARCHITECTURE-PLAN.md').slice(0, 1), ['from README.md: links to 2:70']);
    assert.deepEqual(around('nowhere.md'), []);
  });

  it('follows the phases of a build, and the records that took each other\'s place', () => {
    const index = indexOf({
      'plans/PHASE-10-ARCHITECTURE-PLAN.md': '# Phase 10 Architecture Plan\n',
      'plans/PHASE-2-ARCHITECTURE-PLAN.md': '# Phase 2 Architecture Plan\n',
      'plans/PHASE-1-ARCHITECTURE-PLAN.md': '# Phase 1 Architecture Plan\n',
      'other/PHASE-3-ARCHITECTURE-PLAN.md': '# Phase 3 Architecture Plan\n',
      'adr/0001-a.md': RECORD('1. A'),
      'adr/0005-b.md': RECORD('5. B', '\nSupersedes [1. A](0001-a.md)\n'),
      'adr/0003-c.md': RECORD('3. C').replace('Accepted', 'Accepted\n\nSupersedes ADR-0005'),
      'adr/0004-d.md': RECORD('4. D'),
    });
    const chain = ['plans/PHASE-1-ARCHITECTURE-PLAN.md', 'plans/PHASE-2-ARCHITECTURE-PLAN.md', 'plans/PHASE-10-ARCHITECTURE-PLAN.md'];
    for (const path of chain) assert.deepEqual(index.phases(path), chain);
    assert.deepEqual(index.phases('other/PHASE-3-ARCHITECTURE-PLAN.md'), ['other/PHASE-3-ARCHITECTURE-PLAN.md']);
    for (const path of ['adr/0001-a.md', 'adr/0003-c.md']) assert.deepEqual(index.supersession(path), ['adr/0001-a.md', 'adr/0005-b.md', 'adr/0003-c.md']);
    assert.deepEqual(index.supersession('adr/0004-d.md'), ['adr/0004-d.md']);
    assert.deepEqual([index.phases('adr/0001-a.md'), index.supersession(chain[0] ?? '')], [[], []]);
  });

  it('ends where records supersede each other in a circle', () => {
    const index = indexOf({ 'adr/0001-a.md': RECORD('1. A', '\nSupersedes [2](0002-b.md)\n'), 'adr/0002-b.md': RECORD('2. B', '\nSupersedes [1](0001-a.md)\n') });
    assert.deepEqual(index.supersession('adr/0002-b.md'), ['adr/0001-a.md', 'adr/0002-b.md']);
  });

  it('takes links as sites and file systems write them', () => {
    const index = indexOf({
      'docs/adr/0001-a.md': RECORD('1. A', '\n[b](0002-b), [c](/docs/adr/0003-c.md), [d](0004-d.html#x), [ü](0005-%C3%BC.md), [folder](../site/), [mail](mailto:a@b.c), [web](https://x.y/0002-b.md), `[code](0006-f.md)`\n'),
      'docs/adr/0002-b.md': RECORD('2. B'),
      'docs/adr/0003-c.md': RECORD('3. C'),
      'docs/adr/0004-d.md': RECORD('4. D'),
      'docs/adr/0005-u\u0308.md': RECORD('5. Ü'),
      'docs/adr/0006-f.md': RECORD('6. F'),
      'docs/site/README.md': '# Site\n',
    });
    assert.deepEqual(index.neighbours('docs/adr/0001-a.md').map(({ path }) => path), ['docs/adr/0002-b.md', 'docs/adr/0003-c.md', 'docs/adr/0004-d.md', 'docs/adr/0005-u\u0308.md', 'docs/site/README.md']);
    assert.equal(index.has('docs/adr/0005-\u00fc.md'), true);
  });

  it('knows the kinds of a team by their templates', () => {
    const sprint = kindFrom('---\ngroundplan: { kind: sprint, name: Sprint, description: S., file: "sprints/SPRINT-PLAN-{{number}}.md" }\n---\n# Sprint {{number}}\n\n## Goal\n');
    const index = new WorkspaceIndex([sprint], checker.readMarkdown);
    for (const number of [2, 1]) index.set(`sprints/SPRINT-PLAN-${number}.md`, `# Sprint ${number}\n\n## Goal\n`);
    assert.deepEqual(index.entries().map(({ kindName, number }) => `${kindName} ${number ?? ''}`), ['Sprint 1', 'Sprint 2']);
    assert.deepEqual(index.neighbours('sprints/SPRINT-PLAN-2.md').map(({ sort, path }) => `${sort} ${path}`), ['follows sprints/SPRINT-PLAN-1.md']);
  });

  it('reads a document once for each of its texts', () => {
    const index = indexOf(SAMPLE);
    const [path, text] = ['docs/adr/0001-one-log.md', SAMPLE['docs/adr/0001-one-log.md'] ?? ''];
    assert.equal(index.set(path, text), false);
    assert.equal(index.set(path, `${text}\nMore.\n`), true);
    const { plan, recognition } = checker.recognise(text, path);
    assert.equal(index.setRead(path, plan, recognition), true);
    assert.equal(index.setRead(path, plan, recognition), false);
    assert.deepEqual(index.entries(), indexOf(SAMPLE).entries());
    assert.deepEqual([index.remove(path), index.remove(path), index.has(path)], [true, false, false]);
  });

  it('knows everything below a folder', () => {
    const index = indexOf(SAMPLE);
    assert.deepEqual([...index.pathsBelow('docs/architecture'), ...index.pathsBelow('docs/arch'), ...index.pathsBelow('README.md')], ['docs/architecture/SYSTEM_DESIGN.md', 'README.md']);
    assert.equal(index.pathsBelow('').length, index.size);
  });

  it('takes any text, and none', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('#', ' ', '\n', '\r', '[', ']', '(', ')', '|', '-', 'a', '1', '🎯', '\uFEFF', '`', '<!--', 'ADR-001', 'status: ', '---\n') }), (text) => {
      const index = indexOf({ 'docs/adr/0001-a.md': text, 'plans/PHASE-1-ARCHITECTURE-PLAN.md': text });
      index.problems(around({}));
      index.search(text);
      return index.entries().length <= 2;
    }), { numRuns: RUNS });
    const empty = indexOf({});
    assert.deepEqual([empty.entries(), empty.neighbours('x'), empty.problems(), empty.search('x')], [[], [], { orphans: [], broken: [], duplicates: [] }, []]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { readTasks, type Task } from '../../../../src/core/readings/phases/tasks.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function tasksIn(text: string): readonly Task[] {
  return readTasks(readPlan(text), { start: 0, end: text.length }, read);
}

/** What a task says, without what it leaves out, after checking that every value slices to its text. */
function plain(text: string): readonly Record<string, unknown>[] {
  return tasksIn(text).map(({ box, done, id, title, effort, after, files, phase, phaseNumber, range }) => {
    for (const value of [box, id, title, effort, ...after, ...files]) if (value) assert.equal(text.slice(value.range.start, value.range.end), value.text);
    assert.equal(box.text.toLowerCase() === 'x', done);
    assert.ok(range.start < box.range.start && title.range.end <= range.end && range.end <= text.length);
    const said = { id: id?.text, title: title.text, effort: effort?.text, after: textsOf(after), files: textsOf(files), phase, phaseNumber };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '' && (value as { length?: number }).length !== 0));
  });
}

function textsOf(values: readonly Value[]): readonly string[] {
  return values.map(({ text }) => text);
}

describe('readTasks', () => {
  it('reads a task with all its parts', () => {
    const text = '## Tasks\n\n### Phase 2: Storage\n\n- [ ] T-03 Write the ledger (3h) after T-01, T-02, files: src/ledger.ts, src/{row,page}.ts\n- [x] T-04 Tidy up\n';
    assert.deepEqual(plain(text), [
      { id: 'T-03', title: 'Write the ledger', effort: '3h', after: ['T-01', 'T-02'], files: ['src/ledger.ts', 'src/{row,page}.ts'], phase: 'Phase 2: Storage', phaseNumber: 2 },
      { id: 'T-04', title: 'Tidy up', phase: 'Phase 2: Storage', phaseNumber: 2 },
    ]);
    assert.deepEqual(tasksIn(text).map(({ box, done }) => [box.text, done]), [[' ', false], ['x', true]]);
  });

  it('reads ids as people write them', () => {
    const ids = (line: string): readonly unknown[] => plain(line).map(({ id, title }) => [id, title]);
    assert.deepEqual(ids('- [ ] T3 Map\n- [ ] TASK-3: Map\n- [ ] **T-3** Map\n- [ ] **T-3: Map**\n- [ ] [T-3] Map\n- [ ] `T-3` – Map\n- [ ] T-1.2. Map\n- [ ] t-3 - **Map**\n'), [
      ['T3', 'Map'],
      ['TASK-3', 'Map'],
      ['T-3', 'Map'],
      ['T-3', 'Map'],
      ['T-3', 'Map'],
      ['T-3', 'Map'],
      ['T-1.2', 'Map'],
      ['t-3', '**Map**'],
    ]);
    assert.deepEqual(ids('- [ ] UTF-8 names\n- [ ] Task list\n- [ ] T-shirts\n- [ ] S3 bucket\n- [ ] T-01-setup\n- [ ] {{id}} {{title}}\n'), [
      [undefined, 'UTF-8 names'],
      [undefined, 'Task list'],
      [undefined, 'T-shirts'],
      [undefined, 'S3 bucket'],
      [undefined, 'T-01-setup'],
      [undefined, '{{id}} {{title}}'],
    ]);
    assert.deepEqual(plain('- [ ] T-05\n- [ ] T-06 after T-05\n'), [{ id: 'T-05' }, { id: 'T-06', after: ['T-05'] }]);
  });

  it('takes the last parentheses that hold an effort', () => {
    assert.deepEqual(plain('- [ ] T-1 Row (2h, after T-0)\n- [ ] T-2 Row (1 week, 2 days)\n'), [
      { id: 'T-1', title: 'Row', effort: '2h', after: ['T-0'] },
      { id: 'T-2', title: 'Row', effort: '1 week, 2 days' },
    ]);
    assert.deepEqual(plain('- [ ] T-1 Soak (v2) for (2 hours) and more (half a day), after T-0\n- [ ] T-2 Draw (3D)\n- [ ] T-3 Sail (Xd)\n- [ ] T-4 {{task}} ({{number of}}h), files: {{files}}\n'), [
      { id: 'T-1', title: 'Soak (v2) for (2 hours) and more', effort: 'half a day', after: ['T-0'] },
      { id: 'T-2', title: 'Draw (3D)' },
      { id: 'T-3', title: 'Sail', effort: 'Xd' },
      { id: 'T-4', title: '{{task}}', effort: '{{number of}}h', files: ['{{files}}'] },
    ]);
  });

  it('reads what comes after only where ids follow', () => {
    const after = (line: string): unknown => plain(`- [ ] T-9 Row ${line}\n`)[0]?.['after'];
    for (const line of ['after T-01, T-02', 'after: T-01 and T-02', '(2h, after T-01 & T-02)', '(after **T-01**, [T-02](#t-02))', 'After T-01; T-02, then rest', 'after T-01,\n  T-02', 'after T-01, T-02 (1 day lag)']) {
      assert.deepEqual(after(line), ['T-01', 'T-02'], line);
    }
    for (const line of ['after lunch', 'after none', 'after —', 'hereafter T-01', 'before T-01', '\n  after T-01']) assert.equal(after(line), undefined, line);
  });

  it('ends the list of files where something else begins', () => {
    const files = (line: string): unknown => plain(`- [ ] T-9 Row, ${line}\n`)[0]?.['files'];
    for (const line of ['files: `a.ts`, b.ts', 'files: a.ts, b.ts (3h) after T-01', 'files: a.ts, b.ts, phase 2', 'files: a.ts,\n  b.ts', 'Files:a.ts;b.ts']) assert.deepEqual(files(line), ['a.ts', 'b.ts'], line);
    assert.deepEqual(files('files: app/[id]/page.tsx, docs (new, old)'), ['app/[id]/page.tsx', 'docs (new, old)']);
    for (const line of ['files: none', 'files:', 'profiles: a', 'file a.ts']) assert.equal(files(line), undefined, line);
  });

  it('knows the phase from the line before the heading, and from headings above', () => {
    const text = '# Tasks\n\n- [ ] A, phase 3\n\n## 🚀 2. Phase 2 — Data\n\n- [ ] B\n- [ ] C (2h), phase 1\n- [ ] D (phase 4)\n\n### Backend\n\n- [ ] E\n\n## Rest\n\n- [ ] Paint in phase 2\n';
    assert.deepEqual(
      plain(text).map(({ title, phase, phaseNumber }) => [title, phase, phaseNumber]),
      [
        ['A', undefined, 3],
        ['B', '🚀 2. Phase 2 — Data', 2],
        ['C', '🚀 2. Phase 2 — Data', 1],
        ['D', '🚀 2. Phase 2 — Data', 4],
        ['E', 'Backend', 2],
        ['Paint in phase 2', 'Rest', undefined],
      ],
    );
    assert.deepEqual(plain('## Phase 2: Data\n\n- [ ] B\n'), [{ title: 'B', phase: 'Phase 2: Data', phaseNumber: 2 }]);
    assert.deepEqual(plain('## Plan\n\n### Phases 2\n\n- [ ] B\n'), [{ title: 'B', phase: 'Phases 2' }]);
  });

  it('leaves continuation text and nested items to their task', () => {
    const text = '- [ ] T-1 Row (1h)\n  with care, after T-9\n\n  files: no.ts\n  - [ ] T-2 Oars\n    - [x] T-3 Paddles\n- Port\n  - [ ] T-4 Sail\n';
    assert.deepEqual(plain(text), [
      { id: 'T-1', title: 'Row', effort: '1h' },
      { id: 'T-4', title: 'Sail' },
    ]);
    assert.equal(tasksIn(text)[0]?.range.end, text.indexOf('\n- Port'));
  });

  it('reads nothing else', () => {
    assert.deepEqual(plain('T-1 Row (1h)\n\n- T-2 Row\n- [y] T-3 Row\n- [ ]\n\n```\n- [ ] T-4 Row\n```\n\n<!--\n- [ ] T-5 Row\n-->\n'), []);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs and other scripts', () => {
    assert.deepEqual(plain('\uFEFF* [ ]\tT-1 משימה 🎯\t(2h)\tafter\tT-0\r\n\r\n## Phase 3\r\n1. [X] T-2 仕事,\r\n   files: ä.ts\r\n'), [
      { id: 'T-1', title: 'משימה 🎯', effort: '2h', after: ['T-0'] },
      { id: 'T-2', title: '仕事', files: ['ä.ts'], phase: 'Phase 3', phaseNumber: 3 },
    ]);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('# Tasks', '## Phase 2: A', '- [ ] T-03 Row (3h) after T-01, T-02, files: a, b', '- [x] **T-4: x**', '  - [ ] T-5', '* [ ] a,', '  after T-1,', 'files: {a, b', '> 1. [ ] T-6 (2d), phase 2', '- [ ] (3h)', '- [ ] after T-1 after T-2', '- [ ]', '', '```', '<!--', '\uFEFF- [ ] T1', '\t- [ ] x');
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
  });
});

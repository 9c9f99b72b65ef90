import assert from 'node:assert/strict';
import { folderOf } from '../../../src/core/template/file-name.ts';
import { namingOf, nextNumber } from '../../../src/core/workspace/naming.ts';
import { kindNamedBy } from '../template/kind-from.ts';

const phase = kindNamedBy('plans/PHASE-{{number}}-ARCHITECTURE-PLAN.md');
const record = kindNamedBy('docs/architecture/ADR-{{nnn}}-{{title}}.md', '{{nnnn}}-{{title}}.md', '{{nnnn}}_{{title}}.md', 'ADR-{{nnn}}.md');

describe('namingOf', () => {
  it('is that of the template where there is no document', () => {
    assert.deepEqual(namingOf(record, []), { folder: 'docs/architecture', pattern: 'ADR-{{nnn}}-{{title}}.md', joint: '-', taken: new Map() });
    assert.deepEqual(namingOf(kindNamedBy('{{source}}-PLAN.md'), []), { folder: '', pattern: '{{source}}-PLAN.md', joint: '-', taken: new Map() });
    assert.equal(namingOf(record, ['docs/notes.md', 'README.md']).folder, 'docs/architecture');
  });

  it('goes by the folder that holds most documents', () => {
    const { folder, taken } = namingOf(record, ['docs/architecture/ADR-001-a.md', 'doc/adr/0001-a.md', 'doc/adr/0002-b.md', 'x/0009-c.md']);
    assert.equal(folder, 'doc/adr');
    assert.deepEqual(Array.from(taken), [[1, 'doc/adr/0001-a.md'], [2, 'doc/adr/0002-b.md']]);
  });

  it('goes by the first of folders with as many', () => {
    assert.equal(namingOf(record, ['b/0001-a.md', 'a/0001-a.md']).folder, 'b');
    assert.equal(namingOf(record, ['0001-a.md']).folder, '');
  });

  it('writes names in the case of the latest', () => {
    assert.equal(namingOf(phase, ['plans/PHASE-1-ARCHITECTURE-PLAN.md', 'plans/phase-2-architecture-plan.md']).pattern, 'phase-{{number}}-architecture-plan.md');
    assert.equal(namingOf(phase, ['plans/Phase-1-Architecture-Plan.MD']).pattern, 'Phase-{{number}}-Architecture-Plan.MD');
  });

  it('goes by the form that most of them have', () => {
    const { pattern, taken } = namingOf(record, ['adr/ADR-001-a.md', 'adr/0002-b.md', 'adr/0003-c.md']);
    assert.equal(pattern, '{{nnnn}}-{{title}}.md');
    assert.deepEqual(Array.from(taken.keys()).sort(), [1, 2, 3]);
    assert.equal(namingOf(record, ['adr/ADR-001.md', 'adr/ADR-002.md', 'adr/ADR-003-c.md']).pattern, 'ADR-{{nnn}}.md');
  });

  it('pads a number to the digits that are met', () => {
    const pattern = (...names: readonly string[]): string => namingOf(record, names.map((name) => `adr/${name}`)).pattern;
    assert.equal(pattern('001-a.md', '002-b.md'), '{{nnn}}-{{title}}.md');
    assert.equal(pattern('01-a.md'), '{{nn}}-{{title}}.md');
    assert.equal(pattern('0001-a.md', '013-b.md'), '{{nnnn}}-{{title}}.md');
    assert.equal(pattern('099-a.md', '1000-b.md'), '{{nnnn}}-{{title}}.md');
    assert.equal(pattern('1-a.md', '10-b.md'), '{{number}}-{{title}}.md');
    assert.equal(pattern('0-a.md'), '{{number}}-{{title}}.md');
    assert.equal(pattern('000000001-a.md'), '{{nnnnnn}}-{{title}}.md');
  });

  it('joins words as the documents do', () => {
    const joint = (...names: readonly string[]): string => namingOf(record, names.map((name) => `adr/${name}`)).joint;
    assert.equal(joint('0001_use_one_log.md'), '_');
    assert.equal(joint('0001-use_one_log.md'), '_');
    assert.equal(joint('0001-use-one-log.md'), '-');
    assert.equal(joint('0001-use_one-log.md'), '-');
    assert.equal(joint('0001-log.md'), '-');
    assert.equal(joint('0001_log.md'), '_');
    assert.equal(joint('0001_use-one-log.md'), '-');
    assert.equal(joint('ADR-001.md'), '-');
  });

  it('knows which numbers are taken, in any spelling of the number', () => {
    const { taken } = namingOf(phase, ['plans/PHASE-10-ARCHITECTURE-PLAN.md', 'plans/phase-002-architecture-plan.md', 'plans/PHASE-NUMBER-ARCHITECTURE-PLAN.md', 'old/PHASE-7-ARCHITECTURE-PLAN.md']);
    assert.deepEqual(Array.from(taken), [[10, 'plans/PHASE-10-ARCHITECTURE-PLAN.md'], [2, 'plans/phase-002-architecture-plan.md']]);
  });

  it('counts further files with such names in that folder, which say nothing of the style', () => {
    const { pattern, taken } = namingOf(record, ['adr/0001-a.md'], ['adr/0007-b.md', 'other/0009-c.md', 'adr/notes.md', 'adr/ADR-008-d.md', 'adr/0001-e.md']);
    assert.equal(pattern, '{{nnnn}}-{{title}}.md');
    assert.deepEqual(Array.from(taken).sort(([a], [b]) => a - b), [[1, 'adr/0001-a.md'], [7, 'adr/0007-b.md'], [8, 'adr/ADR-008-d.md']]);
    assert.deepEqual(Array.from(namingOf(record, [], ['docs/architecture/ADR-004-a.md', 'adr/ADR-005-b.md']).taken.keys()), [4]);
  });

  it('leaves a folder open that is one for each document', () => {
    const runbook = kindNamedBy('services/{{service}}/RUNBOOK.md');
    assert.equal(namingOf(runbook, ['services/billing/RUNBOOK.md', 'services/search/RUNBOOK.md']).folder, 'services/{{service}}');
    assert.equal(namingOf(runbook, ['apps/port/services/billing/Runbook.md']).folder, 'apps/port/services/{{service}}');
    assert.equal(namingOf(runbook, ['docs/RUNBOOK.md']).folder, 'docs');
  });
});

describe('nextNumber', () => {
  it('follows the largest', () => {
    assert.equal(nextNumber(new Map()), 1);
    assert.equal(nextNumber(new Map([[10, 'a'], [2, 'b']])), 11);
    assert.equal(nextNumber(new Map([[0, 'a']])), 1);
  });
});

describe('folderOf', () => {
  it('is what stands before the last slash', () => {
    assert.equal(folderOf('a/b/c.md'), 'a/b');
    assert.equal(folderOf('c.md'), '');
    assert.equal(folderOf(''), '');
  });
});

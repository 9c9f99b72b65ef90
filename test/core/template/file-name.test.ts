import assert from 'node:assert/strict';
import fc from 'fast-check';
import { baseName, fileGlobs, formOf, matchFileName, pathStrength, placeholderPieces } from '../../../src/core/template/file-name.ts';
import { MemoryFiles } from '../workspace/memory-files.ts';
import { RUNS } from '../support/runs.ts';
import { kindNamedBy } from './kind-from.ts';

const phase = kindNamedBy('plans/PHASE-{{number}}-ARCHITECTURE-PLAN.md');
const record = kindNamedBy('docs/adr/ADR-{{nnn}}-{{title}}.md', '{{nnnn}}-{{title}}.md', 'ADR-{{nnn}}.md');
const runbook = kindNamedBy('runbooks/{{service}}.md');
const useCase = kindNamedBy('{{source}}-PLAN.md');

describe('matchFileName', () => {
  it('reads the values in any case and any folder', () => {
    assert.deepEqual(matchFileName(phase, 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), { number: '2' });
    assert.deepEqual(matchFileName(phase, 'phase-12-architecture-plan.MD'), { number: '12' });
    assert.deepEqual(matchFileName(phase, 'c:/Ada/port/Phase-3-Architecture-Plan.md'), { number: '3' });
    assert.deepEqual(matchFileName(useCase, '/srv/use cases/book a berth-PLAN.md'), { source: 'book a berth' });
  });

  it('keeps a number as it is written, with any count of digits', () => {
    assert.deepEqual(matchFileName(record, 'ADR-007-use-it.md'), { nnn: '007', title: 'use-it' });
    assert.deepEqual(matchFileName(record, 'adr-12345-use-it.md'), { nnn: '12345', title: 'use-it' });
    assert.deepEqual(matchFileName(record, 'x/0007-use-it.md'), { nnnn: '0007', title: 'use-it' });
    assert.deepEqual(matchFileName(record, 'ADR-7.md'), { nnn: '7' });
  });

  it('tells no number where that is still to be written', () => {
    for (const name of ['PHASE-NUMBER-ARCHITECTURE-PLAN.md', 'phase-n-architecture-plan.md']) assert.deepEqual(matchFileName(phase, name), {});
  });

  it('takes the whole name or none', () => {
    const others = ['PHASE-X-ARCHITECTURE-PLAN.md', 'PHASE--ARCHITECTURE-PLAN.md', 'PHASE-1-ARCHITECTURE-PLAN.md.bak', 'MY-PHASE-1-ARCHITECTURE-PLAN.md', 'PHASE-1-ARCHITECTURE-PLANxmd', 'PHASE-1.5-ARCHITECTURE-PLAN.md', ''];
    for (const name of others) assert.equal(matchFileName(phase, name), undefined, name);
    assert.equal(matchFileName(useCase, '-PLAN.md'), undefined);
    assert.equal(matchFileName(phase, 'plans\\PHASE-1-ARCHITECTURE-PLAN.md'), undefined, 'a backslash is a sign like any other: hosts name files with slashes');
  });

  it('goes by the form that says most, whatever comes first', () => {
    const kind = kindNamedBy('plans/{{name}}.md', '{{name}}-port-architecture-plan.md', 'design/{{name}}-v2.md');
    assert.deepEqual(matchFileName(kind, 'docs/berths-port-architecture-plan.md'), { name: 'berths' });
    assert.deepEqual(matchFileName(kind, 'design/berths-v2.md'), { name: 'berths' });
    assert.deepEqual(matchFileName(kind, 'plans/berths-v2.md'), { name: 'berths-v2' });
    assert.equal(formOf(kind, 'docs/berths-v2.md')?.pattern, 'plans/{{name}}.md');
  });

  it('takes signs of the pattern for themselves', () => {
    const kind = kindNamedBy('plans/Plan (v1.0) [{{name}}]+.md');
    assert.deepEqual(matchFileName(kind, 'plan (V1.0) [🎯 x]+.md'), { name: '🎯 x' });
    assert.equal(matchFileName(kind, 'plan (v1x0) [a]+.md'), undefined);
  });
});

describe('pathStrength', () => {
  const isCertain = (kind: typeof phase, path: string): boolean | undefined => pathStrength(kind, path)?.certain;

  it('is certain where the name says enough, or the folder fits too', () => {
    assert.equal(isCertain(phase, 'anywhere/phase-1-architecture-plan.md'), true);
    assert.equal(isCertain(record, 'docs/adr/ADR-001-x.md'), true);
    assert.equal(isCertain(record, '/srv/port/DOCS/ADR/adr-001-x.md'), true);
    assert.equal(isCertain(runbook, 'ops/runbooks/billing.md'), true);
  });

  it('is not where only a common name fits', () => {
    assert.equal(isCertain(record, 'notes/ADR-001-x.md'), false);
    assert.equal(isCertain(record, 'docs/adr/0001-x.md'), false);
    assert.equal(isCertain(runbook, 'billing.md'), false);
    assert.equal(isCertain(useCase, 'IMPLEMENTATION-PLAN.md'), false);
    assert.equal(isCertain(runbook, 'runbooks/old/billing.md'), false);
    assert.equal(isCertain(runbook, 'my-runbooks/billing.md'), false);
  });

  it('names the form it goes by', () => assert.equal(pathStrength(record, 'x/0001-x.md')?.form, '{{nnnn}}-{{title}}.md'));

  it('takes no contents page of a folder for a document', () => {
    for (const name of ['README.md', 'readme.md', 'index.md', 'Index.MD']) assert.equal(pathStrength(runbook, `runbooks/${name}`), undefined, name);
    assert.equal(isCertain(runbook, 'runbooks/readme-first.md'), true);
    const own = kindNamedBy('services/{{service}}/README.md');
    assert.equal(isCertain(own, 'services/billing/README.md'), true, 'unless the kind asks for just this name');
    assert.equal(isCertain(own, 'README.md'), false);
  });

  it('takes no longer for a hostile path', () => {
    const kind = kindNamedBy('{{a}}-{{b}}-{{c}}.md');
    for (const unit of ['-', 'a', '/', '-a', '🎯']) assert.equal(typeof pathStrength(kind, unit.repeat(10_000)), 'undefined');
  });
});

describe('fileGlobs', () => {
  it('finds in any folder and any case what has the form of a name', async () => {
    const files = new MemoryFiles({ 'plans/PHASE-1-ARCHITECTURE-PLAN.md': '', 'a/b/phase-22-Architecture-Plan.MD': '', 'PHASE-3-ARCHITECTURE-PLAN.md': '', 'plans/PHASE-X-ARCHITECTURE-PLAN.md': '', 'plans/PHASE-4-ARCHITECTURE-PLAN.txt': '' });
    const found = await Promise.all(fileGlobs(phase).map((glob) => files.find(glob)));
    assert.deepEqual(found.flat(), ['PHASE-3-ARCHITECTURE-PLAN.md', 'a/b/phase-22-Architecture-Plan.MD', 'plans/PHASE-1-ARCHITECTURE-PLAN.md']);
  });

  it('asks once for what several forms have in common', () => {
    assert.equal(fileGlobs(kindNamedBy('a/{{nnn}}-{{title}}.md', 'b/{{nnnn}}-{{name}}.md')).length, 1);
  });

  it('finds every name that is recognised', async () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'Z', '-', '_', ' ', '[', ']', '{', '}', '*', '?', '!', '.', '🎯', 'é', '7'), minLength: 1, maxLength: 12 });
    const kind = kindNamedBy('x/[a] {{nn}}-{{name}} *?.md');
    await fc.assert(
      fc.asyncProperty(value, fc.nat({ max: 99999 }), async (name, number) => {
        const path = `some/folder/[A] ${number}-${name} *?.md`;
        assert.ok(matchFileName(kind, path));
        const found = await Promise.all(fileGlobs(kind).map((glob) => new MemoryFiles({ [path]: '' }).find(glob)));
        assert.deepEqual(found.flat(), [path]);
      }),
      { numRuns: 5 * RUNS },
    );
  });
});

describe('placeholderPieces', () => {
  it('takes a name apart, in its own letters', () => {
    assert.deepEqual(placeholderPieces('ADR-{{nnn}}-{{title}}.md', 'adr-0012-Use_It.MD'), { parts: ['adr-', '-', '.MD'], holes: ['0012', 'Use_It'] });
    assert.deepEqual(placeholderPieces('{{a}}{{b}}', 'xyz'), { parts: ['', '', ''], holes: ['x', 'yz'] });
    assert.deepEqual(placeholderPieces('PLAN.md', 'plan.md'), { parts: ['plan.md'], holes: [] });
    assert.equal(placeholderPieces('PLAN.md', 'plans.md'), undefined);
  });

  it('loses no sign of the name', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '-', '_', '🎯', '.', '1'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(name, name, (first, second) => {
        const written = `${first}-${second}.md`;
        const pieces = placeholderPieces('{{a}}-{{b}}.md', written);
        assert.ok(pieces);
        assert.equal(pieces.parts.map((part, index) => part + (pieces.holes[index] ?? '')).join(''), written);
      }),
      { numRuns: 5 * RUNS },
    );
  });
});

describe('baseName', () => {
  it('is what stands behind the last slash', () => {
    assert.equal(baseName('a/b/c.md'), 'c.md');
    assert.equal(baseName('c.md'), 'c.md');
    assert.equal(baseName('a/'), '');
  });
});

import assert from 'node:assert/strict';
import type { Kind } from '../../../src/core/template/kind.ts';
import { nextNumber } from '../../../src/core/workspace/naming.ts';
import { survey } from '../../../src/core/workspace/survey.ts';
import { kindFrom, kindNamedBy } from '../template/kind-from.ts';
import { MemoryFiles } from './memory-files.ts';

const RECORD = 'kind: adr, name: Decision Record, description: One decision., file: "docs/architecture/ADR-{{nnn}}-{{title}}.md", also: ["{{nnnn}}-{{title}}.md"]';
const nygard = kindFrom(`---\ngroundplan: { dialect: nygard, ${RECORD} }\n---\n# {{title}}\n\n## Status\n\n## Context\n\n## Decision\n`);
const madr = kindFrom(`---\ngroundplan: { dialect: madr, ${RECORD} }\n---\n# {{title}}\n\n## Context and Problem Statement\n\n## Considered Options\n\n## Decision Outcome\n`);
const phase = kindNamedBy('plans/PHASE-{{number}}-ARCHITECTURE-PLAN.md');
const kinds = [phase, nygard, madr];

const NYGARD = '# Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\n## Decision\n';
const MADR = '---\nstatus: accepted\n---\n# Keep one log\n\n## Context and Problem Statement\n\n## Considered Options\n\n## Decision Outcome\n';

function surveyOf(texts: Readonly<Record<string, string | undefined>>, ...dialects: readonly [Kind, ...Kind[]]) {
  const files = new MemoryFiles(texts);
  return survey(dialects, kinds, files).then((found) => ({ ...found, reads: files.reads }));
}

describe('survey', () => {
  it('finds nothing in an empty workspace', async () => {
    const { naming, paths, counts } = await surveyOf({}, nygard, madr);
    assert.deepEqual([naming.folder, naming.pattern, paths.length, counts.size], ['docs/architecture', 'ADR-{{nnn}}-{{title}}.md', 0, 0]);
  });

  it('finds documents in any folder and case, without reading those whose names say enough', async () => {
    const { paths, counts, naming, reads } = await surveyOf({ 'work/phase-2-architecture-plan.md': '', 'work/PHASE-10-ARCHITECTURE-PLAN.md': undefined, 'plans/README.md': '', 'plans/PHASE-X-ARCHITECTURE-PLAN.md': '' }, phase);
    assert.deepEqual(paths, ['work/PHASE-10-ARCHITECTURE-PLAN.md', 'work/phase-2-architecture-plan.md']);
    assert.deepEqual(Array.from(counts), [['sample', 2]]);
    assert.equal(naming.folder, 'work');
    assert.equal(nextNumber(naming.taken), 11);
    assert.deepEqual(reads, []);
  });

  it('lists the folder of the kind where files cannot be searched', async () => {
    const files = new MemoryFiles({ 'plans/PHASE-2-ARCHITECTURE-PLAN.md': '', 'PHASE-9-ARCHITECTURE-PLAN.md': '' });
    const { paths } = await survey([phase], kinds, { fileNames: (folder) => files.fileNames(folder), folderNames: () => Promise.resolve([]), find: () => Promise.resolve([]), read: () => Promise.resolve(undefined) });
    assert.deepEqual(paths, ['plans/PHASE-2-ARCHITECTURE-PLAN.md']);
  });

  it('counts each file once, however it was found', async () => {
    const { paths } = await surveyOf({ 'docs/architecture/ADR-001-a.md': NYGARD }, nygard, madr);
    assert.deepEqual(paths, ['docs/architecture/ADR-001-a.md']);
  });

  it('counts the dialects by what stands in the documents', async () => {
    const { counts, naming } = await surveyOf({ 'adr/0001-a.md': NYGARD, 'adr/0002-b.md': MADR, 'adr/0003-c.md': MADR.replaceAll('\n', '\r\n'), 'adr/0004-d.md': '# Notes\n' }, nygard, madr);
    assert.deepEqual(Array.from(counts), [['adr-nygard', 1], ['adr-madr', 2]]);
    assert.equal(naming.folder, 'adr');
    assert.equal(naming.pattern, '{{nnnn}}-{{title}}.md');
  });

  it('takes no other document for one, though its name is like that', async () => {
    const { paths, naming } = await surveyOf({ 'adr/0001-a.md': NYGARD, 'adr/2024-05-retrospective.md': '# Retrospective\n', 'blog/0002-hello.md': '# Hello\n', 'adr/0003-no.md': `---\ngroundplan: none\n---\n${NYGARD}` }, nygard, madr);
    assert.deepEqual(paths, ['adr/0001-a.md']);
    assert.equal(nextNumber(naming.taken), 2);
  });

  it('holds the number of a file for taken that it cannot read or make out', async () => {
    const unreadable = await surveyOf({ 'adr/0001-a.md': NYGARD, 'adr/0007-b.md': undefined, 'other/0009-c.md': undefined }, nygard, madr);
    assert.deepEqual(unreadable.paths, ['adr/0001-a.md']);
    assert.deepEqual(Array.from(unreadable.counts), [['adr-nygard', 1]]);
    assert.equal(nextNumber(unreadable.naming.taken), 8);
    const unclear = await surveyOf({ 'docs/architecture/ADR-001-a.md': NYGARD, 'docs/architecture/ADR-002-b.md': '', 'docs/architecture/ADR-003-c.md': '# Only a title\n' }, nygard, madr);
    assert.deepEqual(unclear.paths, ['docs/architecture/ADR-001-a.md']);
    assert.equal(nextNumber(unclear.naming.taken), 4);
    assert.equal(nextNumber((await surveyOf({ 'docs/architecture/ADR-012-a.md': undefined }, nygard, madr)).naming.taken), 13);
  });

  it('numbers on after more documents than it reads', async () => {
    const texts = Object.fromEntries(Array.from({ length: 655 }, (_, index) => [`adr/${String(index + 1).padStart(4, '0')}-a.md`, NYGARD]));
    const { naming, reads } = await surveyOf(texts, nygard, madr);
    assert.equal(nextNumber(naming.taken), 656);
    assert.equal(reads.length, 300);
  });

  it('looks for the names of every dialect', async () => {
    const short = kindFrom('---\ngroundplan: { kind: adr, dialect: short, name: Short Record, description: S., file: "decisions/DR-{{nn}}.md" }\n---\n# {{title}}\n\n## Choice\n\n## Reason\n');
    const texts = { 'decisions/DR-01.md': '# A\n\n## Choice\n\n## Reason\n', 'decisions/DR-02.md': '# B\n\n## Choice\n', 'adr/0001-a.md': NYGARD };
    const found = await survey([nygard, short], [...kinds, short], new MemoryFiles(texts));
    assert.deepEqual(Array.from(found.counts), [['adr-nygard', 1], ['adr-short', 2]]);
    assert.equal(found.naming.folder, 'decisions');
    assert.equal(found.naming.pattern, 'DR-{{nn}}.md');
    assert.equal(nextNumber(found.naming.taken), 3);
  });

  it('leaves a kind of another name alone that shares the form of names', async () => {
    const log = kindFrom('---\ngroundplan: { kind: log, name: Log, description: L., file: "logs/{{nnnn}}-{{title}}.md" }\n---\n# {{title}}\n\n## Watch\n\n## Weather\n\n## Events\n');
    const files = new MemoryFiles({ 'adr/0001-a.md': NYGARD, 'adr/0009-watch.md': '# Night\n\n## Watch\n\n## Weather\n\n## Events\n' });
    const { paths, naming } = await survey([nygard, madr], [...kinds, log], files);
    assert.deepEqual(paths, ['adr/0001-a.md']);
    assert.equal(nextNumber(naming.taken), 2);
  });
});

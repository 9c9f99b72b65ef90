import assert from 'node:assert/strict';
import { createMarkdownReader } from '../../../src/core/plan/markdown.ts';
import type { Helpers } from '../../../src/core/ports.ts';
import { Answers } from '../../../src/core/workspace/answers.ts';
import { checker } from '../documents.ts';
import { MemoryFiles } from './memory-files.ts';

const RECORD = '# 1. Use tides\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n';
const FILES = { 'docs/adr/0001-use-tides.md': RECORD, 'docs/notes.md': '# Notes\n\n## More\n' };

function answers(files: Readonly<Record<string, string>> = FILES, helpers: Helpers = {}): Answers {
  return new Answers(new MemoryFiles(files), helpers, () => checker.kinds, createMarkdownReader(), () => '2026-03-02');
}

describe('Answers', () => {
  it('know nothing until they are settled', async () => {
    const around = answers();
    assert.equal(around.today, '2026-03-02');
    assert.deepEqual([around.exists('docs/notes.md'), around.exists('docs/none.md'), around.names('docs'), around.document('docs/notes.md'), around.records()], [undefined, undefined, undefined, undefined, undefined]);
    assert.equal(await around.settle(), true);
    assert.deepEqual([around.exists('docs/notes.md'), around.exists('docs/none.md'), around.exists('docs/Notes.md'), around.exists('')], [true, false, false, true]);
    assert.deepEqual(around.names('docs'), ['notes.md', 'adr']);
    const plan = around.document('docs/notes.md');
    assert.equal(plan !== 'missing' && plan?.sections.length, 2);
    assert.deepEqual(around.records()?.map(({ path, kind, record }) => [path, kind, record.number]), [['docs/adr/0001-use-tides.md', 'adr-nygard', 1]]);
    assert.equal(await around.settle(), false);
  });

  it('wait for what another document asked at the same time', async () => {
    const around = answers();
    around.records();
    const first = around.settle();
    around.records();
    assert.deepEqual(await Promise.all([first, around.settle()]), [true, true]);
    assert.equal(around.records()?.length, 1);
    assert.equal(await around.settle(), false);
  });

  it('forget a file that changes, with its folders and the records', async () => {
    const around = answers();
    const ask = () => [around.names('docs/adr'), around.document('docs/adr/0001-use-tides.md'), around.records(), around.document('docs/notes.md')].map((answer) => answer !== undefined);
    ask();
    await around.settle();
    assert.deepEqual(ask(), [true, true, true, true]);
    around.forget('docs/adr/0001-use-tides.md');
    assert.deepEqual(ask(), [false, false, false, true]);
  });

  it('ask for the history again once a branch points elsewhere, and for nothing more', async () => {
    const around = answers(FILES, { history: () => Promise.resolve([RECORD]), otherBranches: () => Promise.resolve([]) });
    const ask = () => [around.acceptedText('docs/adr/0001-use-tides.md'), around.recordsElsewhere(), around.records()].map((answer) => answer !== undefined);
    ask();
    await around.settle();
    around.forget('.git/index.lock');
    assert.deepEqual(ask(), [true, true, true]);
    around.forget('.git/HEAD.lock');
    assert.deepEqual(ask(), [false, false, true]);
  });

  it('ask again for what changes while it is being read', async () => {
    const reader = new MemoryFiles(FILES);
    let reads = 0;
    const around: Answers = new Answers(
      {
        fileNames: (folder) => reader.fileNames(folder),
        folderNames: (folder) => reader.folderNames(folder),
        find: (glob) => reader.find(glob),
        read: async (path) => {
          const text = `# ${String(++reads)}\n`;
          await Promise.resolve();
          if (reads === 1) around.forget(path);
          return text;
        },
      },
      {},
      () => checker.kinds,
      createMarkdownReader(),
      () => '2026-03-02',
    );
    around.document('docs/notes.md');
    await around.settle();
    const plan = around.document('docs/notes.md');
    assert.equal(plan !== 'missing' && plan?.text, '# 2\n');
  });

  it('say that a document is missing', async () => {
    const around = answers();
    around.document('gone.md');
    await around.settle();
    assert.equal(around.document('gone.md'), 'missing');
  });

  it('ask the parser of the diagrams once for each', async () => {
    const asked: string[] = [];
    const around = answers(FILES, {
      diagramProblem(source) {
        asked.push(source);
        return Promise.resolve(source === 'bad' ? { message: 'No.', line: 0 } : undefined);
      },
    });
    for (const source of ['good', 'bad', 'good']) around.diagram(source);
    await around.settle();
    assert.deepEqual([around.diagram('good'), around.diagram('bad'), asked], ['fine', { message: 'No.', line: 0 }, ['good', 'bad']]);
    assert.equal(answers().diagram('good'), undefined, 'without a parser nothing is known');
  });

  it('find in the history what an accepted record said first, and what other branches have', async () => {
    const history = [RECORD.replace('Accepted', 'Proposed'), RECORD, RECORD.replace('This.', 'That.')];
    const around = answers(FILES, { history: () => Promise.resolve(history), otherBranches: () => Promise.resolve([{ branch: 'next', paths: ['docs/adr/0002-use-moons.md', 'docs/adr/README.md'] }]) });
    around.acceptedText('docs/adr/0001-use-tides.md');
    around.recordsElsewhere();
    await around.settle();
    assert.deepEqual(around.acceptedText('docs/adr/0001-use-tides.md'), { text: RECORD });
    assert.deepEqual(around.recordsElsewhere(), [{ number: 2, path: 'docs/adr/0002-use-moons.md', branch: 'next' }]);
  });
});

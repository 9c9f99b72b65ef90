import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { phasePlan } from '../core/documents.ts';

const RECORD = '# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\n## Decision\n\n## Consequences\n';
const RISKS = '| Risk | Impact |\n|--|--|\n| Fog | High |\n| Ice | Low |\n';
const DIAGRAM = '```mermaid\ngraph TD\n```\n';

interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...args: readonly string[]): Promise<Printed> {
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => program.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(program.stdout), text(program.stderr), ended]);
  return { code, stdout, stderr };
}

/** Where the first run leaves the program, ready to be run again. */
const BUNDLED = 'node_modules/.cache/programs/corpus.mjs';

describe('npm run corpus', function () {
  this.timeout(30_000);
  let folder = '';
  let printed: Printed;

  function write(file: string, contents: string | Uint8Array): void {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), contents);
  }

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'groundplan-corpus-'));
    write('plans/PHASE-1-ARCHITECTURE-PLAN.md', phasePlan(1));
    write('plans/PHASE-2-ARCHITECTURE-PLAN.MD', `\uFEFF# Phase 2 Architecture Plan\n\n## Risks\n\n${RISKS}\n${DIAGRAM}`.replaceAll('\n', '\r\n'));
    write('docs/adr/0007-keep-one-log.markdown', RECORD);
    write('docs/adr/0008-keep-it.md', RECORD.replace('Accepted', 'Superseded by [9](0009.md)'));
    write('docs/adr/0009-keep-none.md', RECORD.replace('Accepted', ''));
    write('notes.md', `# Notes\n\nStatus: Draft\n\n${RISKS}\n${DIAGRAM}\n${DIAGRAM}`);
    write('empty.md', '');
    write('picture.md', new Uint8Array([137, 80, 78, 71, 0, 255, 254, 0, 13, 10, 26]));
    write('locked.md', RECORD);
    chmodSync(path.join(folder, 'locked.md'), 0o000);
    write('plan.txt', phasePlan(3));
    write('node_modules/some/PHASE-4-ARCHITECTURE-PLAN.md', phasePlan(4));
    write('.git/PHASE-5-ARCHITECTURE-PLAN.md', phasePlan(5));
    mkdirSync(path.join(folder, 'folder.md'));
    symlinkSync(folder, path.join(folder, 'again.md'));
    symlinkSync(path.join(folder, 'gone'), path.join(folder, 'nowhere.md'));
    printed = await run('build/run.mjs', 'build/corpus.ts', folder);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints for each kind how many documents there are, how many say their status, and what was read in what time', () => {
    const [records, states] = isReadable(path.join(folder, 'locked.md')) ? [4, 3] : [3, 2];
    const lines = printed.stdout.replace(/\d+ ms for \d+ KB/g, 'TIME').trimEnd().split('\n');
    assert.deepEqual(lines, [
      '9 Markdown files',
      '',
      `adr-nygard: ${records} recognised, ${states} with a status, TIME`,
      `  ${records} decisions`,
      'phase-plan: 2 recognised, 0 with a status, TIME',
      lines[5],
      'no known kind: 3, 1 with a status, TIME',
      '  2 diagrams',
    ]);
    assert.match(lines[5] ?? '', /^ {2}3 risks, .*\b1 diagrams\b/);
  });

  it('names a file that cannot be read, and nothing else', () => {
    const expected = isReadable(path.join(folder, 'locked.md')) ? /^$/ : /^\S+locked\.md could not be read: EACCES[^\n]*\n$/;
    assert.match(printed.stderr, expected);
    assert.equal(printed.code, 0);
  });

  it('says what is wrong with the folder, and ends with 1', async () => {
    const file = path.join(folder, 'notes.md');
    assert.deepEqual(await Promise.all([run(BUNDLED), run(BUNDLED, file)]), [
      { code: 1, stdout: '', stderr: 'Name a folder: npm run corpus -- FOLDER.\n' },
      { code: 1, stdout: '', stderr: `${file} is not a folder: name one that holds Markdown files.\n` },
    ]);
  });
});

/** Whoever may do everything reads locked files too. */
function isReadable(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { Folder } from './run.ts';

/** A record of one of the forms, with or without a number in its title. */
const nygard = (title: string): string => `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n`;

/** A folder that is a repository, without the settings of whoever runs the tests. */
class Repository extends Folder {
  constructor(files: Readonly<Record<string, string>>) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit();
  }

  git(...args: readonly string[]): string {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: path.join(this.path, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: this.path, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
  }

  commit(): void {
    this.git('add', '.');
    this.git('commit', '--quiet', '--message=more');
  }

  /** Another branch that begins here, with these files. */
  branch(name: string, files: Readonly<Record<string, string>>): void {
    this.git('switch', '--quiet', '--create', name);
    for (const [file, text] of Object.entries(files)) this.write(file, text);
    this.commit();
  }

  /** What is found of numbers, as `file:line message`. */
  async taken(): Promise<readonly string[]> {
    const { stdout } = await this.run('lint', '--history', '--format', 'json', '--fail-on', 'never');
    const files = JSON.parse(stdout) as readonly { readonly file: string; readonly findings: readonly { readonly rule: string; readonly line: number; readonly message: string }[] }[];
    return files.flatMap(({ file, findings }) => findings.filter(({ rule }) => rule === 'unique-record-numbers').map(({ line, message }) => `${file}:${line} ${message}`));
  }
}

describe('the history of a repository', () => {
  it('tells which numbers other branches have taken, and what an accepted record said', async () => {
    const folder = new Repository({ 'docs/adr/0001-use-something.md': nygard('Use something') });
    folder.branch('other', { 'docs/adr/0002-keep-one-log.md': nygard('Keep one log') });
    folder.git('switch', '--quiet', 'main');
    folder.write('docs/adr/0001-use-something.md', nygard('Use something').replace('This.', 'That instead.'));
    folder.write('docs/adr/0002-use-tides.md', nygard('Use tides'));
    const { stdout } = await folder.run('lint', '--history', '--fail-on', 'never');
    assert.match(stdout, /0002-use-tides\.md:\d+:\d+ error .*0002-keep-one-log\.md.*other.*\(unique-record-numbers\)/);
    assert.match(stdout, /0001-use-something\.md:11:\d+ information .*\(no-edits-after-acceptance\)/);
    assert.doesNotMatch((await folder.run('lint')).stdout, /no-edits-after-acceptance/);
    folder.remove();
  });

  it('tells on both branches that they took one number, until one of them has another', async () => {
    const folder = new Repository({ 'docs/adr/0001-use-tides.md': nygard('1. Use tides') });
    folder.branch('logs', { 'docs/adr/0002-keep-one-log.md': nygard('2. Keep one log') });
    folder.git('switch', '--quiet', 'main');
    folder.branch('berths', { 'docs/adr/0002-lock-berths.md': nygard('2. Lock berths'), 'docs/adr/0003-log.png': 'x' });
    const message = (file: string, branch: string): string => `The number 2 is taken by "${file}" on the branch "${branch}": take the next free number, 3, before both are merged.`;
    assert.deepEqual(await folder.taken(), [`docs/adr/0002-lock-berths.md:1 ${message('0002-keep-one-log.md', 'logs')}`]);
    folder.git('switch', '--quiet', 'logs');
    assert.deepEqual(await folder.taken(), [`docs/adr/0002-keep-one-log.md:1 ${message('0002-lock-berths.md', 'berths')}`]);
    folder.git('mv', 'docs/adr/0002-keep-one-log.md', 'docs/adr/0003-keep-one-log.md');
    folder.write('docs/adr/0003-keep-one-log.md', nygard('3. Keep one log'));
    folder.commit();
    assert.deepEqual(await folder.taken(), [], 'a picture with that number is no record');
    folder.git('merge', '--quiet', '--no-edit', 'berths');
    assert.deepEqual(await folder.taken(), []);
    folder.remove();
  });

  it('takes no number for one that a branch brings but its beginning', async () => {
    const folder = new Repository({ 'docs/adr/0001-use-tides.md': nygard('1. Use tides'), 'docs/adr/0002-keep-one-log.md': nygard('2. Keep one log') });
    folder.branch('older', { 'notes.md': '# Notes\n' });
    folder.git('switch', '--quiet', 'main');
    folder.git('mv', 'docs/adr/0002-keep-one-log.md', 'docs/adr/0003-keep-one-log.md');
    folder.write('docs/adr/0003-keep-one-log.md', nygard('3. Keep one log'));
    folder.write('docs/adr/0002-lock-berths.md', nygard('2. Lock berths'));
    folder.commit();
    assert.deepEqual(await folder.taken(), []);
    folder.remove();
  });

  it('finds records at the root, in folders of their own, below another folder and under names with signs', async () => {
    const folder = new Repository({ 'a/0001-use-tides.md': nygard('1. Use tides'), 'b [old]/0001-use-tides/README.md': nygard('1. Use tides'), '0001-use-moons.md': nygard('1. Use moons'), 'c/.groundplan.json': '{}', 'c/.groundplan/x': '', 'c/adr/0001-use-quays.md': nygard('1. Use quays') });
    folder.branch('other', { 'a/0002-log-é.md': nygard('2. Log'), 'b [old]/0002-log/README.md': nygard('2. Log'), '0002-log.md': nygard('2. Log'), 'c/adr/0002-log.md': nygard('2. Log') });
    folder.git('switch', '--quiet', 'main');
    for (const file of ['a/0002-lock.md', 'b [old]/0002-lock/README.md', '0002-lock.md', 'c/adr/0002-lock.md']) folder.write(file, nygard('2. Lock'));
    const found = (await folder.taken()).map((each) => /^(.*?):1 .* is taken by "(.*?)" on the branch "other"/.exec(each)?.slice(1).join(' ← '));
    assert.deepEqual(found.sort(), ['0002-lock.md ← 0002-log.md', 'a/0002-lock.md ← 0002-log-é.md', 'b [old]/0002-lock/README.md ← README.md', 'c/adr/0002-lock.md ← 0002-log.md']);
    folder.remove();
  });

  it('is read without running what the repository says', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = new Repository({ 'docs/adr/0001-use-tides.md': nygard('1. Use tides'), '.gitattributes': '*.md diff=trap filter=trap\n' });
    folder.branch('other', { 'docs/adr/0002-log.md': nygard('2. Log') });
    folder.git('switch', '--quiet', 'main');
    folder.write('docs/adr/0002-lock.md', nygard('2. Lock'));
    folder.write('trap', `#!/bin/sh\ntouch "${folder.path}/sprung"\ncat\n`);
    chmodSync(path.join(folder.path, 'trap'), 0o755);
    const trap = path.join(folder.path, 'trap');
    for (const key of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'gpg.program', 'diff.external', 'diff.trap.textconv', 'diff.trap.command', 'filter.trap.smudge', 'filter.trap.clean']) folder.git('config', key, trap);
    folder.git('config', 'log.showSignature', 'true');
    assert.equal((await folder.taken()).length, 1);
    assert.equal(existsSync(path.join(folder.path, 'sprung')), false);
    spawnSync('git', ['status'], { cwd: folder.path, stdio: 'ignore' });
    assert.equal(existsSync(path.join(folder.path, 'sprung')), true, 'the trap is one');
    folder.remove();
  });

  it('is left out where there is no Git, and no repository', async () => {
    const folder = new Folder({ 'docs/adr/0001-use-tides.md': nygard('1. Use tides') });
    const without = await folder.run('lint');
    assert.deepEqual(await folder.run('lint', '--history'), without);
    const { PATH } = process.env;
    process.env['PATH'] = folder.path;
    try {
      assert.deepEqual(await folder.run('lint', '--history'), without);
    } finally {
      process.env['PATH'] = PATH;
    }
    folder.remove();
  });
});

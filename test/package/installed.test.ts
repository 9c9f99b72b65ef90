import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { phasePlan, replaceSection } from '../core/documents.ts';
import { hooks, tasks } from '../repo/ci-page.ts';

const BAD = 'plans/PHASE-3 ARCHITECTURE-PLAN.md';
/** npm and npx are scripts of a shell on Windows. */
const shell = process.platform === 'win32';
/** Nothing is asked of a registry: what the package needs is in it. */
const OFFLINE = { npm_config_offline: 'true', npm_config_update_notifier: 'false', npm_config_audit: 'false', npm_config_fund: 'false' };

describe('the command line, packed and installed', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'groundplan-installed-'));
  const repository = path.join(folder, 'repository');
  const tool = path.join(folder, 'tool');
  const env = { ...process.env, ...OFFLINE, npm_config_cache: path.join(folder, 'cache') };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const tarball = path.join(folder, `groundplan-${version}.tgz`);
  const run = (command: string, args: readonly string[], more: Readonly<Record<string, string | undefined>> = {}) => spawnSync(command, args, { cwd: repository, encoding: 'utf8', shell, env: { ...env, ...more } });

  before(() => {
    mkdirSync(path.join(repository, 'plans'), { recursive: true });
    writeFileSync(path.join(repository, 'package.json'), '{}\n');
    writeFileSync(path.join(repository, BAD), replaceSection(phasePlan(3), 'Integration Points', ''));
    execFileSync('npm', ['pack', path.resolve('dist/cli'), '--pack-destination', folder], { cwd: folder, stdio: 'pipe', shell, env });
    execFileSync('npm', ['install', '--save-dev', tarball], { cwd: repository, stdio: 'pipe', shell, env });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is the only package that is installed', () => {
    const { packages } = JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8')) as { packages: object };
    assert.deepEqual(Object.keys(packages), ['', 'node_modules/groundplan']);
  });

  it('lies where the task of the extension runs it', () => {
    const [, program = ''] = /const PROGRAM = '([^']+)'/.exec(readFileSync('src/extension/features/lint-task.ts', 'utf8')) ?? [];
    for (const { definition } of tasks().filter(({ type }) => type === 'groundplan')) {
      const { status, stdout } = spawnSync(process.execPath, [program, 'lint', ...definition], { cwd: repository, encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stdout, /:1 error .* \(required-sections\)$/m);
    }
  });

  it('runs as the commands of the other tasks say', () => {
    for (const { command } of tasks().filter(({ type }) => type === 'shell')) {
      const { status, stdout } = spawnSync(command, { cwd: repository, encoding: 'utf8', shell: true, env });
      assert.equal(status, 1);
      assert.match(stdout, /:1 error .* \(required-sections\)$/m);
    }
  });

  it('runs as each hook says, over the files of a commit', function () {
    // pre-commit runs no shell; on Windows a shell is the only way here.
    if (shell) this.skip();
    execFileSync('npm', ['install', '--global', '--prefix', tool, tarball], { cwd: folder, stdio: 'pipe', env });
    for (const { language, entry, files } of hooks()) {
      assert.match(BAD, new RegExp(files));
      const [command = '', ...args] = entry.split(' ');
      const PATH = language === 'node' ? `${path.join(tool, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}` : process.env['PATH'];
      const { status, stdout } = run(command, [...args, BAD], { PATH });
      assert.equal(status, 1, entry);
      assert.match(stdout, /:1 error .* \(required-sections\)$/m);
    }
  });

  it('is not fetched where it is not installed', () => {
    rmSync(path.join(repository, 'node_modules'), { recursive: true });
    const { status, stdout } = run('npx', ['--no-install', 'groundplan', 'lint']);
    assert.notEqual(status, 0);
    assert.equal(stdout, '');
  });
});

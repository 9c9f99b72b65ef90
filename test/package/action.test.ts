import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { phasePlan, replaceSection } from '../core/documents.ts';
import { action, Runner } from './action-run.ts';

const GOOD = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
const BAD = 'other/PHASE-3-ARCHITECTURE-PLAN.md';
const BROKEN = replaceSection(phasePlan(3), 'Integration Points', '');
const SETTINGS = { '.groundplan.json': JSON.stringify({ rules: { 'no-placeholders': 'off' } }) };

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[] }[] }[];
}

/** The file of each finding that was sent to code scanning. */
function filesIn(uploaded: string | undefined): readonly string[] {
  assert.ok(uploaded, 'the findings are sent to code scanning');
  const { runs } = JSON.parse(readFileSync(uploaded, 'utf8')) as Sarif;
  return runs.flatMap(({ results }) => results).map(({ locations }) => decodeURIComponent(locations[0]?.physicalLocation.artifactLocation.uri ?? ''));
}

describe('the action', () => {
  it('puts no input into a script', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell } of action.runs.steps.filter((step) => step.run !== undefined)) {
      assert.doesNotMatch(run ?? '', /\$\{\{/, 'An input goes through env: put into the script, its text would run.');
      assert.equal(shell, 'bash');
    }
  });

  it('uses every input, and only those it has', () => {
    const used = JSON.stringify(action.runs.steps).matchAll(/inputs\.([\w-]+)/g);
    assert.deepEqual(Array.from(new Set(Array.from(used, ([, name = '']) => name))).sort(), Object.keys(action.inputs).toSorted());
  });

  it('names the version of what it uses', () => {
    assert.deepEqual(action.runs.steps.flatMap(({ uses }) => uses ?? []), ['github/codeql-action/upload-sarif@v4']);
  });
});

// Its script is for bash. What a Windows machine calls bash outside of a runner may be another system altogether.
(process.platform === 'win32' ? describe.skip : describe)('the action on a runner', function () {
  this.timeout(120_000);
  const runner = new Runner({ ...SETTINGS, [GOOD]: phasePlan(), [BAD]: BROKEN });
  after(() => runner.remove());

  it('sends what it finds, says it in the log, and fails then', () => {
    const { code, log, uploaded, calls } = runner.run({});
    assert.equal(code, 1);
    assert.deepEqual(filesIn(uploaded), [BAD]);
    assert.match(log, /^other\/PHASE-3-ARCHITECTURE-PLAN\.md:\d+:1 error .* \(required-sections\)$/m);
    assert.deepEqual(new Set(calls.map((call) => call.slice(0, 2).join(' '))), new Set(['--no-install groundplan']));
  });

  it('ends with 0 where nothing is to mend, or nothing is to fail', () => {
    const good = runner.run({ files: 'plans' });
    assert.deepEqual([good.code, filesIn(good.uploaded)], [0, []]);
    const bad = runner.run({ 'fail-on': 'never' });
    assert.deepEqual([bad.code, filesIn(bad.uploaded)], [0, [BAD]]);
  });

  it('writes annotations where it may not send', () => {
    const { code, log, uploaded } = runner.run({ upload: 'false' });
    assert.deepEqual([code, uploaded], [1, undefined]);
    assert.match(log, /^::error file=other\/PHASE-3-ARCHITECTURE-PLAN\.md,line=\d+,.*title=required-sections::/m);
  });

  it('counts what a baseline holds as hints', () => {
    execFileSync(process.execPath, [path.resolve('dist/cli/groundplan.js'), 'lint', '--freeze', '--baseline', 'known findings.json'], { cwd: runner.workspace });
    assert.equal(runner.run({ baseline: 'known findings.json' }).code, 0);
  });

  it('says what is not usable, ends with 2 and sends nothing', () => {
    const gone = runner.run({ files: 'gone.md' });
    assert.deepEqual([gone.code, gone.uploaded], [2, undefined]);
    assert.match(gone.log, /gone\.md does not exist/);
    const severity = runner.run({ 'fail-on': 'typo' });
    assert.deepEqual([severity.code, severity.uploaded], [2, undefined]);
    assert.match(severity.log, /"typo" is not a severity/);
  });

  it('says that there is nothing to run, which is no finding', () => {
    const empty = new Runner({}, 'none');
    const { code, log, uploaded } = empty.run({});
    assert.deepEqual([code, uploaded], [2, undefined]);
    assert.match(log, /^::error title=Groundplan::There is no groundplan to run: install it/m);
    empty.remove();
  });
});

(process.platform === 'win32' ? describe.skip : describe)('the action with text that a shell would run', function () {
  this.timeout(120_000);
  const ODD = ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '", '& touch pwned', '| touch pwned', '${PATH}', '* ? ~', '--freeze', '!!'];

  it('takes it for names of files', () => {
    const odd = ODD.map((name) => `${name} PHASE-3-ARCHITECTURE-PLAN.md`);
    const runner = new Runner({ ...SETTINGS, ...Object.fromEntries(odd.map((name) => [name, BROKEN])) });
    const before = runner.files();
    const { code, uploaded } = runner.run({ files: odd.join('\n') });
    assert.equal(code, 1);
    assert.deepEqual(new Set(filesIn(uploaded)), new Set(odd));
    assert.deepEqual(runner.files().filter((file) => !before.includes(file)), ['calls', 'output', 'temp/groundplan.sarif']);
    runner.remove();
  });

  it('takes it for other inputs as they are', () => {
    const runner = new Runner({ ...SETTINGS, [BAD]: BROKEN });
    const before = runner.files();
    const value = ODD.slice(0, 7).join(' ');
    assert.equal(runner.run({ 'fail-on': value }).code, 2);
    assert.equal(runner.run({ baseline: value }).code, 1);
    assert.equal(runner.run({ upload: value }).code, 1);
    const { code, calls } = runner.run({ version: value });
    assert.equal(code, 1);
    assert.deepEqual(calls[0], ['--yes', `--package=groundplan@${value}`, '--', 'groundplan', '--version']);
    assert.deepEqual(runner.files().filter((file) => !before.includes(file)), ['calls', 'output', 'temp/groundplan.sarif']);
    runner.remove();
  });

  it('gives no command to the runner that a name of a file holds', () => {
    const name = '::error::hello PHASE-3-ARCHITECTURE-PLAN.md';
    const runner = new Runner({ ...SETTINGS, [name]: BROKEN });
    const { log } = runner.run({});
    const [, token = ''] = /^::stop-commands::([\w-]{30,})$/m.exec(log) ?? [];
    const quiet = log.slice(log.indexOf(`::stop-commands::${token}\n`), log.indexOf(`\n::${token}::\n`));
    assert.ok(quiet.includes(`\n${name}:`));
    assert.ok(!log.replace(quiet, '').includes('hello'));
    runner.remove();
  });
});

(process.platform === 'win32' ? describe.skip : describe)('the action with the real npx', function () {
  this.timeout(120_000);

  it('runs a tarball of the command line, and runs no text', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'groundplan-npm-'));
    execFileSync('npm', ['pack', path.resolve('dist/cli'), '--pack-destination', folder], { cwd: folder, stdio: 'pipe' });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const odd = '$(touch pwned) "it\'s" `touch pwned` PHASE-3-ARCHITECTURE-PLAN.md';
    const runner = new Runner({ ...SETTINGS, [odd]: BROKEN });
    const before = runner.files();
    // Nothing is asked of a registry: what the package needs is in it.
    const env = { npm_config_offline: 'true', npm_config_cache: path.join(folder, 'cache'), npm_config_update_notifier: 'false' };
    const { code, log, uploaded } = runner.run({ files: odd, version: path.join(folder, `groundplan-${version}.tgz`) }, 'real', env);
    assert.equal(code, 1, log);
    assert.match(log, new RegExp(`^Groundplan ${version.replaceAll('.', '\\.')}$`, 'm'));
    assert.deepEqual(filesIn(uploaded), [odd]);
    assert.deepEqual(runner.files().filter((file) => !before.includes(file)), ['calls', 'output', 'temp/groundplan.sarif']);
    const missing = runner.run({}, 'real', env);
    assert.deepEqual([missing.code, missing.uploaded], [2, undefined]);
    runner.remove();
    rmSync(folder, { recursive: true, force: true });
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { phasePlan, replaceSection } from '../core/documents.ts';
import { Folder } from './run.ts';

const GOOD = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
const BAD = 'other/PHASE-3-ARCHITECTURE-PLAN.md';
const BROKEN = replaceSection(phasePlan(3), 'Integration Points', '');
/** A plan as the command writes it is full of blanks. */
const WITHOUT_BLANKS = JSON.stringify({ rules: { 'no-placeholders': 'off' } });
const RECORD = '# Use something\n\n## Status\n\nAcceptd\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n';

interface Report {
  readonly file: string;
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly line: number; readonly fixable: boolean }[];
}

describe('groundplan lint', () => {
  const folder = new Folder({ '.groundplan.json': WITHOUT_BLANKS, [GOOD]: phasePlan(), [BAD]: BROKEN, 'README.md': '# Readme\n', 'picture.md': new Uint8Array([137, 80, 0, 71]), 'node_modules/x/PHASE-9-ARCHITECTURE-PLAN.md': BROKEN });
  after(() => folder.remove());
  const rulesIn = async (...args: readonly string[]) => {
    const { stdout } = await folder.run('lint', '--format', 'json', ...args);
    return Object.fromEntries((JSON.parse(stdout) as Report[]).map(({ file, findings }) => [file.replaceAll('\\', '/'), findings.map(({ rule, severity }) => `${severity} ${rule}`)]));
  };

  it('ends with 0 and says nothing when nothing is to mend', async () => {
    assert.deepEqual(await folder.run('lint', GOOD), { code: 0, stdout: '', stderr: '' });
  });

  it('prints findings with their places and ends with 1', async () => {
    const { code, stdout } = await folder.run('lint', GOOD, BAD);
    assert.equal(code, 1);
    assert.match(stdout, /^other.PHASE-3-ARCHITECTURE-PLAN\.md:\d+:1 error The section "Integration Points" is missing before "Success Criteria": .* \(required-sections\)\n\n1 finding in 1 file, 1 with a fix\n$/);
  });

  it('takes files, folders and patterns, and leaves out what is no plan and what is not ours', async () => {
    const found = { [BAD]: ['error required-sections'], [GOOD]: [] };
    assert.deepEqual(await rulesIn('plans', 'other/*.md'), found);
    assert.deepEqual(await rulesIn('**/PHASE-{2,3}-*.md'), found);
    assert.deepEqual(await rulesIn(), found);
    assert.deepEqual(await rulesIn('.', GOOD, `./${GOOD}`), found);
  });

  it('prints JSON with lines and columns from 1', async () => {
    const { stdout } = await folder.run('lint', '--format', 'json', BAD);
    const [finding] = (JSON.parse(stdout) as Report[])[0]?.findings ?? [];
    const lines = BROKEN.split('\n');
    const line = lines.findIndex((each) => each.includes('Success Criteria'));
    assert.deepEqual(
      { ...finding, message: '' },
      { rule: 'required-sections', severity: 'error', message: '', line: line + 1, column: 1, endLine: line + 1, endColumn: (lines[line]?.length ?? 0) + 1, fixable: true },
    );
  });

  it('prints what code hosts take', async () => {
    const sarif = JSON.parse((await folder.run('lint', '--format', 'sarif', BAD)).stdout) as { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[] }[] }[] };
    assert.equal(sarif.version, '2.1.0');
    const [run] = sarif.runs;
    const [result] = run?.results ?? [];
    assert.equal(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id, 'required-sections');
    assert.equal(result?.level, 'error');
    assert.equal(result.locations[0]?.physicalLocation.artifactLocation.uri, BAD);
    const { stdout } = await folder.run('lint', '--format', 'github', BAD);
    assert.match(stdout, /^::error file=other.PHASE-3-ARCHITECTURE-PLAN\.md,line=\d+,endLine=\d+,col=1,endColumn=\d+,title=required-sections::The section "Integration Points" is missing before .*\n$/);
  });

  it('names files it cannot use, checks the others, and ends with 2', async () => {
    const { code, stdout, stderr } = await folder.run('lint', 'gone.md', 'none/*.md', 'picture.md', BAD);
    assert.equal(code, 2);
    assert.match(stdout, /Integration Points/);
    assert.match(stderr, /gone\.md does not exist: check the name/);
    assert.match(stderr, /none\/\*\.md matches no file: check the pattern/);
    assert.match(stderr, /picture\.md is not a text file/);
  });

  it('says that it leaves a file of no known kind alone that is named', async () => {
    const { code, stderr } = await folder.run('lint', 'README.md');
    assert.equal(code, 0);
    assert.match(stderr, /README\.md is no kind of plan that Groundplan knows/);
  });

  it('checks what is piped in, as the file of a path', async () => {
    const { code, stdout } = await folder.pipe(BROKEN, 'lint', '--stdin', '--stdin-path', BAD);
    assert.equal(code, 1);
    assert.match(stdout, /^other.PHASE-3-ARCHITECTURE-PLAN\.md:\d+:1 error/);
    const fixed = await folder.pipe(BROKEN, 'lint', '--stdin', '--stdin-path', BAD, '--fix');
    assert.equal(fixed.stdout, phasePlan(3));
    assert.equal(fixed.code, 0);
  });

  it('fails on what it is told to fail on', async () => {
    const codes = async (failOn: string) => (await folder.run('lint', BAD, '--fail-on', failOn)).code;
    assert.deepEqual([await codes('error'), await codes('hint'), await codes('never')], [1, 1, 0]);
    folder.write('other/.groundplan.json', JSON.stringify({ rules: { 'required-sections': 'information' } }));
    assert.deepEqual([await codes('warning'), await codes('information')], [0, 1]);
    folder.write('other/.groundplan.json', '{}');
  });
});

describe('groundplan lint in folders with settings of their own', () => {
  it('lets the nearest win', async () => {
    const folder = new Folder({ '.groundplan.json': JSON.stringify({ rules: { 'required-sections': 'hint', 'no-placeholders': 'off' } }), [BAD]: BROKEN, 'old/PHASE-3-ARCHITECTURE-PLAN.md': BROKEN, 'old/.groundplan.json': JSON.stringify({ rules: { 'required-sections': 'off' } }) });
    const { stdout } = await folder.run('lint');
    assert.match(stdout, /^other.PHASE-3-ARCHITECTURE-PLAN\.md:\d+:1 hint /);
    assert.doesNotMatch(stdout, /old/);
    folder.write('old/.groundplan.json', '{"exclude": ["*.md"]}');
    assert.doesNotMatch((await folder.run('lint')).stdout, /old/);
    assert.match((await folder.run('lint', 'old/PHASE-3-ARCHITECTURE-PLAN.md')).stdout, /old/, 'a file that is named is checked');
    folder.remove();
  });

  it('says what is wrong with them, and where', async () => {
    const folder = new Folder({ '.groundplan.json': '{\n  "rule": {}\n}', [GOOD]: phasePlan() });
    const { stderr } = await folder.run('lint', '--fail-on', 'never');
    assert.match(stderr, /\.groundplan\.json:2: "rule" is not a setting of \.groundplan\.json; known are: /);
    folder.remove();
  });

  it('checks a team\'s own kinds with the templates above them', async () => {
    const template = '---\ngroundplan:\n  kind: runbook\n  name: Runbook\n  description: What to do.\n  file: runbooks/{{service}}.md\n  ask:\n    service: Which?\n---\n# Runbook: {{service}}\n\n## Alarms\n\ntext\n';
    const folder = new Folder({ '.groundplan/templates/runbook.md': template, 'apps/a/runbooks/mail.md': '# Runbook: Mail\n\n## Steps\n\nx\n' });
    assert.match((await folder.run('lint', 'apps')).stdout, /The section "Alarms" is missing/);
    folder.remove();
  });
});

describe('groundplan lint --fix', () => {
  it('mends what has a fix, and prints what is left', async () => {
    const folder = new Folder({ '.groundplan.json': WITHOUT_BLANKS, [GOOD]: phasePlan(), [BAD]: BROKEN, 'docs/adr/0001-use-something.md': RECORD.replace('Acceptd', 'Accepted') });
    const { code } = await folder.run('lint', '--fix');
    assert.equal(readFileSync(path.join(folder.path, BAD), 'utf8'), phasePlan(3));
    assert.equal(readFileSync(path.join(folder.path, GOOD), 'utf8'), phasePlan());
    assert.equal(code, 0);
    folder.remove();
  });
});

describe('a baseline', () => {
  it('turns the findings of its day into hints, and no others', async () => {
    const folder = new Folder({ '.groundplan.json': WITHOUT_BLANKS, [BAD]: BROKEN });
    assert.equal((await folder.run('lint')).code, 1);
    assert.match((await folder.run('lint', '--freeze')).stdout, /^\.groundplan.baseline\.json holds the 1 findings of today/);
    const { code, stdout } = await folder.run('lint');
    assert.equal(code, 0);
    assert.match(stdout, /hint The section "Integration Points" is missing/);
    folder.write(BAD, replaceSection(BROKEN, 'Success Criteria', ''));
    const after = await folder.run('lint');
    assert.equal(after.code, 1);
    folder.write('.groundplan/baseline.json', '[]');
    assert.match((await folder.run('lint')).stderr, /freeze the findings again/);
    assert.match((await folder.run('lint', '--baseline', 'gone.json')).stderr, /gone\.json does not exist/);
    folder.remove();
  });
});

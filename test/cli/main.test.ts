import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { phasePlan, replaceSection } from '../core/documents.ts';

const GOOD = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
const BAD = 'other\\PHASE-3-ARCHITECTURE-PLAN.md';
const bytes = (text: string) => new TextEncoder().encode(text);
const files: Readonly<Record<string, Uint8Array>> = {
  [GOOD]: bytes(phasePlan()),
  [BAD]: bytes(replaceSection(phasePlan(3), 'Integration Points', '')),
  'README.md': bytes('# Readme\n'),
  'picture.md': new Uint8Array([137, 80, 0, 71]),
};

function groundplan(...args: readonly string[]) {
  return main(args, {
    version: '1.2.3',
    readFile(path) {
      const file = files[path];
      return file ? Promise.resolve(file) : Promise.reject(Object.assign(new Error('no'), { code: path.endsWith('/') ? 'EISDIR' : 'ENOENT' }));
    },
  });
}

describe('groundplan', () => {
  it('prints its version and its help', async () => {
    assert.deepEqual(await groundplan('--version'), { code: 0, stdout: '1.2.3\n', stderr: '' });
    assert.match((await groundplan('--help')).stdout, /Usage\n {2}groundplan lint FILE…/);
    assert.equal((await groundplan()).code, 0);
  });

  it('says what it does not understand, and ends with 2', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['lnit'], /"lnit" is not a command\./],
      [['lint'], /needs the names of the files/],
      [['lint', '--format', 'xml', GOOD], /"xml" is not a format; known are: text, json\./],
      [['lint', '--colour', GOOD], /--colour/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stderr, stdout } = await groundplan(...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, sentence);
    }
  });
});

describe('groundplan lint', () => {
  it('ends with 0 and says nothing when nothing is to mend', async () => {
    assert.deepEqual(await groundplan('lint', GOOD), { code: 0, stdout: '', stderr: '' });
  });

  it('prints findings with their places and ends with 1', async () => {
    const { code, stdout } = await groundplan('lint', GOOD, BAD);
    assert.equal(code, 1);
    assert.match(stdout, /^other\\PHASE-3-ARCHITECTURE-PLAN\.md:\d+:1 error The section "Integration Points" is missing before "Success Criteria": .* \(required-sections\)\n\n1 finding in 1 file, 1 with a fix\n$/);
  });

  it('prints the same as JSON, with lines and columns from 1', async () => {
    const { stdout } = await groundplan('lint', '--format', 'json', GOOD, BAD);
    const report = JSON.parse(stdout) as { file: string; findings: Record<string, unknown>[] }[];
    assert.deepEqual(report.map(({ file }) => file), [GOOD, BAD]);
    assert.deepEqual(report[0]?.findings, []);
    const [finding] = report[1]?.findings ?? [];
    const lines = replaceSection(phasePlan(3), 'Integration Points', '').split('\n');
    const line = lines.findIndex((each) => each.includes('Success Criteria'));
    assert.deepEqual(
      { ...finding, message: '' },
      { rule: 'required-sections', severity: 'error', message: '', line: line + 1, column: 1, endLine: line + 1, endColumn: (lines[line]?.length ?? 0) + 1, fixable: true },
    );
  });

  it('names files it cannot use, checks the others, and ends with 2', async () => {
    const { code, stdout, stderr } = await groundplan('lint', 'gone.md', 'plans/', 'picture.md', BAD);
    assert.equal(code, 2);
    assert.match(stdout, /Integration Points/);
    assert.match(stderr, /gone\.md does not exist: check the name/);
    assert.match(stderr, /plans\/ is a folder: name the Markdown files/);
    assert.match(stderr, /picture\.md is not a text file/);
  });

  it('says that it leaves a file of no known kind alone', async () => {
    const { code, stderr } = await groundplan('lint', 'README.md');
    assert.equal(code, 0);
    assert.match(stderr, /README\.md is no kind of plan that Groundplan knows/);
  });
});

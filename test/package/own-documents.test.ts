import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Report {
  readonly file: string;
  readonly findings: readonly unknown[];
}

function lint(...args: readonly string[]): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/groundplan.js', 'lint', ...args], { encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

describe('our own documents', () => {
  it('have nothing to mend, not even a hint', () => {
    assert.deepEqual(lint('--fail-on', 'hint'), { code: 0, stdout: '', stderr: '' });
  });

  it('are all looked at, but for those that .groundplan.json leaves out', () => {
    const { exclude } = JSON.parse(readFileSync('.groundplan.json', 'utf8')) as { exclude: readonly string[] };
    const records = ['docs/decisions', 'examples/docs/decisions'].flatMap(markdownIn).filter((file) => /\/\d{4}-/.test(file));
    const plans = [...markdownIn('examples/plans'), 'examples/docs/architecture/SYSTEM_DESIGN.md'];
    const checked = (JSON.parse(lint('--format', 'json').stdout) as readonly Report[]).map(({ file }) => file.replaceAll('\\', '/'));
    assert.deepEqual(checked.toSorted(), [...records, ...plans].filter((file) => !exclude.includes(file)).sort());
  });

  it('are left out only where they are meant to be wrong', () => {
    const { exclude } = JSON.parse(readFileSync('.groundplan.json', 'utf8')) as { exclude: readonly string[] };
    assert.deepEqual(exclude, ['examples/plans/PHASE-2-ARCHITECTURE-PLAN.md'], 'examples/README.md shows what is marked with one plan. Mend what else is wrong.');
    for (const file of exclude) assert.equal(lint(file).code, 1, `${file} has nothing to mend: take it out of .groundplan.json.`);
  });
});

import assert from 'node:assert/strict';
import { allRules } from '../../src/core/rules/all.ts';
import { read } from '../repo/files.ts';
import { phasePlan, replaceSection } from '../core/documents.ts';
import { Folder } from './run.ts';

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

interface Matcher {
  readonly name: string;
  readonly owner: string;
  readonly source: string;
  readonly severity: string;
  readonly applyTo: string;
  readonly fileLocation: readonly string[];
  readonly pattern: Pattern;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}

const PLAN = 'plans (old)/PHASE-3-ARCHITECTURE-PLAN.md';
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
const BROKEN = replaceSection(phasePlan(3), 'Integration Points', '## Integration Points: 12:30 error (late)\n\nSee [the (old) table](gone.md) and [more](12:30.md).\n');

const { problemMatchers } = (JSON.parse(read('package.json')) as { contributes: { problemMatchers: readonly Matcher[] } }).contributes;
const [matcher, ...others] = problemMatchers;
assert.ok(matcher);

/** As the editor reads the output of a task: line by line, and what does not match is no problem. */
function problemsIn(output: string, { regexp, ...groups }: Pattern): readonly Place[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const match = new RegExp(regexp).exec(line);
    if (match === null) return [];
    const group = (name: keyof typeof groups): string => match[groups[name]] ?? '';
    return [{ file: group('file'), line: Number(group('line')), column: Number(group('column')), severity: group('severity'), message: group('message'), rule: group('code') }];
  });
}

describe('the problem matcher $groundplan', () => {
  const folder = new Folder({ [PLAN]: BROKEN });
  after(() => folder.remove());

  it('is the only one', () => {
    assert.equal(matcher.name, 'groundplan');
    assert.deepEqual(others, []);
  });

  for (const severity of SEVERITIES) {
    it(`reads every ${severity} that the command line prints, and nothing else`, async () => {
      folder.write('.groundplan.json', JSON.stringify({ rules: Object.fromEntries(allRules.map(({ id }) => [id, severity])) }));
      const { stdout } = await folder.run('lint');
      const json = JSON.parse((await folder.run('lint', '--format', 'json')).stdout) as { file: string; findings: Omit<Place, 'file'>[] }[];
      const expected = json.flatMap(({ file, findings }) => findings.map(({ line, column, severity, message, rule }) => ({ file, line, column, severity, message, rule })));
      assert.ok(expected.length > 3 && expected.some(({ message }) => message.includes('12:30')));
      assert.deepEqual(new Set(expected.map((finding) => finding.severity)), new Set([severity]));
      assert.deepEqual(problemsIn(stdout, matcher.pattern), expected);
    });
  }

  it('reads paths as other systems write them', () => {
    const line = (file: string) => `${file}:3:14 warning There is no "a:1:2 error b". (valid-links)\n`;
    for (const file of ['plans\\PHASE-1.md', 'C:\\work\\plans\\PHASE-1.md', '/srv/a b/PHASE 1.md', 'plané/計画.md']) {
      assert.deepEqual(problemsIn(line(file), matcher.pattern), [{ file, line: 3, column: 14, severity: 'warning', message: 'There is no "a:1:2 error b".', rule: 'valid-links' }]);
    }
    assert.deepEqual(problemsIn('groundplan: .groundplan.json:2: "rule" is not a setting.\n\n1 finding in 1 file, 1 with a fix\n', matcher.pattern), []);
  });

  it('shows what the editor has no word for as it shows information', () => {
    // The editor knows error, warning, info and hint, and takes any other word for what stands here.
    assert.equal(matcher.severity, 'info');
  });

  it('leaves open documents to the findings that follow every key press', () => {
    assert.equal(matcher.applyTo, 'closedDocuments');
    assert.ok(read('src/extension/features/workspace-findings.ts').includes(`createDiagnosticCollection('${matcher.owner}')`), 'A finding stands twice in Problems unless the matcher has the owner of the findings of the workspace.');
    assert.equal(matcher.source, 'groundplan');
    assert.deepEqual(matcher.fileLocation, ['autoDetect', '${workspaceFolder}']);
  });
});

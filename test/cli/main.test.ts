import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { phasePlan, replaceSection } from '../core/documents.ts';
import { Folder } from './run.ts';

describe('groundplan', () => {
  const folder = new Folder({});
  after(() => folder.remove());

  it('prints its version and its help', async () => {
    assert.deepEqual(await folder.run('--version'), { code: 0, stdout: '1.2.3\n', stderr: '' });
    assert.match((await folder.run('--help')).stdout, /Usage\n {2}groundplan lint \[PATH…\]/);
    assert.match((await folder.run('lint', '--help')).stdout, /Usage/);
    assert.equal((await folder.run()).code, 0);
  });

  it('says what it does not understand, and ends with 2', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['lnit'], /"lnit" is not a command\./],
      [['constructor'], /"constructor" is not a command\./],
      [['--quiet'], /--quiet/],
      [['lint', '--format', 'xml'], /"xml" is not a format; known are: text, json, sarif, github\./],
      [['lint', '--fail-on', 'doom'], /"doom" is not a severity; known are: error, warning, information, hint, never\./],
      [['lint', '--colour'], /--colour/],
      [['lint', '--stdin', 'a.md'], /name no files beside it/],
      [['explain'], /needs the name of one check/],
      [['explain', 'no-luck'], /There is no check "no-luck"; known are: required-sections/],
      [['new'], /needs a kind; known are: architectural-plan, /],
      [['new', 'novel'], /There is no kind "novel"; known are: /],
      [['new', 'phase-plan', 'Berths'], /"Berths" is no answer: write NAME=VALUE; phase-plan asks for /],
      [['new', 'phase-plan', 'colour=red'], /does not ask for "colour"/],
      [['new', 'phase-plan'], /phase-plan needs name=… \(/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stderr, stdout } = await folder.run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, sentence);
    }
  });

  it('explains a check', async () => {
    const { code, stdout } = await folder.run('explain', 'required-risks');
    assert.equal(code, 0);
    assert.match(stdout, /^# required-risks\n\n.*\n\nSeverity: error[\s\S]*## Why[\s\S]*## Failing/);
  });
});

describe('groundplan kinds', () => {
  it('lists every kind, a team\'s own first', async () => {
    const folder = new Folder({ '.groundplan/templates/runbook.md': '---\ngroundplan:\n  kind: runbook\n  name: Runbook\n  description: What to do.\n  file: runbooks/{{service}}.md\n  ask:\n    service: Which?\n---\n# Runbook: {{service}}\n\n## Alarms\n\ntext\n' });
    const { stdout } = await folder.run('kinds');
    assert.match(stdout, /^runbook +What to do\. runbooks\/\{\{service\}\}\.md\narchitectural-plan /);
    const json = JSON.parse((await folder.run('kinds', '--json')).stdout) as { id: string; asks: string[] }[];
    assert.deepEqual(json[0], { id: 'runbook', name: 'Runbook', description: 'What to do.', file: 'runbooks/{{service}}.md', asks: ['service'] });
    folder.remove();
  });
});

describe('groundplan init', () => {
  it('writes the settings once, and they change nothing', async () => {
    const folder = new Folder({ 'plans/PHASE-2-ARCHITECTURE-PLAN.md': replaceSection(phasePlan(), 'Integration Points', '') });
    const before = await folder.run('lint', '--format', 'json');
    assert.equal((await folder.run('init')).code, 0);
    assert.deepEqual(await folder.run('lint', '--format', 'json'), before);
    const again = await folder.run('init');
    assert.equal(again.code, 2);
    assert.match(again.stderr, /\.groundplan\.json exists already and stays as it is/);
    folder.remove();
  });
});

describe('groundplan new', () => {
  const folder = new Folder({ 'docs/adr/0007-use-something.md': '# Use something\n\n## Context and Problem Statement\n\nWhy?\n\n## Considered Options\n\n- a\n- b\n\n## Decision Outcome\n\nChosen option: "a".\n' });
  after(() => folder.remove());

  it('writes a record in the form, the folder and the numbering of those that are there', async () => {
    const { code, stdout } = await folder.run('new', 'adr', 'title=Keep one log');
    assert.deepEqual([code, stdout], [0, `${path.join('docs', 'adr', '0008-keep-one-log.md')}\n`]);
    const text = readFileSync(path.join(folder.path, 'docs/adr/0008-keep-one-log.md'), 'utf8');
    assert.match(text, /date: 2026-03-01/);
    assert.match(text, /^# Keep one log$/m);
    assert.match(text, /^## Considered Options$/m);
  });

  it('prints without writing, and overwrites nothing', async () => {
    const { stdout } = await folder.run('new', 'phase-plan', 'name=Berths', '--print');
    assert.match(stdout, /^# Phase 1 Architecture Plan/);
    assert.equal(existsSync(path.join(folder.path, 'plans')), false);
    assert.equal((await folder.run('new', 'master-plan', 'name=Harbour')).code, 0);
    const again = await folder.run('new', 'master-plan', 'name=Harbour');
    assert.equal(again.code, 2);
    assert.match(again.stderr, /IMPLEMENTATION-PLAN\.md exists already and stays as it is/);
  });
});

import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, findings, inWorkspace, newDocument, until, workspaceFolder } from './support.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const RECORD = (title: string, why = '', status = '') => `# ${title}\n\nDate: 2026-03-01\n\n## Status\n\nAccepted${status}\n\n## Context\n\nWhy${why}.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n`;
const written = new Set<string>();

async function write(file: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  written.add(file);
  return uri;
}

async function remove(file: string): Promise<void> {
  await vscode.workspace.fs.delete(inWorkspace(file), { recursive: true }).then(undefined, () => undefined);
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document);
  return document;
}

function rulesIn(uri: vscode.Uri): readonly unknown[] {
  return findings(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
}

function actionsAt(document: vscode.TextDocument, { range }: vscode.Diagnostic, resolve = 0): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, resolve);
}

/** The watcher of a host may miss what is written into a folder that has just been made: it is made anew until its files are seen. */
async function makeWatchedFolder(folder: string): Promise<void> {
  let seen = 0;
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  watcher.onDidCreate(({ path }) => (seen += path.endsWith('/seen.txt') ? 1 : 0));
  watcher.onDidDelete(({ path }) => (seen += path.endsWith('/seen.txt') ? 1 : 0));
  try {
    for (let attempt = 0; attempt < 10 && seen < 2; attempt++) {
      seen = 0;
      await remove(folder);
      await vscode.workspace.fs.createDirectory(inWorkspace(folder));
      for (const change of [() => write(`${folder}/seen.txt`, ''), () => remove(`${folder}/seen.txt`)]) {
        const before = seen;
        await change();
        await until('the watcher', () => seen > before, 3000).catch(() => undefined);
      }
    }
  } finally {
    watcher.dispose();
  }
}

describe('a workspace', () => {
  before(async function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
    await makeWatchedFolder('docs/adr');
  });
  afterEach(async () => {
    await closeEverything();
    for (const file of written) await remove(file);
    written.clear();
  });

  it('says how its folders are checked, and what is wrong with that on its own line', async () => {
    const document = await open(PLAN);
    await until('errors', () => findings(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    await write('plans/.groundplan.json', '{"rules": {"required-sections": "hint"}}');
    await until('hints', () => findings(document.uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint));
    const config = await write('plans/.groundplan.json', '{\n  "rule": {}\n}');
    const [problem] = await until('the problem', () => findings(config).length > 0 && findings(config));
    equal(problem?.range.start.line, 1);
    matches(problem?.message ?? '', /^"rule" is not a setting of \.groundplan\.json; known are: /);
    await remove('plans/.groundplan.json');
    await until('errors again', () => findings(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
  });

  it('is checked as a whole, and followed from then on', async () => {
    const bad = await write('plans/PHASE-7-ARCHITECTURE-PLAN.md', '# Phase 7 Architecture Plan\n\nBegun.\n');
    deepEqual(rulesIn(bad), []);
    void vscode.commands.executeCommand('groundplan.lintWorkspace');
    await until('findings of a file that is not open', () => rulesIn(bad).includes('required-sections'));
    const another = await write('plans/PHASE-8-ARCHITECTURE-PLAN.md', '# Phase 8 Architecture Plan\n\nBegun.\n');
    await until('findings of a file that was made', () => rulesIn(another).includes('required-sections'));
    const document = await open('plans/PHASE-7-ARCHITECTURE-PLAN.md');
    const once = rulesIn(bad).length;
    await until('the same findings, once', () => rulesIn(document.uri).length === once);
    await remove('plans/PHASE-8-ARCHITECTURE-PLAN.md');
    await until('no findings of a file that is gone', () => findings(another).length === 0);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('tells what its records say of each other, with the other place, and writes the missing half', async () => {
    await write('docs/adr/0001-use-tides.md', RECORD('1. Use tides'));
    await write('docs/adr/0002-use-moons.md', RECORD('2. Use moons', '', '\n\nSupersedes [1. Use tides](0001-use-tides.md)'));
    const document = await open('docs/adr/0002-use-moons.md');
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'consistent-supersedes'));
    const action = await until('the fix', async () => (await actionsAt(document, finding, 9)).find(({ edit }) => edit !== undefined && edit.size > 0));
    ok(action.edit && (await vscode.workspace.applyEdit(action.edit)), 'the edit is applied');
    const other = await vscode.workspace.openTextDocument(inWorkspace('docs/adr/0001-use-tides.md'));
    matches(other.getText(), /Superseded by \[2\. Use moons\]\(0002-use-moons\.md\)/);
    await other.save();
    await until('no finding', () => !rulesIn(document.uri).includes('consistent-supersedes'));
  });

  it('tells of a number that two records have, until one is gone', async () => {
    await write('docs/adr/0001-use-tides.md', RECORD('1. Use tides'));
    const twin = await write('docs/adr/0001-use-moons.md', RECORD('1. Use moons'));
    const document = await open('docs/adr/0001-use-tides.md');
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'unique-record-numbers'));
    equal(finding.relatedInformation?.[0]?.location.uri.toString(), twin.toString());
    await remove('docs/adr/0001-use-moons.md');
    await until('no finding', () => !rulesIn(document.uri).includes('unique-record-numbers'));
  });

  it('tells of links that lead nowhere, until they do', async () => {
    await write('docs/adr/0001-use-tides.md', RECORD('1. Use tides', ', see [the table](tides.md)'));
    const document = await open('docs/adr/0001-use-tides.md');
    await until('the finding', () => rulesIn(document.uri).includes('valid-links'));
    await write('docs/adr/tides.md', '# Tides\n');
    await until('no finding', () => !rulesIn(document.uri).includes('valid-links'));
  });

  it('keeps the findings of a day as hints', async () => {
    await write('plans/PHASE-7-ARCHITECTURE-PLAN.md', '# Phase 7 Architecture Plan\n\nBegun.\n');
    const document = await open('plans/PHASE-7-ARCHITECTURE-PLAN.md');
    await until('errors', () => findings(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    written.add('.groundplan/baseline.json');
    void vscode.commands.executeCommand('groundplan.freezeFindings');
    await until('hints', () => findings(document.uri).length > 0 && findings(document.uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint));
    await remove('.groundplan/baseline.json');
    await until('errors again', () => findings(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('offer to leave a finding out, and to explain it', async () => {
    const document = await newDocument('# Phase 1 Architecture Plan\n\n## Risks\n\nNone.\n');
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'required-risks'));
    const titles = (await actionsAt(document, finding)).map(({ title }) => title);
    ok(titles.includes('Leave required-risks out…') && titles.includes('Explain required-risks'), titles.join(', '));
  });

  it('lead to a blank that only the author can fill in', async () => {
    const document = await newDocument('# Phase 1 Architecture Plan\n\n## Risks\n\n{{risk}}\n');
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'no-placeholders'));
    const action = (await actionsAt(document, finding)).find(({ title }) => title === 'Fill in {{risk}}');
    ok(action?.command, 'the action selects it');
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    await until('the selection', () => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) === '{{risk}}');
  });

  it('are left out by a comment with its reason', async () => {
    const document = await newDocument('# Phase 1 Architecture Plan\n\n<!-- groundplan-ignore required-risks: kept in the register -->\n## Risks\n\nNone.\n');
    await until('findings', () => findings(document.uri).length > 0);
    ok(!rulesIn(document.uri).includes('required-risks') && !rulesIn(document.uri).includes('valid-suppressions'), rulesIn(document.uri).join(', '));
  });
});

import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, findings, inWorkspace, newDocument, until } from './support.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const TITLE = '# Phase 1 Architecture Plan\n\n';
/** What the first phase needs at the top. */
const TOP_SECTIONS = 8;

async function openPlan(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(PLAN));
  await vscode.window.showTextDocument(document);
  return document;
}

function edit(document: vscode.TextDocument, change: (edit: vscode.WorkspaceEdit) => void): Thenable<boolean> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  change(workspaceEdit);
  return vscode.workspace.applyEdit(workspaceEdit).then((done) => done && !document.isClosed);
}

function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind, resolve = 0): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind.value, resolve);
}

/** What only the author can fill in. */
function isBlank({ code }: vscode.Diagnostic): boolean {
  return typeof code === 'object' && code.value === 'no-placeholders';
}

describe('checking', () => {
  afterEach(closeEverything);

  it('marks everything that is missing, with the rule, its page and its source', async () => {
    const document = await openPlan();
    const [first] = await until('findings', () => findings(document.uri).length === TOP_SECTIONS && findings(document.uri));
    equal(first?.severity, vscode.DiagnosticSeverity.Error);
    matches(first?.message ?? '', /^The section "Phase Vision Alignment" is missing: every phase plan has one\.$/);
    const code = first?.code;
    ok(typeof code === 'object', 'the finding has a code with a page');
    equal(code.value, 'required-sections');
    equal(code.target.scheme, 'command');
    await vscode.commands.executeCommand('groundplan.explainCheck', code.value);
    await until('the page of the rule', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes('required-sections')));
  });

  it('follows edits, also in a document that was never saved', async () => {
    const document = await newDocument(TITLE);
    await until('findings', () => findings(document.uri).length === TOP_SECTIONS);
    const end = document.positionAt(document.getText().length);
    await edit(document, (change) => change.insert(document.uri, end, '## Success Criteria\n\n'));
    await until('other findings', () => findings(document.uri).some(({ message }) => message.includes('in "Success Criteria"')));
    await vscode.commands.executeCommand('undo');
    await until('the former findings', () => !findings(document.uri).some(({ message }) => message.includes('in "Success Criteria"')));
  });

  it('leaves other Markdown and other languages alone', async () => {
    const notes = await newDocument('# Notes\n\n## Risks\n\nNone.\n', 'notes');
    const plan = await newDocument(TITLE);
    await until('findings in the plan', () => findings(plan.uri).length > 0);
    deepEqual(findings(notes.uri), []);
    await vscode.languages.setTextDocumentLanguage(plan, 'plaintext');
    await until('the findings to go', () => findings(plan.uri).length === 0);
  });

  it('takes the findings away with the document', async () => {
    const document = await newDocument(TITLE, 'closing');
    await until('findings', () => findings(document.uri).length > 0);
    await closeEverything();
    await until('the findings to go', () => findings(document.uri).length === 0);
  });

  it('offers to insert the section, and what it inserts mends the finding', async () => {
    const document = await newDocument(TITLE);
    const finding = await until('a finding', () => findings(document.uri).find(({ message }) => message.startsWith('The section "Success Criteria"')));
    const fix = await until('the quick fix', async () =>
      (await actionsAt(document, finding.range, vscode.CodeActionKind.QuickFix)).find(({ title }) => title === 'Insert the section "Success Criteria"'),
    );
    equal(fix.isPreferred, true);
    ok(fix.edit, 'the fix is an edit');
    ok(await vscode.workspace.applyEdit(fix.edit), 'the edit is applied');
    await until('the finding to go', () => !findings(document.uri).some(({ message }) => message.startsWith('The section "Success Criteria"')));
    matches(document.getText(), /## ✅ Success Criteria\n\n### Architectural Success\n/);
    ok(!document.getText().includes('${'), 'tab stops are not written into the text');
  });

  it('fixes everything at once, and one undo takes it all back', async () => {
    const document = await newDocument(TITLE);
    await until('findings', () => findings(document.uri).length > 0);
    await vscode.commands.executeCommand('groundplan.fixAll');
    await until('nothing but blanks', () => findings(document.uri).every(isBlank));
    matches(document.getText(), /### Risk 1: /);
    await vscode.commands.executeCommand('undo');
    await until('the former text', () => document.getText() === TITLE);
  });

  it('fixes everything as a source action, as on save', async () => {
    const document = await newDocument(TITLE);
    await until('findings', () => findings(document.uri).length > 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('groundplan');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await until('the action', async () => {
      const actions = await actionsAt(document, whole, kind, 1);
      return actions.length > 0 && actions;
    });
    ok(action?.edit, 'the action has its edit once it is resolved');
    ok(await vscode.workspace.applyEdit(action.edit), 'the edit is applied');
    await until('nothing but blanks', () => findings(document.uri).every(isBlank));
  });

  it('offers a snippet for the whole plan and for its sections', async () => {
    const document = await newDocument('phase-plan');
    const list = await until('snippets', async () => {
      const completions = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(0, 10));
      return completions.items.some(({ label }) => labelOf(label) === 'phase-plan') && completions.items;
    });
    ok(list.some(({ label }) => labelOf(label) === 'phase-plan-success-criteria'), 'a section has its snippet');
  });
});

describe('settings', () => {
  const configuration = () => vscode.workspace.getConfiguration('groundplan');
  const set = (key: string, value: unknown) => configuration().update(key, value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    for (const key of ['rules', 'lint.enabled', 'lint.delay']) await set(key, undefined);
    await closeEverything();
  });

  it('set the severity of a check, or leave it out', async () => {
    const document = await openPlan();
    await until('errors', () => findings(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
    await set('rules', { 'required-sections': 'hint' });
    await until('hints', () => findings(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await set('rules', { 'required-sections': 'off' });
    await until('nothing', () => findings(document.uri).length === 0);
  });

  it('turn checking off and on again', async () => {
    const document = await openPlan();
    await until('findings', () => findings(document.uri).length > 0);
    await set('lint.enabled', false);
    await until('nothing', () => findings(document.uri).length === 0);
    await set('lint.enabled', undefined);
    await until('findings', () => findings(document.uri).length > 0);
  });

  it('that cannot be used leave their defaults in force', async () => {
    await set('lint.delay', -1);
    const document = await openPlan();
    await until('findings', () => findings(document.uri).length === TOP_SECTIONS);
  });
});

describe('documents that are not what they seem', () => {
  afterEach(closeEverything);

  it('of 5 MB are checked, and checked again after an edit', async () => {
    const document = await newDocument(`${TITLE}${'A line of text that goes on for a while and says little.\n'.repeat(88_000)}`);
    await until('findings', () => findings(document.uri).length === TOP_SECTIONS);
    await edit(document, (change) => change.insert(document.uri, new vscode.Position(2, 0), '## Success Criteria\n\n'));
    await until('other findings', () => findings(document.uri).some(({ message }) => message.includes('in "Success Criteria"')));
  });

  it('that are empty, or only a title, or broken in every way, are read', async () => {
    for (const text of [' ', '#', '```', '<!--', '---\n', '| a |\n|--|\n', '> '.repeat(500), '\u0000\u0001']) {
      const document = await newDocument(TITLE + text);
      await until('findings', () => findings(document.uri).length > 0);
      ok(!findings(document.uri).some(({ message }) => message.includes('failed')), `no check fails on ${JSON.stringify(text)}`);
      await closeEverything();
    }
  });
});

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

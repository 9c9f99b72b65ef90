import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, inWorkspace, until, workspaceFolder } from './support.ts';

const DESIGN = 'plans/architecture-design-QUAY-1-2026-03-02.md';
const TASKS = 'plans/architecture-design-QUAY-1-2026-03-02-TASKS.md';
const RECORD = 'plans/ADR-0071-one-log.md';
const NOTES = 'plans/quay-notes.md';
const TEXTS: Readonly<Record<string, string>> = {
  [RECORD]: '# 71. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nWhy [we](command:evil) do.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n',
  [TASKS]: '# Task Breakdown: Quay\r\n\r\nMade from [the design](architecture-design-QUAY-1-2026-03-02.md#risk-assessment-and-mitigation).\r\n\r\n## Tasks\r\n\r\n- [ ] T-01 Drive 🚢 piles (3h) against R-1\r\n- [ ] T-02 Pour (2h) after T-01\r\n',
  [NOTES]: '# Notes\n\nOf [the risks](architecture-design-QUAY-1-2026-03-02.md#risk-assessment-and-mitigation) and R-1.\n',
  [DESIGN]:
    '# Quay Architecture Design\n\n## System Overview\n\nR-1 and R-10, see ADR-0071.\n\n## Risk Assessment and Mitigation\n\n| ID | Risk | Impact | Mitigation |\n|---|---|---|---|\n| R-1 | Storm | High | Wait |\n| R-10 | Fire | Low | As in [R-1](#risk-assessment-and-mitigation) |\n\n```text\nR-1\n```\n',
};

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where the words begin, moved on by so many characters. */
function place(document: vscode.TextDocument, words: string, on = 1): vscode.Position {
  const offset = document.getText().indexOf(words);
  ok(offset >= 0, `"${words}" stands in ${document.uri.path}`);
  return document.positionAt(offset + on);
}

function said({ uri, range: { start, end } }: vscode.Location): string {
  return `${uri.path.slice(uri.path.lastIndexOf('/') + 1)} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, position);
  return found.map((each) => ('targetUri' in each ? said(new vscode.Location(each.targetUri, each.targetSelectionRange ?? each.targetRange)) : said(each)));
}

async function references(document: vscode.TextDocument, position: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
  return found.map(said).sort();
}

async function onDisk(file: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(file)));
}

describe('names across documents', () => {
  before(async function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
    for (const [file, text] of Object.entries(TEXTS)) await vscode.workspace.fs.writeFile(inWorkspace(file), new TextEncoder().encode(text));
    const tasks = await open(TASKS);
    // What was written a moment ago is known once the watcher told of it.
    await until('the files around', async () => (await references(tasks, place(tasks, 'R-1'))).length === 4);
    await closeEverything();
  });
  afterEach(closeEverything);
  after(async () => {
    for (const file of Object.keys(TEXTS)) await vscode.workspace.fs.delete(inWorkspace(file)).then(undefined, () => undefined);
  });

  it('lead to where they are defined, and to every place that names them', async () => {
    const tasks = await open(TASKS);
    deepEqual(await definitions(tasks, place(tasks, 'R-1')), ['architecture-design-QUAY-1-2026-03-02.md 10:2-10:5']);
    deepEqual(await definitions(tasks, place(tasks, 'after T-01', 8)), ['architecture-design-QUAY-1-2026-03-02-TASKS.md 6:6-6:10']);
    deepEqual(await references(tasks, place(tasks, 'R-1')), [
      'architecture-design-QUAY-1-2026-03-02-TASKS.md 6:39-6:42',
      'architecture-design-QUAY-1-2026-03-02.md 10:2-10:5',
      'architecture-design-QUAY-1-2026-03-02.md 11:29-11:32',
      'architecture-design-QUAY-1-2026-03-02.md 4:0-4:3',
    ]);
    const design = await open(DESIGN);
    deepEqual(await definitions(design, place(design, 'ADR-0071')), ['ADR-0071-one-log.md 0:0-0:18']);
    deepEqual(await definitions(design, place(design, 'ID |')), []);
  });

  it('of headings lead to every link, once each', async () => {
    const design = await open(DESIGN);
    deepEqual(await references(design, place(design, '## Risk Ass', 5)), [
      'architecture-design-QUAY-1-2026-03-02-TASKS.md 2:23-2:94',
      'architecture-design-QUAY-1-2026-03-02.md 11:34-11:65',
      'architecture-design-QUAY-1-2026-03-02.md 6:0-6:33',
      'quay-notes.md 2:15-2:86',
    ]);
  });

  it('are renamed in all documents, and come back byte for byte with one undo', async () => {
    const design = await open(DESIGN);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', design.uri, place(design, 'R-1 and'), 'R-003');
    deepEqual(edit.entries().map(([uri, edits]) => [uri.path.slice(uri.path.lastIndexOf('/') + 1), edits.length]).sort(), [['architecture-design-QUAY-1-2026-03-02-TASKS.md', 1], ['architecture-design-QUAY-1-2026-03-02.md', 3]]);
    ok(await vscode.workspace.applyEdit(edit), 'the edit is applied');
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(TASKS));
    equal(tasks.getText(), TEXTS[TASKS]?.replace('R-1', 'R-003'));
    equal(design.getText(), TEXTS[DESIGN]?.replace('R-1 and', 'R-003 and').replace('| R-1 ', '| R-003 ').replace('[R-1]', '[R-003]'));
    // What is not saved yet is known as well.
    equal((await references(design, place(design, 'R-003 and'))).length, 4);
    deepEqual(await definitions(tasks, place(tasks, 'R-003')), ['architecture-design-QUAY-1-2026-03-02.md 10:2-10:7']);
    await vscode.window.showTextDocument(design);
    await vscode.commands.executeCommand('undo');
    await vscode.window.showTextDocument(tasks);
    if (tasks.getText() !== TEXTS[TASKS]) await vscode.commands.executeCommand('undo');
    deepEqual([design.getText(), tasks.getText()], [TEXTS[DESIGN], TEXTS[TASKS]]);
    deepEqual([await onDisk(DESIGN), await onDisk(TASKS)], [TEXTS[DESIGN], TEXTS[TASKS]]);
  });

  it('of headings take the links to them along', async () => {
    const design = await open(DESIGN);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', design.uri, place(design, '## Risk Ass', 5), 'Risks 🌊');
    const changes = edit.entries().flatMap(([uri, edits]) => edits.map(({ newText }) => `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: ${newText}`));
    deepEqual(changes.sort(), ['architecture-design-QUAY-1-2026-03-02-TASKS.md: risks-', 'architecture-design-QUAY-1-2026-03-02.md: Risks 🌊', 'architecture-design-QUAY-1-2026-03-02.md: risks-', 'quay-notes.md: risks-']);
  });

  it('are refused with a sentence where they cannot be changed', async () => {
    const design = await open(DESIGN);
    const refused = async (words: string, next: string): Promise<string> => {
      try {
        await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', design.uri, place(design, words), next);
        return 'renamed';
      } catch (error) {
        return String(error);
      }
    };
    matches(await refused('ADR-0071', 'ADR-0072'), /The number of a record is changed by the command "Groundplan: Renumber Record"/);
    matches(await refused('R-1 and', 'R-10'), /"R-10" names something else in .* already: choose another name\./);
    // In a heading the editor would go on by itself.
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', design.uri, place(design, '## Risk Ass', 5), 'System Overview');
    equal(edit.size, 0);
    equal(design.isDirty, false);
  });

  it('are links where they mean a document, tell what it is, and run nothing', async () => {
    const design = await open(DESIGN);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', design.uri, 10);
    ok(links.some(({ range, target }) => range.start.line === 4 && range.start.character === 18 && target?.path.endsWith('ADR-0071-one-log.md') === true), links.map(({ range }) => range.start.character).join());
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', design.uri, place(design, 'ADR-0071'));
    const contents = hovers.flatMap((hover) => hover.contents).filter((content) => content instanceof vscode.MarkdownString);
    const text = contents.map(({ value }) => value).join('\n');
    matches(text, /\*\*71\\?(?:&#46;|\.) Keep one log\*\* \(Decision Record/);
    matches(text, /State&#58; Accepted|State: Accepted/);
    ok(!text.includes('](command:') && contents.every(({ isTrusted }) => isTrusted !== true), text);
  });

  it('are offered as links, with what they are', async () => {
    const design = await open(DESIGN);
    const editor = await vscode.window.showTextDocument(design);
    await editor.edit((edit) => edit.insert(place(design, 'R-1 and', 0), 'Like ADR-'));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', design.uri, place(design, 'Like ADR-', 9), '-');
    const offer = list.items.find(({ label }) => typeof label !== 'string' && label.label === '71. Keep one log');
    equal(offer?.insertText, '[ADR-0071](ADR-0071-one-log.md)');
    const label = offer?.label;
    ok(typeof label === 'object' && label.description?.endsWith(', Accepted') === true, 'its state is told');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are counted above the title and the risks, unless that is switched off', async () => {
    const design = await open(DESIGN);
    const titles = async (): Promise<readonly string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', design.uri, 20);
      return lenses.map(({ command }) => command?.title ?? '');
    };
    const shown = await until('the counts', async () => (await titles()).includes('2 documents refer here') && titles());
    ok(shown.includes('4 places name these risks') || shown.includes('3 places name these risks'), shown.join());
    const settings = vscode.workspace.getConfiguration('groundplan');
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    await until('no counts', async () => !(await titles()).includes('2 documents refer here'));
    await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  it('mean nothing on files that are not ours', async () => {
    const notes = await open(NOTES);
    deepEqual(await definitions(notes, place(notes, 'R-1')), []);
    deepEqual(await references(notes, place(notes, 'R-1')), []);
    equal((await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', notes.uri, place(notes, 'R-1'))).length, 0);
  });
});

import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, EXTENSION, inWorkspace, newDocument, until, workspaceFolder } from './support.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION);
  ok(found, `${EXTENSION} is installed`);
  return found;
}

describe('the extension', () => {
  afterEach(closeEverything);

  it('runs in a real editor with a workspace', async () => {
    matches(vscode.version, /^1\.\d+\.\d+/);
    equal(vscode.workspace.isTrusted, true);
    const [kind] = (await vscode.workspace.fs.readDirectory(workspaceFolder())).filter(([name]) => name === 'notes.md');
    deepEqual(kind, ['notes.md', vscode.FileType.File]);
  });

  it('is active once a Markdown file is open', async () => {
    await vscode.window.showTextDocument(inWorkspace('notes.md'));
    await until('activation', () => extension().isActive);
  });

  it('is active for an unsaved Markdown document', async () => {
    const document = await newDocument('# Notes\n');
    equal(document.languageId, 'markdown');
    await until('activation', () => extension().isActive);
  });

  it('registers every command that its manifest declares', async () => {
    await extension().activate();
    const registered = await vscode.commands.getCommands(true);
    const declared = (extension().packageJSON as Manifest).contributes.commands.map(({ command }) => command);
    ok(declared.length > 0, 'the manifest declares commands');
    deepEqual(declared.filter((command) => !registered.includes(command)), []);
  });
});

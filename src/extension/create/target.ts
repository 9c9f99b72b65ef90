import * as vscode from 'vscode';
import { withArticle } from '../../core/text/words.ts';
import { activeMarkdown } from '../documents.ts';
import { WorkspaceFiles } from '../workspace-files.ts';

/** Where a new document is to go, as far as the author said it by what they clicked or have open. Paths are relative to the root. */
export interface Target {
  readonly root: vscode.Uri;
  /** A folder that was clicked. */
  readonly folder: string | undefined;
  /** A file that was clicked: it is the one that is meant. */
  readonly file: string | undefined;
  /** The Markdown file in front: likely the one that is meant. */
  readonly active: string | undefined;
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export async function chooseTarget(name: string, clicked: unknown): Promise<Target | undefined> {
  if (clicked instanceof vscode.Uri) return targetAt(clicked);
  const document = activeMarkdown();
  const folder = await chooseFolder(name);
  if (folder === undefined) return undefined;
  const isHere = document !== undefined && vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() === folder.toString();
  return { root: folder, folder: undefined, file: undefined, active: isHere ? new WorkspaceFiles(folder).pathOf(document.uri) : undefined };
}

async function targetAt(clicked: vscode.Uri): Promise<Target | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(clicked)?.uri;
  if (root === undefined) {
    void vscode.window.showErrorMessage('A document is written into a folder of the workspace: open the folder of this file first.');
    return undefined;
  }
  const path = new WorkspaceFiles(root).pathOf(clicked);
  const { type } = await vscode.workspace.fs.stat(clicked);
  const isFolder = (type & vscode.FileType.Directory) !== 0;
  return { root, folder: isFolder ? path : undefined, file: isFolder ? undefined : path, active: undefined };
}

async function chooseFolder(name: string): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder: `Which folder is the ${name} for?`, ignoreFocusOut: true }))?.uri;
  }
  const [only] = folders;
  if (only !== undefined) return only.uri;
  const open = 'Open Folder';
  const answer = await vscode.window.showErrorMessage(`${sentence(withArticle(name))} is written into a folder, and none is open: open one first.`, open);
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
  return undefined;
}

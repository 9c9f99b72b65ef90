import * as vscode from 'vscode';
import { ok } from './assert.ts';

export const EXTENSION = 'groundplan.groundplan';

type Answer<T> = T | undefined | null | false;

/** Asks until the answer is there: findings, fixes, settings and panels cross a process and arrive a little later. */
export async function until<T>(what: string, ask: () => Answer<T> | Thenable<Answer<T>>, limitMs = 30_000): Promise<T> {
  for (const end = Date.now() + limitMs; ; await pause(25)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the suite runs in a workspace');
  return folder.uri;
}

export function inWorkspace(file: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), file);
}

let documents = 0;

/**
 * Shows an unsaved Markdown document with this text. Each has a name of its own: a nameless one is called Untitled-1 again and may come
 * up with the text of the one closed before, whose backup is still being written.
 */
export async function newDocument(text: string, name = 'untitled'): Promise<vscode.TextDocument> {
  const uri = inWorkspace(`${name}-${++documents}.md`).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text)), 'the new document takes its text');
  return document;
}

/** Closes every tab without a question, and waits until the unsaved documents are gone with them. */
export async function closeEverything(): Promise<void> {
  await until('all tabs to close', async () => {
    if (vscode.window.tabGroups.all.every((group) => group.tabs.length === 0)) return true;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return false;
  });
  await until('unsaved documents to close', () => !vscode.workspace.textDocuments.some((document) => document.isUntitled));
}

/** The findings of Groundplan in a document, in their order there. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'groundplan')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

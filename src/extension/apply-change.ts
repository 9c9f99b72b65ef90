import * as vscode from 'vscode';
import type { Change, FileChange } from '../core/life/change.ts';
import { toEditorRange } from './documents.ts';
import { notSaved, takeBack } from './take-back.ts';

/** How a change is shown before it is made: at once, or piece by piece for the author to leave some out. */
export type Confirmation = 'none' | 'preview';

/** Changes files as one step to undo, and saves them as renaming does; a sentence on why nothing was changed. */
export async function applyChange(change: Change, folder: vscode.Uri, confirmation: Confirmation = 'none'): Promise<string | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label: change.title, needsConfirmation: false };
  for (const { path, contents } of change.creates ?? []) {
    const uri = uriIn(folder, path);
    if ((await kindOf(uri)) !== undefined) return `${path} exists already and stays as it is; nothing was changed.`;
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(contents) }, metadata);
  }
  for (const file of change.files) {
    const problem = await addEdits(edit, file, uriIn(folder, file.path), metadata);
    if (problem !== undefined) return problem;
  }
  if (confirmation === 'preview') askForConfirmation(edit, change, folder);
  for (const { from, to } of change.renames ?? []) {
    if ((await kindOf(uriIn(folder, to))) !== undefined) return `${to} exists already and stays as it is; nothing was changed.`;
    edit.renameFile(uriIn(folder, from), uriIn(folder, to), { overwrite: false }, metadata);
  }
  if (await vscode.workspace.applyEdit(edit, { isRefactoring: true })) return takeBackUnsaved(change, folder);
  return confirmation === 'preview' ? 'Nothing was changed.' : 'Nothing was changed: the editor could not write all of the files.';
}

/** All of it is saved, or nothing is. */
async function takeBackUnsaved(change: Change, folder: vscode.Uri): Promise<string | undefined> {
  const path = await notSaved(change, folder);
  if (path === undefined) return undefined;
  if (await takeBack(change, folder)) return `${path} cannot be saved, so nothing was changed: make it writable and run the command again.`;
  return `${path} cannot be saved: undo the change, or make it writable and save it.`;
}

/** What needs to be confirmed is left out until the author ticks it. So that is an edit which changes nothing: all others are ticked. */
function askForConfirmation(edit: vscode.WorkspaceEdit, { title, files: [first] }: Change, folder: vscode.Uri): void {
  if (first) edit.replace(uriIn(folder, first.path), new vscode.Range(0, 0, 0, 0), '', { label: title, needsConfirmation: true });
}

async function addEdits(edit: vscode.WorkspaceEdit, { path, text, edits }: FileChange, uri: vscode.Uri, metadata: vscode.WorkspaceEditEntryMetadata): Promise<string | undefined> {
  if (edits.length === 0) return undefined;
  const stat = await kindOf(uri);
  if (stat === undefined) return `${path} is gone; nothing was changed.`;
  if (stat.permissions === vscode.FilePermission.Readonly) return `${path} is read-only; nothing was changed.`;
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== text) return `${path} has changed in the meantime; nothing was changed. Run the command again.`;
  const isCrlf = document.eol === vscode.EndOfLine.CRLF;
  for (const { range, text: written } of edits) edit.replace(uri, toEditorRange(document, range), isCrlf ? written.replace(/\r?\n/g, '\r\n') : written, metadata);
  return undefined;
}

function uriIn(folder: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...path.split('/'));
}

async function kindOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

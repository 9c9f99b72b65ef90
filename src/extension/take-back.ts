import * as vscode from 'vscode';
import type { Change } from '../core/life/change.ts';
import { movedPath } from '../core/life/records/renumber/renumbering.ts';
import { asInEditor } from './create/editor-files.ts';
import { WorkspaceFiles } from './workspace-files.ts';

const SAVES_TOGETHER = 'files.refactoring.autoSave';
const MOST_LINES = 1_000_000;

/**
 * A file of a change that could not be saved with the others. What is read-only by its permissions, by a setting or for now is known to
 * nobody but the editor, which changes it all the same and then does not save it.
 */
export async function notSaved({ files, creates = [], renames = [] }: Change, folder: vscode.Uri): Promise<string | undefined> {
  if (files.length + creates.length + renames.length < 2 || vscode.workspace.getConfiguration().get(SAVES_TOGETHER) !== true) return undefined;
  const root = new WorkspaceFiles(folder);
  for (const { path, text } of files) if (await isUnsaved(root.uriOf(movedPath(path, renames)), text)) return path;
  return undefined;
}

/** Nothing that is read-only counts as unsaved: then the file still says what it said before, and the editor something else. */
async function isUnsaved(uri: vscode.Uri, before: string): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document === undefined || document.isDirty || document.getText() === before) return document?.isDirty === true;
  return asInEditor(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri))) === before;
}

/** Makes the files what they were before a change, and saves them; whether it could. */
export async function takeBack({ title, files, creates = [], renames = [] }: Change, folder: vscode.Uri): Promise<boolean> {
  const root = new WorkspaceFiles(folder);
  const metadata = { label: title, needsConfirmation: false };
  const edit = new vscode.WorkspaceEdit();
  for (const { from, to } of renames) if (await exists(root.uriOf(to))) edit.renameFile(root.uriOf(to), root.uriOf(from), { overwrite: false }, metadata);
  for (const { path } of creates) edit.deleteFile(root.uriOf(path), { ignoreIfNotExists: true }, metadata);
  const everything = new vscode.Range(0, 0, MOST_LINES, 0);
  for (const { path, text } of files) edit.replace(root.uriOf(path), everything, text, metadata);
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

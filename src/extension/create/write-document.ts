import * as vscode from 'vscode';
import type { Scaffold } from '../../core/scaffold/scaffold.ts';
import { nameOf } from '../documents.ts';

/** Creates the document and opens it at its first blank; a sentence on why that could not be done. */
export function writeDocument({ path, snippet }: Scaffold, folder: vscode.Uri): Promise<string | undefined> {
  return createWith(path, folder, { snippet });
}

/** Creates a file with this content; a sentence on why it could not be done. Nothing that exists is ever written to. */
export async function createWith(path: string, folder: vscode.Uri, content: { readonly snippet: string } | { readonly text: string }): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(folder, ...path.split('/'));
  if (await exists(uri)) return `${path} exists already and stays as it is: choose another name or number, or rename it first.`;
  if (!(await createEmpty(uri))) return `${path} could not be created: check that the folder is not read-only and that there is room on the disk.`;
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  if (editor.document.getText() !== '') return `${path} was written by someone else at the same moment and stays as it is.`;
  if (!(await fillIn(editor, content))) return `${nameOf(uri)} could not be filled in: close it without saving, delete it and run the command again.`;
  await editor.document.save();
  return undefined;
}

/** As one undo. */
function fillIn(editor: vscode.TextEditor, content: { readonly snippet: string } | { readonly text: string }): Thenable<boolean> {
  const start = new vscode.Position(0, 0);
  if ('text' in content) return editor.edit((edit) => edit.insert(start, content.text));
  return editor.insertSnippet(new vscode.SnippetString(content.snippet), start, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
}

async function createEmpty(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  try {
    return (await vscode.workspace.applyEdit(edit)) && (await exists(uri));
  } catch {
    return false;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

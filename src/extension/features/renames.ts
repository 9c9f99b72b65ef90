import * as vscode from 'vscode';
import type { FileChange } from '../../core/life/change.ts';
import { headingAt, meaningAt } from '../../core/language/name-at.ts';
import { planRename, renamedAt } from '../../core/language/rename.ts';
import { MARKDOWN } from '../documents.ts';
import type { FolderIndex } from '../folder-index.ts';
import { rangeIn, type Library, type Opened } from '../library.ts';

/** Renames a risk, phase, service, task or heading in every document that names it, as one step to undo. */
export function offerRenames(library: Library): vscode.Disposable {
  return vscode.languages.registerRenameProvider(MARKDOWN, new Renames(library));
}

class Renames implements vscode.RenameProvider {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  async prepareRename(document: vscode.TextDocument, position: vscode.Position): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    const opened = await this.#library.open(document);
    const renamed = opened && renamedAt(opened.shelf, opened.path, document.offsetAt(position));
    if (opened === undefined || renamed === undefined) return undefined;
    if ('problem' in renamed) throw new Error(renamed.problem);
    return { range: rangeIn(opened.shelf, opened.path, renamed.range), placeholder: renamed.text };
  }

  async provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, next: string): Promise<vscode.WorkspaceEdit | undefined> {
    const opened = await this.#library.open(document);
    const offset = document.offsetAt(position);
    const meaning = opened && meaningAt(opened.shelf, opened.path, offset);
    if (opened === undefined || meaning === undefined) return undefined;
    const path = meaning.what === 'name' ? meaning.name.path : meaning.path;
    const shelf = await this.#library.withPages(opened, [path, ...opened.shelf.around(path)]);
    const planned = planRename(shelf, opened.path, offset, next);
    const edit = new vscode.WorkspaceEdit();
    if ('problem' in planned) {
      // What we refuse in a heading or link the editor itself would rename without looking: the heading as a whole, or the file.
      if (!isOfEditor(opened, offset)) throw new Error(planned.problem);
      void vscode.window.showWarningMessage(planned.problem);
      return edit;
    }
    for (const file of planned.change.files) await addEdits(edit, file, opened.folder);
    return edit;
  }
}

function isOfEditor({ shelf, path }: Opened, offset: number): boolean {
  const page = shelf.page(path);
  return page !== undefined && (page.linkAt(offset) !== undefined || headingAt(page, offset) !== undefined);
}

/** Nothing is written into a file that says something else by now. */
async function addEdits(edit: vscode.WorkspaceEdit, { path, text, edits }: FileChange, { files }: FolderIndex): Promise<void> {
  const uri = files.uriOf(path);
  const document = await vscode.workspace.openTextDocument(uri);
  const mark = text.startsWith('\uFEFF') && !document.getText().startsWith('\uFEFF') ? 1 : 0;
  if (document.getText() !== text.slice(mark)) throw new Error(`${path} has changed in the meantime; nothing was renamed. Rename once more.`);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw new Error(`${path} cannot be written; nothing was renamed.`);
  for (const { range, text: written } of edits) edit.replace(uri, new vscode.Range(document.positionAt(range.start - mark), document.positionAt(range.end - mark)), written);
}

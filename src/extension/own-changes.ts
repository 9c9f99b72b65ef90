import * as vscode from 'vscode';

/** Hears of what is done to files in this editor: it tells of that at once, and a watcher may miss it in a folder that is new. */
export function onOwnChanges(changed: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => changed(uri)),
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(changed)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(changed)),
    vscode.workspace.onDidRenameFiles(({ files }) => files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]).forEach(changed)),
  );
}

import * as vscode from 'vscode';
import type { Folders } from '../core/ports.ts';

/** The folders of one workspace folder, on whatever file system it lives. */
export class WorkspaceFolders implements Folders {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async fileNames(folder: string): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(this.#root, ...folder.split('/')));
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    } catch (error) {
      // Not there, no folder, not to be read: whoever writes into it later says why that cannot be done.
      if (error instanceof vscode.FileSystemError) return [];
      throw error;
    }
  }
}

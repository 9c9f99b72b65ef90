import * as vscode from 'vscode';
import type { Files } from '../../core/ports.ts';
import { WorkspaceFiles } from '../workspace-files.ts';

/** What is larger is no text that somebody wrote. */
const LARGEST_BYTES = 2_000_000;

/** The files of a folder with the texts that the editor has for them: without a byte-order mark, and with one kind of line ending. */
export class EditorFiles implements Files {
  readonly #files: WorkspaceFiles;

  constructor(root: vscode.Uri) {
    this.#files = new WorkspaceFiles(root);
  }

  fileNames(folder: string): Promise<readonly string[]> {
    return this.#files.fileNames(folder);
  }

  folderNames(folder: string): Promise<readonly string[]> {
    return this.#files.folderNames(folder);
  }

  find(glob: string): Promise<readonly string[]> {
    return this.#files.find(glob);
  }

  async read(path: string): Promise<string | undefined> {
    try {
      const { size, type } = await vscode.workspace.fs.stat(this.#files.uriOf(path));
      if (size > LARGEST_BYTES || (type & vscode.FileType.File) === 0) return undefined;
    } catch {
      return undefined;
    }
    const text = await this.#files.read(path);
    return text === undefined ? undefined : asInEditor(text);
  }
}

/** An editor that meets several kinds of line endings takes the one that most lines have. */
export function asInEditor(text: string): string {
  const bare = text.replace(/^\uFEFF/, '');
  if (!bare.includes('\r')) return bare;
  const [crlf, cr, lf] = [bare.split('\r\n').length - 1, bare.split('\r').length - 1, bare.split('\n').length - 1];
  const isMixed = cr !== crlf || lf !== crlf;
  // So the editor counts: lines that end in a carriage return, alone or not, against half of all.
  return isMixed ? bare.replace(/\r\n?|\n/g, cr > (cr + lf - crlf) / 2 ? '\r\n' : '\n') : bare;
}

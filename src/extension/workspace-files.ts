import * as vscode from 'vscode';
import type { Files } from '../core/ports.ts';

const MOST_FILES = 5000;
const NOT_OURS = '**/{node_modules,.git,vendor,third_party}/**';

/** The files of one workspace folder, on whatever file system it lives, named by paths relative to it. */
export class WorkspaceFiles implements Files {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async fileNames(folder: string): Promise<readonly string[]> {
    return (await this.#entries(folder)).filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  }

  async folderNames(folder: string): Promise<readonly string[]> {
    return (await this.#entries(folder)).filter(([, type]) => (type & vscode.FileType.Directory) !== 0).map(([name]) => name);
  }

  async find(glob: string): Promise<readonly string[]> {
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(this.#root, glob), NOT_OURS, MOST_FILES);
    return found.map((uri) => this.pathOf(uri)).sort();
  }

  async read(path: string): Promise<string | undefined> {
    const uri = this.uriOf(path);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) return open.getText();
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }

  uriOf(path: string): vscode.Uri {
    return path === '' ? this.#root : vscode.Uri.joinPath(this.#root, ...path.split('/'));
  }

  pathOf(uri: vscode.Uri): string {
    return uri.path.slice(this.#root.path.replace(/\/$/, '').length + 1);
  }

  async #entries(folder: string): Promise<readonly [string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(this.uriOf(folder));
    } catch (error) {
      // Not there, no folder, not to be read: whoever writes into it later says why that cannot be done.
      if (error instanceof vscode.FileSystemError) return [];
      throw error;
    }
  }
}

/** How rules, baselines and messages name a document: by its path in its folder of the workspace, else by its whole path. */
export function pathInWorkspace(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? new WorkspaceFiles(folder.uri).pathOf(uri) : uri.path.replace(/^\//, '');
}

/** The document at a path in the same folder of the workspace. */
export function uriInWorkspace(near: vscode.Uri, path: string): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(near);
  return folder ? new WorkspaceFiles(folder.uri).uriOf(path) : near.with({ path: `/${path}` });
}

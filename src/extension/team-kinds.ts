import * as vscode from 'vscode';
import { readTemplate, type Kind } from '../core/template/kind.ts';
import { Lines } from '../core/text/lines.ts';
import type { Range } from '../core/text/range.ts';
import { settingsFor, SECTION } from './configuration.ts';
import { onOwnChanges } from './own-changes.ts';

const MOST_TEMPLATES = 200;

/** The kinds of documents that the templates of each workspace folder make, kept up to date; what is wrong with a template stands on its lines. */
export class TeamKinds implements vscode.Disposable {
  readonly #kinds = new Map<string, readonly Kind[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('groundplan-templates');
  readonly #subscriptions: vscode.Disposable;
  #watchers: readonly vscode.Disposable[] = [];
  #ready: Promise<void>;

  /** A template was written, changed or taken away. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#diagnostics,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#start()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(`${SECTION}.templates`) && this.#start()),
      onOwnChanges((uri) => void (this.#isTemplate(uri) && this.#start())),
    );
    this.#ready = this.#start();
  }

  /** When everything that was there at the last change has been read. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  for(uri: vscode.Uri | undefined): readonly Kind[] {
    const folder = uri ? vscode.workspace.getWorkspaceFolder(uri) : vscode.workspace.workspaceFolders?.[0];
    return (folder && this.#kinds.get(folder.uri.toString())) ?? [];
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  #isTemplate(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder !== undefined && uri.path.startsWith(`${templateFolder(folder).path}/`);
  }

  #start(): Promise<void> {
    for (const watcher of this.#watchers) watcher.dispose();
    const folders = vscode.workspace.workspaceFolders ?? [];
    this.#watchers = folders.flatMap((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(templateFolder(folder), '*.md'));
      const reload = (): void => void (this.#ready = this.#load([folder]));
      return [watcher, watcher.onDidCreate(reload), watcher.onDidChange(reload), watcher.onDidDelete(reload)];
    });
    this.#ready = this.#load(folders);
    return this.#ready;
  }

  async #load(folders: readonly vscode.WorkspaceFolder[]): Promise<void> {
    await Promise.all(folders.map((folder) => this.#loadFolder(folder)));
    this.#changed.fire();
  }

  async #loadFolder(folder: vscode.WorkspaceFolder): Promise<void> {
    const root = templateFolder(folder);
    this.#diagnostics.forEach((uri) => uri.path.startsWith(`${root.path}/`) && this.#diagnostics.delete(uri));
    const kinds: Kind[] = [];
    for (const name of await namesIn(root)) {
      const uri = vscode.Uri.joinPath(root, name);
      const text = await readFromDisk(uri);
      if (text === undefined) continue;
      const { kind, problems } = readTemplate(text);
      const lines = new Lines(text);
      const twice = kind && kinds.some(({ id }) => id === kind.id) ? [{ message: `Another template of this folder is the kind "${kind.id}" already: give this one a name of its own.`, range: { start: 0, end: 3 } }] : [];
      this.#diagnostics.set(
        uri,
        [...problems, ...twice].map(({ message, range }) => toDiagnostic(lines, message, range)),
      );
      if (kind && twice.length === 0) kinds.push(kind);
    }
    this.#kinds.set(folder.uri.toString(), kinds);
  }
}

export function toDiagnostic(lines: Lines, message: string, { start, end }: Range): vscode.Diagnostic {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  const diagnostic = new vscode.Diagnostic(new vscode.Range(from.line, from.column, to.line, to.column), message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'groundplan';
  return diagnostic;
}

export function templateFolder(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ...settingsFor(folder.uri).settings['templates.folder'].split(/[/\\]+/));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([name, type]) => name.endsWith('.md') && (type & vscode.FileType.File) !== 0).map(([name]) => name).sort().slice(0, MOST_TEMPLATES);
  } catch {
    // No folder, no templates.
    return [];
  }
}

/** As it is on disk: an editor may not have heard yet of what was written by others. */
export async function readFromDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It went away meanwhile.
    return undefined;
  }
}

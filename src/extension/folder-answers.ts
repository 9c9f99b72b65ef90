import * as vscode from 'vscode';
import { NOWHERE, type Surroundings } from '../core/lint/surroundings.ts';
import type { ReadMarkdown } from '../core/plan/markdown.ts';
import type { Files, Helpers } from '../core/ports.ts';
import type { Kind } from '../core/template/kind.ts';
import { Answers } from '../core/workspace/answers.ts';
import { diagramProblem } from './diagram-parser.ts';
import { onOwnChanges } from './own-changes.ts';
import { today } from './today.ts';
import { WorkspaceFiles } from './workspace-files.ts';

const NO_FILES: Files = {
  fileNames: () => Promise.resolve([]),
  folderNames: () => Promise.resolve([]),
  find: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
};

/** What stands around the documents of each workspace folder, as far as rules have asked; forgotten where it changes. */
export class FolderAnswers implements vscode.Disposable {
  readonly #answers = new Map<string, { readonly answers: Answers; readonly files: WorkspaceFiles }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  readonly #kindsFor: (uri: vscode.Uri) => readonly Kind[];
  readonly #read: ReadMarkdown;
  readonly #helpersFor: (folder: vscode.Uri) => Helpers;
  /** Of documents that are not saved, or stand in no folder of the workspace. */
  readonly #diagrams: Answers;

  /** A file was written, made or taken away, or edited in an editor without being saved. */
  readonly onDidChange = this.#changed.event;

  constructor(kindsFor: (uri: vscode.Uri) => readonly Kind[], read: ReadMarkdown, helpersFor: (folder: vscode.Uri) => Helpers) {
    this.#kindsFor = kindsFor;
    this.#read = read;
    this.#helpersFor = helpersFor;
    this.#diagrams = new Answers(NO_FILES, { diagramProblem }, () => [], read, today);
    // Links lead to files of every kind; of those only whether they are there matters.
    const any = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    const markdown = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,mdown,mkd}', true, false, true);
    const forget = (uri: vscode.Uri): void => this.#forget(uri);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      any,
      any.onDidCreate(forget),
      any.onDidDelete(forget),
      markdown,
      markdown.onDidChange(forget),
      onOwnChanges(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#answers.clear()),
    );
  }

  for(uri: vscode.Uri): Surroundings {
    return this.#of(uri)?.answers ?? { ...NOWHERE, today: today(), diagram: (source) => this.#diagrams.diagram(source) };
  }

  /** Finds out what rules asked about the surroundings of the document, and tells whether anything was asked. */
  async settle(uri: vscode.Uri): Promise<boolean> {
    return (this.#of(uri)?.answers ?? this.#diagrams).settle();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #of(uri: vscode.Uri): { readonly answers: Answers; readonly files: WorkspaceFiles } | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (folder === undefined) return undefined;
    const known = this.#answers.get(folder.toString());
    if (known !== undefined) return known;
    const files = new WorkspaceFiles(folder);
    const answers = new Answers(files, this.#helpersFor(folder), () => this.#kindsFor(folder), this.#read, today);
    this.#answers.set(folder.toString(), { answers, files });
    return { answers, files };
  }

  #forget(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const known = this.#answers.get(folder);
    known?.answers.forget(known.files.pathOf(uri));
    this.#changed.fire(uri);
  }
}

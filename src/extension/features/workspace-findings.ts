import * as vscode from 'vscode';
import { freeze, type Baseline } from '../../core/lint/baseline.ts';
import type { Finding } from '../../core/lint/lint.ts';
import { isMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { readFromDisk } from '../team-kinds.ts';
import { TimeSlices } from '../time-slices.ts';
import { pathInWorkspace } from '../workspace-files.ts';
import { toDiagnostics } from './diagnostics.ts';

const MARKDOWN_FILES = '**/*.{md,markdown,mdown,mkd}';
/** What takes longer to read than anybody should wait is checked when it is opened. */
const LONGEST_TEXT = 1_000_000;
/** Files change together: a branch is switched, a folder renamed. */
const REST_MS = 400;

export interface WorkspaceSummary {
  readonly files: number;
  readonly findings: number;
  readonly left: readonly string[];
}

/** The findings of files that no editor shows: once asked for, they follow whatever changes on disk. */
export class WorkspaceFindings implements vscode.Disposable {
  readonly #session: PlanSession;
  readonly #collection = vscode.languages.createDiagnosticCollection('groundplan-workspace');
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  #isFollowing = false;
  #timer: unknown;

  constructor(session: PlanSession) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      session.onDidCheck(({ document }) => this.#collection.delete(document.uri)),
      session.onDidForget((uri) => this.#enqueue(uri)),
      session.onDidChangeFile((uri) => this.#enqueue(uri)),
      session.onDidChangeTerms(() => this.#isFollowing && void this.lint(undefined)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#isFollowing && void this.lint(undefined)),
    );
  }

  /** Checks every plan of the workspace, a little at a time. Nothing where it is cancelled. */
  async lint(token: vscode.CancellationToken | undefined, onProgress: (done: number, all: number) => void = () => undefined): Promise<WorkspaceSummary | undefined> {
    this.#isFollowing = true;
    await this.#session.ready;
    const files = await vscode.workspace.findFiles(MARKDOWN_FILES, '**/{node_modules,.git}/**', undefined, token);
    const left: string[] = [];
    let findings = 0;
    const slices = new TimeSlices();
    for (const [index, uri] of files.entries()) {
      if (token?.isCancellationRequested) return undefined;
      const found = await this.#check(uri);
      if (found === undefined) left.push(pathInWorkspace(uri));
      findings += found?.length ?? 0;
      if (await slices.pauseIfNeeded()) onProgress(index + 1, files.length);
    }
    return { files: files.length, findings, left };
  }

  /** Every finding of the workspace as it is, for a baseline. */
  async freeze(token: vscode.CancellationToken, onProgress: (done: number, all: number) => void): Promise<ReadonlyMap<string, Baseline> | undefined> {
    const byFolder = new Map<string, { path: string; findings: readonly Finding[] }[]>();
    const files = await vscode.workspace.findFiles(MARKDOWN_FILES, '**/{node_modules,.git}/**', undefined, token);
    const slices = new TimeSlices();
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
      const text = folder === undefined ? undefined : await textOf(uri);
      if (folder !== undefined && text !== undefined) {
        const { findings } = await this.#session.checkSettled(text, uri, false);
        byFolder.set(folder, [...(byFolder.get(folder) ?? []), { path: pathInWorkspace(uri), findings }]);
      }
      if (await slices.pauseIfNeeded()) onProgress(index + 1, files.length);
    }
    return new Map(Array.from(byFolder, ([folder, documents]) => [folder, freeze(documents)]));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #enqueue(uri: vscode.Uri): void {
    if (!this.#isFollowing || !/\.(?:md|markdown|mdown|mkd)$/i.test(uri.path)) return;
    this.#waiting.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#catchUp(), REST_MS);
  }

  async #catchUp(): Promise<void> {
    const uris = Array.from(this.#waiting.values());
    this.#waiting.clear();
    const slices = new TimeSlices();
    for (const uri of uris) {
      await this.#check(uri);
      await slices.pauseIfNeeded();
    }
  }

  /** The findings of a file; nothing where it could not be checked. One that is open shows its own. */
  async #check(uri: vscode.Uri): Promise<readonly Finding[] | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString() && isMarkdown(document));
    if (open) return this.#session.read(open).findings;
    const text = await textOf(uri);
    if (text === undefined) {
      this.#collection.delete(uri);
      return undefined;
    }
    const { plan, findings } = await this.#session.checkSettled(text, uri);
    this.#collection.set(uri, toDiagnostics(this.#session, uri, plan.lines, findings));
    return findings;
  }
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const text = await readFromDisk(uri);
  return text === undefined || text.length > LONGEST_TEXT || text.includes('\0') ? undefined : text;
}

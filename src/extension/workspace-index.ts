import * as vscode from 'vscode';
import { isMarkdown } from './documents.ts';
import { FolderIndex } from './folder-index.ts';
import { isMarkdownFile, markdownIn } from './markdown-search.ts';
import type { CheckedDocument, PlanSession } from './plan-session.ts';
import { readFromDisk } from './team-kinds.ts';
import { TimeSlices } from './time-slices.ts';

/** Files change together: a branch is switched, a folder renamed. */
const REST_MS = 150;
/** So long what is read is kept back from whoever shows it, while there is more to come. */
const NEWS_MS = 1000;
/** So many files are asked for at once: the disk is slower than we are. */
const READ_AT_ONCE = 16;
/** Where more than this came or went, looking at the folder as a whole is less work. */
const MOST_STRANGERS = 100;
/** What takes longer to read than anybody should wait is left out. */
const LONGEST_TEXT = 1_000_000;

/** A document of the workspace by its place. */
export interface Located {
  readonly in: FolderIndex;
  readonly path: string;
}

/** Every plan and record of the workspace, folder by folder. Begins with the first plan that is opened or asked for, and then follows what changes. */
export class WorkspaceIndexes implements vscode.Disposable {
  readonly #session: PlanSession;
  readonly #folders = new Map<string, FolderIndex>();
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #filling: Promise<void> | undefined;
  #cancel = new vscode.CancellationTokenSource();
  #isReady = false;
  #timer: unknown;

  /** Something is different, or there is more to show. */
  readonly onDidChange = this.#changed.event;

  constructor(session: PlanSession) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      session.onDidCheck((checked) => this.#take(checked)),
      session.onDidForget((uri) => isMarkdownFile(uri) && this.#enqueue(uri)),
      session.onDidChangeFile((uri) => this.#enqueue(uri)),
      session.onDidChangeTerms(() => void this.#followTerms()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#followTerms()),
    );
  }

  /** Whether everything that was there has been read. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get folders(): readonly FolderIndex[] {
    return Array.from(this.#folders.values());
  }

  /** Reads the workspace, unless that has been done; resolves once it has. */
  start(): Promise<void> {
    this.#filling ??= this.#fill();
    return this.#filling;
  }

  /** Reads everything anew. */
  refresh(): Promise<void> {
    this.#cancel.cancel();
    this.#filling = this.#fill();
    return this.#filling;
  }

  /** What was typed a moment ago, for whoever cannot wait until its author pauses. */
  takeOpen(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (!isMarkdown(document) || document.isClosed) continue;
      const located = this.locate(document.uri);
      if (located?.in.index.has(located.path) === true) this.#take({ document, reading: this.#session.read(document) });
    }
  }

  locate(uri: vscode.Uri): Located | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const known = folder && this.#folders.get(folder.uri.toString());
    return known && { in: known, path: known.pathOf(uri) };
  }

  dispose(): void {
    this.#cancel.cancel();
    this.#cancel.dispose();
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Fresh indexes take the place of the former ones only when they are filled: nothing that is shown goes away meanwhile. */
  async #fill(): Promise<void> {
    this.#cancel.dispose();
    this.#cancel = new vscode.CancellationTokenSource();
    const { token } = this.#cancel;
    await this.#session.ready;
    const isFirst = this.#folders.size === 0;
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const index = new FolderIndex(folder, this.#session);
      if (isFirst) this.#folders.set(folder.uri.toString(), index);
      await this.#readAll(index, token, isFirst);
      if (token.isCancellationRequested) return;
      this.#folders.set(folder.uri.toString(), index);
    }
    const here = new Set((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()));
    for (const key of this.#folders.keys()) if (!here.has(key)) this.#folders.delete(key);
    this.#isReady = true;
    this.#changed.fire();
    // What was typed meanwhile is in none of the fresh ones.
    for (const { uri } of vscode.workspace.textDocuments) if (isMarkdownFile(uri)) this.#enqueue(uri);
  }

  async #readAll(index: FolderIndex, token: vscode.CancellationToken, isShown: boolean): Promise<void> {
    const uris = await markdownIn(index.folder.uri, token);
    let toldAt = performance.now();
    await this.#readInto(uris, (uri) => ({ in: index, path: index.pathOf(uri) }), token, () => {
      if (!isShown || performance.now() - toldAt < NEWS_MS) return;
      toldAt = performance.now();
      this.#changed.fire();
    });
  }

  /** A little at a time; tells whether anything is different. */
  async #readInto(uris: readonly vscode.Uri[], locate: (uri: vscode.Uri) => Located | undefined, token: vscode.CancellationToken, onPause: () => void = () => undefined): Promise<boolean> {
    const slices = new TimeSlices();
    let isChanged = false;
    for (let from = 0; from < uris.length; from += READ_AT_ONCE) {
      const batch = uris.slice(from, from + READ_AT_ONCE);
      const texts = await Promise.all(batch.map(readFromDisk));
      slices.begin();
      for (const [at, uri] of batch.entries()) {
        if (token.isCancellationRequested) return isChanged;
        const located = locate(uri);
        if (located?.in.accepts(located.path) === true) isChanged = put(located, uri, texts[at]) || isChanged;
        if (await slices.pauseIfNeeded()) onPause();
      }
    }
    return isChanged;
  }

  /** What is typed counts before it is saved; the first plan makes a beginning. */
  #take({ document, reading }: CheckedDocument): void {
    if (reading.subject !== undefined && this.#filling === undefined && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined) void this.start();
    const located = this.locate(document.uri);
    // What was deleted while it is open comes back only when it is saved.
    if (located?.in.index.has(located.path) !== true || document.uri.scheme !== located.in.folder.uri.scheme) return;
    if (located.in.setRead(located.path, reading.plan, reading.subject?.recognition)) this.#changed.fire();
  }

  #enqueue(uri: vscode.Uri): void {
    if (this.#filling === undefined) return;
    const located = this.locate(uri);
    if (located?.in.accepts(located.path) !== true) return;
    located.in.forget(located.path);
    this.#waiting.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#catchUp(), REST_MS);
  }

  async #catchUp(): Promise<void> {
    // What is being read anew would not hear of it.
    await this.#filling;
    const { token } = this.#cancel;
    const uris = Array.from(this.#waiting.values());
    this.#waiting.clear();
    const strangers = uris.filter((uri) => !isMarkdownFile(uri));
    const inFolders = strangers.length > MOST_STRANGERS ? await this.#cameOrWent(token) : (await Promise.all(strangers.map((uri) => this.#below(uri, token)))).flat();
    const all = new Map([...uris.filter(isMarkdownFile), ...inFolders].map((uri) => [uri.toString(), uri]));
    const isChanged = await this.#readInto(Array.from(all.values()), (uri) => this.locate(uri), token);
    if (isChanged || strangers.some((uri) => this.#isLinkedTo(uri))) this.#changed.fire();
  }

  /** A file of another kind may be what a link leads to. */
  #isLinkedTo(uri: vscode.Uri): boolean {
    const located = this.locate(uri);
    return located?.in.index.leadsBeyond(located.path) === true;
  }

  /** The documents of a folder that came or went: watchers tell of the folder alone. */
  async #below(uri: vscode.Uri, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const located = this.locate(uri);
    if (located === undefined) return [];
    const known = located.in.index.pathsBelow(located.path).map((path) => located.in.files.uriOf(path));
    return [...known, ...((await isFolder(uri)) ? await markdownIn(uri, token) : [])];
  }

  async #cameOrWent(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const found = await Promise.all(
      this.folders.map(async ({ folder, index, files }) => {
        const there = await markdownIn(folder.uri, token);
        const paths = new Set(there.map((uri) => files.pathOf(uri)));
        const gone = index.pathsBelow('').filter((path) => !paths.has(path));
        return [...there.filter((uri) => !index.has(files.pathOf(uri))), ...gone.map((path) => files.uriOf(path))];
      }),
    );
    return found.flat();
  }

  /** Other kinds, other settings, other folders: what holds no longer is read anew. */
  async #followTerms(): Promise<void> {
    if (this.#filling === undefined) return;
    await this.#session.ready;
    const keys = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
    const isCurrent = keys.length === this.#folders.size && keys.every((key) => this.#folders.get(key)?.isCurrent === true);
    if (!isCurrent) await this.refresh();
  }
}

/** An open document says what its author sees, unless its file is gone. */
function put({ in: folder, path }: Located, uri: vscode.Uri, text: string | undefined): boolean {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const said = open !== undefined && (text !== undefined || open.isDirty) ? open.getText() : text;
  if (said === undefined || said.length > LONGEST_TEXT || said.includes('\0')) return folder.index.remove(path);
  return folder.set(path, said);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // It is gone.
    return false;
  }
}

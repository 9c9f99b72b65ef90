import * as vscode from 'vscode';
import { BASELINE_FILE, NO_BASELINE, readBaseline, type Baseline } from '../core/lint/baseline.ts';
import { CONFIG_FILE, readConfig } from '../core/lint/config-file.ts';
import { withLayer, type LintLayer, type LintSettings } from '../core/lint/lint-settings.ts';
import { allRules } from '../core/rules/all.ts';
import { anyOf, type Glob } from '../core/text/glob.ts';
import { Lines } from '../core/text/lines.ts';
import { onOwnChanges } from './own-changes.ts';
import { readFromDisk, toDiagnostic } from './team-kinds.ts';

const MOST_CONFIGS = 500;

interface Config {
  /** The folder it speaks for, with `/` at its end. */
  readonly folder: vscode.Uri;
  readonly layer: LintLayer;
}

/** What the `.groundplan.json` files and the baselines of the workspace say, kept up to date; what is wrong with one stands on its lines. */
export class FolderConfigs implements vscode.Disposable {
  /** The outermost first. */
  #configs: readonly Config[] = [];
  #baselines: ReadonlyMap<string, Baseline> = new Map();
  readonly #globs = new WeakMap<readonly string[], Glob>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('groundplan-settings');
  readonly #subscriptions: vscode.Disposable;
  #ready: Promise<void>;
  /** Counts the readings: one that was overtaken by a later one is dropped. */
  #round = 0;

  /** A file was written, changed or taken away. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watchers = [`**/${CONFIG_FILE}`, `**/${BASELINE_FILE}`].map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
    const reload = (): void => void this.reload();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#diagnostics,
      ...watchers.flatMap((watcher) => [watcher, watcher.onDidCreate(reload), watcher.onDidChange(reload), watcher.onDidDelete(reload)]),
      onOwnChanges((uri) => isOfSettings(uri) && reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(reload),
    );
    this.#ready = this.#load();
  }

  /** When everything that was there at the last change has been read. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Reads everything anew: whoever has written a baseline need not wait until the disk tells of it. */
  reload(): Promise<void> {
    this.#ready = this.#load();
    return this.#ready;
  }

  /** The editor's settings under what the folders say from the workspace down to the document: the nearest wins. */
  settingsFor(uri: vscode.Uri, settings: LintSettings): LintSettings {
    return this.#above(uri).reduce((outer, { layer }) => withLayer(outer, layer), settings);
  }

  /** Whether the document is one of those that are checked. Patterns count from the folder that says them. */
  includes(uri: vscode.Uri, settings: LintSettings): boolean {
    const speaker = this.#above(uri).findLast(({ layer }) => layer.include ?? layer.exclude);
    const base = speaker?.folder ?? withSlash(vscode.workspace.getWorkspaceFolder(uri)?.uri);
    const path = base ? uri.path.slice(base.path.length) : uri.path.slice(1);
    return this.#glob(settings.include).matches(path) && !this.#glob(settings.exclude).matches(path);
  }

  baselineFor(uri: vscode.Uri): Baseline {
    return this.#baselines.get(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '') ?? NO_BASELINE;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #above(uri: vscode.Uri): readonly Config[] {
    return this.#configs.filter(({ folder }) => folder.authority === uri.authority && folder.scheme === uri.scheme && uri.path.startsWith(folder.path));
  }

  #glob(patterns: readonly string[]): Glob {
    const glob = this.#globs.get(patterns) ?? anyOf(patterns);
    this.#globs.set(patterns, glob);
    return glob;
  }

  async #load(): Promise<void> {
    const round = ++this.#round;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await vscode.workspace.findFiles(`**/${CONFIG_FILE}`, '**/node_modules/**', MOST_CONFIGS);
    // Not every file system can be searched, but the file at the top can be looked for.
    const files = new Map([...folders.map(({ uri }) => vscode.Uri.joinPath(uri, CONFIG_FILE)), ...found].map((uri) => [uri.toString(), uri]));
    const configs = await readAll(Array.from(files.values()));
    const baselines = await readAll(folders.map(({ uri }) => vscode.Uri.joinPath(uri, ...BASELINE_FILE.split('/'))));
    if (round !== this.#round) return this.#ready;
    this.#diagnostics.clear();
    this.#configs = configs.map(([uri, text]) => this.#configIn(uri, text)).sort((a, b) => a.folder.path.length - b.folder.path.length);
    this.#baselines = new Map(baselines.flatMap(([uri, text]) => this.#baselineIn(uri, text)));
    this.#changed.fire();
  }

  #configIn(uri: vscode.Uri, text: string): Config {
    const { layer, problems } = readConfig(text, allRules);
    const lines = new Lines(text);
    this.#diagnostics.set(
      uri,
      problems.map(({ message, range }) => toDiagnostic(lines, message, range)),
    );
    return { folder: vscode.Uri.joinPath(uri, '../'), layer };
  }

  #baselineIn(uri: vscode.Uri, text: string): readonly (readonly [folder: string, baseline: Baseline])[] {
    const baseline = readBaseline(text);
    if (!('problem' in baseline)) return [[vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '', baseline]];
    this.#diagnostics.set(uri, [toDiagnostic(new Lines(text), baseline.problem, { start: 0, end: 0 })]);
    return [];
  }
}

/** Of those files that are there, what stands in them. */
async function readAll(uris: readonly vscode.Uri[]): Promise<readonly (readonly [uri: vscode.Uri, text: string])[]> {
  const texts = await Promise.all(uris.map(async (uri) => [uri, await readFromDisk(uri)] as const));
  return texts.flatMap(([uri, text]) => (text === undefined ? [] : [[uri, text] as const]));
}

function isOfSettings({ path }: vscode.Uri): boolean {
  return path.endsWith(`/${CONFIG_FILE}`) || path.endsWith(`/${BASELINE_FILE}`);
}

function withSlash(uri: vscode.Uri | undefined): vscode.Uri | undefined {
  return uri && uri.with({ path: uri.path.endsWith('/') ? uri.path : `${uri.path}/` });
}

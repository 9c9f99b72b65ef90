import * as vscode from 'vscode';
import { Checker, type Reading } from '../core/checker.ts';
import type { Picture } from '../core/readings/picture.ts';
import type { Settings } from '../core/lint/settings.ts';
import type { ReadMarkdown } from '../core/plan/markdown.ts';
import type { Kind } from '../core/template/kind.ts';
import { SECTION, settingsFor, SettingsReporter } from './configuration.ts';
import { isMarkdown } from './documents.ts';
import { TeamKinds } from './team-kinds.ts';

export interface CheckedDocument {
  readonly document: vscode.TextDocument;
  readonly reading: Reading;
}

interface Known {
  readonly version: number;
  readonly reading: Reading;
}

/** The one owner of state: what was read from each open document, by its version. Everything else asks here. */
export class PlanSession implements vscode.Disposable {
  readonly #checker: Checker;
  readonly #known = new Map<string, Known>();
  readonly #timers = new Map<string, unknown>();
  readonly #checked = new vscode.EventEmitter<CheckedDocument>();
  readonly #forgotten = new vscode.EventEmitter<vscode.Uri>();
  readonly #reporter = new SettingsReporter();
  readonly #team = new TeamKinds();
  readonly #subscriptions: vscode.Disposable;

  /** A document was read: on opening, and once its author pauses. */
  readonly onDidCheck = this.#checked.event;
  /** A document was closed. */
  readonly onDidForget = this.#forgotten.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#checker = new Checker((rule, error) => log.error(`The check "${rule.id}" failed.`, error instanceof Error ? error : String(error)));
    this.#subscriptions = vscode.Disposable.from(
      this.#checked,
      this.#forgotten,
      this.#team,
      this.#team.onDidChange(() => this.checkAll()),
      vscode.workspace.onDidOpenTextDocument((document) => this.#checkNow(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SECTION) && this.checkAll()),
    );
  }

  /** The kinds that are known where this document or folder is: a team's own first. */
  kindsFor(uri: vscode.Uri | undefined): readonly Kind[] {
    return this.#checker.kindsWith(this.#team.for(uri));
  }

  /** Tells whether a kind comes from a template of the workspace. */
  isOfTeam(uri: vscode.Uri | undefined): (kind: Kind) => boolean {
    const team = this.#team.for(uri);
    return (kind) => team.includes(kind);
  }

  get readMarkdown(): ReadMarkdown {
    return this.#checker.readMarkdown;
  }

  /** Resolves once the templates of the workspace have been read. */
  get ready(): Promise<void> {
    return this.#team.ready;
  }

  settingsFor(uri: vscode.Uri): Settings {
    const { settings, problems } = settingsFor(uri);
    this.#reporter.report(problems);
    return settings;
  }

  /** What the document says now; read again only when it has changed. */
  read(document: vscode.TextDocument): Reading {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known?.version === document.version) return known.reading;
    const settings = this.settingsFor(document.uri);
    const found = this.#checker.check(document.getText(), document.uri.path, settings, this.kindsFor(document.uri));
    const reading = settings['lint.enabled'] ? found : { ...found, findings: [] };
    this.#known.set(key, { version: document.version, reading });
    return reading;
  }

  draw(document: vscode.TextDocument): Picture {
    return this.#checker.draw(this.read(document), this.kindsFor(document.uri));
  }

  /** The text of the document with every finding mended that has a fix, or those of one rule only. */
  fixed(document: vscode.TextDocument, rule?: string): string {
    const settings = this.settingsFor(document.uri);
    return settings['lint.enabled'] ? this.#checker.fixAll(document.getText(), document.uri.path, settings, rule, this.kindsFor(document.uri)) : document.getText();
  }

  checkAll(): void {
    this.#known.clear();
    for (const document of vscode.workspace.textDocuments) this.#checkNow(document);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #checkNow(document: vscode.TextDocument): void {
    if (!isMarkdown(document) || document.isClosed) return;
    this.#cancel(document.uri);
    this.#checked.fire({ document, reading: this.read(document) });
  }

  /** Typing never waits: the document is read once its author pauses. */
  #checkSoon(document: vscode.TextDocument): void {
    if (!isMarkdown(document)) return;
    this.#cancel(document.uri);
    const delay = this.settingsFor(document.uri)['lint.delay'];
    this.#timers.set(
      document.uri.toString(),
      setTimeout(() => this.#checkNow(document), delay),
    );
  }

  #cancel(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  #forget(uri: vscode.Uri): void {
    this.#cancel(uri);
    this.#known.delete(uri.toString());
    this.#forgotten.fire(uri);
  }
}

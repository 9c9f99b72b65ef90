import * as vscode from 'vscode';
import { Checker, type Reading } from '../core/checker.ts';
import { thaw } from '../core/lint/baseline.ts';
import type { Settings } from '../core/lint/settings.ts';
import type { Surroundings } from '../core/lint/surroundings.ts';
import type { ReadMarkdown } from '../core/plan/markdown.ts';
import type { Picture } from '../core/picture/picture.ts';
import type { PictureSource } from '../core/picture/source.ts';
import type { Kind } from '../core/template/kind.ts';
import { SECTION, settingsFor, SettingsReporter } from './configuration.ts';
import { isMarkdown } from './documents.ts';
import { FolderAnswers } from './folder-answers.ts';
import { FolderConfigs } from './folder-configs.ts';
import { helpersFor } from './helpers.ts';
import { TeamKinds } from './team-kinds.ts';
import { pathInWorkspace } from './workspace-files.ts';

export interface CheckedDocument {
  readonly document: vscode.TextDocument;
  readonly reading: Reading;
}

interface Known {
  readonly version: number;
  readonly reading: Reading;
}

/** Answers bring forth questions, of links in documents that were linked to; so many rounds settle every one. */
const MOST_ROUNDS = 4;
/** A change on disk comes rarely alone: a branch is switched, a folder renamed. */
const REST_MS = 300;

/** The one owner of state: what was read from each open document, by its version. Everything else asks here. */
export class PlanSession implements vscode.Disposable {
  readonly #checker: Checker;
  readonly #known = new Map<string, Known>();
  readonly #timers = new Map<string, unknown>();
  readonly #checked = new vscode.EventEmitter<CheckedDocument>();
  readonly #forgotten = new vscode.EventEmitter<vscode.Uri>();
  readonly #reporter = new SettingsReporter();
  readonly #team = new TeamKinds();
  readonly #configs = new FolderConfigs();
  readonly #answers: FolderAnswers;
  readonly #subscriptions: vscode.Disposable;
  #resting: unknown;

  /** A document was read: on opening, and once its author pauses. */
  readonly onDidCheck = this.#checked.event;
  /** A document was closed. */
  readonly onDidForget = this.#forgotten.event;
  /** What holds for all documents changed: settings, templates, baselines. */
  readonly onDidChangeTerms: vscode.Event<void>;
  /** A file of the workspace was written, made or taken away. */
  readonly onDidChangeFile: vscode.Event<vscode.Uri>;

  constructor(log: vscode.LogOutputChannel) {
    this.#checker = new Checker((rule, error) => log.error(`The check "${rule.id}" failed.`, error instanceof Error ? error : String(error)));
    this.#answers = new FolderAnswers((uri) => this.kindsFor(uri), this.#checker.readMarkdown, (folder) => helpersFor(folder));
    const terms = new vscode.EventEmitter<void>();
    this.onDidChangeTerms = terms.event;
    this.onDidChangeFile = this.#answers.onDidChange;
    this.#subscriptions = vscode.Disposable.from(
      this.#checked,
      this.#forgotten,
      this.#team,
      this.#configs,
      this.#answers,
      terms,
      this.#team.onDidChange(() => terms.fire()),
      this.#configs.onDidChange(() => terms.fire()),
      terms.event(() => this.checkAll()),
      this.#answers.onDidChange(() => this.#checkAllSoon()),
      vscode.workspace.onDidOpenTextDocument((document) => this.#checkNow(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SECTION) && terms.fire()),
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

  /** Resolves once the templates and settings of the workspace have been read. */
  get ready(): Promise<void> {
    return Promise.all([this.#team.ready, this.#configs.ready]).then(() => undefined);
  }

  /** Reads anew what the folders say themselves. */
  reloadSettings(): Promise<void> {
    return this.#configs.reload();
  }

  /** The editor's settings, under what the folders say themselves. */
  settingsFor(uri: vscode.Uri): Settings {
    const { settings, problems } = settingsFor(uri);
    this.#reporter.report(problems);
    return { ...settings, ...this.#configs.settingsFor(uri, settings) };
  }

  surroundingsOf(uri: vscode.Uri): Surroundings {
    return this.#answers.for(uri);
  }

  /** What the document says now; read again only when it has changed. */
  read(document: vscode.TextDocument): Reading {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known?.version === document.version) return known.reading;
    const reading = this.check(document.getText(), document.uri);
    this.#known.set(key, { version: document.version, reading });
    return reading;
  }

  /** Checks a text as what stands at this place. */
  check(text: string, uri: vscode.Uri, withBaseline = true): Reading {
    const settings = this.settingsFor(uri);
    const path = pathInWorkspace(uri);
    const reading = this.#checker.check(text, path, settings, this.kindsFor(uri), this.#answers.for(uri));
    if (!settings['lint.enabled'] || !this.#configs.includes(uri, settings)) return { ...reading, findings: [] };
    return withBaseline ? { ...reading, findings: thaw(path, reading.findings, this.#configs.baselineFor(uri)) } : reading;
  }

  /** Checks until nothing is left to be found out about what stands around. */
  async checkSettled(text: string, uri: vscode.Uri, withBaseline = true): Promise<Reading> {
    let reading = this.check(text, uri, withBaseline);
    for (let round = 0; round < MOST_ROUNDS && (await this.#answers.settle(uri)); round++) reading = this.check(text, uri, withBaseline);
    return reading;
  }

  draw(document: vscode.TextDocument): Picture {
    return this.#checker.draw(this.read(document), this.kindsFor(document.uri));
  }

  /** What the wishes of a panel about the document are about. */
  sourceOf(document: vscode.TextDocument): PictureSource {
    return this.#checker.sourceOf(this.read(document), this.kindsFor(document.uri));
  }

  /** The text of the document with every finding mended that has a fix, or those of one rule only. */
  fixed(document: vscode.TextDocument, rule?: string): string {
    const settings = this.settingsFor(document.uri);
    if (!settings['lint.enabled'] || !this.#configs.includes(document.uri, settings)) return document.getText();
    return this.#checker.fixAll(document.getText(), pathInWorkspace(document.uri), settings, rule, this.kindsFor(document.uri), this.#answers.for(document.uri));
  }

  checkAll(): void {
    this.#known.clear();
    for (const document of vscode.workspace.textDocuments) this.#checkNow(document);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    clearTimeout(this.#resting);
    this.#subscriptions.dispose();
  }

  #checkNow(document: vscode.TextDocument, round = 0): void {
    if (!isMarkdown(document) || document.isClosed) return;
    this.#cancel(document.uri);
    const reading = this.read(document);
    this.#checked.fire({ document, reading });
    if (reading.subject !== undefined && round < MOST_ROUNDS) void this.#settle(document, document.version, round);
  }

  /** What rules asked about the surroundings is found out behind the author's back; then the document is checked with it. */
  async #settle(document: vscode.TextDocument, version: number, round: number): Promise<void> {
    if (!(await this.#answers.settle(document.uri)) || document.version !== version) return;
    this.#known.delete(document.uri.toString());
    this.#checkNow(document, round + 1);
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

  #checkAllSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.checkAll(), REST_MS);
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

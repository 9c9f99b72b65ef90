import type * as vscode from 'vscode';
import { readPlan, type Plan } from '../core/plan/plan.ts';
import type { Recognition } from '../core/template/recognise.ts';
import { anyOf, type Glob } from '../core/text/glob.ts';
import { Answers } from '../core/workspace/answers.ts';
import type { IndexProblems } from '../core/workspace/index-problems.ts';
import { WorkspaceIndex } from '../core/workspace/index.ts';
import { isOfOthers } from './markdown-search.ts';
import type { PlanSession } from './plan-session.ts';
import { today } from './today.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** The plans and records of one workspace folder. */
export class FolderIndex {
  readonly folder: vscode.WorkspaceFolder;
  readonly index: WorkspaceIndex;
  readonly files: WorkspaceFiles;
  readonly #session: PlanSession;
  readonly #names: Answers;
  readonly #patterns: readonly (readonly string[])[];
  readonly #include: Glob;
  readonly #exclude: Glob;

  constructor(folder: vscode.WorkspaceFolder, session: PlanSession) {
    this.folder = folder;
    this.#session = session;
    this.files = new WorkspaceFiles(folder.uri);
    this.index = new WorkspaceIndex(session.kindsFor(folder.uri), session.readMarkdown);
    this.#names = new Answers(this.files, {}, () => this.index.kinds, session.readMarkdown, today);
    const { include, exclude } = session.settingsFor(folder.uri);
    this.#patterns = [include, exclude];
    this.#include = anyOf(include);
    this.#exclude = anyOf(exclude);
  }

  /** Whether it was made with the kinds and settings that hold now. */
  get isCurrent(): boolean {
    const { include, exclude } = this.#session.settingsFor(this.folder.uri);
    return this.index.kinds === this.#session.kindsFor(this.folder.uri) && JSON.stringify([include, exclude]) === JSON.stringify(this.#patterns);
  }

  pathOf(uri: vscode.Uri): string {
    return this.files.pathOf(uri);
  }

  /** What belongs to others is not even looked at. */
  accepts(path: string): boolean {
    return path !== '' && !isOfOthers(path);
  }

  /** Takes in what a file says now; tells whether anything is different. */
  set(path: string, text: string): boolean {
    return this.#isLeftAlone(path) ? this.index.setRead(path, readPlan(text), undefined) : this.index.set(path, text);
  }

  setRead(path: string, plan: Plan, recognition: Recognition | undefined): boolean {
    return this.index.setRead(path, plan, this.#isLeftAlone(path) ? undefined : recognition);
  }

  /** Something came or went there. */
  forget(path: string): void {
    this.#names.forget(path);
  }

  get problems(): IndexProblems {
    return this.index.problems(this.#names);
  }

  /** Finds out which files stand where links lead to, and tells whether anything was asked. */
  settle(): Promise<boolean> {
    return this.#names.settle();
  }

  /** Of what the settings leave out only the links matter: it may lead to a plan. */
  #isLeftAlone(path: string): boolean {
    return this.#exclude.matches(path) || !this.#include.matches(path);
  }
}

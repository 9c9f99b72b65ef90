import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Checker } from '../core/checker.ts';
import { thaw } from '../core/lint/baseline.ts';
import type { DiagramVerdict } from '../core/lint/surroundings.ts';
import type { Picture } from '../core/picture/picture.ts';
import type { Kind } from '../core/template/kind.ts';
import { placed, type CheckedFile } from './checked-file.ts';
import { judgeDiagrams } from './diagrams.ts';
import { DiskSurroundings } from './disk-surroundings.ts';
import { Folders } from './folders.ts';

export interface LintOptions {
  readonly cwd: string;
  readonly today: string;
  readonly fix: boolean;
  readonly baseline: string | undefined;
  /** Findings are shown as they are, whatever the baseline says of them. */
  readonly withoutBaseline: boolean;
  readonly history: boolean;
}

/** One file of those to check: where it is, and whether the user named it or it was found. */
export interface FileToLint {
  readonly file: string;
  readonly named: boolean;
}

export interface LintedFile {
  /** Nothing where the file was not checked. */
  readonly checked: CheckedFile | undefined;
  /** The path that a baseline knows it by. */
  readonly path: string;
  readonly note: string | undefined;
  readonly unusable: boolean;
}

/** Checks files of any folders, each with the settings, the templates and the baseline that hold where it is. */
export class FileLinter {
  readonly notes: string[] = [];
  readonly #options: LintOptions;
  readonly #folders = new Folders();
  readonly #checker: Checker;
  readonly #diagrams = new Map<string, DiagramVerdict>();
  readonly #surroundings = new Map<string, DiskSurroundings>();

  constructor(options: LintOptions) {
    this.#options = options;
    this.#checker = new Checker((rule, error) => this.notes.push(`The check "${rule.id}" failed: ${String(error)}`), { remembers: options.fix });
  }

  /** What is wrong with the settings and templates that were read so far. */
  get folderNotes(): readonly string[] {
    return this.#folders.notes;
  }

  async lint({ file, named }: FileToLint): Promise<LintedFile> {
    const root = this.#folders.rootOf(path.dirname(file), this.#options.cwd);
    const relative = path.relative(root, file).split(path.sep).join('/');
    if (!named && !this.#folders.folder(path.dirname(file), root).includes(file)) return { checked: undefined, path: relative, note: undefined, unusable: false };
    const text = readText(file);
    if ('problem' in text) return { checked: undefined, path: relative, note: `${this.#nameOf(file)} ${text.problem}`, unusable: true };
    return this.#lintText(text.text, file, root, relative, named);
  }

  /** What the panel draws of a file, with the findings that it has where it stands. */
  async draw(file: string): Promise<{ readonly picture: Picture } | { readonly problem: string }> {
    const text = readText(file);
    if ('problem' in text) return { problem: `${this.#nameOf(file)} ${text.problem}` };
    const folder = path.dirname(file);
    const root = this.#folders.rootOf(folder, this.#options.cwd);
    const relative = path.relative(root, file).split(path.sep).join('/');
    const kinds = this.#kindsFor(folder, root);
    await judgeDiagrams(text.text, relative, kinds, this.#checker, this.#diagrams);
    const reading = this.#checker.check(text.text, relative, this.#folders.folder(folder, root).settings, kinds, this.#around(root, kinds));
    return { picture: this.#checker.draw(reading, kinds) };
  }

  /** What is piped in is checked as the file of that path; where it has a fix, the mended text is what comes out. */
  lintText(text: string, file: string): Promise<LintedFile> {
    const root = this.#folders.rootOf(path.dirname(file), this.#options.cwd);
    return this.#lintText(text, file, root, path.relative(root, file).split(path.sep).join('/'), true, false);
  }

  fixText(text: string, file: string): string {
    const root = this.#folders.rootOf(path.dirname(file), this.#options.cwd);
    const kinds = this.#kindsFor(path.dirname(file), root);
    const { settings } = this.#folders.folder(path.dirname(file), root);
    return this.#checker.fixAll(text, path.relative(root, file).split(path.sep).join('/'), settings, undefined, kinds, this.#around(root, kinds));
  }

  async #lintText(text: string, file: string, root: string, relative: string, named: boolean, mayWrite = true): Promise<LintedFile> {
    const folder = path.dirname(file);
    const { settings } = this.#folders.folder(folder, root);
    const kinds = this.#kindsFor(folder, root);
    const around = this.#around(root, kinds);
    let current = text;
    await judgeDiagrams(text, relative, kinds, this.#checker, this.#diagrams);
    if (this.#options.fix && mayWrite) {
      current = this.#checker.fixAll(text, relative, settings, undefined, kinds, around);
      if (current !== text) {
        writeFileSync(file, current);
        await judgeDiagrams(current, relative, kinds, this.#checker, this.#diagrams);
      }
    }
    const { plan, subject, findings } = this.#checker.check(current, relative, settings, kinds, around);
    const name = this.#nameOf(file);
    if (subject === undefined) {
      return { checked: named ? { file: name, findings: [] } : undefined, path: relative, note: named ? `${name} is no kind of plan that Groundplan knows, so nothing in it was checked.` : undefined, unusable: false };
    }
    const counted = this.#options.withoutBaseline ? findings : thaw(relative, findings, this.#folders.baseline(root, this.#options.baseline));
    return { checked: { file: name, findings: counted.map((finding) => placed(finding, plan.lines)) }, path: relative, note: undefined, unusable: false };
  }

  #nameOf(file: string): string {
    const relative = path.relative(this.#options.cwd, file);
    return relative.startsWith('..') || relative === '' ? file : relative;
  }

  #kindsFor(folder: string, root: string): readonly Kind[] {
    return this.#checker.kindsWith(this.#folders.teamKinds(folder, root));
  }

  #around(root: string, kinds: readonly Kind[]): DiskSurroundings {
    const known = this.#surroundings.get(root) ?? new DiskSurroundings(root, this.#options.today, kinds, this.#checker.readMarkdown, this.#diagrams, this.#options.history);
    this.#surroundings.set(root, known);
    return known;
  }
}

function readText(file: string): { readonly text: string } | { readonly problem: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { problem: whyUnreadable(error) };
  }
  if (bytes.includes(0)) return { problem: 'is not a text file: name Markdown files.' };
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist: check the name and the folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: check its permissions.';
  return `could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}

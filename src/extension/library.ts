import * as vscode from 'vscode';
import type { Place } from '../core/language/references.ts';
import { Shelf } from '../core/language/shelf.ts';
import type { Subject } from '../core/lint/subject.ts';
import { isMarkdown } from './documents.ts';
import type { FolderIndex } from './folder-index.ts';
import type { PlanSession } from './plan-session.ts';
import type { WorkspaceIndexes } from './workspace-index.ts';

/** A plan or record in an editor, with all that stands around it. */
export interface Opened {
  readonly shelf: Shelf;
  readonly path: string;
  readonly subject: Subject;
  readonly folder: FolderIndex;
}

/** The documents of the workspace, for what asks what the names in them mean. */
export class Library {
  readonly session: PlanSession;
  readonly #indexes: WorkspaceIndexes;

  constructor(session: PlanSession, indexes: WorkspaceIndexes) {
    this.session = session;
    this.#indexes = indexes;
  }

  get onDidChange(): vscode.Event<void> {
    return this.#indexes.onDidChange;
  }

  /** Nothing for documents that are not ours, or in no folder of the workspace; what was typed a moment ago is known. */
  async open(document: vscode.TextDocument): Promise<Opened | undefined> {
    if (!isMarkdown(document) || document.uri.scheme === 'untitled' || this.session.read(document).subject === undefined) return undefined;
    await this.#indexes.start();
    const located = this.#indexes.locate(document.uri);
    const { subject } = this.session.read(document);
    if (located === undefined || subject === undefined) return undefined;
    this.#indexes.takeOpen();
    const shelf = new Shelf(located.in.index, this.session.readMarkdown);
    if (subject.path === located.path) shelf.put(subject);
    return { shelf, path: located.path, subject, folder: located.in };
  }

  /** The same, with the pages of no known kind that lead to one of these documents: their links count too. */
  async withPages({ shelf, folder }: Opened, paths: readonly string[]): Promise<Shelf> {
    const pages = new Set(paths.flatMap((path) => shelf.leadingTo(path)).filter((path) => folder.index.entry(path) === undefined));
    const texts = await Promise.all(Array.from(pages, async (path) => [path, await folder.files.read(path)] as const));
    return shelf.with(new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]))));
  }
}

/** Where the editor shows a stretch of a document, which need not be open. */
export function locationOf({ folder }: Opened, shelf: Shelf, { path, range }: Place): vscode.Location {
  return new vscode.Location(folder.files.uriOf(path), rangeIn(shelf, path, range));
}

export function rangeIn(shelf: Shelf, path: string, { start, end }: Place['range']): vscode.Range {
  const page = shelf.page(path);
  if (page === undefined) return new vscode.Range(0, 0, 0, 0);
  // The editor keeps the mark at the very beginning of a file to itself.
  const mark = page.text.startsWith('\uFEFF') ? 1 : 0;
  const [from, to] = [page.plan.lines.positionAt(start), page.plan.lines.positionAt(end)];
  const column = ({ line, column }: { line: number; column: number }): number => (line === 0 ? Math.max(0, column - mark) : column);
  return new vscode.Range(from.line, column(from), to.line, column(to));
}

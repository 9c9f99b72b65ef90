import { NOWHERE, type Surroundings } from '../lint/surroundings.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { Kind } from '../template/kind.ts';
import { recognise, type Recognition } from '../template/recognise.ts';
import type { Position } from '../text/lines.ts';
import { hitOf, placesIn, ranked, wordsOf, type FoundPlace, type SearchHit } from './document-search.ts';
import { problemsIn, type Around, type IndexProblems } from './index-problems.ts';
import { readDocument, type IndexEntry, type KnownDocument } from './known-document.ts';
import { LinkGraph } from './link-graph.ts';
import type { Sort } from './resolved-links.ts';
import { supersessionOf } from './supersession.ts';

/** A document that another one leads to, or that leads to it. */
export interface Neighbour {
  readonly path: string;
  readonly sort: Sort;
  /** Whether the document leads to this neighbour or the neighbour to it. */
  readonly direction: 'to' | 'from';
  /** Where the one of both says so that leads to the other. */
  readonly at: Position | undefined;
}

const MOST_HITS = 100;

/** Every plan and record of a workspace folder, and what leads to what. Each document is read once for each of its texts; what follows from them is worked out when asked for. */
export class WorkspaceIndex {
  /** In the order in which they are offered. */
  readonly kinds: readonly Kind[];
  readonly #read: ReadMarkdown;
  /** By path in Unicode's composed form: file systems differ, links do not. */
  readonly #known = new Map<string, KnownDocument>();
  #inOrder: Map<string, KnownDocument> | undefined;
  #entries: readonly IndexEntry[] | undefined;
  #graph: LinkGraph | undefined;

  constructor(kinds: readonly Kind[], read: ReadMarkdown) {
    this.kinds = kinds;
    this.#read = read;
  }

  /** How many documents were read, pages of no known kind among them. */
  get size(): number {
    return this.#known.size;
  }

  has(path: string): boolean {
    return this.#known.has(path.normalize('NFC'));
  }

  /** Takes a document in, or what it says now; tells whether it was read. */
  set(path: string, text: string): boolean {
    if (this.#says(path, text)) return false;
    const plan = readPlan(text);
    this.#put(readDocument(plan, path, recognise(plan, path, this.kinds), this.#read));
    return true;
  }

  /** The same for a document that somebody else has read already. */
  setRead(path: string, plan: Plan, recognition: Recognition | undefined): boolean {
    if (this.#says(path, plan.text)) return false;
    this.#put(readDocument(plan, path, recognition, this.#read));
    return true;
  }

  remove(path: string): boolean {
    if (!this.#known.delete(path.normalize('NFC'))) return false;
    this.#forgetOrder();
    return true;
  }

  /** The paths of everything that was read at a path or below it. */
  pathsBelow(path: string): readonly string[] {
    return Array.from(this.#known.values(), (each) => each.path).filter((each) => each === path || each.startsWith(path === '' ? '' : `${path}/`));
  }

  /** Every plan and record, by path. */
  entries(): readonly IndexEntry[] {
    this.#entries ??= Array.from(this.#documents.values()).flatMap(({ own }) => own?.entry ?? []);
    return this.#entries;
  }

  entry(path: string): IndexEntry | undefined {
    return this.#known.get(path.normalize('NFC'))?.own?.entry;
  }

  /** What a plan or record says. */
  textOf(path: string): string | undefined {
    return this.#known.get(path.normalize('NFC'))?.own?.text;
  }

  /** The document that the path of a link leads to. */
  documentAt(path: string): string | undefined {
    return this.#links.documentAt(path);
  }

  /** The record that a document means by a number, or by the file, id or number of a relation. */
  recordMeant(from: string, name: string, number: number | undefined): string | undefined {
    return this.#links.recordMeant(from, this.#known.get(from.normalize('NFC'))?.own, name, number);
  }

  /** By path; pages of no known kind among them. */
  neighbours(path: string): readonly Neighbour[] {
    const to = this.#links.from(path).map((edge): Neighbour => ({ path: edge.to, sort: edge.sort, direction: 'to', at: edge.at }));
    const from = this.#links.into(path).map((edge): Neighbour => ({ path: edge.from, sort: edge.sort, direction: 'from', at: edge.at }));
    return [...to, ...from].sort((a, b) => compare(a.path, b.path) || compare(a.direction, b.direction) || compare(a.sort, b.sort));
  }

  /** The plans that follow each other, this one among them, in the order of their numbers. */
  phases(path: string): readonly string[] {
    const own = this.#known.get(path.normalize('NFC'))?.own;
    return own ? this.#links.seriesOf(own) : [];
  }

  /** The records of which one took the place of the other, this one among them, the oldest first. */
  supersession(path: string): readonly string[] {
    return this.entry(path)?.isRecord === true ? supersessionOf(path, this.#links) : [];
  }

  /** Whether a link leads to something at this path or below it that is no document that is known. */
  leadsBeyond(path: string): boolean {
    return this.#links.dangling.some((each) => each.path === path || each.path?.startsWith(`${path}/`) === true);
  }

  /** What stands in folders beside documents tells which links lead nowhere; where that is not known, none does. */
  problems(around: Around = NOWHERE): IndexProblems {
    const surroundings: Surroundings = { ...NOWHERE, names: (folder) => around.names(folder) };
    return problemsIn(this.#documents, this.#links, surroundings);
  }

  /** Every word of the query is there: in the title, a heading or the text of a document, in this order. */
  search(query: string, most = MOST_HITS): readonly SearchHit[] {
    return ranked(Array.from(this.searching(query)).flat(), most).map(hitOf);
  }

  /** The same one document after the other, for whoever must not wait for all. */
  *searching(query: string): Generator<readonly FoundPlace[]> {
    const words = wordsOf(query);
    for (const { own } of this.#documents.values()) if (own) yield placesIn(own, words);
  }

  get #documents(): ReadonlyMap<string, KnownDocument> {
    this.#inOrder ??= new Map(Array.from(this.#known).sort(([a], [b]) => compare(a, b)));
    return this.#inOrder;
  }

  get #links(): LinkGraph {
    this.#graph ??= new LinkGraph(this.#documents);
    return this.#graph;
  }

  #says(path: string, text: string): boolean {
    const known = this.#known.get(path.normalize('NFC'));
    return known?.path === path && known.own?.text === text;
  }

  #put(document: KnownDocument): void {
    const key = document.path.normalize('NFC');
    const before = this.#known.get(key);
    this.#known.set(key, document);
    if (before === undefined || !isAlike(before, document)) return this.#forgetOrder();
    this.#inOrder?.set(key, document);
    this.#entries = undefined;
    this.#graph?.update(document);
  }

  #forgetOrder(): void {
    this.#inOrder = undefined;
    this.#entries = undefined;
    this.#graph = undefined;
  }
}

/** Whether others find the one where they found the other. */
function isAlike(before: KnownDocument, after: KnownDocument): boolean {
  return before.path === after.path && before.own?.kind === after.own?.kind && before.own?.entry.number === after.own?.entry.number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

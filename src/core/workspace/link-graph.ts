import { RecordRelations } from '../lint/record-relations.ts';
import { NOWHERE, type Surroundings } from '../lint/surroundings.ts';
import { folderOf } from '../template/file-name.ts';
import type { KnownDocument, OwnDocument } from './known-document.ts';
import { isOfSeries, leadsSeries } from './numbering.ts';
import { NO_RANGE, recordEntry, resolvedLinks, type Anchored, type Dangling, type Edge, type ResolvedLinks, type World } from './resolved-links.ts';

interface Numbered {
  readonly path: string;
  readonly number: number;
}

/** Which document leads to which. Made for a set of documents; while only what they say changes, one after the other is resolved anew. */
export class LinkGraph implements World {
  readonly relations: RecordRelations;
  readonly surroundings: Surroundings;
  readonly #documents: ReadonlyMap<string, KnownDocument>;
  /** Plans that follow each other, by folder and kind, in the order of their numbers. */
  readonly #series = new Map<string, Numbered[]>();
  /** The series of each folder. */
  readonly #seriesIn = new Map<string, Set<string>>();
  /** The plans over several, by folder. */
  readonly #leaders = new Map<string, string[]>();
  readonly #resolved = new Map<string, ResolvedLinks>();
  readonly #into = new Map<string, Map<string, readonly Edge[]>>();

  /** The documents by their paths in Unicode's composed form, in the order of these: then the same documents always make the same graph. */
  constructor(documents: ReadonlyMap<string, KnownDocument>) {
    this.#documents = documents;
    const roots = Array.from(new Set(Array.from(documents.values(), ({ path }) => path.split('/')[0] ?? '')));
    this.surroundings = { ...NOWHERE, names: (folder) => (folder === '' ? roots : undefined), exists: (path) => this.documentAt(path) !== undefined };
    const own = Array.from(documents.values(), (each) => each.own).filter((each) => each !== undefined);
    this.relations = new RecordRelations(own.filter(({ record }) => record !== undefined).map((each) => recordEntry(each.entry.path, each)), this.surroundings);
    for (const each of own) this.#file(each);
    for (const series of this.#series.values()) series.sort((a, b) => a.number - b.number);
    for (const document of documents.values()) this.#resolve(document);
  }

  from(path: string): readonly Edge[] {
    return this.#resolved.get(path)?.edges ?? [];
  }

  into(path: string): readonly Edge[] {
    return Array.from(this.#into.get(path)?.values() ?? []).flat();
  }

  get dangling(): readonly Dangling[] {
    return Array.from(this.#documents.values()).flatMap(({ path }) => this.#resolved.get(path)?.dangling ?? []);
  }

  get anchored(): readonly Anchored[] {
    return Array.from(this.#documents.values()).flatMap(({ path }) => this.#resolved.get(path)?.anchored ?? []);
  }

  /** What a document says has changed, but neither its place nor its number. */
  update(document: KnownDocument): void {
    for (const { to } of this.from(document.path)) this.#into.get(to)?.delete(document.path);
    this.#resolve(document);
  }

  /** Sites leave the ending out, or write that of the page; a folder stands for the page in it. */
  documentAt(path: string): string | undefined {
    const plain = path.normalize('NFC');
    const known = this.#documents.get(plain) ?? this.#documents.get(`${plain}.md`) ?? this.#documents.get(`${plain}.mdx`);
    return (known ?? this.#documents.get(plain.replace(/\.html?$/i, '.md')) ?? this.#documents.get(`${plain}/README.md`) ?? this.#documents.get(`${plain}/index.md`))?.path;
  }

  recordMeant(from: string, own: OwnDocument | undefined, name: string, number: number | undefined): string | undefined {
    const target = this.relations.targetOf(recordEntry(from, own), { relation: 'relates to', target: { text: name, range: NO_RANGE }, number, range: NO_RANGE });
    return target === undefined || target === 'missing' ? undefined : target.path;
  }

  /** The plans that follow each other, this one among them, in their order. */
  seriesOf(own: OwnDocument): readonly string[] {
    return this.#series.get(seriesKey(own))?.map(({ path }) => path) ?? [];
  }

  before(own: OwnDocument): string | undefined {
    const { number = 0 } = own.entry;
    return this.#series.get(seriesKey(own))?.findLast((each) => each.number < number)?.path;
  }

  isOfSeries(path: string): boolean {
    const own = this.#documents.get(path.normalize('NFC'))?.own;
    return own !== undefined && this.#series.has(seriesKey(own));
  }

  ledFrom({ entry: { path } }: OwnDocument): readonly string[] {
    const folder = folderOf(path);
    if (this.#leaders.get(folder)?.length !== 1) return [];
    return Array.from(this.#seriesIn.get(folder) ?? []).flatMap((key) => (this.#series.get(key) ?? []).map((each) => each.path));
  }

  #file(own: OwnDocument): void {
    const folder = folderOf(own.entry.path);
    if (leadsSeries(own.kind)) this.#leaders.set(folder, [...(this.#leaders.get(folder) ?? []), own.entry.path]);
    const { path, number } = own.entry;
    if (!isOfSeries(own.kind) || number === undefined) return;
    const key = seriesKey(own);
    const series = this.#series.get(key);
    if (series) series.push({ path, number });
    else this.#series.set(key, [{ path, number }]);
    this.#seriesIn.set(folder, (this.#seriesIn.get(folder) ?? new Set()).add(key));
  }

  #resolve(document: KnownDocument): void {
    const resolved = resolvedLinks(document, this);
    this.#resolved.set(document.path, resolved);
    for (const edge of resolved.edges) {
      const into = this.#into.get(edge.to) ?? new Map<string, readonly Edge[]>();
      this.#into.set(edge.to, into.set(document.path, [...(into.get(document.path) ?? []), edge]));
    }
  }
}

function seriesKey({ kind, entry }: OwnDocument): string {
  return `${kind.kind} ${folderOf(entry.path)}`;
}

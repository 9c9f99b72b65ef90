import { targetIn } from '../lint/link-targets.ts';
import type { RecordRelations } from '../lint/record-relations.ts';
import type { RecordEntry, Surroundings } from '../lint/surroundings.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { DecisionRecord } from '../readings/records/record.ts';
import type { RecordLink, Relation } from '../readings/records/record-links.ts';
import { folderOf } from '../template/file-name.ts';
import { pathFrom } from '../text/link-paths.ts';
import type { Position } from '../text/lines.ts';
import type { KnownDocument, OwnDocument, SaidRelation } from './known-document.ts';
import { leadsSeries } from './numbering.ts';
import type { SaidLink } from './said-links.ts';

/** How one document leads to another: a plan follows the one before it, leads to those that it is the plan of, and is made from its source. */
export type Sort = Relation | 'links to' | 'follows' | 'leads to' | 'made from';

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
  /** Where the one says so; nothing where numbers, names and folders tell. */
  readonly at: Position | undefined;
}

/** A link to what is no document that is known. */
export interface Dangling {
  readonly from: string;
  readonly written: string;
  /** From the root of the workspace; nothing for a record that is named by its number. */
  readonly path: string | undefined;
  readonly at: Position;
}

/** A link to a heading of another document. */
export interface Anchored {
  readonly from: string;
  readonly to: string;
  readonly link: SaidLink;
}

export interface ResolvedLinks {
  readonly edges: readonly Edge[];
  readonly dangling: readonly Dangling[];
  readonly anchored: readonly Anchored[];
}

/** The documents around one, as far as links ask. */
export interface World {
  readonly surroundings: Surroundings;
  readonly relations: RecordRelations;
  /** The document that a path of a link leads to. */
  documentAt(path: string): string | undefined;
  /** The plan before this one. */
  before(own: OwnDocument): string | undefined;
  /** Whether it is one of those plans that follow each other. */
  isOfSeries(path: string): boolean;
  /** The plans of the folder that this one alone is over. */
  ledFrom(own: OwnDocument): readonly string[];
}

const NO_RECORD: DecisionRecord = { number: undefined, numberIn: undefined, title: undefined, date: undefined, deciders: [], status: undefined, links: [] };
export const NO_RANGE = { start: 0, end: 0 };

/** Where everything leads that a document says, each document and manner once. */
export function resolvedLinks(document: KnownDocument, world: World): ResolvedLinks {
  const resolver = new Resolver(document, world);
  resolver.resolve();
  const { edges, dangling, anchored } = resolver;
  return { edges: merged(edges.filter(({ from, to }) => from !== to)), dangling: withoutTwins(dangling), anchored };
}

/** A record as rules know it; its structure is read anew where it is asked for. */
export function recordEntry(path: string, own: OwnDocument | undefined): RecordEntry {
  return {
    path,
    kind: own?.kind.id ?? '',
    record: own?.record ?? NO_RECORD,
    get plan(): Plan {
      return readPlan(own?.text ?? '');
    },
  };
}

class Resolver {
  readonly edges: Edge[] = [];
  readonly dangling: Dangling[] = [];
  readonly anchored: Anchored[] = [];
  readonly #document: KnownDocument;
  readonly #world: World;

  constructor(document: KnownDocument, world: World) {
    this.#document = document;
    this.#world = world;
  }

  resolve(): void {
    const { own, said } = this.#document;
    if (own !== undefined) this.#resolveOwn(own);
    for (const link of said.links) this.#resolveLink(link, own !== undefined && leadsSeries(own.kind));
    const entry = recordEntry(this.#document.path, own);
    for (const { link, at } of own?.relations ?? []) this.#resolveRelation(entry, { link, at });
    for (const { name, number, at } of said.numbers) {
      const target = this.#world.relations.targetOf(entry, { relation: 'relates to', target: { text: name, range: NO_RANGE }, number, range: NO_RANGE });
      if (target !== undefined && target !== 'missing') this.#add(target.path, 'links to', at);
    }
  }

  #resolveOwn(own: OwnDocument): void {
    const before = this.#world.before(own);
    if (before !== undefined) this.#add(before, 'follows', undefined);
    if (leadsSeries(own.kind)) for (const path of this.#world.ledFrom(own)) this.#add(path, 'leads to', undefined);
    for (const { path, at } of own.sources) {
      const source = this.#world.documentAt(path);
      if (source !== undefined && source !== own.entry.path) return this.#add(source, 'made from', at);
    }
  }

  #resolveLink(link: SaidLink, isLeading: boolean): void {
    const { path: from } = this.#document;
    const path = link.path ?? targetIn(link.written, from, this.#world.surroundings)?.path;
    if (path === undefined) return;
    const to = link.isImage ? undefined : this.#world.documentAt(path);
    if (to === undefined) this.dangling.push({ from, written: link.written, path, at: link.at });
    else {
      this.#add(to, isLeading && this.#world.isOfSeries(to) ? 'leads to' : 'links to', link.at);
      if (link.anchor !== '') this.anchored.push({ from, to, link });
    }
  }

  #resolveRelation(entry: RecordEntry, { link, at }: SaidRelation): void {
    const target = this.#world.relations.targetOf(entry, link);
    const to = target === undefined || target === 'missing' ? this.#fileOf(link) : target.path;
    if (to !== undefined) this.#add(to, link.relation, at);
    else if (target === 'missing') this.dangling.push({ from: entry.path, written: link.target.text, path: undefined, at });
  }

  /** What supersedes a record may be a document of another kind. */
  #fileOf({ target }: RecordLink): string | undefined {
    const file = target.text.replace(/[#?].*$/, '');
    const leads = /\.(?:md|markdown)$/i.test(file) ? pathFrom(folderOf(this.#document.path), file) : undefined;
    return leads === undefined ? undefined : this.#world.documentAt(leads);
  }

  #add(to: string, sort: Sort, at: Position | undefined): void {
    this.edges.push({ from: this.#document.path, to, sort, at });
  }
}

/** A bare link says nothing beside a relation to the same document, but where it stands. */
function merged(edges: readonly Edge[]): readonly Edge[] {
  const bySort = new Map<string, Edge>();
  const related = new Set(edges.filter(({ sort }) => sort !== 'links to').map(({ to }) => to));
  const links = new Map(edges.toReversed().filter(({ at }) => at !== undefined).map(({ to, at }) => [to, at]));
  for (const edge of edges) {
    if (edge.sort === 'links to' && related.has(edge.to)) continue;
    const key = `${edge.sort} ${edge.to}`;
    const known = bySort.get(key);
    if (known === undefined || (known.at === undefined && edge.at !== undefined)) bySort.set(key, edge.at === undefined ? { ...edge, at: links.get(edge.to) } : edge);
  }
  return Array.from(bySort.values());
}

/** A relation may be written as a link. */
function withoutTwins(dangling: readonly Dangling[]): readonly Dangling[] {
  const places = new Set<string>();
  return dangling.filter(({ at: { line, column } }) => {
    const place = `${line}:${column}`;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}

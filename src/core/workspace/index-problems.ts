import { hasAnchor, standsThere } from '../lint/link-targets.ts';
import { seriesOf } from '../lint/records-around.ts';
import type { Surroundings } from '../lint/surroundings.ts';
import { readPlan } from '../plan/plan.ts';
import { baseName, folderOf } from '../template/file-name.ts';
import type { Position } from '../text/lines.ts';
import type { KnownDocument, OwnDocument } from './known-document.ts';
import type { LinkGraph } from './link-graph.ts';
import { isOfSeries } from './numbering.ts';
import type { Anchored } from './resolved-links.ts';

/** A link of a plan or record that leads nowhere. */
export interface BrokenLink {
  readonly path: string;
  /** As it is written. */
  readonly written: string;
  readonly at: Position;
  readonly lacks: 'file' | 'heading' | 'record';
}

/** Several plans or records of one series that have one number. */
export interface Duplicate {
  readonly number: number;
  readonly paths: readonly string[];
}

export interface IndexProblems {
  /** Nothing links to them, and they link to nothing. */
  readonly orphans: readonly string[];
  readonly broken: readonly BrokenLink[];
  readonly duplicates: readonly Duplicate[];
}

/** What stands in folders, as far as that is known. */
export type Around = Pick<Surroundings, 'names'>;

/** Which headings a document has is found out once, however many links ask. */
const anchorsOf = new WeakMap<OwnDocument, Map<string, boolean>>();

export function problemsIn(documents: ReadonlyMap<string, KnownDocument>, graph: LinkGraph, surroundings: Surroundings): IndexProblems {
  const own = Array.from(documents.values(), (each) => each.own).filter((each) => each !== undefined);
  return { orphans: orphansIn(own, graph), broken: brokenIn(documents, graph, surroundings), duplicates: duplicatesIn(own) };
}

/** What numbers and folders tell is no link, and a sample is nobody's. */
function orphansIn(own: readonly OwnDocument[], graph: LinkGraph): readonly string[] {
  const isSaid = ({ at }: { readonly at: Position | undefined }): boolean => at !== undefined;
  return own.map(({ entry }) => entry.path).filter((path) => !isSample(path) && !graph.from(path).some(isSaid) && !graph.into(path).some(isSaid));
}

function brokenIn(documents: ReadonlyMap<string, KnownDocument>, graph: LinkGraph, surroundings: Surroundings): readonly BrokenLink[] {
  const isOwn = ({ from }: { readonly from: string }): boolean => documents.get(from.normalize('NFC'))?.own !== undefined;
  const dangling = graph.dangling.filter(isOwn).flatMap(({ from, written, path, at }): readonly BrokenLink[] => {
    if (path === undefined) return [{ path: from, written, at, lacks: 'record' }];
    return standsThere(path, surroundings) === false ? [{ path: from, written, at, lacks: 'file' }] : [];
  });
  const anchored = graph.anchored.filter((each) => isOwn(each) && lacksHeading(documents, each));
  const lost = Array.from(documents.values()).flatMap(({ path, own, said }) => (own ? said.lost.map((link) => ({ from: path, link })) : []));
  const headless = [...anchored, ...lost].map(({ from, link }): BrokenLink => ({ path: from, written: link.written, at: link.at, lacks: 'heading' }));
  return [...dangling, ...headless].sort((a, b) => inOrder(a.path, b.path) || a.at.line - b.at.line || a.at.column - b.at.column);
}

/** What pages of no known kind hold is not kept. */
function lacksHeading(documents: ReadonlyMap<string, KnownDocument>, { to, link: { anchor } }: Anchored): boolean {
  const own = documents.get(to.normalize('NFC'))?.own;
  if (own === undefined) return false;
  const known = anchorsOf.get(own) ?? new Map<string, boolean>();
  anchorsOf.set(own, known);
  const has = known.get(anchor) ?? hasAnchor(readPlan(own.text), anchor);
  known.set(anchor, has);
  return !has;
}

function duplicatesIn(own: readonly OwnDocument[]): readonly Duplicate[] {
  const byNumber = new Map<string, OwnDocument[]>();
  for (const each of own) {
    const key = numberKey(each);
    if (key === undefined) continue;
    const others = byNumber.get(key);
    if (others) others.push(each);
    else byNumber.set(key, [each]);
  }
  return Array.from(byNumber.values()).flatMap((group): readonly Duplicate[] => {
    const names = new Set(group.map(({ entry }) => withoutLanguage(entry.path)));
    const number = group[0]?.entry.number;
    return names.size < 2 || number === undefined ? [] : [{ number, paths: group.map(({ entry }) => entry.path) }];
  });
}

/** Records of all dialects are numbered together, plans by their kind; each in its folder. */
function numberKey({ kind, entry: { path, number, isRecord } }: OwnDocument): string | undefined {
  if (number === undefined || isSample(path)) return undefined;
  if (isRecord) return `${number} ${seriesOf(path)}`;
  return isOfSeries(kind) ? `${number} ${kind.kind} ${folderOf(path)}` : undefined;
}

/** `0007-keep-one-log.de.md` is the same record in another language. */
function withoutLanguage(path: string): string {
  return path.replace(/\.md$/i, '').replace(/[._][a-z]{2}(?:[-_][a-z]{2})?$/i, '');
}

function isSample(path: string): boolean {
  return /(?:^|[-_. ])template(?:[-_. ]|$)/i.test(baseName(path));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

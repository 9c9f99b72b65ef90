import type { StatusName } from '../readings/records/status-words.ts';
import { baseName, folderOf } from '../template/file-name.ts';
import { grouped } from '../text/groups.ts';
import type { Position } from '../text/lines.ts';
import { countsInWords, type FindingCounts } from './finding-counts.ts';
import type { WorkspaceIndex } from './index.ts';
import type { IndexProblems } from './index-problems.ts';
import { labelOf, type IndexEntry } from './known-document.ts';

/** One workspace folder, with what was found in it. */
export interface OverviewSource {
  /** Tells it from the others in the ids of rows. */
  readonly root: string;
  /** Shown where there are several. */
  readonly name: string;
  readonly index: WorkspaceIndex;
  readonly problems: IndexProblems;
  readonly findings: ReadonlyMap<string, FindingCounts>;
}

/** A row of the view. */
export interface Row {
  /** The same for as long as it stands for the same thing. */
  readonly id: string;
  /** A mention is a document that stands elsewhere as well. */
  readonly sort: 'group' | 'document' | 'mention' | 'link';
  readonly label: string;
  /** Beside the label. */
  readonly description: string;
  /** Where it leads; nothing for a group. Without a line where any place in the document is as good. */
  readonly place: { readonly root: string; readonly path: string; readonly at: Position | undefined } | undefined;
  readonly entry: IndexEntry | undefined;
  readonly children: readonly Row[];
}

interface Located {
  readonly entry: IndexEntry;
  readonly source: OverviewSource;
}

const STATES: readonly (readonly [StatusName, string])[] = [
  ['draft', 'Draft'],
  ['proposed', 'Proposed'],
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['deprecated', 'Deprecated'],
  ['superseded', 'Superseded'],
];
const NO_STATE = 'Without a Status';

/** Everything that the view shows, as plain data. A group that would be empty is left out. */
export function overview(sources: readonly OverviewSource[]): readonly Row[] {
  const rows = new RowWriter(sources.length > 1);
  const located = sources.flatMap((source) => source.index.entries().map((entry): Located => ({ entry, source })));
  const plans = new Plans(located.filter(({ entry }) => !entry.isRecord), rows);
  const groups = [
    group('plans', 'Plans', plans.groups()),
    group('records', 'Decision Records', recordGroups(located.filter(({ entry }) => entry.isRecord), rows)),
    group('findings', 'Findings', findingRows(sources, rows)),
    group('orphans', 'Orphans', sources.flatMap((source) => source.problems.orphans.map((path) => rows.mention('orphans', source, path)))),
    group('broken', 'Broken Links', sources.flatMap((source) => brokenRows(source, rows))),
    group('duplicates', 'Duplicate Numbers', sources.flatMap((source) => source.problems.duplicates.flatMap(({ paths }) => paths.map((path) => rows.mention('duplicates', source, path))))),
  ];
  return groups.filter(({ children }) => children.length > 0);
}

/** Words the rows of documents, which name their folder where there are several. */
class RowWriter {
  readonly #several: boolean;

  constructor(several: boolean) {
    this.#several = several;
  }

  beside({ name }: OverviewSource, ...parts: readonly string[]): string {
    return [...parts, this.#several ? name : ''].filter((part) => part !== '').join(' · ');
  }

  /** What the group says already is not said again. */
  document({ entry, source }: Located, groupName: string, children: readonly Row[] = []): Row {
    const { path, state } = entry;
    const counts = source.findings.get(path);
    const said = state === undefined || state.text.toLowerCase() === groupName.toLowerCase() ? '' : state.text;
    const description = this.beside(source, said, counts ? countsInWords(counts) : '');
    return { id: `${source.root} ${path}`, sort: 'document', label: labelOf(entry), description, place: { root: source.root, path, at: undefined }, entry, children };
  }

  mention(of: string, source: OverviewSource, path: string, said = folderOf(path), at?: Position): Row {
    const entry = source.index.entry(path);
    const place = { root: source.root, path, at };
    return { id: `${of} ${source.root} ${path}`, sort: 'mention', label: entry ? labelOf(entry) : baseName(path), description: this.beside(source, said), place, entry, children: [] };
  }
}

/** Plans by their kind; those that follow each other stand in their order below the plan that leads to them. */
class Plans {
  readonly #all: readonly Located[];
  readonly #rows: RowWriter;
  readonly #parts = new Map<Located, readonly Located[]>();
  readonly #taken = new Set<Located>();

  constructor(all: readonly Located[], rows: RowWriter) {
    this.#all = all;
    this.#rows = rows;
    const byPath = new Map(all.map((each) => [`${each.source.root} ${each.entry.path}`, each]));
    for (const leader of all) {
      // What is part of another plan leads to nothing more: so nothing is ever below itself.
      if (this.#taken.has(leader)) continue;
      const led = leader.source.index.neighbours(leader.entry.path).filter(({ sort, direction }) => sort === 'leads to' && direction === 'to');
      const parts = led.map(({ path }) => byPath.get(`${leader.source.root} ${path}`)).filter((each) => each !== undefined && !this.#taken.has(each));
      this.#claim(leader, parts.filter((each) => each !== undefined));
    }
  }

  groups(): readonly Row[] {
    const byKind = new Map(grouped(this.#all.filter((each) => !this.#taken.has(each)), ({ entry }) => entry.kindName));
    const order = this.#all.flatMap(({ source }, index) => (index === 0 || this.#all[index - 1]?.source !== source ? source.index.kinds.map(({ name }) => name) : []));
    const names = Array.from(new Set(order)).filter((name) => byKind.has(name));
    return names.map((name) => group(`plans ${name}`, name, (byKind.get(name) ?? []).toSorted(byNumber).map((plan) => this.#row(plan))));
  }

  #claim(leader: Located, parts: readonly Located[]): void {
    if (parts.length === 0) return;
    for (const part of parts) this.#taken.add(part);
    this.#parts.set(leader, parts.toSorted(byNumber));
  }

  #row(plan: Located): Row {
    return this.#rows.document(plan, '', (this.#parts.get(plan) ?? []).map((part) => this.#row(part)));
  }
}

/** Records by what their status means; words that nobody knows make groups of their own. */
function recordGroups(records: readonly Located[], rows: RowWriter): readonly Row[] {
  const known = new Map(STATES);
  const byState = new Map(grouped(records, ({ entry: { state } }) => (state === undefined ? NO_STATE : ((state.name && known.get(state.name)) ?? state.text))));
  const names = [...STATES.map(([, name]) => name), ...Array.from(byState.keys()).sort(), NO_STATE];
  return Array.from(new Set(names)).flatMap((name) => {
    const members = byState.get(name) ?? [];
    return members.length === 0 ? [] : [group(`records ${name}`, name, members.toSorted(byNumber).map((record) => rows.document(record, name)))];
  });
}

/** The worst first. */
function findingRows(sources: readonly OverviewSource[], rows: RowWriter): readonly Row[] {
  const found = sources.flatMap((source) => Array.from(source.findings, ([path, counts]) => ({ source, path, counts })));
  const worst = found.toSorted((a, b) => b.counts.errors - a.counts.errors || b.counts.warnings - a.counts.warnings || compare(a.path, b.path));
  return worst.map(({ source, path, counts }) => rows.mention('findings', source, path, countsInWords(counts), counts.at));
}

function brokenRows(source: OverviewSource, rows: RowWriter): readonly Row[] {
  return source.problems.broken.map(({ path, written, at }) => ({
    ...rows.mention('broken', source, path, `${baseName(path)}:${at.line + 1}`, at),
    id: `broken ${source.root} ${path} ${written} ${at.line}:${at.column}`,
    sort: 'link',
    label: written,
  }));
}

function group(id: string, label: string, children: readonly Row[]): Row {
  return { id, sort: 'group', label, description: String(sizeOf(children)), place: undefined, entry: undefined, children };
}

function sizeOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { sort, children }) => sum + (sort === 'group' ? 0 : 1) + sizeOf(children), 0);
}

/** Folder by folder: each numbers its own. */
function byNumber(a: Located, b: Located): number {
  return compare(a.source.root, b.source.root) || compare(folderOf(a.entry.path), folderOf(b.entry.path)) || (a.entry.number ?? Infinity) - (b.entry.number ?? Infinity) || compare(a.entry.path, b.entry.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { mergeAlternatives } from './alternatives.ts';
import { isHalf, isMost, median, Tally } from './census.ts';
import type { HeadingReading } from './document.ts';
import { groupHeadings, TELLING, type DocumentSet, type Group } from './groups.ts';
import { titleOfSeries } from './series.ts';

/** One section that documents share. */
export interface DerivedSection {
  readonly title: string;
  readonly level: number;
  /** Those that have it. */
  readonly documents: ReadonlySet<number>;
  readonly required: boolean;
  /** Common enough for the template. */
  readonly stands: boolean;
  readonly isSeries: boolean;
  /** The other title under which documents have it. */
  readonly also: readonly string[];
  readonly headings: readonly HeadingReading[];
  readonly children: readonly DerivedSection[];
}

const DEEPEST_LEVEL = 6;

/** The sections that documents share below one heading. There is one list for each document that has this heading. */
export function deriveSections(
  lists: readonly (readonly HeadingReading[])[],
  documents: DocumentSet,
  parent: { readonly level: number; readonly stands: boolean } = { level: 1, stands: true },
): readonly DerivedSection[] {
  const grouped = mergeAlternatives(groupHeadings(lists, documents), documents.size);
  const groups = groupsInOrder(grouped, documents.size).filter((group) => isTold(group, lists.length, documents));
  const level = Math.max(parent.level + 1, usualLevel(groups));
  if (level > DEEPEST_LEVEL) return [];
  return groups.map((group) => {
    const stands = parent.stands && standsIn(group, lists.length, documents);
    return {
      title: group.series.length > 0 ? titleOfSeries(group.series, documents.placeholderFor) : group.writings.most,
      level,
      documents: group.documents,
      required: isMost(group.documents.size, documents.size),
      stands,
      isSeries: group.series.length > 0,
      also: group.also,
      headings: group.headings,
      children: deriveSections(listsBelow(group.headings), documents, { level, stands }),
    };
  });
}

/**
 * The usual order, first by the sections that most documents have: a section that few have shifts the others in their documents,
 * but still stands between the same ones. A document counts the sections that come before.
 */
function groupsInOrder(lists: readonly (readonly Group[])[], documents: number): readonly Group[] {
  const ranks = new Map<Group, number[]>();
  for (const list of lists) {
    const seen = new Set<Group>();
    let before = 0;
    for (const group of list) {
      if (seen.has(group)) continue;
      seen.add(group);
      const isFirm = isMost(group.documents.size, documents);
      const known = ranks.get(group) ?? [];
      ranks.set(group, known);
      known.push(isFirm ? before : before - 0.5);
      if (isFirm) before += 1;
    }
  }
  return Array.from(ranks, ([group, places]) => ({ group, rank: median(places), place: group.place }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ group }) => group);
}

function isTold(group: Group, lists: number, documents: DocumentSet): boolean {
  return group.documents.size >= TELLING || standsIn(group, lists, documents);
}

/** A series belongs to its parent: it need not be in half of the documents where its parent is not. */
function standsIn({ documents: { size }, series }: Group, lists: number, documents: DocumentSet): boolean {
  return isHalf(size, series.length > 0 ? lists : documents.size);
}

function usualLevel(groups: readonly Group[]): number {
  const levels = new Tally();
  for (const { headings } of groups) for (const { level } of headings) levels.add(String(level));
  return Number(levels.most);
}

function listsBelow(headings: readonly HeadingReading[]): readonly (readonly HeadingReading[])[] {
  const lists = new Map<number, HeadingReading[]>();
  for (const { document, children } of headings) {
    const list = lists.get(document) ?? [];
    for (const child of children) list.push(child);
    lists.set(document, list);
  }
  return Array.from(lists.values());
}

import { isMost, Tally } from './census.ts';
import { TELLING, type Group } from './groups.ts';

/** Cannot stand in quotes, or in a comment. */
const NOT_IN_MARK = /["<>]|--/;

/** So many documents hardly take turns by accident. */
const CERTAIN = 5;
/** Among more than so many sections at one place no two belong together. */
const MOST_RIVALS = 20;

/**
 * Two titles for one section: some documents have the one, others the other, none has both, most have one of them, and both stand
 * between the same neighbours. Where several pairs do so at one place nothing tells which belong together. Gives the groups of each
 * document with such pairs as one.
 */
export function mergeAlternatives(lists: readonly (readonly Group[])[], documents: number): readonly (readonly Group[])[] {
  const byPlace = new Map<string, Group[]>();
  for (const [group, place] of placesOf(lists, documents)) {
    const rivals = byPlace.get(place) ?? [];
    byPlace.set(place, rivals);
    rivals.push(group);
  }
  const merged = new Map<Group, Group>();
  for (const rivals of byPlace.values()) {
    const [pair, ambiguous] = rivals.length > MOST_RIVALS ? [] : pairsAmong(rivals, documents);
    if (pair === undefined || ambiguous !== undefined || NOT_IN_MARK.test(pair.other.writings.most)) continue;
    pair.main.takeIn(pair.other);
    merged.set(pair.other, pair.main);
  }
  return merged.size === 0 ? lists : lists.map((list) => list.map((group) => merged.get(group) ?? group));
}

interface Pair {
  readonly main: Group;
  readonly other: Group;
}

function pairsAmong(rivals: readonly Group[], documents: number): readonly Pair[] {
  return rivals.flatMap((first, index) =>
    rivals.slice(index + 1).flatMap((second) => {
      const count = first.documents.size + second.documents.size;
      if (count < CERTAIN || !isMost(count, documents) || count > documents || Array.from(first.documents).some((document) => second.documents.has(document))) return [];
      return [first.documents.size >= second.documents.size ? { main: first, other: second } : { main: second, other: first }];
    }),
  );
}

/** The neighbours that most documents have, of each group that only some of them have. */
function placesOf(lists: readonly (readonly Group[])[], documents: number): ReadonlyMap<Group, string> {
  const places = new Map<Group, Tally>();
  for (const list of lists) {
    const before = neighboursBefore(list, documents);
    const after = neighboursBefore(list.toReversed(), documents);
    for (const [group, neighbour] of before) {
      const tally = places.get(group) ?? new Tally();
      places.set(group, tally);
      tally.add(`${neighbour}\n${after.get(group) ?? ''}`);
    }
  }
  const usual = Array.from(places, ([group, tally]) => ({ group, place: tally.most, count: tally.countOf(tally.most) }));
  const certain = usual.filter(({ group, place, count }) => place !== '\n' && isMost(count, group.documents.size));
  return new Map(certain.map(({ group, place }) => [group, place]));
}

/** The last section before each group that most documents have. */
function neighboursBefore(list: readonly Group[], documents: number): ReadonlyMap<Group, string> {
  const neighbours = new Map<Group, string>();
  let last = '';
  for (const group of list) {
    if (isMost(group.documents.size, documents)) last = group.key;
    else if (group.series.length === 0 && group.documents.size >= TELLING) neighbours.set(group, last);
  }
  return neighbours;
}

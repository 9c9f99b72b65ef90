import type { ReadingName } from '../template/marks.ts';
import type { Position } from '../text/lines.ts';
import type { Sort } from './defined-names.ts';
import { knownNames, mentionsIn, titlesOf } from './known-names.ts';
import { placeOf } from './mentions.ts';
import type { Place } from './references.ts';
import type { Shelf } from './shelf.ts';

/** How often something is referred to, and where. */
export interface ReferenceCount {
  /** Where to say so. */
  readonly at: number;
  readonly title: string;
  readonly places: readonly Place[];
}

/** A document that refers to another one, and where it does. */
export interface Referring {
  readonly path: string;
  readonly at: Position | undefined;
}

const READ_AS: readonly (readonly [ReadingName, Sort, string, string])[] = [
  ['risks', 'risk', 'risk', 'risks'],
  ['phases', 'phase', 'phase', 'phases'],
  ['services', 'service', 'service', 'services'],
  ['tasks', 'task', 'task', 'tasks'],
];

/** The other documents that lead to one, each once. */
export function referringTo({ index }: Shelf, path: string): readonly Referring[] {
  const from = index.neighbours(path).filter(({ direction, path: other }) => direction === 'from' && other !== path);
  return Array.from(new Map(from.toReversed().map((each) => [each.path, { path: each.path, at: each.at }])).values()).reverse();
}

/** For each section that names risks and the like, the places elsewhere that speak of them. */
export function countsIn(shelf: Shelf, path: string): readonly ReferenceCount[] {
  const page = shelf.page(path);
  if (page?.subject === undefined) return [];
  const pages = [page, ...shelf.around(path).flatMap((each) => shelf.page(each) ?? [])].filter(({ subject }) => subject !== undefined);
  const known = pages.map((each) => {
    const all = knownNames(shelf, each);
    return { page: each, all, titles: titlesOf(all) };
  });
  return READ_AS.flatMap(([reading, sort, one, several]) =>
    (page.subject?.readings.places(reading) ?? []).flatMap(({ anchor, range }): readonly ReferenceCount[] => {
      const isHere = (at: number): boolean => range.start <= at && at < range.end;
      const count = page.names.filter((name) => name.sort === sort && isHere(name.range.start)).length;
      const places = known.flatMap(({ page: each, all, titles }) => {
        const own = all.filter(({ path: from, name }) => from === path && name.sort === sort && isHere(name.range.start));
        const found = own.flatMap((name) => mentionsIn(each, name, titles).flatMap(({ range: place }) => (each === page && (placeOf(name.name, name.handle)?.start === place.start || isDefinition(name.name, place.start)) ? [] : [place])));
        return Array.from(new Map(found.map((place) => [place.start, place])).values()).sort((a, b) => a.start - b.start).map((place) => ({ path: each.path, range: place }));
      });
      return places.length === 0 ? [] : [{ at: anchor.start, title: titled(places.length, count, one, several), places }];
    }),
  );
}

/** Between the beginning of what is defined and the end of its name. */
function isDefinition(name: Parameters<typeof placeOf>[0], at: number): boolean {
  const end = Math.max(...[name.id, name.count, name.title].map((each) => each?.range.end ?? 0));
  return name.range.start <= at && at < end;
}

function titled(places: number, count: number, one: string, several: string): string {
  return `${places === 1 ? '1 place names' : `${places} places name`} ${count === 1 ? `this ${one}` : `these ${several}`}`;
}

import { titleKey } from '../../plan/titles.ts';
import type { PlaceholderFor } from './body.ts';
import { isHalf, Shared, Tally } from './census.ts';
import type { HeadingReading } from './document.ts';
import { seriesLeads, seriesTitle, type SeriesTitle } from './series.ts';

/** What holds for the whole set of documents. */
export interface DocumentSet {
  readonly size: number;
  /** The number of each document that has one. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly placeholderFor: PlaceholderFor;
}

/** The headings that are one section, in all documents. */
export class Group extends Shared {
  readonly headings: HeadingReading[] = [];
  readonly series: SeriesTitle[] = [];
  readonly also: string[] = [];

  /** Makes another group a part of this one, under its other title. */
  takeIn(other: Group): void {
    this.absorb(other);
    for (const heading of other.headings) this.headings.push(heading);
    this.also.push(other.writings.most);
  }
}

interface NamedHeading {
  readonly heading: HeadingReading;
  /** The title with the number of the document as a placeholder. */
  readonly numbered: string;
  readonly numberedKey: string;
  readonly series: SeriesTitle | undefined;
}

/** What one document has alone says nothing about the others. */
export const TELLING = 2;
/** Emoji and the number of a section, which a title key leaves out. */
const NUMBERING = /^[^\p{L}\p{N}]*\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+/u;

/** The group of each heading, in the order of the headings. */
export function groupHeadings(lists: readonly (readonly HeadingReading[])[], documents: DocumentSet): readonly (readonly Group[])[] {
  const named = lists.map((list) => list.map((heading) => nameHeading(heading, documents)));
  const counts = countKeys(named);
  const own = (key: string): boolean => counts.countOf(key) >= TELLING && isHalf(counts.countOf(key), documents.size);
  const leads = seriesLeads(named.map((list) => list.flatMap(({ heading, series }) => (series ? [{ ...series, isOwn: own(heading.key) }] : []))));
  const groups = new Map<string, Group>();
  return named.map((list) =>
    list.flatMap(({ heading, series, numbered, numberedKey }, index) => {
      const isNumbered = numberedKey !== heading.key && counts.countOf(numberedKey) >= counts.countOf(heading.key);
      const key = isNumbered ? numberedKey : heading.key;
      if (key === '') return [];
      const inSeries = series !== undefined && leads.has(series.leadKey) && !(isNumbered && own(key)) ? series : undefined;
      const groupKey = inSeries ? `${inSeries.leadKey} {{n}}` : key;
      const group = groups.get(groupKey) ?? new Group(groupKey);
      groups.set(groupKey, group);
      group.add(heading.document, isNumbered ? numbered : heading.title, index / Math.max(1, list.length - 1));
      group.headings.push(heading);
      if (inSeries) group.series.push(inSeries);
      return [group];
    }),
  );
}

function nameHeading(heading: HeadingReading, { numbers }: DocumentSet): NamedHeading {
  const numbered = withNumber(heading.title, numbers.get(heading.document));
  const numberedKey = numbered === heading.title ? heading.key : titleKey(numbered);
  return { heading, numbered, numberedKey, series: seriesTitle(heading.title) };
}

/** In how many documents a key stands, with and without the number of the document as a placeholder. */
function countKeys(lists: readonly (readonly NamedHeading[])[]): Tally {
  const counts = new Tally();
  for (const list of lists) for (const key of new Set(list.flatMap(({ heading, numberedKey }) => [heading.key, numberedKey]))) counts.add(key);
  return counts;
}

/** `Phase 2 Architecture` in the document with number 2 is `Phase {{number}} Architecture`; the numbering of sections is none of its business. */
function withNumber(title: string, number: number | undefined): string {
  const numbering = NUMBERING.exec(title)?.[0] ?? '';
  const rest = title.slice(numbering.length);
  if (number === undefined || !/\p{L}/u.test(rest) || /[{}]/.test(rest)) return title;
  return numbering + rest.replace(/\d+/g, (digits) => (Number(digits) === number ? '{{number}}' : digits));
}

import type { Range } from '../text/range.ts';
import { documentMentions } from './document-mentions.ts';
import { knownNames, mentionsIn, titlesOf, type KnownName } from './known-names.ts';
import { placeOf } from './mentions.ts';
import { isTitle, leadOf, sectionWith, type Meaning } from './name-at.ts';
import type { Page, Shelf } from './shelf.ts';

/** A stretch of one document. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

/** Where something is defined: the words to look at, and all that belongs to it. */
export interface Definition extends Place {
  readonly whole: Range;
}

export function definitionOf(shelf: Shelf, meaning: Meaning): Definition | undefined {
  if (meaning.what === 'name') {
    const { path, name, handle } = meaning.name;
    return { path, range: placeOf(name, handle) ?? name.range, whole: name.range };
  }
  const page = shelf.page(meaning.path);
  const section = meaning.what === 'heading' ? page?.plan.sections[meaning.at] : page?.plan.title;
  const start = { start: 0, end: 0 };
  return page && { path: page.path, range: section?.heading.range ?? start, whole: section?.range ?? start };
}

/** Every place that means the same, its definition among them; by path, then in the order of the document. */
export function referencesTo(shelf: Shelf, meaning: Meaning): readonly Place[] {
  return meaning.what === 'name' ? referencesToName(shelf, meaning.name) : meaning.what === 'document' ? referencesToDocument(shelf, meaning.path) : referencesToHeading(shelf, meaning.path, meaning.at);
}

/** In its own document and in those beside it, wherever they do not mean something else by it. */
export function referencesToName(shelf: Shelf, { path, at, handle }: KnownName): readonly Place[] {
  return [path, ...shelf.around(path)].sort().flatMap((each) => {
    const page = shelf.page(each);
    if (page?.subject === undefined) return [];
    const all = knownNames(shelf, page);
    const own = all.find((known) => known.path === path && known.at === at && known.handle === handle);
    return own === undefined ? [] : mentionsIn(page, own, titlesOf(all)).map(({ range }) => ({ path: each, range }));
  });
}

export function referencesToDocument(shelf: Shelf, path: string): readonly Place[] {
  const around = new Set([path, ...shelf.leadingTo(path), ...shelf.around(path), ...shelf.index.phases(path)]);
  return Array.from(around).sort().flatMap((each) => {
    const page = shelf.page(each);
    if (page === undefined) return [];
    const title = each === path && page.plan.title ? [page.plan.title.heading.range] : [];
    const links = each === path ? [] : linksTo(shelf, page, (leads) => leads.path === path);
    const named = page.subject === undefined ? [] : documentMentions(shelf, page).flatMap(({ to, range }) => (to === path ? [range] : []));
    return placesIn(each, [...title, ...links, ...named]);
  });
}

/** The heading and every link with its anchor; where it is the title of its document, every mention of that too. */
export function referencesToHeading(shelf: Shelf, path: string, at: number): readonly Place[] {
  const page = shelf.page(path);
  const section = page?.plan.sections[at];
  if (page === undefined || section === undefined) return [];
  const links = anchorLinks(shelf, path, (anchor) => sectionWith(page, anchor) === section);
  const whole = isTitle(page, at) ? referencesToDocument(shelf, path) : [];
  const all = [{ path, range: section.heading.range }, ...links, ...whole];
  return Array.from(new Map(all.map((place) => [`${place.path}\n${place.range.start}`, place])).values()).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.range.start - b.range.start));
}

/** Every link, wherever it stands, to a heading of a document with such an anchor. */
export function anchorLinks(shelf: Shelf, path: string, isMeant: (anchor: string) => boolean): readonly Place[] {
  return [path, ...shelf.leadingTo(path)].sort().flatMap((each) => {
    const page = shelf.page(each);
    return page === undefined ? [] : placesIn(each, linksTo(shelf, page, (leads) => leads.path === path && leads.anchor !== '' && isMeant(leads.anchor)));
  });
}

function linksTo(shelf: Shelf, page: Page, isMeant: (leads: { readonly path: string; readonly anchor: string }) => boolean): readonly Range[] {
  return page.links.flatMap(({ target, range }) => {
    const leads = leadOf(shelf, page, target);
    return leads !== undefined && isMeant(leads) ? [range] : [];
  });
}

function placesIn(path: string, ranges: readonly Range[]): readonly Place[] {
  return ranges.toSorted((a, b) => a.start - b.start).map((range) => ({ path, range }));
}

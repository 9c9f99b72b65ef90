import type { DefinedName } from './defined-names.ts';
import { keyOf, mentionsOf, placeOf, type Handle, type Mention } from './mentions.ts';
import type { Page, Shelf } from './shelf.ts';
import type { Range } from '../text/range.ts';
import { isTelling } from './whole-words.ts';

/** A name that a page may use: its own, or that of a document beside it. */
export interface KnownName {
  /** Where it is defined. */
  readonly path: string;
  /** Its place among the names of that document. */
  readonly at: number;
  readonly name: DefinedName;
  readonly handle: Handle;
}

const HANDLES: readonly Handle[] = ['id', 'count', 'title'];

/** Every name that means something in a page. Its own come first; of those of the documents beside it only those that one of them alone has. */
export function knownNames(shelf: Shelf, page: Page): readonly KnownName[] {
  const own = namesOf(page, () => true);
  const taken = new Set(own.keys());
  const beside = new Map<string, KnownName | undefined>();
  for (const path of shelf.around(page.path)) {
    const other = shelf.page(path);
    if (other === undefined) continue;
    for (const [key, known] of namesOf(other, isKnownBeyond)) if (!taken.has(key)) beside.set(key, beside.has(key) ? undefined : known);
  }
  return [...own.values(), ...Array.from(beside.values()).filter((known) => known !== undefined)];
}

/** The titles among these names. */
export function titlesOf(all: readonly KnownName[]): readonly string[] {
  return Array.from(new Set(all.flatMap(({ name, handle }) => (handle === 'title' && name.title !== undefined ? [name.title.text] : []))));
}

/** Every place in a page that means the name, where these titles are known. */
export function mentionsIn(page: Page, { path, name, handle }: KnownName, titles: readonly string[], within?: Range): readonly Mention[] {
  const found = mentionsOf(page, name, handle, titles, within);
  const own = path === page.path ? placeOf(name, handle) : undefined;
  const isInside = own !== undefined && (within === undefined || (own.start >= within.start && own.end <= within.end));
  // A heading or a cell may name it by a number alone, or within code.
  if (own === undefined || !isInside || found.some(({ range }) => range.start <= own.start && own.end <= range.end)) return found;
  return [...found.filter(({ range }) => range.end <= own.start || range.start >= own.end), { handle, range: own }].sort((a, b) => a.range.start - b.range.start);
}

/** Of several that share a name the first one counts. */
function namesOf({ path, names }: Page, isMeant: (name: DefinedName, handle: Handle) => boolean): ReadonlyMap<string, KnownName> {
  const found = new Map<string, KnownName>();
  for (const [at, name] of names.entries()) {
    for (const handle of HANDLES) {
      const key = isMeant(name, handle) ? keyOf(name, handle) : undefined;
      if (key !== undefined && !found.has(key)) found.set(key, { path, at, name, handle });
    }
  }
  return found;
}

/** The numbers of risks and waves count in their document alone, and a common word is no name elsewhere. */
function isKnownBeyond({ sort, title }: DefinedName, handle: Handle): boolean {
  return handle === 'count' ? sort === 'phase' : handle === 'id' || (title !== undefined && isTelling(title.text));
}

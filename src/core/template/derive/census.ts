/** Counts what is written and how; what most documents do is what a template made from them says. */

/** A section stands in a template from one half of the documents, and is required from four fifths. */
export function isHalf(count: number, of: number): boolean {
  return count > 0 && count * 2 >= of;
}

export function isMost(count: number, of: number): boolean {
  return count > 0 && count * 5 >= of * 4;
}

export class Tally {
  readonly #counts = new Map<string, number>();

  add(writing: string): void {
    this.#counts.set(writing, (this.#counts.get(writing) ?? 0) + 1);
  }

  countOf(writing: string): number {
    return this.#counts.get(writing) ?? 0;
  }

  /** What was added most often, the first of equals; empty where nothing was. */
  get most(): string {
    let best: string | undefined;
    for (const [writing, count] of this.#counts) if (best === undefined || count > this.countOf(best)) best = writing;
    return best ?? '';
  }
}

/** One thing that documents may share. */
export class Shared {
  readonly key: string;
  readonly documents = new Set<number>();
  readonly writings = new Tally();
  readonly #places: number[] = [];

  constructor(key: string) {
    this.key = key;
  }

  /** Where it stands first in a document counts as its place there. */
  add(document: number, writing: string, place: number): void {
    if (!this.documents.has(document)) this.#places.push(place);
    this.documents.add(document);
    this.writings.add(writing);
  }

  absorb(other: Shared): void {
    for (const document of other.documents) this.documents.add(document);
    this.#places.push(...other.#places);
  }

  get place(): number {
    return median(this.#places);
  }
}

export class Census {
  readonly #things = new Map<string, Shared>();

  add(document: number, key: string, writing: string, place: number): void {
    const thing = this.#things.get(key) ?? new Shared(key);
    this.#things.set(key, thing);
    thing.add(document, writing, place);
  }

  countOf(key: string): number {
    return this.#things.get(key)?.documents.size ?? 0;
  }

  /** What at least half of so many documents have, in the order in which they have it. */
  sharedBy(documents: number): readonly Shared[] {
    return inOrder(Array.from(this.#things.values()).filter((thing) => isHalf(thing.documents.size, documents)));
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + upper) / 2;
}

function inOrder<Thing extends { readonly place: number }>(things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, place: thing.place }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

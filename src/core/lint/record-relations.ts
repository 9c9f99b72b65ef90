import type { RecordLink, Relation } from '../readings/records/record-links.ts';
import { folderOf } from '../template/file-name.ts';
import { pathFrom } from '../text/link-paths.ts';
import { seriesOf } from './records-around.ts';
import type { RecordEntry, Surroundings } from './surroundings.ts';

/** What the other record says where this one says it; nothing is asked of what is only related. */
const INVERSE: Readonly<Record<Relation, Relation | undefined>> = {
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
  amends: 'amended by',
  'amended by': 'amends',
  'relates to': undefined,
};

export function inverseOf(relation: Relation): Relation | undefined {
  return INVERSE[relation];
}

/** Whether a word before the relation, or in it, takes a part of it back: "partly superseded by". */
export function isPartial({ plan }: RecordEntry, { range }: RecordLink): boolean {
  const words = plan.text.slice(Math.max(0, range.start - 30), range.end);
  return /(?:partly|partially|in part)[\s*_-]{1,4}(?:supers|superc|replac|obsol)|(?:ded|ced|ted)[\s_-]{1,4}in[\s_-]{1,4}part/i.test(words);
}

/** The records of a workspace, and what they say of each other. */
export class RecordRelations {
  readonly #surroundings: Surroundings;
  readonly #all: readonly RecordEntry[];
  readonly #byPath: ReadonlyMap<string, RecordEntry>;
  readonly #byNumber = new Map<number, RecordEntry[]>();
  readonly #successors = new Map<RecordEntry, readonly RecordEntry[]>();
  #supersededBy: ReadonlyMap<RecordEntry, readonly RecordEntry[]> | undefined;

  constructor(all: readonly RecordEntry[], surroundings: Surroundings) {
    this.#all = all;
    this.#surroundings = surroundings;
    this.#byPath = new Map(all.map((entry) => [entry.path, entry]));
    for (const entry of all) {
      const { number } = entry.record;
      if (number === undefined) continue;
      const known = this.#byNumber.get(number);
      if (known) known.push(entry);
      else this.#byNumber.set(number, [entry]);
    }
  }

  /** The record that a link of another one means; `missing` where there is none, nothing where that cannot be told. */
  targetOf(from: RecordEntry, { target, number }: RecordLink): RecordEntry | 'missing' | undefined {
    const file = target.text.replace(/[#?].*$/, '');
    if (/^[a-z][a-z0-9+.-]*:/i.test(file)) return undefined;
    const isFile = /\.(?:md|markdown)$/i.test(file);
    const path = isFile ? pathFrom(folderOf(from.path), file) : undefined;
    const named = path === undefined ? undefined : this.#byPath.get(path);
    if (named) return named;
    if (path !== undefined && this.#surroundings.exists(path) !== false) return undefined;
    const numbered = number === undefined ? undefined : this.#numbered(from, number);
    // What has the form of an address but names no file may be the page of a site.
    return numbered ?? (isFile || (number !== undefined && !file.includes('/')) ? 'missing' : undefined);
  }

  /** Whether one record says this of another, or its number. */
  says(entry: RecordEntry, relation: Relation, of: RecordEntry): boolean {
    return entry.record.links.some((link) => link.relation === relation && (this.targetOf(entry, link) === of || (link.number !== undefined && link.number === of.record.number)));
  }

  /** The way over records that supersede each other from the first to the next, and back to it again. */
  circleFrom(first: RecordEntry, next: RecordEntry): readonly RecordEntry[] | undefined {
    if (next === first) return [first];
    const before = new Map<RecordEntry, RecordEntry>([[next, first]]);
    for (const entry of before.keys()) {
      for (const successor of this.#successorsOf(entry)) {
        if (successor === first) return wayTo(entry, first, before);
        if (!before.has(successor)) before.set(successor, entry);
      }
    }
    return undefined;
  }

  /** In the same folder, or the only one anywhere. */
  #numbered(from: RecordEntry, number: number): RecordEntry | undefined {
    const candidates = this.#byNumber.get(number) ?? [];
    return candidates.find(({ path }) => seriesOf(path) === seriesOf(from.path)) ?? (candidates.length === 1 ? candidates[0] : undefined);
  }

  /** What supersedes a record, whichever of both says so. */
  #successorsOf(entry: RecordEntry): readonly RecordEntry[] {
    const known = this.#successors.get(entry) ?? [...this.#named(entry, 'superseded by'), ...(this.#fromOthers().get(entry) ?? [])];
    this.#successors.set(entry, known);
    return known;
  }

  #fromOthers(): ReadonlyMap<RecordEntry, readonly RecordEntry[]> {
    if (this.#supersededBy) return this.#supersededBy;
    const found = new Map<RecordEntry, RecordEntry[]>();
    for (const entry of this.#all) for (const old of this.#named(entry, 'supersedes')) found.set(old, [...(found.get(old) ?? []), entry]);
    return (this.#supersededBy = found);
  }

  #named(entry: RecordEntry, relation: Relation): readonly RecordEntry[] {
    return entry.record.links.flatMap((link) => {
      const target = link.relation === relation ? this.targetOf(entry, link) : undefined;
      return target === undefined || target === 'missing' ? [] : [target];
    });
  }
}

function wayTo(last: RecordEntry, first: RecordEntry, before: ReadonlyMap<RecordEntry, RecordEntry>): readonly RecordEntry[] {
  const way: RecordEntry[] = [];
  for (let each: RecordEntry | undefined = last; each !== undefined && each !== first; each = before.get(each)) way.push(each);
  return [first, ...way.toReversed()];
}

import { detached } from '../text/detached.ts';
import { shifted } from '../text/shift.ts';
import type { Range } from '../text/range.ts';
import { firstFrom } from './blocks.ts';
import type { Plan } from './plan.ts';

/** What was read of one text, by what read it, with the offset at which the text stood then. */
type Notes = Map<unknown, { readonly at: number; readonly value: unknown }>;

/** So many characters of text are remembered at least, and twice as many at most. */
const REMEMBERED = 2_000_000;

/** What was read of pieces of text lately: what a key press leaves as it is need not be read again. */
export class Memory {
  #recent = new Map<string, Notes>();
  #older = new Map<string, Notes>();
  #size = 0;
  #last: PlanNotes | undefined;

  notesOn(text: string): Notes {
    const recent = this.#recent.get(text);
    if (recent !== undefined) return recent;
    const notes: Notes = this.#older.get(text) ?? new Map<unknown, { readonly at: number; readonly value: unknown }>();
    this.#recent.set(detached(text), notes);
    this.#size += text.length;
    if (this.#size > REMEMBERED) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#size = 0;
    }
    return notes;
  }

  /** The notes of a plan, which mostly is the next version of the last one. */
  notesOf(plan: Plan): PlanNotes {
    this.#last = new PlanNotes(plan.text, this, this.#last?.forgetEarlier());
    return this.#last;
  }
}

const MOST_OFFSETS = 2 ** 26;

/** The notes of one plan, by the span they are on. */
class PlanNotes {
  readonly #text: string;
  readonly #memory: Memory | undefined;
  readonly #bySpan = new Map<number, Notes>();
  #earlier: PlanNotes | undefined;
  /** Before the one offset and from the other on, the text is that of the earlier version, the latter moved by the difference in length. */
  readonly #changedFrom: number = 0;
  readonly #changedTo: number = 0;

  constructor(text: string, memory: Memory | undefined, earlier: PlanNotes | undefined) {
    this.#text = text;
    this.#memory = memory;
    this.#earlier = earlier;
    if (earlier !== undefined) [this.#changedFrom, this.#changedTo] = changeBetween(earlier.#text, text);
  }

  forgetEarlier(): this {
    this.#earlier = undefined;
    return this;
  }

  on(span: Range): Notes {
    const key = span.start * MOST_OFFSETS + span.end;
    const known = this.#bySpan.get(key);
    if (known !== undefined) return known;
    const notes = this.#notesOn(span);
    this.#bySpan.set(key, notes);
    return notes;
  }

  #notesOn({ start, end }: Range): Notes {
    const earlier = this.#earlierNotesOn(start, end);
    if (earlier !== undefined) return earlier;
    // A document as a whole is another text after every key press.
    const isWhole = start === 0 && end === this.#text.length;
    return isWhole || this.#memory === undefined ? new Map<unknown, { readonly at: number; readonly value: unknown }>() : this.#memory.notesOn(this.#text.slice(start, end));
  }

  /** Found by the place: to find them by the text, all of it would have to be looked at. */
  #earlierNotesOn(start: number, end: number): Notes | undefined {
    if (this.#earlier === undefined) return undefined;
    if (end <= this.#changedFrom) return this.#earlier.#bySpan.get(start * MOST_OFFSETS + end);
    const by = this.#earlier.#text.length - this.#text.length;
    return start >= this.#changedTo ? this.#earlier.#bySpan.get((start + by) * MOST_OFFSETS + end + by) : undefined;
  }
}

const notesOf = new WeakMap<Plan, PlanNotes>();

/**
 * What `read` makes of a span, which must depend on nothing but the text of that span: of a text that was met before it is taken from memory,
 * with every range where it stands now. It is shared, so nobody may change it.
 */
export function recalled<T>(plan: Plan, span: Range, reader: unknown, read: () => T): T {
  return noted(notesOn(plan).on(span), span, reader, read);
}

function noted<T>(notes: Notes, { start }: Range, reader: unknown, read: () => T): T {
  const known = notes.get(reader);
  if (known?.at === start) return known.value as T;
  const value = known === undefined ? read() : (shifted(known.value, start - known.at) as T);
  // What holds no place stands everywhere.
  if (known === undefined || value !== known.value) notes.set(reader, { at: start, value });
  return value;
}

function notesOn(plan: Plan): PlanNotes {
  const known = notesOf.get(plan);
  if (known !== undefined) return known;
  const notes = plan.memory?.notesOf(plan) ?? new PlanNotes(plan.text, undefined, undefined);
  notesOf.set(plan, notes);
  return notes;
}

/**
 * What `find` finds in the document, piece by piece: from one heading of the root to the next. It must look at nothing but the text of the piece.
 * Of a span, all that is found in the pieces that reach into it.
 */
export function foundIn<T>(plan: Plan, find: (plan: Plan, piece: Range) => readonly T[], span?: Range): readonly T[] {
  const found: T[] = [];
  const all = piecesOf(plan);
  const first = span === undefined ? 0 : firstFrom(all.length, (index) => (all[index]?.range.end ?? Infinity) > span.start);
  for (let index = first; index < all.length; index++) {
    const piece = all[index];
    if (piece === undefined || (span !== undefined && piece.range.start >= span.end)) break;
    const here = noted(piece.notes, piece.range, find, () => find(plan, piece.range));
    for (const each of here) found.push(each);
  }
  return found;
}

interface Piece {
  readonly range: Range;
  readonly notes: Notes;
}

const pieces = new WeakMap<Plan, readonly Piece[]>();

function piecesOf(plan: Plan): readonly Piece[] {
  const known = pieces.get(plan);
  if (known !== undefined) return known;
  const notes = notesOn(plan);
  const all = cut(plan).map((range) => ({ range, notes: notes.on(range) }));
  pieces.set(plan, all);
  return all;
}

function cut({ text, sections }: Plan): readonly Range[] {
  const first = sections[0]?.heading.range.start ?? text.length;
  const head = first > 0 || sections.length === 0 ? [{ start: 0, end: first }] : [];
  return [...head, ...sections.map(({ heading, body }) => ({ start: heading.range.start, end: body.end }))];
}

/** So many characters are compared at once. */
const STRIDE = 4096;

/** Where two versions of a text begin to differ, and from where on they are the same again, as offsets of the later one. */
function changeBetween(before: string, after: string): readonly [number, number] {
  const shortest = Math.min(before.length, after.length);
  let from = 0;
  while (from + STRIDE <= shortest && before.slice(from, from + STRIDE) === after.slice(from, from + STRIDE)) from += STRIDE;
  while (from < shortest && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  const most = shortest - from;
  let tail = 0;
  while (tail + STRIDE <= most && before.slice(before.length - tail - STRIDE, before.length - tail) === after.slice(after.length - tail - STRIDE, after.length - tail)) tail += STRIDE;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return [from, after.length - tail];
}

import { leadIns } from './lead-ins.ts';
import type { Memory } from './memory.ts';
import type { Plan } from './plan.ts';

/** What was made of the titles of a document, by what made it, and of what else it was made. */
type Notes = WeakMap<object, { readonly of: string; readonly value: unknown }>;

interface Titles {
  readonly levels: readonly number[];
  readonly words: readonly string[];
  readonly notes: Notes;
}

/** So many documents are typed in by turns. */
const MOST = 16;
/** The last one first. */
const recentOf = new WeakMap<Memory, readonly Titles[]>();
const notesOf = new WeakMap<Plan, Notes>();

/**
 * What `make` makes of the headings, labels and lead-ins of a document and of what `of` tells, which must depend on nothing but their words, levels and order:
 * most key presses change none of them. In it they stand by their places in their lists, as those of the next version are others.
 */
export function madeOfTitles<T>(plan: Plan, maker: object, of: string, make: () => T): T {
  let notes = notesOf.get(plan);
  // What is read but once need not be remembered.
  if (notes === undefined) notesOf.set(plan, (notes = plan.memory === undefined ? new WeakMap() : recentNotes(plan, plan.memory)));
  const known = notes.get(maker);
  if (known?.of === of) return known.value as T;
  const value = make();
  notes.set(maker, { of, value });
  return value;
}

function recentNotes(plan: Plan, memory: Memory): Notes {
  const recent = recentOf.get(memory) ?? [];
  const { headings, labels } = plan.outline;
  const titled = [headings, labels, leadIns(plan)].flat();
  const levels = [labels.length, ...headings.map(({ level }) => level)];
  const same = recent.find((known) => isSame(known, titled, levels));
  if (same !== undefined && same === recent[0]) return same.notes;
  // A part of a string keeps the whole of it alive; these are some of their own.
  const first = same ?? { levels, words: titled.map(({ title }) => `-${title}`.slice(1)), notes: new WeakMap() };
  recentOf.set(memory, [first, ...recent.filter((other) => other !== first)].slice(0, MOST));
  return first.notes;
}

function isSame({ levels, words }: Titles, titled: readonly { readonly title: string }[], wanted: readonly number[]): boolean {
  return words.length === titled.length && levels.length === wanted.length && levels.every((level, index) => level === wanted[index]) && titled.every(({ title }, index) => title === words[index]);
}

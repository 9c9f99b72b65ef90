import { isMost, Tally } from './census.ts';

/** What most of several names have in common, each given in its words: how they begin and end, and the numbers that stand in the same place. */
export interface CommonForm {
  readonly leading: readonly string[];
  readonly trailing: readonly string[];
  /** Something stands between the two that differs from name to name. */
  readonly varies: boolean;
  /** What stands at the place of the number, by the index of the name. */
  readonly numbers: ReadonlyMap<number, number>;
}

const DATE_OR_NUMBER = /(\d{4}-\d{2}-\d{2}|\d+)/;
const MOST_DIGITS = 6;

/** Where there is but one name, the digits in it that are its number are told from others by `only`. */
export function commonForm(names: readonly (readonly string[])[], only: number | undefined): CommonForm {
  return new FormReader(names, only);
}

class FormReader implements CommonForm {
  readonly leading: string[] = [];
  readonly trailing: string[] = [];
  readonly varies: boolean;
  readonly numbers = new Map<number, number>();
  readonly #names: readonly (readonly string[])[];
  readonly #only: number | undefined;
  readonly #total: number;
  /** Those that share what was read so far. */
  #alike: readonly number[];

  constructor(names: readonly (readonly string[])[], only: number | undefined) {
    this.#names = names;
    this.#only = only;
    this.#alike = names.flatMap((words, index) => (words.length > 0 ? [index] : []));
    this.#total = this.#alike.length;
    const areWhole = this.#read(this.leading, (words) => words[this.leading.length]);
    if (!areWhole) this.#read(this.trailing, (words) => words[this.#indexFromEnd(words)]);
    this.trailing.reverse();
    this.varies = !areWhole;
  }

  /** Takes word after word as long as most names have it; true where they end together. */
  #read(into: string[], wordOf: (words: readonly string[]) => string | undefined): boolean {
    for (;;) {
      const shapes = new Tally();
      const shapeAt = (index: number): string => shapeOf(wordOf(this.#names[index] ?? []));
      for (const index of this.#alike) shapes.add(shapeAt(index));
      const shape = shapes.most;
      if (!isMost(shapes.countOf(shape), this.#total) || shape === '') return shape === '';
      const alike = this.#alike.filter((index) => shapeAt(index) === shape);
      const word = this.#common(alike.map((index) => ({ index, word: wordOf(this.#names[index] ?? []) ?? '' })));
      if (word === undefined) return false;
      this.#alike = alike;
      into.push(word);
    }
  }

  #indexFromEnd(words: readonly string[]): number {
    const index = words.length - 1 - this.trailing.length;
    return index < this.leading.length ? -1 : index;
  }

  /** One way to write words of the same shape; nothing where they hold different numbers besides the one that counts. */
  #common(words: readonly { readonly index: number; readonly word: string }[]): string | undefined {
    const writings = new Tally();
    const split = words.map(({ index, word }) => ({ index, pieces: word.split(DATE_OR_NUMBER) }));
    for (const { pieces } of split) writings.add(pieces.filter((_, at) => at % 2 === 0).join('\n'));
    const between = writings.most.split('\n');
    let written = between[0] ?? '';
    for (let at = 1; at < between.length; at++) {
      const placeholder = this.#placeholder(split.map(({ index, pieces }) => ({ index, digits: pieces[at * 2 - 1] ?? '' })));
      if (placeholder === undefined) return undefined;
      written += placeholder + (between[at] ?? '');
    }
    return written;
  }

  #placeholder(found: readonly { readonly index: number; readonly digits: string }[]): string | undefined {
    const first = found[0]?.digits ?? '';
    if (isDate(first)) return '{{date}}';
    const varies = this.#total === 1 ? Number(first) === this.#only : found.some(({ digits }) => digits !== first);
    if (!varies) return first;
    const isKnown = this.numbers.size > 0;
    if (isKnown && found.some(({ index, digits }) => this.numbers.get(index) !== Number(digits))) return undefined;
    for (const { index, digits } of found) this.numbers.set(index, Number(digits));
    return `{{${numberName(found.map(({ digits }) => digits))}}}`;
  }
}

/** Words have one shape when they differ only in digits and case; what is missing has none. */
function shapeOf(word: string | undefined): string {
  if (word === undefined) return '';
  return word
    .toLowerCase()
    .split(DATE_OR_NUMBER)
    .map((piece, at) => (at % 2 === 0 ? piece : isDate(piece) ? '\u0001' : '\u0000'))
    .join('');
}

function isDate(digits: string): boolean {
  return digits.includes('-');
}

function numberName(writings: readonly string[]): string {
  const widths = new Tally();
  for (const digits of writings) if (digits.length > 1 && digits.startsWith('0')) widths.add(String(digits.length));
  const width = Number(widths.most);
  return width >= 2 && width <= MOST_DIGITS ? 'n'.repeat(width) : 'number';
}

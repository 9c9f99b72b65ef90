import { sharesWord } from './shared-words.ts';

/** The name of a part of a system as it is compared: by the words that tell it from others. */
export interface PartName {
  /** As a reader sees it: the first line, without markup. */
  readonly text: string;
  readonly words: readonly string[];
}

const LONGEST = 200;
const BREAK = /<br\s{0,3}\/?>|\\n/i;
/** Words that many parts have in their names. */
const COMMON = new Set('a an and of the to in on at via with by service services microservice microservices svc component components module modules server servers system systems application applications app layer layers api apis database databases db datastore store storage container containers cluster instance instances node nodes'.split(' '));
const STEM = 4;

/** `OrderService`, `order-service`, "Order service (Go)" and "Orders<br/>two pods" name the same part. */
export function partName(label: string): PartName {
  const [first = ''] = label.slice(0, LONGEST).replace(/^[`"\s]+/, '').split(BREAK);
  const text = first.replace(/<[^<>]{0,100}>|fa[bsr]?:fa-[\w-]+|#\w+;|[*`"]/g, '').replace(/\s+/g, ' ').trim();
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const all = (bare.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''));
  const words = all.filter((word) => !COMMON.has(word) && !COMMON.has(`${word}s`));
  return { text, words: words.length === 0 ? all : words };
}

/** Whether one of them says no more than the other, but for one word. */
export function isSamePart(one: PartName, other: PartName): boolean {
  if (one.words.length === 0 || other.words.length === 0) return false;
  if (one.words.join('') === other.words.join('')) return true;
  const [fewer, more] = one.words.length <= other.words.length ? [one, other] : [other, one];
  return more.words.length - fewer.words.length <= 1 && fewer.words.every((word) => more.words.includes(word));
}

/** Whether one may be meant by the other: they have a word in common, in whatever form. */
export function isLikePart(one: PartName, other: PartName): boolean {
  return one.words.some((word) => other.words.includes(word)) || sharesWord(one.words.join(' '), other.words.join(' '));
}

/** The words of a text by their beginnings, so that two forms of one word are the same. */
export class WordStems {
  readonly #stems = new Set<string>();
  readonly #joined: string;
  readonly #unspaced: string;

  constructor(text: string) {
    const words = wordsIn(text);
    for (const word of words) this.#stems.add(word.slice(0, STEM));
    this.#joined = ` ${words.join(' ')} `;
    this.#unspaced = words.join('');
  }

  /** Any of its words, in any form, or its initials. */
  hasAnyOf({ words, text }: PartName): boolean {
    const initials = (text.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? []).join('').toLowerCase();
    return words.some((word) => this.#stems.has(word.slice(0, STEM))) || (initials.length > 1 && this.#joined.includes(` ${initials} `)) || this.#unspaced.includes(words.join(''));
  }
}

/** The words of a text as they are compared. What stands on different lines can be asked for by itself. */
export function wordsIn(text: string): readonly string[] {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All words of a name, next to each other, among words with a space before and behind each. */
export function areNamed({ text }: PartName, words: string): boolean {
  const own = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return own === '' || words.includes(` ${own} `) || words.includes(` ${own}s `);
}

import { plainTitle } from '../plan/titles.ts';
import { baseName } from '../template/file-name.ts';
import type { OwnDocument } from './known-document.ts';

/** Where something was found: what stands in a title says more of a document than what stands in its text. */
export type FoundIn = 'title' | 'heading' | 'text';

export interface SearchHit {
  readonly path: string;
  readonly foundIn: FoundIn;
  /** From 0, as `column`. */
  readonly line: number;
  readonly column: number;
  /** The heading or line without its decoration, cut around what was found. */
  readonly excerpt: string;
}

/** A place in a document, before anybody looks at it. */
export interface FoundPlace {
  readonly own: OwnDocument;
  readonly foundIn: FoundIn;
  /** In the text in small letters. */
  readonly offset: number;
  /** Whether every word is found where a word begins. */
  readonly isWhole: boolean;
}

const ORDER: readonly FoundIn[] = ['title', 'heading', 'text'];
const MOST_WORDS = 10;
const LONGEST_WORD = 100;
/** So many places of one document are shown. */
const MOST_PLACES = 3;
/** So many places of a word are looked at for the line that has the others too. */
const MOST_LOOKED_AT = 200;
const LONGEST_EXCERPT = 160;
const BEFORE_EXCERPT = 40;

/** The words that are looked for, whatever their case; all of them have to be there. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** The best places of a document: its title, else its headings, else its lines; nothing where a word is missing. */
export function placesIn(own: OwnDocument, words: readonly string[]): readonly FoundPlace[] {
  if (words.length === 0) return [];
  const name = namesOf(own);
  if (hasAll(name, words)) return [{ own, foundIn: 'title', offset: own.titles[0] ?? 0, isWhole: words.every((word) => beginsWord(name, word)) }];
  const text = own.text.toLowerCase();
  const missing = words.filter((word) => !text.includes(word));
  // A word may stand in the name of the file alone.
  if (missing.some((word) => !name.includes(word))) return [];
  const inText = words.filter((word) => !missing.includes(word));
  const headings = headingsWith(own, text, inText);
  return headings.length > 0 ? headings : linesWith(own, text, inText);
}

/** The best first. */
export function ranked<T extends FoundPlace>(found: readonly T[], most: number): readonly T[] {
  return found.toSorted((a, b) => rank(a) - rank(b) || comparePaths(a, b) || a.offset - b.offset).slice(0, most);
}

function rank({ foundIn, isWhole }: FoundPlace): number {
  return ORDER.indexOf(foundIn) * 2 + (isWhole ? 0 : 1);
}

function comparePaths({ own: { entry: a } }: FoundPlace, { own: { entry: b } }: FoundPlace): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** As it is called: by its title, its file and its number. */
function namesOf({ entry: { path, title, kind, number } }: OwnDocument): string {
  return `${title} ${baseName(path)}${number === undefined ? '' : ` ${kind}-${number}`}`.toLowerCase();
}

function headingsWith(own: OwnDocument, text: string, words: readonly string[]): readonly FoundPlace[] {
  const found: FoundPlace[] = [];
  for (let index = 0; index < own.titles.length && found.length < MOST_PLACES; index += 2) {
    const offset = own.titles[index] ?? 0;
    const title = text.slice(offset, own.titles[index + 1]);
    if (hasAll(title, words)) found.push({ own, foundIn: 'heading', offset, isWhole: words.every((word) => beginsWord(title, word)) });
  }
  return found;
}

/** The lines that have every word, else the first that has the longest of them. */
function linesWith(own: OwnDocument, text: string, words: readonly string[]): readonly FoundPlace[] {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const found: FoundPlace[] = [];
  let offset = text.indexOf(longest);
  const first = Math.max(0, offset);
  for (let looked = 0; offset >= 0 && looked < MOST_LOOKED_AT && found.length < MOST_PLACES; looked++) {
    const [start, end] = lineAround(text, offset);
    const line = text.slice(start, end);
    if (hasAll(line, words)) found.push({ own, foundIn: 'text', offset, isWhole: words.every((word) => beginsWord(line, word)) });
    offset = text.indexOf(longest, end);
  }
  return found.length > 0 ? found : [{ own, foundIn: 'text', offset: first, isWhole: false }];
}

/** What a list shows of a place. */
export function hitOf({ own, foundIn, offset }: FoundPlace): SearchHit {
  const { path, title, at } = own.entry;
  if (foundIn === 'title') return { path, foundIn, line: at.line, column: at.column, excerpt: title };
  const lowered = own.text.toLowerCase();
  const line = lineBreaks(lowered, offset);
  const [start, end] = lineNumbered(own.text, line);
  // Some letters are longer in small: then only the line is certain.
  const column = lowered.length === own.text.length ? Math.max(0, offset - start) : 0;
  const written = own.text.slice(start, end);
  return { path, foundIn, line, column, excerpt: foundIn === 'heading' ? plainTitle(written.replace(/^[\s#]+/, '')) : excerptOf(written, column) };
}

function excerptOf(line: string, column: number): string {
  const trimmed = line.trim();
  if (trimmed.length <= LONGEST_EXCERPT) return trimmed;
  const from = Math.max(0, Math.min(column - BEFORE_EXCERPT, line.length - LONGEST_EXCERPT));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + LONGEST_EXCERPT).trim()}${from + LONGEST_EXCERPT < line.length ? '…' : ''}`;
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function beginsWord(text: string, word: string): boolean {
  let at = text.indexOf(word);
  for (let looked = 0; at >= 0 && looked < MOST_LOOKED_AT; looked++) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
    at = text.indexOf(word, at + 1);
  }
  return false;
}

function lineAround(text: string, offset: number): readonly [start: number, end: number] {
  const isBreak = (at: number): boolean => text[at] === '\n' || text[at] === '\r';
  let start = offset;
  while (start > 0 && !isBreak(start - 1)) start--;
  let end = offset;
  while (end < text.length && !isBreak(end)) end++;
  return [start, end];
}

/** How many lines end before an offset: `\n`, `\r\n` and a lone `\r` all end one. */
function lineBreaks(text: string, offset: number): number {
  let lines = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}

function lineNumbered(text: string, line: number): readonly [start: number, end: number] {
  let start = 0;
  let at = 0;
  for (let passed = 0; passed < line && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    passed++;
    start = at + 1;
  }
  return lineAround(text, start);
}

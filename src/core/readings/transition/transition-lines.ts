import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { Piece, type Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

/** What a record of transition says under its keys. */
export interface TransitionLines {
  readonly header: Value;
  /** What stands behind a key and in the bullets below it, each with the lines that continue it. */
  readonly entries: ReadonlyMap<TransitionKey, readonly Value[]>;
  readonly hasPlanBlock: boolean;
  /** Lines with a key that no record has. */
  readonly unknown: readonly Value[];
}

const KEYS = ['mode', 'from state', 'to state', 'why', 'output', 'summary', 'inputs', 'evidence', 'risks', 'next steps', 'follow up'] as const;
export type TransitionKey = (typeof KEYS)[number];

const OTHER_NAMES: Readonly<Partial<Record<string, TransitionKey>>> = { from: 'from state', to: 'to state', input: 'inputs', risk: 'risks', 'next step': 'next steps', 'follow ups': 'follow up', followup: 'follow up', followups: 'follow up' };

const MARKER = /^={3,}[ \t]{0,4}(END[ \t]{1,4})?Architect(?:ure)? Plan[ \t]{0,4}={3,}$/i;
const ANY_MARKER = /^={3,}/;
const BULLET = /^[-*+•][ \t]{1,10}(?=\S)/;
const KEY = /^([A-Za-z][A-Za-z0-9_-]{0,40}(?: [A-Za-z0-9_-]{1,40}){0,2})[ \t]{0,4}:(?=\s|$)/;
/** An unknown key is one word, or all capitals: others are words of a text. */
const ONE_WORD = /^(?:[A-Za-z][A-Za-z0-9_-]{0,40}|[A-Z][A-Z0-9_ -]{0,80})[ \t]{0,4}:(?=\s|$)/;
/** Of these, a line that is not indented is one more, with or without a bullet. */
const LINE_BY_LINE: readonly TransitionKey[] = ['evidence', 'risks', 'follow up'];
/** These take one line. */
const ONE_LINE: readonly TransitionKey[] = ['mode', 'from state', 'to state'];

/** Reads the lines of a record from its header on; a line without key or bullet continues what stands above it, if nothing is between. */
export function transitionLines(text: string, content: Range): TransitionLines {
  const reader = new LineReader(text);
  const piece = new Piece(text, 0);
  let previousEnd = content.start;
  for (const { 0: raw, index } of text.slice(content.start, content.end).matchAll(/[^\r\n]+/g)) {
    const start = content.start + index;
    const line = piece.value(start, start + raw.length);
    const isBehindBlank = /\n[^\n]*\n|\r[^\n\r]*\r/.test(text.slice(previousEnd, start));
    if (line.text === '' || isBehindBlank) reader.endEntry();
    if (line.text !== '') reader.readLine(line, /^[ \t]/.test(raw));
    previousEnd = start + raw.length;
  }
  return reader.lines;
}

class LineReader {
  readonly #text: string;
  readonly #entries = new Map<TransitionKey, Value[]>();
  readonly #unknown: Value[] = [];
  #header: Value | undefined;
  #key: TransitionKey | undefined;
  /** Whether the next line may continue the last entry. */
  #isOpen = false;
  #begun = false;
  #ended = false;

  constructor(text: string) {
    this.#text = text;
  }

  get lines(): TransitionLines {
    const header = this.#header ?? { text: '', range: { start: 0, end: 0 } };
    return { header, entries: this.#entries, hasPlanBlock: this.#begun && this.#ended, unknown: this.#unknown };
  }

  endEntry(): void {
    this.#isOpen = false;
  }

  readLine(line: Value, isIndented: boolean): void {
    if (!this.#header) this.#header = line;
    else if (ANY_MARKER.test(line.text)) this.#readMarker(line.text);
    else if (BULLET.test(line.text)) this.#add(partOf(line, BULLET.exec(line.text)?.[0].length ?? 0));
    else if (!this.#readKey(line, isIndented)) this.#readText(line, isIndented);
  }

  #readMarker(line: string): void {
    this.endEntry();
    this.#key = undefined;
    const marker = MARKER.exec(line);
    if (!marker) return;
    if (marker[1] === undefined) this.#begun = true;
    else this.#ended ||= this.#begun;
  }

  #readKey(line: Value, isIndented: boolean): boolean {
    const [whole, written] = KEY.exec(line.text) ?? [];
    const key = written === undefined ? undefined : keyOf(written);
    if (whole !== undefined && key) {
      this.#key = key;
      if (!this.#entries.has(key)) this.#entries.set(key, []);
      this.#isOpen = false;
      const value = partOf(line, whole.length);
      if (value.text !== '') this.#add(value);
      return true;
    }
    if (!ONE_WORD.test(line.text) || (isIndented && this.#isOpen)) return false;
    this.#unknown.push(line);
    this.#key = undefined;
    this.endEntry();
    return true;
  }

  #readText(line: Value, isIndented: boolean): void {
    const key = this.#key;
    const entries = key && this.#entries.get(key);
    const last = entries?.at(-1);
    if (!entries) return;
    if (!last || (LINE_BY_LINE.includes(key) && !isIndented)) this.#add(line);
    else if (this.#isOpen) {
      const range = { start: last.range.start, end: line.range.end };
      entries[entries.length - 1] = { text: this.#text.slice(range.start, range.end), range };
    }
  }

  #add(value: Value): void {
    if (this.#key === undefined) return;
    this.#entries.get(this.#key)?.push(value);
    this.#isOpen = !ONE_LINE.includes(this.#key);
  }
}

function keyOf(written: string): TransitionKey | undefined {
  const key = titleKey(written);
  return KEYS.find((known) => known === key) ?? OTHER_NAMES[key];
}

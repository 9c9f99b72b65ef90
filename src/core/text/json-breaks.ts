import { matches, strangeInJson, type JsonBreak } from './json-strangers.ts';

export type { JsonBreak };

const LONGEST_JSON = 200_000;
const SPACE = /[\s\uFEFF]*/y;
const STRING = /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"/y;
const BAD_ESCAPE = /\\(?:(?=["\\/bfnrt])["\\/bfnrt]|u[0-9a-f]{4}|(.))/gi;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\p{L}\p{N}_.+])/uy;
/** Comments, what is left out, and the blanks of templates: JSON as documents show it, which no program is to read. */
const OTHER_FORM = /\/[/*]|#|\.{2,}|…|\(|<|\$|\{[{%!]|\[[\p{L}]|[|*&@]|--|\p{L}+\s*[|(?[]/uy;
/**
 * Nothing for JSON, for several texts of it one after the other, for a part of one such as `"name": "value"`, and for what is meant for people:
 * with comments, with dots where something is left out, with blanks. Linear, and the same whatever engine runs it.
 */
export function jsonBreak(text: string): JsonBreak | undefined {
  if (text.length > LONGEST_JSON) return undefined;
  const found = new JsonScanner(text).scan();
  return found === 'other form' ? undefined : found;
}

type Verdict = JsonBreak | 'other form' | undefined;
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma';

interface Open {
  readonly sign: '{' | '[';
  readonly at: number;
}

class JsonScanner {
  readonly #text: string;
  readonly #open: Open[] = [];
  #at = 0;
  #expected: Expected = 'value';
  #comma = 0;
  /** The last thing that was read. */
  #last = { start: 0, end: 0 };
  #isPart = false;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Verdict {
    this.#skip(SPACE);
    this.#isPart = !/[{[]/.test(this.#text[this.#at] ?? '');
    for (; this.#at < this.#text.length; this.#skip(SPACE)) {
      const found = this.#read(this.#text[this.#at] ?? '');
      if (found !== undefined) return found;
    }
    const open = this.#open.at(-1);
    if (open === undefined || this.#isPart) return undefined;
    return { ...this.#last, reason: `it ends while a "${open.sign}" is still open: close it.`, opening: open.at };
  }

  #read(sign: string): Verdict {
    const start = this.#at;
    if (matches(OTHER_FORM, this.#text, start) !== undefined && !this.#isList(sign)) return this.#isLiteral(start) ? this.#readValue(start) : 'other form';
    if (sign === '{' || sign === '[') return this.#openBracket(sign);
    if (sign === '}' || sign === ']') return this.#closeBracket(sign);
    if (sign === ',') return this.#readComma();
    if (sign === ':') return this.#readColon();
    return this.#readValue(start);
  }

  /** `[true` and `[null` begin lists, `[NAME]` is a blank. */
  #isList(sign: string): boolean {
    return sign === '[' && this.#isLiteral(this.#at + 1);
  }

  #isLiteral(at: number): boolean {
    return matches(LITERAL, this.#text, at) !== undefined;
  }

  #openBracket(sign: '{' | '['): Verdict {
    const problem = this.#valueExpected(this.#at + 1);
    if (problem !== undefined) return problem;
    this.#open.push({ sign, at: this.#at });
    this.#take(this.#at + 1, sign === '{' ? 'first key' : 'first value');
    return undefined;
  }

  #closeBracket(sign: '}' | ']'): Verdict {
    const open = this.#open.pop();
    const end = this.#at + 1;
    if (open === undefined) return this.#isPart ? 'other form' : this.#broken(this.#at, end, `nothing is open that this "${sign}" could close: take it out.`);
    if ((open.sign === '{') !== (sign === '}')) {
      return { start: this.#at, end, reason: `"${sign}" stands where a "${open.sign}" is still open: write "${open.sign === '{' ? '}' : ']'}".`, opening: open.at };
    }
    if (this.#expected === 'key' || this.#expected === 'value') return this.#withoutNext(sign, end);
    if (this.#expected === 'colon') return this.#broken(this.#last.start, this.#last.end, 'a name has no value: write a colon and the value behind it.');
    this.#take(end, 'comma');
    return undefined;
  }

  /** After a comma or a colon. */
  #withoutNext(sign: string, end: number): JsonBreak {
    if (this.#text[this.#comma] === ':') return this.#broken(this.#at, end, `a value is missing before "${sign}".`);
    return this.#broken(this.#comma, this.#comma + 1, `a comma stands before "${sign}": take it out.`);
  }

  #readComma(): Verdict {
    const [start, end] = [this.#at, this.#at + 1];
    if (this.#expected !== 'comma') return this.#open.length === 0 ? 'other form' : this.#broken(start, end, this.#expected === 'colon' ? 'a colon and a value are missing before the comma.' : 'a value is missing before the comma.');
    this.#comma = start;
    this.#take(end, this.#open.at(-1)?.sign === '{' ? 'key' : 'value');
    return undefined;
  }

  #readColon(): Verdict {
    const [start, end] = [this.#at, this.#at + 1];
    // Part of an object, without its brackets.
    const isName = this.#expected === 'colon' || (this.#open.length === 0 && this.#expected === 'comma');
    if (!isName) return this.#broken(start, end, 'a colon stands where none belongs: only a name in double quotes has one behind it.');
    this.#comma = start;
    this.#take(end, 'value');
    return undefined;
  }

  #readValue(start: number): Verdict {
    const string = matches(STRING, this.#text, start);
    const end = start + (string ?? matches(LITERAL, this.#text, start) ?? '').length;
    if (end === start) return this.#unknown(start);
    if (this.#expected === 'key' || this.#expected === 'first key') {
      if (string === undefined) return this.#broken(start, end, 'a name stands without quotes: put it in double quotes.');
      return this.#escapes(string, start) ?? this.#take(end, 'colon');
    }
    return this.#valueExpected(end) ?? this.#escapes(string ?? '', start) ?? this.#take(end, 'comma');
  }

  #valueExpected(end: number): Verdict {
    switch (this.#expected) {
      case 'key':
      case 'first key':
        return this.#broken(this.#at, end, 'a name in double quotes is missing before this.');
      case 'colon':
        return this.#broken(this.#at, end, 'a colon is missing before this.');
      case 'comma':
        return this.#open.length === 0 ? undefined : this.#broken(this.#at, end, 'a comma is missing before this.');
      default:
        return undefined;
    }
  }

  #escapes(string: string, start: number): Verdict {
    if (!string.includes('\\')) return undefined;
    for (const { 0: escape, 1: bad, index } of string.matchAll(BAD_ESCAPE)) {
      if (bad !== undefined) return this.#broken(start + index, start + index + escape.length, `"${escape}" means nothing in a text: write the backslash twice.`);
    }
    return undefined;
  }

  #unknown(start: number): Verdict {
    if (this.#open.length === 0) return 'other form';
    const expected = this.#expected === 'key' || this.#expected === 'first key' ? 'name' : this.#expected === 'value' || this.#expected === 'first value' ? 'value' : 'sign';
    return strangeInJson(this.#text, start, expected);
  }

  #broken(start: number, end: number, reason: string): JsonBreak {
    return { start, end, reason };
  }

  #take(end: number, next: Expected): undefined {
    this.#last = { start: this.#at, end };
    this.#at = end;
    this.#expected = next;
  }

  #skip(pattern: RegExp): void {
    this.#at += matches(pattern, this.#text, this.#at)?.length ?? 0;
  }
}

/** Where a text breaks that is meant as JSON, and why, as the end of a sentence. */
export interface JsonBreak {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** The bracket that is still open there. */
  readonly opening?: number;
}

const LONGEST_WORD = 40;
const OTHER_QUOTES = /'[^'\r\n]*'|`[^`\r\n]*`|[“”„‘’][^“”„‘’\r\n]*[“”‘’]?|./uy;
const WORD = /[\p{L}\p{N}_$][\p{L}\p{N}_$.-]*/uy;
/** In place of a value they say what kind of value it is. */
const TYPES = /^(?:strings?|str|text|numbers?|int(?:eger)?\d*|long|float\d*|double|decimal|bool(?:ean)?|objects?|array|list|map|date|datetime|time|timestamp|uuid|guid|ulid|id|any|value|bytes?|binary|base64|json|enum|url|uri|email)$/i;
const NO_LITERALS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['NULL', 'null'],
  ['Null', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** What stands where JSON has nothing of the sort: a mistake, or a sketch for people. */
export function strangeInJson(text: string, start: number, expected: 'name' | 'value' | 'sign'): JsonBreak | 'other form' {
  const sign = text[start] ?? '';
  const word = matches(WORD, text, start) ?? '';
  const end = start + Math.max(1, word.length);
  if (sign === '"') return { start, end: endOfLine(text, start), reason: 'a text that begins here is not closed on its line.' };
  if (/['`“„‘]/.test(sign)) return { start, end: start + (matches(OTHER_QUOTES, text, start) ?? sign).length, reason: 'a text stands in other quotes: JSON knows only double ones.' };
  const literal = NO_LITERALS.get(word);
  if (literal !== undefined) return { start, end, reason: `"${word}" is no value: write ${literal}.` };
  if (expected === 'name' && /^\s{0,20}:/.test(text.slice(end, end + 21))) return { start, end, reason: `"${shortened(word)}" stands without quotes: put the name in double quotes.` };
  const isSketch = word === '' || /^[\p{Lu}\d_]+$/u.test(word) || TYPES.test(word) || !/^[\s,\]}]/.test(text[end] ?? '');
  return isSketch || expected !== 'value' ? 'other form' : { start, end, reason: `"${shortened(word)}" stands without quotes: put the text in double quotes.` };
}

export function matches(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function endOfLine(text: string, from: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(from, from + 1000))?.[0] ?? '';
  return from + line.trimEnd().length;
}

function shortened(word: string): string {
  return word.length <= LONGEST_WORD ? word : `${word.slice(0, LONGEST_WORD - 1)}…`;
}

import { remembered } from '../text/remembered.ts';

/** What a template leaves open: `{{name}}`, a choice `{{High/Low}}`, and guidance in comments. */

export type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{\{([^{}\r\n]{1,200})\}\}/g;
/** Either a placeholder or a guidance comment: the blanks of a document, in order. */
const BLANK = new RegExp(`${PLACEHOLDER.source}|<!--(?!\\s*plan:)[\\s\\S]*?-->`, 'g');

/** Stands for the position in a series, and is 1 where a section is written for the first time. */
export const COUNTER = 'n';

/** `{{number}}`, and `{{nnn}}` for the same number with at least so many digits. */
export function isNumberName(name: string): boolean {
  return name === 'number' || /^n{2,6}$/.test(name);
}

export function fill(text: string, values: Values): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => valueOf(values, name) ?? whole);
}

/** The same text as a snippet: what is still open becomes a tab stop whose default is what `fill` leaves standing. */
export function toSnippet(text: string, values: Values): string {
  const filled = fill(text, values);
  let snippet = '';
  let position = 0;
  let stop = 0;
  for (const blank of filled.matchAll(BLANK)) {
    stop += 1;
    snippet += escapeText(filled.slice(position, blank.index)) + tabStop(stop, blank[0], blank[1]);
    position = blank.index + blank[0].length;
  }
  return snippet + escapeText(filled.slice(position));
}

/** What stands around the placeholders of a text, and their names in order. */
export function splitAtPlaceholders(text: string): { readonly parts: readonly string[]; readonly names: readonly string[] } {
  const pieces = text.split(PLACEHOLDER);
  return { parts: pieces.filter((_, index) => index % 2 === 0), names: pieces.filter((_, index) => index % 2 === 1).map((name) => name.trim()) };
}

/** True for a value that nobody has filled in yet. */
export const isBlank = remembered((text: string): boolean => {
  const rest = text.replace(BLANK, '').trim();
  return rest === '' || /^(?:\[[^\]]*\]|<[^>]*>)$/.test(rest);
});

function valueOf(values: Values, name: string): string | undefined {
  const key = name.trim();
  if (Object.hasOwn(values, key)) return values[key];
  return key === COUNTER ? '1' : undefined;
}

function tabStop(stop: number, whole: string, name: string | undefined): string {
  const choices = name?.split('/').map((choice) => choice.trim()) ?? [];
  if (choices.length < 2) return `\${${stop}:${escapeText(whole)}}`;
  return `\${${stop}|${[whole, ...choices].map(escapeChoice).join(',')}|}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Among choices the editor takes other signs for special ones than in text. */
function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}

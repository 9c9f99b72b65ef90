import { titleKey } from '../plan/titles.ts';

/** A place in a line where one of some words may stand, in offsets into the line. */
export interface Slot {
  /** The key of the field or column it belongs to. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What is to be written before the word: a space right after a colon. */
  readonly lead: string;
}

/** A name with its colon, bold or not, in a list or not. */
export const FIELD = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,60}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?/u;
const LIST_SIGNS = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?/;
/** Something left open, or words up to what is said besides. */
const VALUE = /^[ \t]*(?:\{\{[^{}]*\}\}|\[[^[\]]*\]|<[^<>]*>|(?:(?![ \t][-#])[^*|(,;<[{–—])*)/;

const YAML_FIELD = /^([\p{L}][\p{L}\p{N} _-]{0,60})[ \t]*:(?=[ \t]|$)/u;
const YAML_VALUE = /^[ \t]*(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?:[^#]|(?<=[^ \t])#)*)/;

export function fieldSlot(line: string, column: number): Slot | undefined {
  const [lead, name] = FIELD.exec(line) ?? [];
  return lead === undefined || name === undefined ? undefined : slotAfter(name, lead.length, line, column, VALUE);
}

/** A key at the left edge of front matter; what is nested below one is said of something else. */
export function yamlSlot(line: string, column: number): Slot | undefined {
  const [lead, name] = YAML_FIELD.exec(line) ?? [];
  return lead === undefined || name === undefined ? undefined : slotAfter(name, lead.length, line, column, YAML_VALUE);
}

/** A line that is nothing but a word or two, in a list or not. */
export function lineSlot(key: string, line: string, column: number): Slot | undefined {
  const from = line.trim() === '' ? 0 : (LIST_SIGNS.exec(line)?.[0].length ?? 0);
  const slot = FIELD.test(line) ? undefined : slotAfter(key, from, line, column, VALUE);
  const isShort = slot !== undefined && /^(?:[\p{L}{[<]\S*(?: \S+){0,2})?$/u.test(line.slice(slot.start, slot.end).replace(/\{\{.*\}\}|\[.*\]|<.*>/, '{}'));
  return isShort ? { ...slot, lead: '' } : undefined;
}

/** A cell of a table whose header is the line given. */
export function cellSlot(header: string, line: string, column: number): Slot | undefined {
  const [bars, titles] = [barsIn(line), barsIn(header)];
  const index = bars.filter((bar) => bar < column).length - 1;
  const [bar, title] = [bars[index], titles[index]];
  if (bar === undefined || title === undefined || (/^[\s|:-]+$/.test(line) && line.includes('-'))) return undefined;
  const from = bar + 1;
  const cell = line.slice(from, bars[index + 1]);
  const start = from + cell.length - cell.trimStart().length;
  return slotFor(header.slice(title + 1, titles[index + 1]), cell.trim() === '' ? { start: column, end: column } : { start, end: start + cell.trim().length }, column, '');
}

/** What stands behind a colon; nothing where the cursor is elsewhere. */
function slotAfter(name: string, from: number, line: string, column: number, value: RegExp): Slot | undefined {
  const rest = line.slice(from);
  const written = value.exec(rest)?.[0] ?? '';
  const behind = rest.slice(written.length).trim();
  if (written.trim() === '' && behind !== '' && !behind.startsWith('#')) return undefined;
  const start = from + written.length - written.trimStart().length;
  const place = written.trim() === '' ? { start: column, end: column } : { start, end: start + written.trim().length };
  return column < from || column > from + written.length ? undefined : slotFor(name, place, column, place.start === from ? ' ' : '');
}

function slotFor(name: string, { start, end }: { readonly start: number; readonly end: number }, column: number, lead: string): Slot | undefined {
  return start <= column && column <= end ? { key: titleKey(name), start, end, lead } : undefined;
}

/** Where the columns are parted: a bar behind a backslash belongs to its cell. */
function barsIn(line: string): readonly number[] {
  return Array.from(line.matchAll(/\\[^\r\n]|\|/g)).flatMap(({ 0: sign, index }) => (sign === '|' ? [index] : []));
}

import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { numbersIn } from './numbers.ts';

/** `Phase 2: Data (note)`, `**Waves 3 & 4**: Features`. */
export interface Head {
  readonly line: Value;
  readonly word: string;
  /** The word with its number. */
  readonly name: Value;
  readonly numbers: readonly Value[];
  readonly title: Value;
  readonly note: Value | undefined;
  /** Nothing parts the number from the next word: `Phase 2 overview`. */
  readonly isBare: boolean;
}

const LONGEST_HEAD = 500;

/** Reads the first line of a text. */
export function readHead(line: Value, pattern: RegExp): Head | undefined {
  const text = /^[^\r\n]*/.exec(line.text.slice(0, LONGEST_HEAD))?.[0] ?? '';
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [matched, alone = '', word = '', , , separator = ''] = match;
  const [start] = match.indices?.[alone === '' ? 2 : 1] ?? [0];
  const list = match.indices?.[3];
  const end = (list ?? match.indices?.[4])?.[1] ?? start + alone.length;
  const rest = partOf(line, matched.length, text.length);
  const { title, note } = titleAndNote(matched, rest);
  const isWhole = alone !== '' && title.text !== '' && !/[*_\]~]/.test(matched.slice(start));
  return {
    line: partOf(line, 0, text.length),
    word: alone + word,
    name: partOf(line, start, end),
    numbers: list ? numbersIn(line, list) : [],
    title: isWhole ? partOf(line, start, title.range.end - line.range.start) : title,
    note,
    isBare: /^\s+$/.test(separator) && rest.text !== '' && !rest.text.startsWith('('),
  };
}

/** What follows the number; marks and links that were opened before it close in it. */
function titleAndNote(before: string, rest: Value): Pick<Head, 'title' | 'note'> {
  const close = before.split('[').length > before.split(']').length ? ']' : ['**', '__', '~~'].find((mark) => before.split(mark).length % 2 === 0);
  const at = close === undefined ? -1 : rest.text.indexOf(close);
  if (at < 0) return withoutNote(rest);
  const joint = /^(?:\]\([^()\s]{0,300}\)|[\]*_~])*\s*[:–—-]?\s*/.exec(rest.text.slice(at))?.[0].length ?? 0;
  const beyond = withoutNote(partOf(rest, at + joint));
  if (beyond.note && beyond.title.text === '') return { title: partOf(rest, 0, at), note: beyond.note };
  const inside = withoutNote(partOf(rest, 0, at));
  return inside.title.text === '' ? { title: beyond.title, note: beyond.note ?? inside.note } : inside;
}

function withoutNote(value: Value): Pick<Head, 'title' | 'note'> {
  const [lead = '', first = ''] = /^\(([^()]+)\)[*_~]*\s*[:–—-]?\s*/.exec(value.text) ?? [];
  if (first !== '') return { title: partOf(value, lead.length), note: partOf(value, 1, 1 + first.length) };
  const last = lastParentheses(value.text);
  const end = last && !/[\p{L}\p{N}]/u.test(value.text.slice(last.end)) ? last.start : value.text.length;
  return { title: partOf(value, 0, value.text.slice(0, end).replace(/[\s:–—-]+$/, '').length), note: last && partOf(value, last.start + 1, last.end - 1) };
}

/** The last parentheses that are no target of a link, with those in them. */
function lastParentheses(text: string): Range | undefined {
  let last: Range | undefined;
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (text[index] === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0 && text[start - 1] !== ']') last = { start, end: index + 1 };
    }
  }
  return last;
}

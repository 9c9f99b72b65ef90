import { titleKey } from '../../plan/titles.ts';
import { partOfLine, type Line } from '../forms/bare-lines.ts';

/** A name in a line, with what the line says under it; the lines below may say more. */
interface LineField {
  readonly key: string;
  readonly form: 'label' | 'item';
  readonly start: number;
  readonly lines: readonly Line[];
}

const LONGEST_LINE = 2000;
const LONGEST_NAME = 100;
/** A name before a colon; an address has a slash behind its colon. */
const NAME = /^[^\p{L}\p{N}]{0,30}(\p{L}[\p{L}\p{M}\d &'_-]{0,40}?)[\s*_]{0,9}:(?![/:])/du;

/** Every field of a line: some stand behind each other, with a dot or bar between. */
export function fieldsOfLine(line: Line, form: 'label' | 'item'): readonly LineField[] {
  const { value, bare } = line;
  const lead = bare.length - bare.trimStart().length;
  const cuts = Array.from(bare.slice(0, LONGEST_LINE).matchAll(/[·•|]/g), ({ index }) => index + 1).filter((cut) => nameAt(bare, cut));
  return [lead, ...cuts].flatMap((from, index) => {
    const name = nameAt(bare, from);
    if (!name) return [];
    const said = partOfLine(line, name.colon + 1, (cuts[index] ?? bare.length + 1) - 1);
    const lines = [behindColon(said, value.text.slice(0, name.start), value.text.slice(name.end, name.colon))].filter((each) => each.bare.trim() !== '');
    return [{ key: titleKey(bare.slice(name.start, name.end)), form, start: value.range.start + name.start, lines }];
  });
}

function nameAt(bare: string, from: number): { readonly start: number; readonly end: number; readonly colon: number } | undefined {
  const name = NAME.exec(bare.slice(from, from + LONGEST_NAME));
  const [start, end] = name?.indices?.[1] ?? [];
  return name && start !== undefined && end !== undefined ? { start: from + start, end: from + end, colon: from + name[0].length - 1 } : undefined;
}

/** The value without the closing marks of its label, which may stand behind the colon (`**Status:** x`) or at the very end (`**Status: x**`, `![Status: x](…)`). */
function behindColon(value: Line, before: string, between: string): Line {
  if (before.endsWith('[')) return partOfLine(value, 0, value.bare.trimEnd().length);
  const mark = /[*_]{1,3}$/.exec(before)?.[0];
  if (mark === undefined || /[*_]/.test(between)) return value;
  const { text } = value.value;
  if (text.startsWith(mark)) return partOfLine(value, mark.length);
  return text.endsWith(mark) ? partOfLine(value, 0, text.length - mark.length) : value;
}

import type { TextEdit } from '../../text/edits.ts';
import { endOfContent, type Range } from '../../text/range.ts';
import { lineStart } from './decision-text.ts';

const BEFORE = /^[ \t>]*(?:[-*+•][ \t]+|\d{1,9}[.)][ \t]+)?$/;
const LONGEST_LEAD = 200;

/** Whether nothing but the mark of an item stands beside a part on its lines. */
export function isWholeLines(text: string, { start, end }: Range): boolean {
  const from = lineStart(text, start);
  const behind = /^[^\r\n]{0,200}/.exec(text.slice(end, end + LONGEST_LEAD))?.[0] ?? '';
  return start - from <= LONGEST_LEAD && BEFORE.test(text.slice(from, start)) && /^[ \t\\]*(?:[*_]{0,3})[ \t]*$/.test(behind);
}

/** The edits that take parts out with their lines, and with the blank lines that parted them from what stands around. */
export function removals(text: string, parts: readonly Range[]): readonly TextEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    const lines = { start: lineStart(text, start), end: end + (/^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0) };
    const last = runs.at(-1);
    if (last && text.slice(last.end, lines.start).trim() === '') last.end = Math.max(last.end, lines.end);
    else runs.push(lines);
  }
  return runs.map((run) => ({ range: withGap(text, run), text: '' }));
}

/** The blank lines before it go with it; where what follows has none of its own, they stay for that. */
function withGap(text: string, { start, end }: Range): Range {
  const before = endOfContent(text, start);
  const isParted = /\n[^\n]*\n|\r[^\r\n]*\r/.test(text.slice(before, start));
  const next = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const isFollowed = next > 0 && /^[ \t]*\S/.test(text.slice(end + next, end + next + LONGEST_LEAD));
  return isParted && isFollowed ? { start, end: end + next } : { start: before, end };
}

import type { Plan, Section } from '../plan/plan.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf } from '../text/range.ts';

const DEEPEST = 6;
const DEEPEST_UNDERLINED = 2;
const SHORTEST_UNDERLINE = 3;

/** The edits that shift headings by so many levels; nothing where one of them would be too deep. */
export function relevel(plan: Plan, sections: readonly Section[], shift: number): readonly TextEdit[] | undefined {
  if (sections.some(({ heading }) => heading.level + shift > DEEPEST || heading.level + shift < 1)) return undefined;
  return sections.map((section) => withLevel(plan, section, section.heading.level + shift));
}

function withLevel(plan: Plan, { heading }: Section, level: number): TextEdit {
  const { range, titleRange } = heading;
  const isUnderlined = titleRange.start === range.start;
  if (!isUnderlined) return { range: { start: range.start, end: range.start + heading.level }, text: '#'.repeat(level) };
  const title = sliceOf(plan.text, titleRange);
  if (level > DEEPEST_UNDERLINED) return { range, text: `${'#'.repeat(level)} ${title.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')}` };
  const [lead = '', underline = ''] = /^\s*([=-]+)/.exec(plan.text.slice(titleRange.end, range.end)) ?? [];
  const start = titleRange.end + lead.length - underline.length;
  return { range: { start, end: start + underline.length }, text: (level === 1 ? '=' : '-').repeat(Math.max(SHORTEST_UNDERLINE, underline.length)) };
}

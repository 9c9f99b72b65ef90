import type { Plan, Section } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';

/** Letters, digits and pictures; anything else only gives them form. */
const TEXT = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** Those that stand in no bare number: most texts have one among their first signs. */
const MORE_THAN_NUMBERS = /[\p{L}\p{Extended_Pictographic}]/u;
/** The number of a list item that holds nothing. */
const BARE_NUMBERS = /^[ \t]*\d{1,9}[.)][ \t]*$/gm;

/** Whether a section and all below it hold nothing but headings, comments, rules, bare list items and empty fences. */
export function isEmptySection(plan: Plan, section: Section): boolean {
  return isEmptyBody(plan, section) && section.children.every((child) => isEmptySection(plan, child));
}

/** The comments in the body of a section. */
export function commentsIn({ outline }: Plan, { body }: Section): readonly Range[] {
  return startingIn(outline.comments, body, (comment) => comment);
}

function isEmptyBody(plan: Plan, section: Section): boolean {
  const { text, outline } = plan;
  const { body } = section;
  const fences = startingIn(outline.fences, body, ({ range }) => range);
  if (fences.some(({ content }) => text.slice(content.start, content.end).trim() !== '')) return false;
  const silent = [...commentsIn(plan, section), ...fences.map(({ range }) => range)].sort((a, b) => a.start - b.start);
  let position = body.start;
  for (const { start, end } of silent) {
    if (hasText(text.slice(position, start))) return false;
    position = end;
  }
  return !hasText(text.slice(position, body.end));
}

/** Whether anything is said in a piece of Markdown that has neither headings nor comments. */
export function hasText(text: string): boolean {
  return MORE_THAN_NUMBERS.test(text) || TEXT.test(text.replace(BARE_NUMBERS, ''));
}

/** Those that begin in a span, of many in the order of the document. */
function startingIn<T>(items: readonly T[], span: Range, rangeOf: (item: T) => Range): readonly T[] {
  const startOf = (index: number): number => {
    const item = items[index];
    return item === undefined ? Infinity : rangeOf(item).start;
  };
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (startOf(end) < span.end) end += 1;
  return items.slice(low, end);
}

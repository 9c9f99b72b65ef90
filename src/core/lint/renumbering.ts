import { anchorsOf } from '../plan/anchors.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { NUMBERS } from '../readings/phases/naming.ts';
import { numbersIn } from '../readings/phases/numbers.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { isOfAnotherPlan } from './dependents.ts';
import { fenceAround } from './listed-series.ts';
import type { Series } from './numbered-series.ts';
import { numberOf, type Counted } from './series-breaks.ts';

/** Behind the plural a number counts nothing: `Phases 2, 4 and 5 need …`. */
const SEVERAL = String.raw`\d{1,3}(?:\s*(?:,\s*(?:and|or)\b|[,;&+/–—-]|and\b|or\b|to\b)\s*#?\d{1,3}){0,20}(?![\p{L}\p{N}%]|\.\d)`;

/** The edits that give every member its number, and every reference in the document the number of what it means; nothing where that is not certain. */
export function renumber(plan: Plan, series: Series, counted: readonly Counted[], references: readonly Value[]): readonly TextEdit[] | undefined {
  const own = new Set(series.members.map(({ number }) => number.range.start));
  const meant = new Map<number, number>();
  // Of two with one number the first is the one that is meant.
  for (const { member, expected } of counted) if (!meant.has(numberOf(member))) meant.set(numberOf(member), expected);
  const others = references.filter(({ range }) => !own.has(range.start));
  const [first, last] = [counted[0]?.member, counted.at(-1)?.member].map(numberOf);
  // A number in a gap of the series: who knows what is meant by it.
  if (others.some(({ text }) => !meant.has(Number(text)) && Number(text) > (first ?? 0) && Number(text) < (last ?? 0))) return undefined;
  if (series.members.some(({ number }) => isOfAnotherPlan(plan, number))) return undefined;
  const edits = new Map<number, TextEdit>();
  const rewrite = ({ text, range }: Value, number: number | undefined): void => {
    if (number !== undefined && number !== Number(text)) edits.set(range.start, { range, text: String(number).padStart(/^0/.test(text) ? text.length : 1, '0') });
  };
  for (const { member, expected } of counted) rewrite(member.number, expected);
  for (const reference of others) rewrite(reference, meant.get(Number(reference.text)));
  const numbers = Array.from(edits.values());
  return [...numbers, ...anchorEdits(plan, numbers)];
}

/** `Phase 3`, `Phases 3 and 4` in the text of the document: not in code, comments, links to other documents, the title. */
export function referencesTo(plan: Plan, { word, within }: Series, isAnywhere: boolean): readonly Value[] {
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${word}[ \t\u00A0]{1,3}#?(?<one>${NUMBERS})|${word}s[ \t\u00A0]{1,3}#?(?<more>${SEVERAL}))`, 'dgiu');
  const region = isAnywhere ? { start: 0, end: plan.text.length } : within;
  const hidden = hiddenIn(plan, within);
  const whole = { text: sliceOf(plan.text, region), range: region };
  let next = 0;
  return Array.from(whole.text.matchAll(pattern)).flatMap((match) => {
    const [from, to] = match.indices?.groups?.['one'] ?? match.indices?.groups?.['more'] ?? [0, 0];
    const [start, end] = [from + region.start, to + region.start];
    while ((hidden[next]?.end ?? Infinity) <= start) next += 1;
    if ((hidden[next]?.start ?? Infinity) <= start || isInCode(plan, start)) return [];
    const numbers = numbersIn(whole, [from, to]).filter(({ text }) => !text.includes('.'));
    return isOfAnotherPlan(plan, numbers.at(-1) ?? { text: '', range: { start, end } }) ? [] : numbers;
  });
}

/** `Wave3 --> Wave_4` in a graph, where names have no spaces. */
export function nodesOf(plan: Plan, { word, within }: Series): readonly Value[] {
  if (fenceAround(plan, within)?.content.start !== within.start) return [];
  const content = { text: sliceOf(plan.text, within), range: within };
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])${word}s?[#_-]{0,2}(\d{1,3})(?![\p{L}\p{N}_]|\.\d)`, 'dgiu');
  return Array.from(content.text.matchAll(pattern)).flatMap(({ indices }) => (indices?.[1] ? numbersIn(content, indices[1]) : []));
}

function hiddenIn({ outline, title }: Plan, within: Range): readonly Range[] {
  const fences = outline.fences.filter(({ content }) => content.start !== within.start || content.end !== within.end);
  const ranges = [...fences.map(({ range }) => range), ...outline.comments, ...(title ? [title.heading.range] : []), ...(outline.frontMatter ? [outline.frontMatter.range] : [])];
  return ranges.sort((a, b) => a.start - b.start);
}

/** Within backticks on its line. */
function isInCode(plan: Plan, offset: number): boolean {
  if (fenceAround(plan, { start: offset, end: offset })) return false;
  const { text, lines } = plan;
  const before = text.slice(Math.max(lines.startOf(lines.lineAt(offset)), offset - 2000), offset);
  return before.split('`').length % 2 === 0;
}

/** The links to headings whose anchors change with their numbers. */
function anchorEdits(plan: Plan, edits: readonly TextEdit[]): readonly TextEdit[] {
  const changed = new Map<string, string>();
  const anchors = Array.from(anchorsOf(plan).values());
  const later = Array.from(anchorsOf(readPlan(applyEdits(plan.text, edits))).values());
  if (anchors.length !== later.length) return [];
  anchors.forEach((anchor, index) => {
    const target = later[index];
    if (target !== undefined && target !== anchor) changed.set(anchor, target);
  });
  if (changed.size === 0) return [];
  return Array.from(plan.text.matchAll(/(?:\]\(<?|^[ \t]{0,3}\[[^\]\r\n]{1,200}\]:[ \t]{0,4}<?)#([^\s)>]{1,300})/gm)).flatMap(({ 0: link, 1: anchor = '', index }) => {
    const target = changed.get(anchor);
    const end = index + link.length;
    return target === undefined ? [] : [{ range: { start: end - anchor.length, end }, text: target }];
  });
}

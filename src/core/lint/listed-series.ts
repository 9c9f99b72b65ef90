import type { Fence } from '../plan/outline.ts';
import { sectionAt, type Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import type { Wave } from '../readings/phases/wave.ts';
import type { Range } from '../text/range.ts';
import type { Numbered, Series } from './numbered-series.ts';
import { WAVES, type NumberedSort } from './numbered-sorts.ts';
import type { Subject } from './subject.ts';

const MARKER = /^(\d{1,3})[.)][ \t]/;

/** A row, item or headed block. */
interface Entry {
  readonly number: Value | undefined;
  readonly title: Value | undefined;
  readonly range: Range;
}

/** Rows and items that follow each other and are counted. */
export function listedSeries({ plan }: Subject, { word }: NumberedSort, entries: readonly Entry[]): readonly Series[] {
  const found: Entry[][] = [];
  const inOrder = entries.filter((entry) => !isHeaded(plan, entry)).sort((a, b) => a.range.start - b.range.start);
  for (const entry of inOrder) {
    const last = found.at(-1);
    const before = last?.at(-1)?.range;
    const follows = before !== undefined && (entry.range.start < before.end || plan.text.slice(before.end, entry.range.start).trim() === '');
    if (last && follows) last.push(entry);
    else found.push([entry]);
  }
  return found.flatMap((group) => seriesOf(plan, word, group) ?? []);
}

function seriesOf(plan: Plan, word: string, group: readonly Entry[]): Series | undefined {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const whole = group.flatMap(({ number, title }) => (number && /^(?:0|[1-9]\d{0,2})$/.test(number.text) && !isId(plan, number) ? [{ number, title }] : []));
  // Markdown counts the items of a list by itself: many write the same number before each.
  if (whole.length > 1 && whole.every(({ number }) => number.text === whole[0]?.number.text)) return undefined;
  if (isGrouped(whole)) return undefined;
  const others = new Set(group.flatMap(({ number }) => (number?.text.includes('.') ? [Math.floor(Number(number.text))] : [])));
  const isOpen = group.some(({ number }) => number !== undefined && !/^\d+(?:\.\d+)*$/.test(number.text)) || group.some(({ number }) => number === undefined);
  const section = sectionAt(plan, first.range.start);
  return { word, members: whole, others, isOpen, within: { start: section?.range.start ?? 0, end: Math.max(section?.range.end ?? 0, last.range.end) } };
}

/** 1, 1, 2, 2: several rows tell of one. */
function isGrouped(members: readonly Numbered[]): boolean {
  const repeated = members.filter(({ number }, index) => number.text === members[index + 1]?.number.text);
  return new Set(repeated.map(({ number }) => number.text)).size > 1;
}

/** The waves that a graph draws are one series. */
export function wavesInFences(plan: Plan, waves: readonly Wave[]): readonly Series[] {
  const fences = new Map<Fence, Numbered[]>();
  for (const { number, name } of waves) {
    const fence = fenceAround(plan, number.range);
    if (fence === undefined) continue;
    const members = fences.get(fence) ?? [];
    if (members.length === 0) fences.set(fence, members);
    members.push({ number, title: name });
  }
  return Array.from(fences, ([{ content }, members]) => {
    const isOpen = /waves?[\s#_-]{0,3}(?:\{\{|\[)/i.test(plan.text.slice(content.start, content.end));
    return { word: WAVES.word, members: members.toSorted((a, b) => a.number.range.start - b.number.range.start), others: new Set(), isOpen, within: content };
  });
}

export function fenceAround({ outline }: Plan, { start }: Range): Fence | undefined {
  const { fences } = outline;
  let low = 0;
  let high = fences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle]?.range.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const fence = fences[low];
  return fence && fence.range.start <= start ? fence : undefined;
}

/** The number before an item of a list. */
export function markerAt({ text }: Plan, { start, end }: Range): Value | undefined {
  const whole = { text: text.slice(start, Math.min(end, start + 10)), range: { start, end: Math.min(end, start + 10) } };
  const marker = MARKER.exec(whole.text)?.[1];
  return marker === undefined ? undefined : partOf(whole, 0, marker.length);
}

function isHeaded(plan: Plan, { range }: Entry): boolean {
  return sectionAt(plan, range.start)?.heading.range.start === range.start;
}

/** `R-3`, `ADR3`: what has letters before it is a name. */
function isId({ text }: Plan, { range }: Value): boolean {
  return /[\p{L}\p{N}_.-]/u.test(text.slice(Math.max(0, range.start - 1), range.start));
}

import type { Label, Plan, Section } from '../plan/plan.ts';
import { sectionAt } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Range } from '../text/range.ts';
import { placed, type Placed } from './source.ts';

/** Neighbours under one heading, or under bold words in place of one: that is where the whole stands. */
export interface Headed<T> extends Placed {
  /** Empty before the first heading. */
  readonly name: string;
  readonly items: readonly T[];
}

interface Head {
  readonly title: string;
  readonly parent: Section | undefined;
  readonly range: Range;
}

/** Items in the order of the document, by what they stand under. */
export function underHeadings<T extends { readonly range: Range }>(plan: Plan, items: readonly T[]): readonly Headed<T>[] {
  const groups: { readonly head: Head; readonly items: T[] }[] = [];
  for (const item of items) {
    const head = headAbove(plan, item.range.start);
    const open = groups.at(-1);
    if (open?.head.range.start === head.range.start) open.items.push(item);
    else groups.push({ head, items: [item] });
  }
  const names = groups.map(({ head }) => plainTitle(head.title));
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return groups.map(({ head, items }, index) => {
    const name = names[index] ?? '';
    return { name: twice.has(name) ? belowParent(name, head) : name, items, ...placed(plan, head.range) };
  });
}

function headAbove(plan: Plan, offset: number): Head {
  const section = sectionAt(plan, offset);
  const label = lastLabelBefore(plan.outline.labels, offset);
  if (label !== undefined && label.range.start > (section?.heading.range.start ?? -1)) return { title: label.title, parent: section, range: label.range };
  if (section === undefined) return { title: '', parent: undefined, range: { start: offset, end: offset } };
  return { title: section.heading.title, parent: section.parent, range: section.heading.range };
}

function lastLabelBefore(labels: readonly Label[], offset: number): Label | undefined {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.range.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return labels[low - 1];
}

/** Two groups of one name are told apart by what is around them. */
function belowParent(name: string, { parent }: Head): string {
  const outer = plainTitle(parent?.heading.title ?? '');
  return outer === '' ? name : `${outer} › ${name}`;
}

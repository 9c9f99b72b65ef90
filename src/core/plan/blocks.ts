import type { Range } from '../text/range.ts';
import type { Plan } from './plan.ts';

/** The front matter, fence or comment of the root that an offset is in: what stands there is no text. */
export function blockAround({ outline: { frontMatter, fences, comments } }: Plan, offset: number): Range | undefined {
  if (frontMatter !== undefined && frontMatter.range.start <= offset && offset < frontMatter.range.end) return frontMatter.range;
  const fence = fences[fencesUpTo(fences, offset) - 1]?.range;
  return fence !== undefined && offset < fence.end ? fence : rangeAround(comments, offset);
}

/** How many of them begin at an offset or before. */
export function blocksUpTo({ outline: { frontMatter, fences, comments } }: Plan, offset: number): number {
  const head = frontMatter !== undefined && frontMatter.range.start <= offset ? 1 : 0;
  return head + fencesUpTo(fences, offset) + firstFrom(comments.length, (index) => (comments[index]?.start ?? Infinity) > offset);
}

/** The stretches of a span between the blocks that begin in it. */
export function gapsIn({ outline: { frontMatter, fences, comments } }: Plan, { start, end }: Range): readonly Range[] {
  const isHere = (range: Range): boolean => start <= range.start && range.start < end;
  const head = frontMatter === undefined ? [] : [frontMatter.range];
  const fenced = fences.slice(fencesUpTo(fences, start - 1), fencesUpTo(fences, end - 1)).map(({ range }) => range);
  const firstComment = firstFrom(comments.length, (index) => (comments[index]?.start ?? Infinity) >= start);
  const commented = comments.slice(firstComment, firstFrom(comments.length, (index) => (comments[index]?.start ?? Infinity) >= end));
  const blocks = [...head.filter(isHere), ...fenced, ...commented].sort((a, b) => a.start - b.start);
  const gaps = [start, ...blocks.map((block) => block.end)].map((from, index) => ({ start: from, end: blocks[index]?.start ?? end }));
  return gaps.filter((gap) => gap.start < gap.end);
}

/** Of ranges in order that do not overlap, the one that an offset is in. */
export function rangeAround(ranges: readonly Range[], offset: number): Range | undefined {
  const last = ranges[firstFrom(ranges.length, (index) => (ranges[index]?.start ?? Infinity) > offset) - 1];
  return last !== undefined && offset < last.end ? last : undefined;
}

/** Of things in order, those that begin in a span. */
export function beginningIn<T>(things: readonly T[], { start, end }: Range, startOf: (thing: T) => number): readonly T[] {
  const indexAt = (offset: number): number =>
    firstFrom(things.length, (index) => {
      const thing = things[index];
      return thing === undefined || startOf(thing) >= offset;
    });
  return things.slice(indexAt(start), indexAt(end));
}

/** The first index from which on something is so. */
export function firstFrom(length: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fencesUpTo(fences: readonly { readonly range: Range }[], offset: number): number {
  return firstFrom(fences.length, (index) => (fences[index]?.range.start ?? Infinity) > offset);
}

import type { Range } from './range.ts';

/** Of many in order the last that begins at or before an offset. */
export function lastBefore<T extends { readonly range: Range }>(items: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.range.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

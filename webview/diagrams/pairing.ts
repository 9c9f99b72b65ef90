/** Which figure shows which diagram after an edit. Pure. */

interface Paired {
  readonly source: string;
  readonly caption: string;
}

/**
 * For each new diagram the index of the old one whose figure it takes over. An unchanged diagram keeps its own;
 * a changed one is known by its caption or, where none came or went, by its place.
 */
export function pairUp(before: readonly Paired[], after: readonly Paired[]): readonly (number | undefined)[] {
  const free = new Set(before.keys());
  const pairs: (number | undefined)[] = after.map(() => undefined);
  const pass = (fits: (old: Paired, now: Paired, from: number, to: number) => boolean): void => {
    after.forEach((now, to) => {
      if (pairs[to] !== undefined) return;
      const from = [...free].find((index) => {
        const old = before[index];
        return old !== undefined && fits(old, now, index, to);
      });
      if (from === undefined) return;
      free.delete(from);
      pairs[to] = from;
    });
  };
  pass((old, now) => old.source === now.source && old.caption === now.caption);
  pass((old, now) => old.source === now.source);
  pass((old, now) => old.caption === now.caption);
  if (before.length === after.length) pass((_old, _now, from, to) => from === to);
  return pairs;
}

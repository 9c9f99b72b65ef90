/** Items by what they have in common, in the order in which it first appears. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [key: string, items: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}

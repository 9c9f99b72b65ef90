/** The same text as a string of its own: a part of a string keeps the whole of it alive. */
export function detached(text: string): string {
  return `-${text}`.slice(1);
}

/** The same data with all its strings detached. */
export function detachedData<T>(data: T): T {
  return copyOf(data) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return detached(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(copyOf) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

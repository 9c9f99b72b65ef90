// Assertions for both extension hosts: the worker has no node:assert.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly showDiff: boolean;

  constructor(message: string, readonly actual?: unknown, readonly expected?: unknown) {
    super(message);
    this.showDiff = expected !== undefined;
  }
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new AssertionError(message);
}

export function equal<T>(actual: T, expected: T, message = 'the values differ'): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

/** Compares what JSON can say; the order of keys counts for nothing. */
export function deepEqual(actual: unknown, expected: unknown, message = 'the values differ'): void {
  if (canonical(actual) !== canonical(expected)) throw new AssertionError(message, actual, expected);
}

export function matches(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new AssertionError(`${JSON.stringify(actual)} does not match ${pattern.source}`);
}

export async function rejects(work: () => Thenable<unknown>, pattern: RegExp): Promise<void> {
  try {
    await work();
  } catch (error) {
    matches(String(error), pattern);
    return;
  }
  throw new AssertionError(`nothing was refused; expected ${pattern.source}`);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

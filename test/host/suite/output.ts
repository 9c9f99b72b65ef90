/** Marks the lines that belong to the suite among all that a workbench logs; the runner of build/host looks for it. */
const MARK = '[suite] ';

/** Stands in for `console.log` in mocha's reporters: the extension host's console is not one of a terminal. */
export function print(...values: readonly unknown[]): void {
  for (const line of format(values).split('\n')) console.log(MARK + line);
}

/** Tells the runner how it went, and the editor by throwing. */
export function conclude(passed: number, failed: number): void {
  console.log(`${MARK}${JSON.stringify({ passed, failed })}`);
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
  if (passed === 0) throw new Error('no test ran');
}

/** The two placeholders that mocha uses. */
function format([first = '', ...rest]: readonly unknown[]): string {
  const text = String(first).replace(/%[sd]/g, () => String(rest.shift()));
  return [text, ...rest.map(String)].join(' ');
}

/** Put in by the bundler, since a worker can neither list a folder nor see the environment. */
declare const SUITE_FILES: readonly string[];
declare const SUITE_GREP: string;

/** What mocha is told in every extension host. First steps in a fresh one take seconds. */
export const mochaOptions = {
  ui: 'bdd',
  reporter: 'spec',
  color: false,
  timeout: 60_000,
  slow: 2000,
  ...(SUITE_GREP === '' ? {} : { grep: SUITE_GREP }),
} satisfies Mocha.MochaOptions;

/** Loads all suite files. The globals of mocha must be there before. */
export async function loadSuites(): Promise<void> {
  for (const name of SUITE_FILES) await import(`./${name}.test.ts`);
}

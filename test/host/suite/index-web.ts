// Runs the suite in the web worker extension host, with the browser build of mocha.
import 'mocha/mocha.js';
import { loadSuites, mochaOptions } from './load.ts';
import { conclude, print } from './output.ts';

declare const mocha: BrowserMocha;

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  mocha.setup(mochaOptions);
  await loadSuites();
  let passed = 0;
  const failed = await new Promise<number>((resolve) => mocha.run(resolve).on('pass', () => passed++));
  conclude(passed, failed);
}

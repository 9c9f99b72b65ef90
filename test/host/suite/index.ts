// Runs the suite in an extension host with Node: of the desktop, as @vscode/test-electron starts it, or of a server.
import Mocha from 'mocha';
import { loadSuites, mochaOptions } from './load.ts';
import { conclude, print } from './output.ts';

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha(mochaOptions);
  // What mocha itself does before it loads a file: defines `describe`, `it` and the like.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadSuites();
  let passed = 0;
  const failed = await new Promise<number>((resolve) => mocha.run(resolve).on('pass', () => passed++));
  conclude(passed, failed);
}

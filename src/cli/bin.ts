import { readFile } from 'node:fs/promises';
import { main } from './main.ts';

declare const GROUNDPLAN_VERSION: string;

// Whoever reads the output may stop before its end, as `head` does: that is no failure.
process.stdout.on('error', () => process.exit());
void run();

async function run(): Promise<void> {
  const { code, stdout, stderr } = await main(process.argv.slice(2), { readFile: (path) => readFile(path), version: GROUNDPLAN_VERSION });
  // Written out before the process ends: a pipe takes what it is given later than a terminal does.
  await new Promise((written) => process.stderr.write(stderr, written));
  await new Promise((written) => process.stdout.write(stdout, written));
  process.exit(code);
}

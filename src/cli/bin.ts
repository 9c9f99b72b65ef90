import { existsSync } from 'node:fs';
import path from 'node:path';
import { main } from './main.ts';

declare const GROUNDPLAN_VERSION: string;

// Whoever reads the output may stop before its end, as `head` does: that is no failure.
process.stdout.on('error', () => process.exit());
void run();

async function run(): Promise<void> {
  const worker = path.join(import.meta.dirname, 'worker.js');
  const { code, stdout, stderr } = await main(process.argv.slice(2), {
    version: GROUNDPLAN_VERSION,
    cwd: process.cwd(),
    today: today(),
    readStdin,
    worker: existsSync(worker) ? worker : undefined,
    pages: path.join(import.meta.dirname, 'rules'),
    page: path.join(import.meta.dirname, 'page'),
  });
  // Written out before the process ends: a pipe takes what it is given later than a terminal does.
  await new Promise((written) => process.stderr.write(stderr, written));
  await new Promise((written) => process.stdout.write(stdout, written));
  process.exit(code);
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The caller's own calendar day. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

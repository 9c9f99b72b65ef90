import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Count } from '../count.ts';
import { ensureBrowser } from './browser.ts';
import { ExplainedError } from '../program.ts';

const CONFIGURATION = 'test/host/e2e/playwright.config.ts';
const RESULTS = 'test-results/e2e.json';

interface Report {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly { readonly message?: string }[];
}

/** Runs the specs of test/host/e2e with the packaged extension (dist/groundplan.vsix) and counts. Arguments go to Playwright. */
export async function runEndToEnd(args: readonly string[] = []): Promise<Count> {
  const env = { ...process.env, CHROME: await ensureBrowser() };
  rmSync(RESULTS, { force: true });
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  const child = spawn(process.execPath, [cli, 'test', '-c', CONFIGURATION, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (!existsSync(RESULTS)) throw new ExplainedError(`Playwright ended with code ${String(code)} before it reported anything.`);
  const { stats, errors } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Report;
  // Errors outside of tests, such as a spec that cannot be loaded, have no place in the numbers.
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}

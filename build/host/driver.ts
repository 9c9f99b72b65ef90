import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type * as VSCode from 'vscode';
import { packageFolder } from '../package.ts';

/** What a function sent to the extension host is called with there. It must not use anything outside of itself. */
export type HostFunction<Argument, Result> = (vscode: typeof VSCode, argument: Argument, require: NodeJS.Require) => Result | PromiseLike<Result>;

export type InHost = <Result, Argument = undefined>(work: HostFunction<Argument, Result>, argument?: Argument) => Promise<Result>;

const START_LIMIT_MS = 60_000;

/** Packages the test-only extension that receives the functions. */
export function packageDriver(): Promise<string> {
  return packageFolder('test/host/driver', 'dist/test/driver.vsix');
}

/** What the server's environment must say for the driver to start. */
export function driverEnvironment(folder: string): Readonly<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  return { GROUNDPLAN_DRIVER: folder };
}

/** Runs functions in the extension host of the page that has this workspace open. */
export function driver(folder: string, workspace: string): InHost {
  const door = path.join(folder, path.basename(workspace));
  return async (work, argument) => {
    const { port, secret } = await opened(door);
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { authorization: secret },
      body: JSON.stringify({ code: `return (${work.toString()})(vscode, argument, require);`, argument }),
    });
    const answer = (await response.json()) as { value?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`in the extension host: ${answer.error}`);
    return answer.value as Awaited<ReturnType<typeof work>>;
  };
}

/** The extension host starts some time after the page. */
async function opened(door: string): Promise<{ port: number; secret: string }> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await delay(50)) {
    if (existsSync(door)) return JSON.parse(readFileSync(door, 'utf8')) as { port: number; secret: string };
  }
  throw new Error(`The driver extension did not start within ${START_LIMIT_MS / 1000} s.`);
}

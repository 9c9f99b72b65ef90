import { createWriteStream, existsSync, mkdirSync, writeFileSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Count } from '../count.ts';
import { launchBrowser } from './browser.ts';
import { temporaryFolder } from './cleanup.ts';
import { ExplainedError, progress } from '../program.ts';
import { startServer } from './server.ts';
import { bundleSuite } from './suite-bundle.ts';
import { unzip } from './unzip.ts';
import { startWebHost } from './web-host.ts';
import { copyWorkspace } from './workspace-copy.ts';

export interface SuiteOptions {
  /** The extension host of a VS Code server, or the worker of an editor without any server. */
  readonly runtime: 'desktop-server' | 'web';
  /** The packaged extension: only what is in it is tested. */
  readonly vsix: string;
  readonly version?: string;
  /** Only without a server: the workspace cannot be written to. */
  readonly readOnly?: boolean;
  /** Only tests whose title contains this. */
  readonly grep?: string;
}

interface EditorUnderTest {
  readonly url: string;
  readonly vscode: string;
  stop(): Promise<void>;
}

const LIMIT_MS = 600_000;
const MARK = '[suite] ';

/** Runs test/host/suite inside the extension host of the real editor, prints what mocha says and counts. */
export async function runSuite(options: SuiteOptions): Promise<Count> {
  if (!existsSync(options.vsix)) throw new ExplainedError(`There is no packaged extension at ${options.vsix}. Run "npm run package" first.`);
  const tests = path.resolve(await bundleSuite(options.runtime === 'web' ? 'web' : 'node', options.grep));
  const work = temporaryFolder('suite');
  const workspace = path.join(work.path, 'workspace');
  // Tests write into their workspace: they get a copy.
  copyWorkspace('test/host/workspace', workspace);
  try {
    const start = options.runtime === 'web' ? startWeb : startOnServer;
    const editor = await start({ ...options, tests, workspace, work: work.path });
    try {
      return await runInPage(editor, options.runtime);
    } finally {
      await editor.stop();
    }
  } finally {
    work.remove();
  }
}

interface Prepared extends SuiteOptions {
  readonly tests: string;
  readonly workspace: string;
  readonly work: string;
}

async function startOnServer({ tests, workspace, work, vsix, version }: Prepared): Promise<EditorUnderTest> {
  // A page runs tests only for an extension under development; the real one is installed like a user's.
  const development = path.join(work, 'development');
  mkdirSync(development);
  const manifest = { name: 'empty', publisher: 'groundplan-test', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(path.join(development, 'package.json'), JSON.stringify(manifest));
  const server = await startServer({ vsix: [path.resolve(vsix)], smokeDriver: true, ...(version === undefined ? {} : { version }) });
  const payload = [
    ['extensionDevelopmentPath', server.remoteUri(development)],
    ['extensionTestsPath', server.remoteUri(path.join(tests, 'index.js'))],
  ] as const;
  return { url: server.url({ folder: workspace, payload }), vscode: server.vscode, stop: () => server.stop() };
}

async function startWeb({ tests, workspace, work, vsix, version, readOnly = false }: Prepared): Promise<EditorUnderTest> {
  const extension = path.join(work, 'extension');
  unzip(vsix, extension, 'extension/');
  return startWebHost({ folder: workspace, extension, tests, readOnly, ...(version === undefined ? {} : { version }) });
}

async function runInPage(editor: EditorUnderTest, runtime: string): Promise<Count> {
  mkdirSync('test-results', { recursive: true });
  const logFile = `test-results/suite-${runtime}.log`;
  const log = createWriteStream(logFile);
  const browser = await launchBrowser();
  try {
    progress(`Running in VS Code ${editor.vscode} (${runtime}) …`);
    const page = await browser.newPage();
    const ended = await listenToSuite(page, log);
    await page.goto(editor.url);
    return await ended();
  } catch (error) {
    progress(`The editor's log is in ${logFile}.`);
    throw error;
  } finally {
    await browser.close();
    log.end();
  }
}

/** VS Code tells a page that runs tests what is logged, and with what code they ended, by calling these two functions. */
async function listenToSuite(page: Page, log: WriteStream): Promise<() => Promise<Count>> {
  let count: Count | undefined;
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const text = args.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ');
    log.write(`[${type}] ${text}\n`);
    if (text.startsWith(MARK)) count = suiteLine(text.slice(MARK.length)) ?? count;
  });
  const ended = deferred<number>();
  await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
  page.once('crash', () => ended.reject(new ExplainedError('The browser page of the editor crashed.')));
  return async () => {
    const tooLong = setTimeout(() => ended.reject(new ExplainedError(`The suite did not end within ${LIMIT_MS / 60_000} minutes.`)), LIMIT_MS);
    const code = await ended.promise.finally(() => clearTimeout(tooLong));
    if (count === undefined) throw new ExplainedError(`The suite ended with code ${code} before it reported anything.`);
    return count;
  };
}

/** Prints a line of the suite, but for its last, which holds the numbers. */
function suiteLine(line: string): Count | undefined {
  if (line.startsWith('{"passed":')) return JSON.parse(line) as Count;
  console.log(line);
  return undefined;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

function deferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  // A failure may come before anybody waits for it.
  promise.catch(() => undefined);
  return { promise, resolve: (value) => settle?.resolve(value), reject: (error) => settle?.reject(error) };
}

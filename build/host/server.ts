import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { atExit, temporaryFolder, type TemporaryFolder } from './cleanup.ts';
import { runCommand } from './command.ts';
import { installHost, type InstalledHost } from './install.ts';
import { ExplainedError } from '../program.ts';
import { TEST_SETTINGS, type Settings } from './settings.ts';

export interface ServerOptions {
  /** The pinned host to run; the newest when absent. */
  readonly version?: string;
  /** Packaged extensions to install before the start. */
  readonly vsix?: readonly string[];
  readonly settings?: Settings;
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * VS Code honours development paths in a page's payload only with its smoke test driver, which also hides toasts: for suites inside
   * the extension host, not for tests of the user interface.
   */
  readonly smokeDriver?: boolean;
  /** Demands a random token of the page: for servers that run beside other people's browsers. */
  readonly token?: boolean;
}

export interface PageTarget {
  readonly folder?: string;
  /** A .code-workspace file, in place of a folder. */
  readonly workspace?: string;
  readonly payload?: readonly (readonly [string, string])[];
}

export interface HostServer {
  readonly vscode: string;
  readonly port: number;
  readonly pid: number;
  /** The server's own temporary folder: user data, extensions, log. */
  readonly root: string;
  readonly log: string;
  readonly exited: Promise<void>;
  url(target?: PageTarget): string;
  /** A local path as the page's payload names it. */
  remoteUri(file: string): string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
const NO_GALLERY = '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}';
const ARGUMENTS = [
  '--host', '127.0.0.1', '--port', '0', '--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments', '--disable-workspace-trust',
];

/** Starts VS Code's server on a free port of the loopback interface, in a process group of its own that ends with this process. */
export async function startServer(options: ServerOptions = {}): Promise<HostServer> {
  const host = await installHost(options.version);
  const folder = temporaryFolder('host');
  const layout = prepare(folder.path, options);
  const environment = serverEnvironment({ ...socketFolder(folder.path), ...options.environment });
  await installExtensions(host, layout, options.vsix ?? [], environment);
  const token = options.token === true ? randomBytes(16).toString('hex') : undefined;
  const smokeDriver = options.smokeDriver === true ? ['--enable-smoke-test-driver'] : [];
  const child = launch(host, layout, environment, [...tokenArguments(layout, token), ...smokeDriver]);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const forget = atExit(() => endGroup(child));
  const port = await listeningPort(child, layout.log);
  return {
    vscode: host.vscode,
    port,
    pid: child.pid ?? 0,
    root: folder.path,
    log: layout.log,
    exited,
    url: (target) => pageUrl(port, token, target ?? {}),
    remoteUri: (file) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`,
    stop: () => stop(child, exited, forget, folder),
  };
}

interface Layout {
  readonly root: string;
  readonly log: string;
  readonly directories: readonly string[];
}

/** Settings are a file: written before the start, the first page already has them. */
function prepare(root: string, options: ServerOptions): Layout {
  const user = path.join(root, 'user');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify(options.settings ?? TEST_SETTINGS, null, 2));
  return {
    root,
    log: path.join(root, 'server.log'),
    directories: [
      '--user-data-dir', user, '--server-data-dir', path.join(root, 'server'), '--extensions-dir', path.join(root, 'extensions'),
      '--accept-server-license-terms',
    ],
  };
}

/** An editor's terminal describes that editor in its variables; the server must not take them for its own. */
function serverEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|BROWSER$|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: NO_GALLERY, ...own };
}

/** Where VS Code puts its sockets on Linux; it leaves them there. Their paths have a limit, of which this leaves room for the name. */
function socketFolder(root: string): Readonly<Record<string, string>> {
  return root.length < 54 ? { XDG_RUNTIME_DIR: root } : {};
}

async function installExtensions(host: InstalledHost, layout: Layout, files: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (files.length === 0) return;
  const wanted = files.flatMap((file) => ['--install-extension', file]);
  const args = [host.serverMain, ...layout.directories, ...wanted, '--force'];
  const result = await runCommand(host.node, args, { env, remedy: 'Delete .host and run the command again.' });
  if (result.code !== 0) throw new ExplainedError(`VS Code did not install ${files.join(', ')}:\n${result.stdout}${result.stderr}`);
}

/** The token is handed over in a file: arguments are visible to every user of the machine. */
function tokenArguments(layout: Layout, token: string | undefined): string[] {
  if (token === undefined) return ['--without-connection-token'];
  const file = path.join(layout.root, 'token');
  writeFileSync(file, token, { mode: 0o600 });
  return ['--connection-token-file', file];
}

function launch(host: InstalledHost, layout: Layout, env: NodeJS.ProcessEnv, args: readonly string[]): ChildProcess {
  const log = openSync(layout.log, 'a');
  const child = spawn(host.node, [path.resolve('build/host/natives/keeper.mjs'), ...ARGUMENTS, ...layout.directories, ...args], {
    env: { ...env, GROUNDPLAN_SERVER_MAIN: host.serverMain },
    stdio: ['pipe', log, log],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(log);
  return child;
}

/** The server chooses a free port and says which. */
async function listeningPort(child: ChildProcess, log: string): Promise<number> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await delay(50)) {
    const port = /Extension host agent listening on (\d+)/.exec(readFileSync(log, 'utf8'))?.[1];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null || child.signalCode !== null) break;
  }
  throw new ExplainedError(`VS Code's server did not start. Its log ends with:\n${readFileSync(log, 'utf8').slice(-1500)}`);
}

function pageUrl(port: number, token: string | undefined, target: PageTarget): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (token !== undefined) url.searchParams.set('tkn', token);
  for (const kind of ['folder', 'workspace'] as const) {
    const place = target[kind];
    if (place !== undefined) url.searchParams.set(kind, decodeURIComponent(pathToFileURL(place).pathname));
  }
  if (target.payload !== undefined) url.searchParams.set('payload', JSON.stringify(target.payload));
  return url.href;
}

async function stop(child: ChildProcess, exited: Promise<void>, forget: () => void, folder: TemporaryFolder): Promise<void> {
  endGroup(child);
  await exited;
  forget();
  folder.remove();
}

/** Ends the server with everything it has started. Nothing it writes is of use afterwards, so it gets no time to say goodbye. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself in the meantime.
  }
}

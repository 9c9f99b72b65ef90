import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { installHost } from './install.ts';
import { ExplainedError } from '../program.ts';
import { TEST_SETTINGS, type Settings } from './settings.ts';
import { workbenchPage, type PageOptions } from './web-page.ts';

export interface WebHostOptions {
  /** The workspace, read once; the page's writes stay in its memory. */
  readonly folder: string;
  /** The unpacked extension under test. */
  readonly extension: string;
  /** The folder with the bundled suite; its entry is `index.js`. */
  readonly tests?: string;
  readonly readOnly?: boolean;
  readonly settings?: Settings;
  readonly version?: string;
}

export interface WebHost {
  readonly url: string;
  readonly vscode: string;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.html': 'text/html', '.png': 'image/png', '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
};

const WORKBENCH = '/static/build/out/vs/code/browser/workbench/workbench.js';

/** VS Code's web client with no server side at all, as on vscode.dev: a worker extension host, a virtual file system, static files. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const host = await installHost(options.version);
  const files: Site = {
    mounts: mounts(host.folder, options),
    generated: new Map([
      ['/mount.json', { type: 'application/json', body: JSON.stringify(listFolder(options.folder, '')) }],
      [WORKBENCH, { type: 'text/javascript', body: serverlessWorkbench(host.folder) }],
    ]),
  };
  const server = createServer((request, response) => void answer(files, request.url ?? '/', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  files.generated.set('/', { type: 'text/html', body: workbenchPage(pageOptions(authority, options)) });
  return { url: `http://${authority}/`, vscode: host.vscode, stop: () => close(server) };
}

interface Generated {
  readonly type: string;
  readonly body: string;
}

interface Site {
  /** URL prefix → folder, the longer prefixes first. */
  readonly mounts: readonly (readonly [prefix: string, folder: string])[];
  readonly generated: Map<string, Generated>;
}

function mounts(vscode: string, options: WebHostOptions): Site['mounts'] {
  return [
    // VS Code only runs tests that lie below the address of the extension under test.
    ...(options.tests === undefined ? [] : [['/static/extension/__tests__', options.tests] as const]),
    ['/static/extension', options.extension],
    ['/static/memory-fs', path.resolve('test/host/memory-fs')],
    ['/static/build', vscode],
  ];
}

function pageOptions(authority: string, options: WebHostOptions): PageOptions {
  return {
    authority,
    scheme: options.readOnly === true ? 'groundplan-readonly' : 'groundplan-test',
    withTests: options.tests !== undefined,
    settings: options.settings ?? TEST_SETTINGS,
  };
}

async function answer(site: Site, url: string, response: ServerResponse): Promise<void> {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  const address = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  try {
    const generated = site.generated.get(address);
    const body = generated?.body ?? (await readFile(fileAt(site, address)));
    response.writeHead(200, { 'content-type': generated?.type ?? TYPES[path.extname(address)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

function fileAt(site: Site, address: string): string {
  const mount = site.mounts.find(([prefix]) => address.startsWith(`${prefix}/`));
  if (mount === undefined) throw new Error(`nothing is served at ${address}`);
  const file = path.join(mount[1], address.slice(mount[0].length));
  if (!file.startsWith(mount[1] + path.sep)) throw new Error(`${address} leaves its folder`);
  return file;
}

/** The client in this package takes every window for a remote one and keeps user data on the remote: both are undone. */
function serverlessWorkbench(vscode: string): string {
  const source = readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  const local = replaceOnce(source, /remoteAuthority:location\.host\}/, () => 'remoteAuthority:void 0}');
  const userData = /(get userRoamingDataHome\(\)\{return [\w$]+\([\w$]+\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.)vscodeRemote/;
  return replaceOnce(local, userData, (_match, before: string) => `${before}vscodeUserData`);
}

function replaceOnce(text: string, pattern: RegExp, replacement: (match: string, group: string) => string): string {
  if (pattern.test(text)) return text.replace(pattern, replacement);
  throw new ExplainedError(`This VS Code's web client has changed: ${pattern.source} is not in it. Correct build/host/web-host.ts.`);
}

interface ListedEntry {
  readonly path: string;
  /** Absent for a folder. */
  readonly base64?: string;
}

function listFolder(root: string, below: string): ListedEntry[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const address = `${below}/${entry.name}`;
    if (entry.isDirectory()) return [{ path: address }, ...listFolder(root, address)];
    return [{ path: address, base64: readFileSync(path.join(root, address)).toString('base64') }];
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

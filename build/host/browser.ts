import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isExecutable, placesOnPath, runCommand } from './command.ts';
import { ExplainedError, progress } from '../program.ts';

const NAMES = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome',
  'microsoft-edge', 'microsoft-edge-stable', 'msedge', 'brave-browser',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Keeps the browser off the network: nothing but the loopback addresses can be resolved, and it does not look for updates. */
const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium on this machine: named by the environment, on PATH, in the usual places, or Playwright's own. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME'] ?? process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new ExplainedError(`CHROME or CHROME_PATH names ${named}, but there is no program there. Correct or unset the variable.`);
  }
  return [...placesOnPath(NAMES, [process.platform === 'win32' ? '.exe' : '']), ...usualPlaces(), chromium.executablePath()].find(isExecutable);
}

/** The browser found, or one installed now. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser() ?? (await installWithApt()) ?? (await installWithPlaywright());
  if (found !== undefined) return found;
  throw new ExplainedError(
    'No Chromium, Chrome or Edge was found and none could be installed. Install one, or name it: CHROME=/path/to/chrome npm test.',
  );
}

export function browserArguments(): string[] {
  const asRoot = process.getuid?.() === 0;
  // Chromium refuses its sandbox to root, as in containers; everybody else keeps it.
  return [...OFFLINE, '--disable-gpu', '--disable-dev-shm-usage', ...(asRoot ? ['--no-sandbox'] : [])];
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: browserArguments() });
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MAC_APPLICATIONS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform !== 'win32') return [];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  return roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => path.join(root, program)));
}

async function installWithApt(): Promise<string | undefined> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const prefix = await rootPrefix();
  if (prefix === undefined) return undefined;
  progress('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
    const result = await runCommand(command, rest, { env, visible: true, remedy: 'Install Chromium by hand.' });
    if (result.code !== 0) return undefined;
  }
  return findBrowser();
}

/** How to become root without a question: not at all, by sudo, or never. */
async function rootPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await runCommand('sudo', ['-n', 'true'], { remedy: '' }).catch(() => undefined);
  return sudo?.code === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : undefined;
}

async function installWithPlaywright(): Promise<string | undefined> {
  progress('Downloading Chromium with Playwright …');
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  await runCommand(process.execPath, [cli, 'install', 'chromium'], { visible: true, timeoutMs: 600_000, remedy: 'Run npm ci.' });
  return findBrowser();
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atExit } from './cleanup.ts';
import { runCommand } from './command.ts';
import { installHostDependencies } from './host-dependencies.ts';
import { downloadPackage } from './npm.ts';
import { ExplainedError, progress } from '../program.ts';
import { DEFAULT_HOST, hostVersion, nodePackage, type HostVersion } from './versions.ts';

export interface InstalledHost {
  readonly codeServer: string;
  /** The version of VS Code inside. */
  readonly vscode: string;
  /** VS Code's server and web client. */
  readonly folder: string;
  readonly serverMain: string;
  readonly node: string;
}

/** Raised when the way of installing changes, so that older installations are replaced. */
const RECIPE = 1;

/**
 * Built-in extensions that need natives or serve no Markdown author. Only such may go that have no browser entry: the web client
 * carries the manifests of the others and would report them as missing.
 */
const LEFT_OUT = [
  'copilot', 'git', 'github', 'microsoft-authentication', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion', 'debug-auto-launch',
  'debug-server-ready', 'grunt', 'gulp', 'jake', 'tunnel-forwarding', 'php-language-features', 'terminal-suggest',
];

/** The pinned VS Code, installed into `.host/` when it is not there yet. */
export async function installHost(codeServer: string = DEFAULT_HOST): Promise<InstalledHost> {
  const version = hostVersion(codeServer);
  const parent = path.resolve('.host');
  const folder = path.join(parent, version.codeServer);
  if (!isComplete(folder, version)) {
    mkdirSync(parent, { recursive: true });
    removeAbandoned(parent);
    await installInto(folder, parent, version);
  }
  return describe(folder, version);
}

/** Everything happens in a folder beside the final one, which appears complete or not at all: an interruption leaves nothing half-done. */
async function installInto(folder: string, parent: string, version: HostVersion): Promise<void> {
  const draft = mkdtempSync(path.join(parent, `installing-${process.pid}-`));
  const eraseDraft = (): void => rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  const forget = atExit(eraseDraft);
  try {
    // Both at once, and neither is left running behind the other's failure.
    const steps = await Promise.allSettled([installNode(draft, version), installServer(draft, version)]);
    for (const step of steps) if (step.status === 'rejected') throw step.reason;
    await checkServer(draft, version);
    writeFileSync(path.join(draft, 'installed'), stamp(version));
    replace(folder, draft, version);
  } catch (error) {
    throw explained(error);
  } finally {
    forget();
    eraseDraft();
  }
}

async function installNode(draft: string, version: HostVersion): Promise<void> {
  const source = nodePackage(version.node);
  if (source === undefined) {
    ownNode(version);
    return;
  }
  progress(`Downloading Node ${version.node} for it …`);
  const work = path.join(draft, 'node');
  mkdirSync(work);
  const archive = await downloadPackage(source.spec, source.integrity, work);
  await extract(archive, work, ['--strip-components=1', 'package/bin']);
  rmSync(archive);
}

async function installServer(draft: string, version: HostVersion): Promise<void> {
  progress(`Downloading VS Code ${version.vscode} (${version.megabytes} MB) …`);
  const work = path.join(draft, 'download');
  mkdirSync(work);
  const archive = await downloadPackage(`code-server@${version.codeServer}`, version.integrity, work);
  progress('Unpacking it …');
  const excluded = LEFT_OUT.map((name) => `--exclude=package/lib/vscode/extensions/${name}`);
  await extract(archive, work, ['--exclude=*.map', ...excluded, 'package/lib/vscode']);
  renameSync(path.join(work, 'package/lib/vscode'), path.join(draft, 'vscode'));
  rmSync(work, { recursive: true });
  progress('Installing what it depends on …');
  await installHostDependencies(path.join(draft, 'vscode'));
}

async function extract(archive: string, folder: string, args: readonly string[]): Promise<void> {
  // Names relative to the folder: a tar of Windows takes the colon of "C:" for a host name.
  const result = await runCommand('tar', ['-xzf', path.basename(archive), ...args], {
    cwd: folder,
    remedy: 'Install it with your package manager; Windows has it since Windows 10 version 1803.',
  });
  if (result.code !== 0) throw new ExplainedError(`tar could not unpack ${archive}: ${result.stderr.trim()}`);
}

async function checkServer(draft: string, version: HostVersion): Promise<void> {
  const { node, serverMain } = describe(draft, version);
  const result = await runCommand(node, [serverMain, '--version'], { remedy: 'Run the command again to install the editor host anew.' });
  if (result.code === 0 && result.stdout.startsWith(version.vscode)) return;
  const said = (result.stderr || result.stdout).slice(0, 800);
  throw new ExplainedError(`VS Code ${version.vscode} was installed, but does not start with ${node}:\n${said}`);
}

/** Two processes may install at once: the one that ends last takes what the other has put there. */
function replace(folder: string, draft: string, version: HostVersion): void {
  if (isComplete(folder, version)) return;
  if (existsSync(folder)) {
    const outdated = path.join(draft, 'outdated');
    renameSync(folder, outdated);
    rmSync(outdated, { recursive: true, force: true });
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!isComplete(folder, version)) throw error;
  }
}

function describe(folder: string, version: HostVersion): InstalledHost {
  const packaged = path.join(folder, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const vscode = path.join(folder, 'vscode');
  return {
    codeServer: version.codeServer,
    vscode: version.vscode,
    folder: vscode,
    serverMain: path.join(vscode, 'out/server-main.js'),
    node: existsSync(packaged) ? packaged : ownNode(version),
  };
}

/** Where no npm package brings Node, the one that runs this program must do. */
function ownNode(version: HostVersion): string {
  const needed = version.node.split('.')[0] ?? '';
  if (Number(process.versions.node.split('.')[0]) >= Number(needed)) return process.execPath;
  throw new ExplainedError(
    `VS Code ${version.vscode} needs Node ${needed} or newer; this is ${process.versions.node}, ` +
      `and npm has none for ${process.platform}-${process.arch}. ` +
      `Install Node ${needed} from https://nodejs.org and run the command with it.`,
  );
}

function isComplete(folder: string, version: HostVersion): boolean {
  const file = path.join(folder, 'installed');
  return existsSync(file) && readFileSync(file, 'utf8') === stamp(version);
}

function stamp(version: HostVersion): string {
  return JSON.stringify({ recipe: RECIPE, ...version, platform: `${process.platform}-${process.arch}` });
}

/** Drafts of processes that were killed: their process id is part of the name. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = /^installing-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function explained(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return new ExplainedError('The disk is full: VS Code needs about 350 MB in .host. Free some and run the command again.');
  if (code !== 'EACCES' && code !== 'EROFS') return error;
  return new ExplainedError('The folder .host of this project cannot be written to. Check its permissions and run the command again.');
}

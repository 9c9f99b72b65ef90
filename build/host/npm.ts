import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './command.ts';
import { ExplainedError } from '../program.ts';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error', '--no-update-notifier'];
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/;

/** Runs npm; when it fails, the reason is told in a sentence that names what was wanted. */
export async function npm(args: readonly string[], cwd: string, purpose: string): Promise<void> {
  const result = await runCommand(...npmProgram([...args, ...QUIET]), {
    cwd,
    env: environmentOutsideScripts(),
    shell: process.platform === 'win32' && npmScript() === undefined,
    remedy: 'It comes with Node: install Node from https://nodejs.org.',
  });
  if (result.code !== 0) throw new ExplainedError(explain(purpose, result.stderr + result.stdout));
}

/** Downloads one package as a tarball into the folder, checks it against its pin, and returns the file. */
export async function downloadPackage(spec: string, integrity: string, folder: string): Promise<string> {
  const file = path.join(folder, `${spec.replace(/[^\w.-]/g, '-')}.tgz`);
  const before = new Set(readdirSync(folder));
  await npm(['pack', spec], folder, `download ${spec}`);
  const created = readdirSync(folder).find((name) => name.endsWith('.tgz') && !before.has(name));
  if (created === undefined) throw new ExplainedError(`npm reported success, but left no file for ${spec}. Run the command again.`);
  renameSync(path.join(folder, created), file);
  const actual = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (actual !== integrity) {
    throw new ExplainedError(`The download of ${spec} is not the file that was pinned (${actual}). Check the npm registry in use, then try again.`);
  }
  return file;
}

function npmProgram(args: readonly string[]): [command: string, args: readonly string[]] {
  const script = npmScript();
  return script === undefined ? ['npm', args] : [process.execPath, [script, ...args]];
}

/** npm's own script when this program runs under npm: starting it with Node needs no shell, also on Windows. */
function npmScript(): string | undefined {
  const script = process.env['npm_execpath'];
  return script !== undefined && path.basename(script) === 'npm-cli.js' ? script : undefined;
}

/** A script's npm variables describe this project; an npm started for another folder must not take them for its own. */
function environmentOutsideScripts(): NodeJS.ProcessEnv {
  const foreign = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function explain(purpose: string, output: string): string {
  if (/ENOSPC/.test(output)) return `The disk is full: npm could not ${purpose}. Free about 1 GB and run the command again.`;
  if (UNREACHABLE.test(output)) {
    return `npm could not ${purpose}: the registry was not reached. Check the network, the proxy or npm's "registry" setting, then run it again.`;
  }
  const lines = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line)).slice(0, 6);
  return [`npm could not ${purpose}. It says:`, ...lines].join('\n');
}

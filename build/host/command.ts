import { spawn, type SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ExplainedError } from '../program.ts';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What a person can do when the command does not exist. */
  readonly remedy: string;
  /** Shows the command's output on stderr instead of collecting it. */
  readonly visible?: boolean;
  readonly timeoutMs?: number;
  readonly shell?: boolean;
}

/** Runs a command to its end. A command that does not exist is an explained error; one that fails is a result. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, spawnOptions(options));
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new ExplainedError(`The command "${command}" was not found. ${options.remedy}`) : error);
    });
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

function spawnOptions(options: CommandOptions): SpawnOptions {
  return {
    env: options.env ?? process.env,
    stdio: options.visible ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    shell: options.shell ?? false,
    windowsHide: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  };
}

/** Where commands of these names would lie on PATH, the first name first. */
export function placesOnPath(names: readonly string[], endings: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))));
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

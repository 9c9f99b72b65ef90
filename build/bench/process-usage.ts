import { existsSync, openSync, closeSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../host/command.ts';

/** A program to run to its end: one of Node's by its script, any other by its file. */
export interface Program {
  readonly script?: string;
  readonly file?: string;
  readonly args: readonly string[];
}

export interface Usage {
  /** Of all threads, in user mode and in the kernel. */
  readonly cpuSeconds: number;
  /** The most that was in memory at once; told by programs of Node alone. */
  readonly peakBytes: number | undefined;
  readonly code: number;
  /** The beginning of what was printed. */
  readonly output: string;
}

const MOST_OUTPUT = 20_000;
/** The shell tells what its children took, whatever they are written in. */
const TIMED = 'out="$1"; shift; "$@" >"$out" 2>&1 </dev/null; code=$?; times; exit $code';
const REMEDY = 'It is part of every system but Windows.';

/** Runs a program in a folder and tells what it took. What it prints goes to a file in the scratch folder. */
export async function usageOf(program: Program, cwd: string, scratch: string): Promise<Usage | undefined> {
  const usageFile = path.join(scratch, 'usage.json');
  const outputFile = path.join(scratch, 'output.txt');
  for (const file of [usageFile, outputFile]) rmSync(file, { force: true });
  const env = { ...process.env, GROUNDPLAN_BENCH_USAGE: usageFile };
  const command = program.script === undefined ? [program.file ?? '', ...program.args] : [process.execPath, '--require', path.resolve('build/bench/usage.cjs'), program.script, ...program.args];
  if (process.platform === 'win32') return usageOnWindows(command, cwd, env, usageFile);
  const { code, stdout } = await runCommand('sh', ['-c', TIMED, 'sh', outputFile, ...command], { cwd, env, remedy: REMEDY });
  const cpuSeconds = childSeconds(stdout);
  if (cpuSeconds === undefined) return undefined;
  return { cpuSeconds, peakBytes: ownUsage(usageFile)?.peakBytes, code, output: beginningOf(outputFile) };
}

/** The CPU seconds of so many runs of the same program, one after another: for programs that are gone before a clock ticks. */
export async function cpuSecondsOfRuns(program: readonly string[], runs: number, cwd: string): Promise<number | undefined> {
  const script = 'n="$1"; shift; i=0; while [ $i -lt $n ]; do "$@" >/dev/null || exit 1; i=$((i+1)); done; times';
  if (process.platform === 'win32') return undefined;
  const { code, stdout } = await runCommand('sh', ['-c', script, 'sh', String(runs), ...program], { cwd, remedy: REMEDY });
  return code === 0 ? childSeconds(stdout) : undefined;
}

/** What `times` prints: a line about the shell, then one about its children, each with user and system time as `0m1.25s`. */
export function childSeconds(printed: string): number | undefined {
  const line = printed.trim().split('\n').at(-1) ?? '';
  const times = Array.from(line.matchAll(/(\d+)m([\d.,]+)s/g), ([, minutes = '', rest = '']) => Number(minutes) * 60 + Number(rest.replace(',', '.')));
  return times.length === 2 ? (times[0] ?? 0) + (times[1] ?? 0) : undefined;
}

/** There is no such shell: what a program of Node tells of itself has to do. */
async function usageOnWindows([command = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv, usageFile: string): Promise<Usage | undefined> {
  const { code, stdout, stderr } = await runCommand(command, args, { cwd, env, remedy: REMEDY });
  const own = ownUsage(usageFile);
  return own && { ...own, code, output: (stdout + stderr).slice(0, MOST_OUTPUT) };
}

function ownUsage(file: string): { readonly cpuSeconds: number; readonly peakBytes: number } | undefined {
  if (!existsSync(file)) return undefined;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage;
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 };
}

function beginningOf(file: string): string {
  const buffer = Buffer.alloc(Math.min(MOST_OUTPUT, statSync(file).size));
  const opened = openSync(file, 'r');
  readSync(opened, buffer);
  closeSync(opened);
  return buffer.toString('utf8');
}

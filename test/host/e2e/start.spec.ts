import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../../../build/host/cleanup.ts';
import { Workbench } from '../../../build/host/workbench.ts';
import { until } from '../support/until.ts';

const EXAMPLE = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
const FIRST_START_MS = 600_000;

test.describe('npm start', () => {
  test.skip(process.platform === 'win32', 'Windows has no signals that a terminal sends to a process group');
  test.setTimeout(FIRST_START_MS);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`opens the example in an editor and leaves nothing behind after ${signal}`, async ({ page }) => {
      const temporary = temporaryFolder('start');
      const program = startProgram(['--host', 'embedded'], temporary.path);
      try {
        const url = await until('the address', () => /http:\/\/127\.0\.0\.1:\d+\/\?tkn=\S+/.exec(program.output())?.[0], FIRST_START_MS);
        expect(program.output()).toContain('Press Ctrl+C to stop.');
        const workbench = await Workbench.open(page, url);
        await workbench.openFile(EXAMPLE);
        await workbench.command('Groundplan: Open Preview to the Side');
        await workbench.webview('groundplan.groundplan');
        expect(processesWith(temporary.path)).not.toEqual([]);

        program.interrupt(signal);
        await until('the program to end', () => program.hasEnded());
        // npm itself ends by the signal, and what it has started ends with it or a moment later.
        await until('the port to close', async () => !(await isOpen(Number(new URL(url).port))));
        await expect.poll(() => processesWith(temporary.path)).toEqual([]);
        await expect.poll(() => leftIn(temporary.path)).toEqual([]);
        expect(program.output()).not.toContain('npm error');
      } finally {
        program.kill();
        temporary.remove();
      }
    });
  }

  test('answers an option it does not know with a sentence', async () => {
    const program = startProgram(['--hots', 'embedded']);
    await until('the program to end', () => program.hasEnded());
    expect(program.exitCode()).toBe(2);
    expect(program.output()).toContain("Unknown option '--hots'");
  });
});

interface RunningProgram {
  output(): string;
  hasEnded(): boolean;
  exitCode(): number | null;
  /** As a terminal does: the signal goes to npm and to all that it has started. */
  interrupt(signal: NodeJS.Signals): void;
  kill(): void;
}

function startProgram(args: readonly string[], temporary?: string): RunningProgram {
  const env = { ...process.env, ...(temporary === undefined ? {} : { TMPDIR: temporary }) };
  const child = spawn('npm', ['start', '--', ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  return {
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    exitCode: () => child.exitCode,
    interrupt: (signal) => signalGroup(child, signal),
    kill: () => signalGroup(child, 'SIGKILL'),
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has ended, as it should have.
  }
}

/** Outside of Linux, VS Code itself leaves a socket among the temporary files. */
function leftIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => process.platform === 'linux' || name.startsWith('groundplan-'));
}

/** The processes whose arguments name the folder: the server's data lies in it. */
function processesWith(folder: string): string[] {
  const all = process.platform === 'linux' ? argumentsOnLinux() : spawnSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).stdout.split('\n');
  return all.filter((args) => args.includes(folder));
}

/** Not every Linux has ps. */
function argumentsOnLinux(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

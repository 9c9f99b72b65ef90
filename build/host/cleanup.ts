import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pending = new Set<() => void>();
let armed = false;
let endingIsSuccess = false;

/**
 * Registers what must happen however this process ends, by exit or by signal; returns the way to take it back.
 * Actions are synchronous: an exiting process waits for nothing.
 */
export function atExit(action: () => void): () => void {
  arm();
  pending.add(action);
  return () => pending.delete(action);
}

/** For a program that runs until it is told to end: from now on a signal is no failure, so npm has nothing to complain about. */
export function runUntilSignal(): void {
  endingIsSuccess = true;
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** A new folder that is gone when this process is, unless it is removed before. */
export function temporaryFolder(purpose: string, parent: string = os.tmpdir()): TemporaryFolder {
  const folder = mkdtempSync(path.join(parent, `groundplan-${purpose}-`));
  // Processes that have just been ended may still be writing: removal is tried again.
  const erase = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const forget = atExit(erase);
  return {
    path: folder,
    remove() {
      forget();
      erase();
    },
  };
}

function arm(): void {
  if (armed) return;
  armed = true;
  process.once('exit', runPending);
  for (const signal of SIGNALS) process.once(signal, () => process.exit(endingIsSuccess ? 0 : 128 + os.constants.signals[signal]));
}

function runPending(): void {
  // The last thing that was started is the first to go: a server ends before the folder it writes to.
  for (const action of [...pending].reverse()) {
    try {
      action();
    } catch (error) {
      console.error(error);
    }
  }
  pending.clear();
}

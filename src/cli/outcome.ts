/** What a command leaves behind: 0 nothing to mend, 1 findings, 2 the command could not do its work. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command line needs from whoever runs it. */
export interface System {
  readonly version: string;
  /** The folder that relative paths count from. */
  readonly cwd: string;
  /** `2026-11-21`. */
  readonly today: string;
  readStdin(): Promise<string>;
  /** The file that a worker runs to share the work; nothing where it cannot be shared. */
  readonly worker: string | undefined;
  /** The folder in which the pages of the checks lie. */
  readonly pages: string;
  /** The folder in which the code of exported pages lies. */
  readonly page: string;
}

export function done(stdout: string, stderr = ''): Outcome {
  return { code: 0, stdout, stderr };
}

/** The command could not do its work: one sentence that says why, and what helps. */
export function unusable(sentence: string): Outcome {
  return { code: 2, stdout: '', stderr: `groundplan: ${sentence}\n` };
}

export function wrongUsage(sentence: string): Outcome {
  return unusable(`${sentence} "groundplan --help" lists what there is.`);
}

/** What a command leaves behind: 0 nothing to mend, 1 findings, 2 the command could not do its work. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command line needs from the system it runs on. */
export interface System {
  /** Rejects with an error that has a `code`, as Node does. */
  readFile(path: string): Promise<Uint8Array>;
  readonly version: string;
}

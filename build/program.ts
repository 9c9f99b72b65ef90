/** A failure whose message is a sentence for the person at the terminal: what is missing, and the remedy. It is printed without a stack. */
export class ExplainedError extends Error {
  override readonly name = 'ExplainedError';
}

/** Runs the body of a program: its result is the exit code, an explained failure is printed as a sentence. */
export async function runProgram(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof ExplainedError ? error.message : error);
    process.exitCode = 1;
  }
}

/** One line of progress. On stderr, so that a program's result on stdout stays clean. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

import { parentPort, workerData } from 'node:worker_threads';
import { FileLinter, type FileToLint, type LintedFile, type LintOptions } from './file-linter.ts';
import type { Results } from './pool.ts';

/** Checks the batches it is handed, one after another. */
const linter = new FileLinter(workerData as LintOptions);

parentPort?.on('message', (batch: readonly FileToLint[]) => {
  void check(batch).then((results) => parentPort?.postMessage(results));
});

async function check(batch: readonly FileToLint[]): Promise<Results> {
  const files: LintedFile[] = [];
  for (const file of batch) files.push(await linter.lint(file));
  return { files, notes: [...linter.folderNotes, ...linter.notes] };
}

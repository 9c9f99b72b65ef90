import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileLinter, type FileToLint, type LintedFile, type LintOptions } from './file-linter.ts';

/** Fewer files are checked sooner than a worker starts. */
const FEW = 150;
const MOST_WORKERS = 8;
/** Small enough that no worker is left with the rest, large enough that handing over costs nothing. */
const BATCH = 50;

export interface Results {
  readonly files: readonly LintedFile[];
  readonly notes: readonly string[];
}

export interface Batch {
  readonly files: readonly FileToLint[];
  readonly options: LintOptions;
}

/** Checks the files on all cores, in the order given. */
export async function lintAll(files: readonly FileToLint[], options: LintOptions, worker: string | undefined): Promise<Results> {
  const workers = Math.min(availableParallelism(), MOST_WORKERS, Math.ceil(files.length / FEW));
  if (worker === undefined || workers < 2) return lintBatches([files], options);
  const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) => files.slice(index * BATCH, (index + 1) * BATCH));
  const results: (readonly LintedFile[])[] = [];
  const notes = new Set<string>();
  let next = 0;
  const take = async (): Promise<void> => {
    const thread = new Worker(worker, { workerData: options });
    try {
      for (let index = next++; index < batches.length; index = next++) {
        const result = await ask(thread, batches[index] ?? []);
        results[index] = result.files;
        for (const note of result.notes) notes.add(note);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, take));
  return { files: results.flat(), notes: Array.from(notes) };
}

function ask(thread: Worker, files: readonly FileToLint[]): Promise<Results> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (results: Results) => {
      thread.off('error', reject);
      resolve(results);
    });
    thread.postMessage(files);
  });
}

async function lintBatches(batches: readonly (readonly FileToLint[])[], options: LintOptions): Promise<Results> {
  const linter = new FileLinter(options);
  const files: LintedFile[] = [];
  for (const batch of batches) for (const file of batch) files.push(await linter.lint(file));
  return { files, notes: [...linter.folderNotes, ...linter.notes] };
}

import type { Folders } from '../ports.ts';
import { baseName, matchFileName } from '../template/recognise.ts';
import type { Kind } from '../template/kind.ts';

/** The numbers that documents of this kind already have, lowest first. */
export async function takenNumbers(kind: Kind, folders: Folders): Promise<readonly number[]> {
  const folder = kind.file.slice(0, -baseName(kind.file).length - 1);
  const names = await folders.fileNames(folder);
  return names
    .flatMap((name) => matchFileName(kind, name)?.['number'] ?? [])
    .map(Number)
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b);
}

export function nextNumber(taken: readonly number[]): number {
  return (taken.at(-1) ?? 0) + 1;
}

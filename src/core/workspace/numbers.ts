import type { Folders } from '../ports.ts';
import { baseName, matchFileName } from '../template/recognise.ts';
import type { Kind } from '../template/kind.ts';

/** The documents of this kind that there are, by their numbers; each with its path. */
export async function takenNumbers(kind: Kind, folders: Folders): Promise<ReadonlyMap<number, string>> {
  const folder = kind.file.slice(0, -baseName(kind.file).length - 1);
  const names = await folders.fileNames(folder);
  return new Map(
    names.flatMap((name) => {
      const number = Number(matchFileName(kind, name)?.['number'] ?? Number.NaN);
      return Number.isSafeInteger(number) ? [[number, `${folder}/${name}`] as const] : [];
    }),
  );
}

export function nextNumber(taken: ReadonlyMap<number, string>): number {
  return Math.max(0, ...taken.keys()) + 1;
}

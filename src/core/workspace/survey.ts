import { readPlan } from '../plan/plan.ts';
import type { Files } from '../ports.ts';
import { fileGlobs, folderOf, pathStrength } from '../template/file-name.ts';
import type { Kind } from '../template/kind.ts';
import { recognise } from '../template/recognise.ts';
import { namingOf, type Naming } from './naming.ts';

/** What a workspace already has of one kind of document. */
export interface Survey {
  readonly naming: Naming;
  readonly paths: readonly string[];
  /** How many of them are written in each dialect, by the ids of the kinds. */
  readonly counts: ReadonlyMap<string, number>;
}

/** So many documents show how a workspace writes them. */
const MOST_READ = 300;
/** Its name is one of such a document, and what stands in it does not tell or was not read: its number is taken all the same. */
const UNKNOWN = '';

/** Looks for the documents of a kind, in all its dialects, wherever the workspace keeps them. */
export async function survey(dialects: readonly [Kind, ...Kind[]], kinds: readonly Kind[], files: Files): Promise<Survey> {
  const kind = withAllNames(dialects);
  const found = await Promise.all(fileGlobs(kind).map((glob) => files.find(glob)));
  // Not every file system can be searched, but the folders where they belong can be listed.
  const listed = await Promise.all(Array.from(new Set(dialects.map(({ file }) => folderOf(file))), (folder) => filesIn(folder, files)));
  const candidates = Array.from(new Set([...found.flat(), ...listed.flat()])).filter((path) => pathStrength(kind, path) !== undefined);
  const counts = new Map<string, number>();
  const paths: string[] = [];
  const unknown: string[] = [];
  for (const path of candidates) {
    const id = await idOf(path, kind, dialects, kinds, files, paths.length < MOST_READ);
    if (id === undefined) continue;
    (id === UNKNOWN ? unknown : paths).push(path);
    if (id !== UNKNOWN) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { naming: namingOf(kind, paths, unknown), paths, counts };
}

/** The first dialect under the names of all. */
function withAllNames([kind, ...others]: readonly [Kind, ...Kind[]]): Kind {
  return { ...kind, also: [...kind.also, ...others.flatMap(({ file, also }) => [file, ...also])] };
}

async function filesIn(folder: string, files: Files): Promise<readonly string[]> {
  return (await files.fileNames(folder)).map((name) => (folder === '' ? name : `${folder}/${name}`));
}

/** Which of the dialects a file is written in; nothing for another kind of document. Where its name says enough it is not read. */
async function idOf(path: string, kind: Kind, dialects: readonly Kind[], kinds: readonly Kind[], files: Files, mayRead: boolean): Promise<string | undefined> {
  const certain = pathStrength(kind, path)?.certain === true;
  if (dialects.length === 1 && certain) return kind.id;
  const text = mayRead ? await files.read(path) : undefined;
  if (text === undefined || text.trim() === '') return UNKNOWN;
  const recognised = recognise(readPlan(text), path, kinds)?.kind.id;
  return dialects.find(({ id }) => id === recognised)?.id ?? (recognised === undefined && certain ? UNKNOWN : undefined);
}

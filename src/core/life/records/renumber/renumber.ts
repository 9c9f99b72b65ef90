import { seriesOf } from '../../../lint/records-around.ts';
import type { RecordElsewhere, RecordEntry } from '../../../lint/surroundings.ts';
import type { ReadMarkdown } from '../../../plan/markdown.ts';
import type { Files } from '../../../ports.ts';
import { baseName, folderOf } from '../../../template/file-name.ts';
import type { Change, FileChange, Rename } from '../../change.ts';
import { called, sentence } from '../record-wording.ts';
import { ownNumber } from './own-head.ts';
import { movesFor, whyNotNumber } from './record-move.ts';
import { renumberedText } from './renumbered-text.ts';
import { renumbering } from './renumbering.ts';
import { textFiles } from './text-files.ts';

export interface RenumberAround {
  readonly records: readonly RecordEntry[];
  readonly elsewhere: readonly RecordElsewhere[];
  readonly files: Files;
  readonly read: ReadMarkdown;
}

/** Who waits for a long task sees how far it is, and may end it. */
export interface Watch {
  isCancelled(): boolean;
  onProgress(done: number, all: number): void;
}

/** The change, and what is to be looked at by its author; nothing where it was cancelled. */
export type Renumbered =
  | { readonly problem: string }
  | {
      readonly change: Change;
      /** How many mentions in each file may mean another record of the same number. */
      readonly left: ReadonlyMap<string, number>;
      /** Whether every file was looked into. */
      readonly isWhole: boolean;
    };

const LONGEST_TEXT = 2_000_000;

/** Gives a record another number: in its name, its head and in every file of the workspace that refers to it. */
export async function renumber(own: RecordEntry, next: number, around: RenumberAround, watch: Watch): Promise<Renumbered | undefined> {
  const { records, elsewhere, files, read } = around;
  const { number } = own.record;
  if (number === undefined) return { problem: `${sentence(called(own))} has no number that could be changed: write one into its title or its name first.` };
  const problem = whyNotNumber(String(next), own, records, elsewhere);
  if (problem !== undefined) return { problem };
  const folder = foldersOf(own);
  const names = [...(await files.fileNames(folder)), ...(await files.folderNames(folder))];
  const moves = movesFor(own, next, records, names);
  const taken = moves.find(({ to }) => names.some((name) => name.toLowerCase() === baseName(to).toLowerCase()));
  if (taken) return { problem: `${taken.to} exists already and stays as it is: choose another number, or rename it first.` };
  const plan = renumbering(own, number, next, moves, records, ownNumber(own, number, next, read), names);
  const { paths, isWhole } = await textFiles(files);
  const changes: FileChange[] = [];
  const left = new Map<string, number>();
  for (const [index, path] of Array.from(new Set([own.path, ...paths])).entries()) {
    if (watch.isCancelled()) return undefined;
    watch.onProgress(index, paths.length);
    const text = path === own.path ? own.plan.text : await files.read(path);
    if (text === undefined || text.length > LONGEST_TEXT || text.includes('\0') || text.includes('\uFFFD')) continue;
    const found = renumberedText(path, text, plan, read);
    if (found.edits.length > 0) changes.push({ path, text, edits: found.edits });
    if (found.left.length > 0) left.set(path, found.left.length);
  }
  return { change: changeOf(own, next, changes, moves), left, isWhole };
}

function changeOf(own: RecordEntry, next: number, files: readonly FileChange[], renames: readonly Rename[]): Change {
  return { title: `Renumber ${called(own)} to ${next}`, files, renames };
}

/** The folder in which the names with numbers stand. */
function foldersOf({ path }: RecordEntry): string {
  return /^(?:readme|index)\.\w+$/i.test(baseName(path)) ? seriesOf(path) : folderOf(path);
}

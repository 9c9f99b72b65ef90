import type { Subject } from '../../lint/subject.ts';
import type { Files } from '../../ports.ts';
import { knownValues } from '../../scaffold/known-values.ts';
import { scaffold, type PlaceForDocument } from '../../scaffold/scaffold.ts';
import { fileGlobs, folderOf } from '../../template/file-name.ts';
import type { Kind } from '../../template/kind.ts';
import type { Values } from '../../template/placeholders.ts';
import type { Planned } from '../change.ts';
import { masterRowEdits } from './master-row.ts';

const MASTER = 'master-plan';
const MOST_MASTERS = 20;

/** What is known of a phase that begins. */
export interface NextPhase {
  readonly number: number;
  readonly name: string;
  /** Date and author. */
  readonly values: Values;
  readonly place: PlaceForDocument;
  readonly kinds: readonly Kind[];
  readonly files: Files;
  /** The other phase plans of the workspace. */
  readonly paths: readonly string[];
}

/** The number of a phase plan, from its name or its title. */
export function phaseNumber({ values }: Subject): number | undefined {
  const number = Number(values['number'] ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Where the master plans of a workspace may be: those beside this document first. */
export async function masterPlanPaths(near: string, kinds: readonly Kind[], files: Files): Promise<readonly string[]> {
  const kind = kinds.find((each) => each.kind === MASTER);
  const found = kind === undefined ? [] : await Promise.all(fileGlobs(kind).map((glob) => files.find(glob)));
  const isBeside = (path: string): number => (folderOf(path) === folderOf(near) ? 0 : 1);
  return Array.from(new Set(found.flat())).sort((a, b) => isBeside(a) - isBeside(b) || (a < b ? -1 : 1)).slice(0, MOST_MASTERS);
}

/** The next phase plan with all that this one leaves to it, and its row in the master plan: one change of both. */
export async function startNextPhase(previous: Subject, next: NextPhase, master: Subject | undefined): Promise<Planned & { readonly path: string }> {
  const { kind, path, read } = previous;
  const { number, name, values, place, kinds, files, paths } = next;
  const answers = { ...values, number: String(number), name };
  const around = { kinds, files, paths: [path, ...paths.filter((each) => each !== path)], place, read, codePatterns: {} };
  const known = await knownValues(kind, answers, around);
  const written = scaffold(kind, { ...known, ...answers }, place);
  const edits = master === undefined ? [] : masterRowEdits(master, { number, name, path: written.path });
  const changed = master === undefined || edits.length === 0 ? [] : [{ path: master.path, text: master.plan.text, edits }];
  return { path: written.path, change: { title: `Start phase ${number}`, files: changed, creates: [{ path: written.path, contents: written.contents }] } };
}

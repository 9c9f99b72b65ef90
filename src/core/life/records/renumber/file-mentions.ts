import type { RecordEntry } from '../../../lint/surroundings.ts';
import type { TextEdit } from '../../../text/edits.ts';
import type { Range } from '../../../text/range.ts';
import { baseName, folderOf } from '../../../template/file-name.ts';
import type { Rename } from '../../change.ts';
import { withoutEnding } from './record-move.ts';
import { isMeantIn, type Renumbering } from './renumbering.ts';

const PATH_BEFORE = /[^\s()[\]{}<>"'`|,;*]*$/u;
const PATH_BEHIND = /^[^\s()[\]{}<>"'`|,;*#?]*/u;
const LONGEST_PATH = 400;
/** Files beside the record that only begin with its name. */
const OTHER_ENDING = /^\.(?!md\b|markdown\b|html?\b|mdx\b|(?:[a-z]{2}(?:[-_][a-z]{2,4})?)\.(?:md|markdown)\b)[a-z][a-z0-9]{0,9}\b/i;
const OF_A_COMMIT = /\/[0-9a-f]{40}\//;

/** The name of the file, wherever it stands: in links, paths, addresses and code. Where a path goes before it, that must lead to the file. */
export function fileMentions(text: string, path: string, renumbering: Renumbering): readonly TextEdit[] {
  const { moves, hasFolder } = renumbering;
  return moves.flatMap((move) => namesIn(text, move).flatMap(({ start, end }): readonly TextEdit[] => {
    const behind = text.slice(end, end + 40);
    if (OTHER_ENDING.test(behind) || (hasFolder && behind.startsWith('/'))) return [];
    const before = PATH_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_PATH), start))?.[0] ?? '';
    return leadsTo(before, path, move, renumbering) ? [{ range: { start, end }, text: nameFor(text.slice(start, end), move) }] : [];
  }));
}

interface Name {
  readonly start: number;
  readonly end: number;
}

function namesIn(text: string, { from }: Rename): readonly Name[] {
  const stem = withoutEnding(baseName(from));
  const hasWords = /\p{L}{2}/u.test(stem.replace(/^\D{0,20}\d+/, ''));
  // Digits alone are no name; with the ending they are.
  const name = hasWords ? stem : baseName(from);
  const found: Name[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (!/[\p{L}\p{N}_-]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^(?:[\p{L}\p{N}_]|-[\p{L}\p{N}])/u.test(text.slice(end, end + 2))) found.push({ start: at, end });
  }
  return found;
}

function nameFor(written: string, { to }: Rename): string {
  return /\.(?:md|markdown)$/i.test(written) ? baseName(to) : withoutEnding(baseName(to));
}

/** Whether what stands before a name is no path, or one to the record. Of several records of one name, the nearest is meant. */
function leadsTo(before: string, path: string, { from }: Rename, renumbering: Renumbering): boolean {
  const folders = before.slice(before.search(/[^=:@#]*$/), before.lastIndexOf('/') + 1);
  const home = folderOf(from);
  const others = renumbering.twins.map(unitOf).filter((unit) => withoutEnding(baseName(unit)) === withoutEnding(baseName(from))).map(folderOf);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(before)) return !OF_A_COMMIT.test(before) && home !== '' && `/${folders}`.endsWith(`/${home}/`);
  const resolved = resolve(folderOf(path), folders);
  if (resolved === home) return true;
  if (resolved !== undefined && others.includes(resolved)) return false;
  if (!mayEndIn(home, folders)) return false;
  return !others.some((other) => mayEndIn(other, folders)) || isMeantIn(path, renumbering) === 'yes';
}

/** From the root of the repository, of a site, or from wherever a tool starts: one of both ways is the end of the other. */
function mayEndIn(folder: string, way: string): boolean {
  const [whole, part] = [folder.split('/'), way.split('/')].map((parts) => parts.filter((each) => each !== '' && each !== '.' && each !== '..').map((each) => `/${each}`).join(''));
  return whole === undefined || part === undefined || whole.endsWith(part) || (part.endsWith(whole) && whole !== '');
}

/** Whether a number stands in a path that leads to another record of that number. */
export function isInPathOfTwin(text: string, { start, end }: Range, path: string, { own, twins }: Renumbering): boolean {
  if (twins.length === 0) return false;
  const before = PATH_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_PATH), start))?.[0] ?? '';
  const behind = PATH_BEHIND.exec(text.slice(end, end + LONGEST_PATH))?.[0] ?? '';
  const way = withoutEnding(before.slice(before.search(/[^=:@#]*$/)) + text.slice(start, end) + behind.replace(/\.$/, ''));
  const ways = [resolve(folderOf(path), way), resolve('', way)];
  const isNamed = (record: RecordEntry): boolean => {
    const unit = withoutEnding(unitOf(record));
    return ways.some((each) => each === unit || each?.startsWith(`${unit}/`) === true || (each?.endsWith(`/${unit}`) === true && /^\/\//.test(way)));
  };
  return twins.some(isNamed) && !isNamed(own);
}

/** What bears the name: the file, or the folder whose page it is. */
function unitOf({ path }: { readonly path: string }): string {
  return /^(?:readme|index)\.\w+$/i.test(baseName(path)) ? folderOf(path) : path;
}

function resolve(folder: string, way: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of way.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

import { baseName, folderOf, formOf, placeholderPieces, type FileForm } from '../template/file-name.ts';
import type { Kind } from '../template/kind.ts';
import { isNumberName, splitAtPlaceholders } from '../template/placeholders.ts';

/** Where and under which names a workspace keeps the documents of one kind. */
export interface Naming {
  /** Relative to the workspace folder; empty for the folder itself. */
  readonly folder: string;
  /** A file name with placeholders, in the case and with the digits of the documents that are there. */
  readonly pattern: string;
  /** What joins the words of a name. */
  readonly joint: '-' | '_';
  /** The documents in that folder by their numbers. */
  readonly taken: ReadonlyMap<number, string>;
}

interface Document {
  readonly path: string;
  readonly folder: string;
  readonly pattern: string;
  /** What stands in the file name before, between and after its placeholders, and in them. */
  readonly parts: readonly string[];
  readonly holes: readonly string[];
}

/** The folder that holds most of the documents, and their style of names; the template's own where there are none. Further files of that form take their numbers too. */
export function namingOf(kind: Kind, paths: readonly string[], further: readonly string[] = []): Naming {
  const documents = paths.flatMap((path) => documentAt(kind, path));
  const folder = mostFrequent(documents.map((each) => each.folder)) ?? folderOf(kind.file);
  const here = documents.filter((each) => each.folder === folder);
  const pattern = mostFrequent(here.map((each) => each.pattern));
  const alike = here.filter((each) => each.pattern === pattern).sort((a, b) => (a.path < b.path ? -1 : 1));
  const latest = alike.at(-1);
  const taken = takenNumbers([...further.flatMap((path) => documentAt(kind, path)).filter((each) => each.folder === folder), ...here]);
  if (latest === undefined) return { folder, pattern: baseName(kind.file), joint: '-', taken };
  return { folder, pattern: styled(latest, alike), joint: jointOf(latest, alike), taken };
}

export function nextNumber(taken: ReadonlyMap<number, string>): number {
  return Math.max(0, ...taken.keys()) + 1;
}

function documentAt(kind: Kind, path: string): readonly Document[] {
  const form = formOf(kind, path);
  const pieces = form && placeholderPieces(baseName(form.pattern), baseName(path));
  return pieces ? [{ path, folder: folderFor(form, path), pattern: baseName(form.pattern), ...pieces }] : [];
}

/** Where each document has a folder of its own, as in `services/{{service}}/RUNBOOK.md`, so has the next one. */
function folderFor({ pattern, isInFolder }: FileForm, path: string): string {
  const open = folderOf(pattern);
  if (!isInFolder || splitAtPlaceholders(open).names.length === 0) return folderOf(path);
  return [...path.split('/').slice(0, -pattern.split('/').length), open].join('/');
}

/** The pattern in the letters of the latest document; a number with as many digits as the documents write. */
function styled(latest: Document, alike: readonly Document[]): string {
  const { names } = splitAtPlaceholders(latest.pattern);
  return latest.parts.map((part, index) => part + (names[index] === undefined ? '' : `{{${styledName(names[index], index, alike)}}}`)).join('');
}

function styledName(name: string, index: number, alike: readonly Document[]): string {
  if (!isNumberName(name)) return name;
  const numbers = alike.map(({ holes }) => holes[index] ?? '');
  if (numbers.every(isDate)) return 'compact_date';
  const isPadded = numbers.some((digits) => digits.startsWith('0') && digits.length > 1);
  return isPadded ? 'n'.repeat(Math.min(6, Math.max(2, ...numbers.map(({ length }) => length)))) : 'number';
}

/** Where the names are single words, what stands around them shows it. */
function jointOf({ pattern, parts }: Document, alike: readonly Document[]): '-' | '_' {
  const { names } = splitAtPlaceholders(pattern);
  const words = alike.flatMap(({ holes }) => holes.filter((_, index) => !isNumberName(names[index] ?? ''))).join(' ');
  const joints = /[-_]/.test(words) ? words : parts.join('');
  return joints.includes('_') && !joints.includes('-') ? '_' : '-';
}

function takenNumbers(documents: readonly Document[]): ReadonlyMap<number, string> {
  return new Map(
    documents.flatMap(({ path, pattern, holes }) => {
      const index = splitAtPlaceholders(pattern).names.findIndex(isNumberName);
      const number = Number(holes[index] ?? Number.NaN);
      return Number.isSafeInteger(number) && !isDate(holes[index] ?? '') ? [[number, path] as const] : [];
    }),
  );
}

/** `20230405-….md` says when, not which. */
function isDate(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

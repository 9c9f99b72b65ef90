import { seriesOf } from '../../../lint/records-around.ts';
import type { RecordEntry } from '../../../lint/surroundings.ts';
import { anchorsOf } from '../../../plan/anchors.ts';
import { readPlan } from '../../../plan/plan.ts';
import { recordName } from '../../../readings/records/record-names.ts';
import { baseName, folderOf } from '../../../template/file-name.ts';
import { applyEdits, type TextEdit } from '../../../text/edits.ts';
import type { Rename } from '../../change.ts';
import { withoutEnding } from './record-move.ts';

/** What a record is called before and after, and how to tell that words somewhere mean it. */
export interface Renumbering {
  readonly own: RecordEntry;
  readonly number: number;
  readonly next: number;
  readonly moves: readonly Rename[];
  /** The names before, without ending, with those after: `0007-keep-one-log` → `0012-keep-one-log`. */
  readonly stems: ReadonlyMap<string, string>;
  /** Words in front of the number: `adr`, and what the name of the file begins with. */
  readonly prefixes: readonly string[];
  /** The anchors in the record that change with its heading. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Other records with the same number, wherever they are. */
  readonly twins: readonly RecordEntry[];
  /** Whether the folder beside the record has the name of the record too, so that a path into it is no path to the record. */
  readonly hasFolder: boolean;
}

const OF_RECORDS = /^(?:l?adr|[a-z]{2,8})$/i;

export function renumbering(own: RecordEntry, number: number, next: number, moves: readonly Rename[], records: readonly RecordEntry[], headEdits: readonly TextEdit[], namesBeside: readonly string[]): Renumbering {
  const stems = new Map(moves.map(({ from, to }) => [withoutEnding(baseName(from)), withoutEnding(baseName(to))] as const));
  const moved = new Set(moves.map(({ from }) => from));
  const [first] = stems.keys();
  return {
    own,
    number,
    next,
    moves,
    stems,
    prefixes: prefixesOf(own),
    anchors: changedAnchors(own, headEdits),
    twins: records.filter(({ path, record }) => record.number === number && path !== own.path && !moved.has(path) && !moves.some(({ from }) => path.startsWith(`${from}/`))),
    hasFolder: first !== undefined && /\.(?:md|markdown)$/i.test(moves[0]?.from ?? '') && namesBeside.includes(first),
  };
}

/** Digits for another number, with as many leading zeros as these. */
export function digitsLike(digits: string, number: number): string {
  return String(number).padStart(digits.startsWith('0') ? digits.length : 1, '0');
}

/** Whether a number alone, in a document at this path, means the record: the nearest one of that number. */
export function isMeantIn(path: string, { own, twins }: Renumbering): 'yes' | 'no' | 'unsure' {
  if (twins.length === 0) return 'yes';
  const nearness = ({ path: record }: RecordEntry): number => sharedFolders(folderOf(path), seriesOf(record));
  const nearest = Math.max(...twins.map(nearness));
  if (nearness(own) === nearest) return 'unsure';
  return nearness(own) > nearest ? 'yes' : 'no';
}

/** Where a path leads once the record has its new name. */
export function movedPath(path: string, moves: readonly Rename[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}

function prefixesOf({ path }: RecordEntry): readonly string[] {
  const isFolder = /^(?:readme|index)\.\w+$/i.test(baseName(path));
  const prefix = (recordName(isFolder ? `${folderOf(path)}.md` : path)?.prefix ?? '').replace(/[^\p{L}]+$/u, '').toLowerCase();
  return Array.from(new Set(['adr', ...(OF_RECORDS.test(prefix) ? [prefix] : [])]));
}

function changedAnchors({ plan }: RecordEntry, headEdits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const before = Array.from(anchorsOf(plan).values());
  const after = headEdits.length === 0 ? before : Array.from(anchorsOf(readPlan(applyEdits(plan.text, headEdits))).values());
  const pairs = before.length === after.length ? before.map((anchor, index) => [anchor, after[index] ?? anchor] as const) : [];
  return new Map(pairs.filter(([anchor, other]) => anchor !== other));
}

function sharedFolders(folder: string, series: string): number {
  const [here, there] = [folder.split('/').filter(Boolean), series.split('/').filter(Boolean)];
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared += 1;
  return shared;
}

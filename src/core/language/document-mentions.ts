import { folderOf } from '../template/file-name.ts';
import { isRecordKind } from '../template/kind.ts';
import { readRecordLinks } from '../readings/records/record-links.ts';
import { pathFrom } from '../text/link-paths.ts';
import type { Range } from '../text/range.ts';
import type { Page, Shelf } from './shelf.ts';

/** Words that stand for a plan or record: `ADR-0007`, `PHASE-2-ARCHITECTURE-PLAN.md`, `Phase 2`. */
export interface DocumentMention {
  readonly range: Range;
  /** The document that they mean. */
  readonly to: string;
}

const RECORD = /(?<![\p{L}\p{N}_./-])ADR[-_ ]?#?(\d{1,6})(?![\p{L}\p{N}_]|[-./][\p{L}\p{N}])/giu;
const FILE = /(?<![\p{L}\p{N}_./%:-])(?:\.{0,2}\/)?[\p{L}\p{N}_][^\s()[\]{}<>"'\x60|,;:*?#]{0,200}\.(?:md|markdown)(?![\p{L}\p{N}_])/giu;
const PHASE = /(?<![\p{L}\p{N}_-])phase[ \t]{1,3}#?(\d{1,3})(?![\p{L}\p{N}%]|\.\d)/giu;

/** Every mention of a document in the text of a page that is no link, in order; only those that mean one that is there. */
export function documentMentions(shelf: Shelf, page: Page): readonly DocumentMention[] {
  const found = [...relationsIn(shelf, page), ...filesIn(shelf, page), ...recordsIn(shelf, page), ...phasesIn(shelf, page)].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const kept: DocumentMention[] = [];
  for (const each of found) if (each.range.start >= (kept.at(-1)?.range.end ?? 0)) kept.push(each);
  return kept;
}

function recordsIn(shelf: Shelf, page: Page): readonly DocumentMention[] {
  const byName = new Map<string, string | undefined>();
  return Array.from(page.text.matchAll(RECORD)).flatMap(({ 0: name, 1: digits, index }) => {
    const range = { start: index, end: index + name.length };
    if (!page.isText(range.start, range.end)) return [];
    if (!byName.has(name)) byName.set(name, shelf.index.recordMeant(page.path, name, Number(digits)));
    const to = byName.get(name);
    return to === undefined || to === page.path ? [] : [{ range, to }];
  });
}

/** A path from the document, or the bare name of a file that only one folder has. */
function filesIn(shelf: Shelf, page: Page): readonly DocumentMention[] {
  return Array.from(page.text.matchAll(FILE)).flatMap(({ 0: name, index }) => {
    const range = { start: index, end: index + name.length };
    if (!page.isText(range.start, range.end)) return [];
    const to = fileMeant(shelf, page.path, name);
    return to === undefined || to === page.path ? [] : [{ range, to }];
  });
}

function fileMeant({ index }: Shelf, from: string, name: string): string | undefined {
  const beside = pathFrom(folderOf(from), name);
  const paths = [beside, pathFrom('', name)].filter((path) => path !== undefined);
  const there = paths.map((path) => index.entry(path)).find((entry) => entry !== undefined);
  if (there !== undefined || name.includes('/')) return there?.path;
  const named = index.entries().filter(({ path }) => path.endsWith(`/${name}`));
  return named.length === 1 ? named[0]?.path : undefined;
}

/** `supersedes: [0003]` and the like. */
function relationsIn(shelf: Shelf, page: Page): readonly DocumentMention[] {
  if (page.subject === undefined || !isRecordKind(page.subject.kind)) return [];
  return readRecordLinks(page.plan, shelf.read).flatMap(({ target, number }) => {
    const isLink = page.linkAt(target.range.start) !== undefined;
    const to = isLink ? undefined : shelf.index.recordMeant(page.path, target.text, number);
    return to === undefined || to === page.path ? [] : [{ range: target.range, to }];
  });
}

/** The plan of a phase: of the series that the document belongs to, or of one beside it. */
function phasesIn(shelf: Shelf, page: Page): readonly DocumentMention[] {
  const { index } = shelf;
  const around = [...index.phases(page.path), ...shelf.around(page.path)].filter((path) => index.phases(path).length > 0);
  if (around.length === 0) return [];
  const byNumber = new Map<number, Set<string>>();
  for (const path of around) for (const each of index.phases(path)) {
    const number = index.entry(each)?.number;
    if (number !== undefined) byNumber.set(number, (byNumber.get(number) ?? new Set()).add(each));
  }
  return Array.from(page.text.matchAll(PHASE)).flatMap(({ 0: name, 1: digits, index: start }) => {
    const plans = byNumber.get(Number(digits));
    const [to] = plans ?? [];
    const isOne = plans?.size === 1 && to !== undefined && to !== page.path && page.isText(start, start + name.length);
    return isOne ? [{ range: { start, end: start + name.length }, to }] : [];
  });
}

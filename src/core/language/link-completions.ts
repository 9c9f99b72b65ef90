import { anchorsOf } from '../plan/anchors.ts';
import { plainTitle } from '../plan/titles.ts';
import { recordName } from '../readings/records/record-names.ts';
import { linkTo } from '../text/link-paths.ts';
import type { Range } from '../text/range.ts';
import { yamlText } from '../text/yaml-text.ts';
import { labelOf, type IndexEntry } from '../workspace/known-document.ts';
import { leadOf } from './name-at.ts';
import type { Page, Shelf } from './shelf.ts';

/** A link, or a part of one, to offer. */
export interface LinkCompletion {
  readonly label: string;
  readonly detail: string;
  /** What is typed to find it. */
  readonly filter: string;
  readonly range: Range;
  readonly text: string;
  readonly what: 'document' | 'anchor';
}

const LONGEST_LINE = 1000;
const MOST = 1000;
const TARGET = /\]\(<?([^()\s<>]*)$/;
const LABEL = /(?<![\]!\\])\[([^[\]|]{0,80})$/;
const RECORD = /(?<![\p{L}\p{N}_[/.-])(ADR[-_ ]?\d{0,6})$/iu;
const RELATION = /^[ \t]*[\p{L}_ -]*(?:supersed|replac|amend|relat)[\p{L}_ -]*:[ \t]*(?:\[(?:[^\]]*,)?[ \t]*)?["']?([^\s,[\]"']*)$/iu;
const IN_LIST = /^[ \t]*-[ \t]+["']?([^\s"']*)$/;
const IS_RELATION = /^[\p{L}_ -]*(?:supersed|replac|amend|relat)[\p{L}_ -]*:[ \t]*$/iu;
const CHECKBOX = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[$/;

/** Whether a line is worth reading the document for. */
export function mayCompleteLink(before: string): boolean {
  return before.length < LONGEST_LINE && !CHECKBOX.test(before) && (TARGET.test(before) || LABEL.test(before) || RECORD.test(before) || RELATION.test(before) || IN_LIST.test(before));
}

/** Links to plans and records behind `[`, `](` and `ADR-`, and in the fields of relations; the headings of the target behind `#`. */
export function linkCompletionsAt(shelf: Shelf, path: string, offset: number): readonly LinkCompletion[] {
  const page = shelf.page(path);
  if (page?.subject === undefined) return [];
  const start = Math.max(page.text.lastIndexOf('\n', offset - 1), page.text.lastIndexOf('\r', offset - 1)) + 1;
  const before = page.text.slice(start, offset);
  if (!mayCompleteLink(before)) return [];
  const { frontMatter } = page.plan.outline;
  if (frontMatter !== undefined && offset <= frontMatter.range.end) return inFrontMatter(shelf, page, before, start);
  if (page.hidden.covers(Math.max(start, offset - 1))) return [];
  const [, target] = TARGET.exec(before) ?? [];
  if (target !== undefined) return target.includes('#') ? anchors(shelf, page, target, offset) : documents(shelf, path).map((entry) => offered(entry, spanBefore(offset, target), linkTo(path, entry.path)));
  const [, label] = LABEL.exec(before) ?? [];
  if (label !== undefined) {
    const range = { start: offset - label.length, end: page.text[offset] === ']' && page.text[offset + 1] !== '(' ? offset + 1 : offset };
    return documents(shelf, path).map((entry) => offered(entry, range, `${inBrackets(labelOf(entry))}](${linkTo(path, entry.path)})`));
  }
  const [, named] = RECORD.exec(before) ?? [];
  if (named === undefined) return [];
  return records(shelf, path).map((entry) => offered(entry, spanBefore(offset, named), `[${idOf(entry)}](${linkTo(path, entry.path)})`));
}

function inFrontMatter(shelf: Shelf, page: Page, before: string, start: number): readonly LinkCompletion[] {
  const inList = IN_LIST.exec(before)?.[1];
  const written = RELATION.exec(before)?.[1] ?? (inList !== undefined && IS_RELATION.test(keyAbove(page.text.slice(0, start))) ? inList : undefined);
  if (written === undefined) return [];
  const range = spanBefore(start + before.length, written);
  return records(shelf, page.path).map((entry) => {
    const file = pathTo(page.path, entry.path);
    return offered(entry, range, /^[\p{L}\p{N}._/-]+$/u.test(file) ? file : yamlText(file));
  });
}

/** Outside of links nothing needs to be encoded. */
function pathTo(from: string, to: string): string {
  const link = linkTo(from, to);
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** The last line above that is no item of a list. */
function keyAbove(above: string): string {
  return above.slice(-2000).split(/\r\n?|\n/).slice(0, -1).findLast((line) => !/^[ \t]*-[ \t]/.test(line)) ?? '';
}

function anchors(shelf: Shelf, page: Page, target: string, offset: number): readonly LinkCompletion[] {
  const [file = '', written = ''] = target.split('#');
  const path = file === '' ? page.path : leadOf(shelf, page, file)?.path;
  const other = path === undefined ? undefined : shelf.page(path);
  if (other === undefined) return [];
  return Array.from(anchorsOf(other.plan)).flatMap(([{ heading }, anchor]): readonly LinkCompletion[] =>
    anchor === '' ? [] : [{ label: `#${anchor}`, detail: plainTitle(heading.title), filter: `#${anchor} ${heading.title}`, range: spanBefore(offset, `#${written}`), text: `#${anchor}`, what: 'anchor' }],
  );
}

function offered(entry: IndexEntry, range: Range, text: string): LinkCompletion {
  const state = entry.state === undefined ? '' : `, ${entry.state.text}`;
  return { label: labelOf(entry), detail: `${entry.kindName}${state}`, filter: `${entry.isRecord ? `${idOf(entry)} ` : ''}${labelOf(entry)} ${entry.path}`, range, text, what: 'document' };
}

function documents({ index }: Shelf, from: string): readonly IndexEntry[] {
  return index.entries().filter(({ path }) => path !== from).slice(0, MOST);
}

function records(shelf: Shelf, from: string): readonly IndexEntry[] {
  return documents(shelf, from).filter(({ isRecord, number }) => isRecord && number !== undefined);
}

/** With as many digits as its file has. */
function idOf({ path, number }: IndexEntry): string {
  return `ADR-${recordName(path)?.digits ?? String(number ?? 0).padStart(4, '0')}`;
}

function inBrackets(label: string): string {
  return label.replace(/[[\]\\]/g, '\\$&');
}

function spanBefore(offset: number, written: string): Range {
  return { start: offset - written.length, end: offset };
}

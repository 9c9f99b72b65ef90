import type { Plan } from '../../../plan/plan.ts';
import { tablesOf } from '../../../plan/tables.ts';
import { titleKey } from '../../../plan/titles.ts';
import { hiddenSpans, readLinks, type Link } from '../../../readings/links.ts';
import { numberInName } from '../../../readings/records/record-links.ts';
import { folderOf } from '../../../template/file-name.ts';
import type { TextEdit } from '../../../text/edits.ts';
import { linkTo, pathFrom } from '../../../text/link-paths.ts';
import { sliceOf, type Range } from '../../../text/range.ts';
import { digitsLike, movedPath, type Renumbering } from './renumbering.ts';

const LONGEST_LABEL = 600;
const NUMBER_COLUMN = /^(?:|no|nr|num|number|id|adr|adrs|record|adr id|adr no|index)$/;

/** What changes with the links to a record: where they lead, the number in their words, and the one in front of them. */
export function linkEdits(plan: Plan, path: string, renumbering: Renumbering): readonly TextEdit[] {
  const links = readLinks(plan, hiddenSpans(plan)).map((link) => ({ link, to: targetOf(link, path) }));
  const own = links.filter(({ to }) => to !== undefined && isRecord(to, renumbering));
  return [
    ...own.flatMap(({ link, to }) => [...targetEdits(plan.text, link, path, to ?? '', renumbering), ...labelEdits(plan.text, link, renumbering), ...leadEdits(plan.text, link, renumbering)]),
    ...cellEdits(plan, path, links, renumbering),
    ...(path === renumbering.own.path ? links.flatMap(({ link }) => anchorEdits(link, renumbering)) : []),
  ];
}

/** Where words name other records of the same number: those of links to them, and the numbers right in front of these. */
export function placesOfTwins(plan: Plan, path: string, renumbering: Renumbering): readonly Range[] {
  const twins = new Set(renumbering.twins.map((twin) => twin.path));
  if (twins.size === 0) return [];
  const links = readLinks(plan, hiddenSpans(plan)).filter((link) => twins.has(targetOf(link, path) ?? ''));
  return links.flatMap((link) => {
    const label = labelOf(plan.text, link);
    return [...(label ? [{ start: label.start, end: link.range.end }] : []), ...leadEdits(plan.text, link, renumbering).map(({ range }) => range)];
  });
}

interface LinkTo {
  readonly link: Link;
  readonly to: string | undefined;
}

function targetOf({ target }: Link, path: string): string | undefined {
  const file = target.replace(/[#?].*$/s, '');
  return file === '' ? undefined : pathFrom(folderOf(path), file);
}

function isRecord(to: string, { own, moves }: Renumbering): boolean {
  return to === own.path || moves.some(({ from }) => to === from || to === from.replace(/\.(?:md|markdown)$/i, ''));
}

/** The name of the file in the target, and the anchor that follows its heading. */
function targetEdits(text: string, link: Link, path: string, to: string, renumbering: Renumbering): readonly TextEdit[] {
  const { target, range } = link;
  const file = /^[^#?]*/.exec(target)?.[0] ?? '';
  const moved = movedPath(to, renumbering.moves);
  const edits = [...anchorEdits(link, renumbering)];
  if (moved === to || file.endsWith('/')) return edits;
  // Only the part of the path that has another name is written anew, as it was: in code points or as it is read.
  const parts = file.split('/');
  const [before, after] = [to.split('/'), moved.split('/')];
  for (let back = 1; back <= before.length; back++) {
    const [old, now, written] = [before.at(-back), after.at(-back), parts.at(-back)];
    if (old === undefined || now === undefined || written === undefined || old === now) continue;
    const start = range.start + parts.slice(0, parts.length - back).join('/').length + (parts.length > back ? 1 : 0);
    edits.push({ range: { start, end: start + written.length }, text: written === old ? now : linkTo('', now) });
  }
  return edits.filter((edit) => sliceOf(text, edit.range) !== edit.text && path !== '');
}

function anchorEdits({ target, range }: Link, { anchors }: Renumbering): TextEdit[] {
  const at = target.indexOf('#');
  const anchor = at < 0 ? undefined : anchors.get(target.slice(at + 1));
  return anchor === undefined ? [] : [{ range: { start: range.start + at + 1, end: range.end }, text: anchor }];
}

/** "7. Keep one log", "0007", "Keep one log (7)": the number at either end of the words, unless the title itself has it. */
function labelEdits(text: string, link: Link, { number, next, own, prefixes }: Renumbering): readonly TextEdit[] {
  const label = labelOf(text, link);
  if (label === undefined || label.text === own.record.title?.text) return [];
  const leading = new RegExp(`^[^\\p{L}\\p{N}]{0,9}(?:${wordsBefore(prefixes)}[-_ .#\\u2011\\u00A0]{0,3})?(\\d{1,8})(?=$|[^\\p{L}\\p{N}])(?!\\.\\d)`, 'diu').exec(label.text);
  const closing = /[(#[]\s?(\d{1,8})[)\]]?[*_`]{0,3}$/d.exec(label.text);
  return [leading, closing].flatMap((match): readonly TextEdit[] => {
    const [from, to] = match?.indices?.[1] ?? [];
    if (match === null || from === undefined || to === undefined || Number(match[1]) !== number) return [];
    return [{ range: { start: label.start + from, end: label.start + to }, text: digitsLike(match[1] ?? '', next) }];
  });
}

/** "- 0007: [Keep one log](…)": the number right in front of a link, on its line. */
function leadEdits(text: string, link: Link, { number, next, prefixes }: Renumbering): readonly TextEdit[] {
  const start = link.form === 'definition' ? undefined : labelOf(text, link)?.start;
  if (start === undefined) return [];
  const before = /[^\r\n|]*$/.exec(text.slice(Math.max(0, start - 1 - 100), start - 1))?.[0] ?? '';
  const match = new RegExp(`^[ \\t>]*(?:[-*+][ \\t]+|\\d{1,9}[.)][ \\t]+)?(?:\\[[ xX]\\][ \\t]+)?[*_\`]{0,3}#?(?:${wordsBefore(prefixes)}[-_ #]{0,2})?(\\d{1,8})[*_\`]{0,3}(?:[ \\t]*[-–—:.)|][ \\t]*|[ \\t]+)[*_\`]{0,3}$`, 'diu').exec(before);
  const [from, to] = match?.indices?.[1] ?? [];
  const digits = match?.[1] ?? '';
  // "7. [Keep one log](…)" is the seventh item of a list.
  if (from === undefined || to === undefined || Number(digits) !== number || (/^[ \t>]*\d+[.)][ \t]+[*_`]{0,3}$/.test(before) && !digits.startsWith('0'))) return [];
  const at = start - 1 - before.length;
  return [{ range: { start: at + from, end: at + to }, text: digitsLike(digits, next) }];
}

/** The number in a cell of its own, in the row of a table that links to the record. */
function cellEdits(plan: Plan, path: string, links: readonly LinkTo[], renumbering: Renumbering): readonly TextEdit[] {
  return tablesOf(plan).flatMap((table) => {
    const rows = table.rows.map((row) => ({ row, to: links.filter(({ link }) => link.range.start >= row.range.start && link.range.end <= row.range.end).map(({ to }) => to) }));
    const mine = rows.filter(({ to }) => to.some((each) => each !== undefined && isRecord(each, renumbering)));
    if (mine.length === 0 || path === '') return [];
    const named = table.head.cells.flatMap(({ content }, column) => (NUMBER_COLUMN.test(titleKey(sliceOf(plan.text, content))) ? [column] : []));
    // Without a name that says so, a column holds the numbers of records where every row shows it.
    const columns = named.length > 0 ? named : table.head.cells.flatMap((_, column) => (rows.length > 1 && rows.every(({ row, to: [target] }) => target !== undefined && hasNumber(plan.text, row.cells[column]?.content, numberInName(target))) ? [column] : []));
    return columns.flatMap((column) => mine.flatMap(({ row }) => cellEdit(plan.text, row.cells[column]?.content, renumbering)));
  });
}

function hasNumber(text: string, content: Range | undefined, number: number | undefined): boolean {
  return content !== undefined && number !== undefined && numberIn(text, content)?.number === number;
}

function cellEdit(text: string, content: Range | undefined, { number, next }: Renumbering): readonly TextEdit[] {
  const said = content && numberIn(text, content);
  return said?.number === number ? [{ range: said.range, text: digitsLike(sliceOf(text, said.range), next) }] : [];
}

function numberIn(text: string, content: Range): { readonly number: number; readonly range: Range } | undefined {
  const match = /^[*_`#[]{0,4}(?:\p{L}{2,12}[-_ #]{0,2})?(\d{1,8})[*_`.:)\]]{0,4}$/du.exec(text.slice(content.start, Math.min(content.end, content.start + 60)));
  const [from, to] = match?.indices?.[1] ?? [];
  return from === undefined || to === undefined ? undefined : { number: Number(match?.[1]), range: { start: content.start + from, end: content.start + to } };
}

function wordsBefore(prefixes: readonly string[]): string {
  return `(?:${prefixes.join('|')}|(?:decision )?record|decision|no\\.?|nr\\.?)`;
}

/** The words of a link, from its bracket on; those of a definition are its name. */
function labelOf(text: string, { form, range }: Link): { readonly text: string; readonly start: number } | undefined {
  const before = text.slice(Math.max(0, range.start - LONGEST_LABEL), range.start);
  const opening = form === 'definition' ? /\[([^[\]]*)\]:\s*<?$/.exec(before) : /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?$/.exec(before);
  if (opening === null || form === 'definition') return undefined;
  const label = opening[1] ?? '';
  return { text: label, start: range.start - before.length + opening.index + 1 };
}

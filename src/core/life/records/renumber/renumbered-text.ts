import { firstFrom } from '../../../plan/blocks.ts';
import type { ReadMarkdown } from '../../../plan/markdown.ts';
import { readPlan, type Plan } from '../../../plan/plan.ts';
import type { Value } from '../../../readings/forms/fields.ts';
import { hiddenSpans, readLinks } from '../../../readings/links.ts';
import { readRecordLinks } from '../../../readings/records/record-links.ts';
import { readRecord } from '../../../readings/records/record.ts';
import { folderOf } from '../../../template/file-name.ts';
import type { TextEdit } from '../../../text/edits.ts';
import { pathFrom } from '../../../text/link-paths.ts';
import type { Range } from '../../../text/range.ts';
import { fileMentions } from './file-mentions.ts';
import { linkEdits, placesOfTwins } from './link-edits.ts';
import { mentionEdits } from './mentions.ts';
import { ownNumber } from './own-head.ts';
import { digitsLike, isMeantIn, type Renumbering } from './renumbering.ts';

/** What changes in one file with the number of a record, and the places of which nobody can tell whether they mean it. */
export interface RenumberedText {
  readonly edits: readonly TextEdit[];
  readonly left: readonly Value[];
}

const MARKDOWN = /\.(?:md|mdx|markdown|mdown|mkd)$/i;
const NOTHING: RenumberedText = { edits: [], left: [] };

/** Every reference to the record in a text. What a file says of other numbers stays as it is, byte for byte. */
export function renumberedText(path: string, text: string, renumbering: Renumbering, read: ReadMarkdown): RenumberedText {
  const isOwn = renumbering.own.path === path || renumbering.moves.some(({ from }) => from === path);
  if (!isOwn && !mayMention(text, renumbering)) return NOTHING;
  const meant = isMeantIn(path, renumbering);
  const plan = MARKDOWN.test(path) ? readPlan(text) : undefined;
  const others = plan ? placesOfTwins(plan, path, renumbering) : [];
  const mentions = meant === 'no' ? NOTHING : mentionEdits(text, path, renumbering, meant === 'yes', others);
  const notes = plan ? notesIn(plan, renumbering, read) : [];
  const isNamed = meant === 'yes' || isOwn;
  const edits = [
    ...(plan && isOwn ? ownNumber({ path, kind: '', plan, record: readRecord(plan, path, read) }, renumbering.number, renumbering.next, read) : []),
    ...fileMentions(text, path, renumbering),
    ...(plan ? [...linkEdits(plan, path, renumbering), ...definitionEdits(plan, path, renumbering)] : []),
    ...(isNamed ? notes.map(({ text: digits, range }) => ({ range, text: digitsLike(digits, renumbering.next) })) : []),
    ...mentions.edits,
  ];
  const kept = withoutOverlaps(edits);
  const left = [...mentions.left, ...(meant === 'unsure' && !isOwn ? notes : [])];
  return { edits: kept, left: distinct(left.filter(({ range }) => !covers(kept, range))) };
}

/** Most files name no record at all. */
function mayMention(text: string, { number, prefixes, stems, moves }: Renumbering): boolean {
  if (Array.from(stems.keys()).some((stem) => text.includes(stem)) || moves.some(({ from }) => text.includes(encodeURI(from.slice(from.lastIndexOf('/') + 1))))) return true;
  if (!new RegExp(`(?<!\\d)0{0,6}${number}(?!\\d)`).test(text)) return false;
  return new RegExp(`${prefixes.join('|')}|decision|supers|amend|relate|replac|obsolet|clarif|refin|extend`, 'i').test(text);
}

/** "Superseded by 7", `supersedes: [3, 7]`: numbers behind the words of a relation. */
function notesIn(plan: Plan, { number }: Renumbering, read: ReadMarkdown): readonly Value[] {
  return readRecordLinks(plan, read).flatMap((link): readonly Value[] => {
    const { target } = link;
    const match = link.number === number ? /^[^\d/]*?(\d{1,8})(?![\d.]*\d)[^/]*$/d.exec(target.text) : null;
    const [from, to] = match?.indices?.[1] ?? [];
    if (match === null || from === undefined || to === undefined || Number(match[1]) !== number || /\.(?:md|markdown)$/i.test(target.text)) return [];
    return [{ text: match[1] ?? '', range: { start: target.range.start + from, end: target.range.start + to } }];
  });
}

/** `[7]: 0007-keep-one-log.md` and every `[7]`: readers see the name of the definition as the words of the link. */
function definitionEdits(plan: Plan, path: string, { number, next, own }: Renumbering): readonly TextEdit[] {
  const { text } = plan;
  return readLinks(plan, hiddenSpans(plan)).flatMap(({ form, target, range }): readonly TextEdit[] => {
    const file = target.replace(/[#?].*$/s, '');
    if (form !== 'definition' || file === '' || pathFrom(folderOf(path), file) !== own.path) return [];
    const label = /\[(\d{1,8})\]:\s*<?$/.exec(text.slice(Math.max(0, range.start - 60), range.start))?.[1];
    if (label === undefined || Number(label) !== number) return [];
    const written = digitsLike(label, next);
    if (text.includes(`[${written}]`)) return [];
    return Array.from(text.matchAll(new RegExp(`(?<=\\[)${label}(?=\\](?!\\())`, 'g')), ({ index }) => ({ range: { start: index, end: index + label.length }, text: written }));
  });
}

/** In order; of those that overlap the first that was given. */
function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  const inOrder = edits.map((edit, given) => ({ edit, given })).sort((a, b) => a.edit.range.start - b.edit.range.start || a.given - b.given);
  const kept: { edit: TextEdit; given: number }[] = [];
  for (const each of inOrder) {
    const last = kept.at(-1);
    if (last === undefined || last.edit.range.end <= each.edit.range.start) kept.push(each);
    else if (each.given < last.given) kept[kept.length - 1] = each;
  }
  return kept.map(({ edit }) => edit);
}

/** Of edits in order. */
function covers(edits: readonly TextEdit[], { start, end }: Range): boolean {
  const next = edits[firstFrom(edits.length, (index) => (edits[index]?.range.end ?? Infinity) > start)];
  return next !== undefined && next.range.start < end;
}

function distinct(values: readonly Value[]): readonly Value[] {
  return Array.from(new Map(values.map((value) => [value.range.start, value])).values());
}

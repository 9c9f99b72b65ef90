import { referenceLike } from '../../../lint/record-references.ts';
import type { RecordEntry } from '../../../lint/surroundings.ts';
import { plainTitle, titleKey, withoutEmoji } from '../../../plan/titles.ts';
import { recordName } from '../../../readings/records/record-names.ts';
import { baseName, folderOf } from '../../../template/file-name.ts';
import { linkTo } from '../../../text/link-paths.ts';
import { stateOf } from '../change-status.ts';
import { likeDate } from '../date-styles.ts';
import { shortName } from '../deeds.ts';
import type { Manners } from '../manners.ts';
import { inLettersOf, stateOfWords } from '../state-words.ts';
import { statusLike } from '../status-rows.ts';

/** What an index says of the records, cell by cell, in the manner of the cells that are there. */
export interface CellWriter {
  /** Where the index stands. */
  readonly path: string;
  readonly records: readonly RecordEntry[];
  readonly manners: Manners;
}

const LINK = /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\((<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)((?:\s+["'][^"']*["'])?)\)/;

/** The link of another cell, with the words in its form, and what stands beside it where that is the title. */
export function linkCell({ path }: CellWriter, model: string, of: RecordEntry | undefined, entry: RecordEntry): string {
  const [whole = '', label = '', target = ''] = LINK.exec(model) ?? [];
  const from = { ...plain(entry), path };
  const mark = /^(`|\*{1,2}|_{1,2})(?=\S).*\1$/s.exec(label)?.[1] ?? '';
  const bare = mark === '' ? label : label.slice(mark.length, -mark.length);
  const written = whole === '' ? `[${shortName(entry)}](${linkTo(path, entry.path)})` : referenceLike({ label: bare, target, isInFrontMatter: false }, from, entry);
  const titled = safe(written.replace(/^\[(.*)\]\(/s, (_, words: string) => `[${mark}${words}${mark}](`));
  const rest = whole === '' ? '' : model.replace(whole, '');
  const title = of?.record.title?.text;
  if (title === undefined || rest.trim() === '' || !titleKey(rest).includes(titleKey(title))) return /[\p{L}\p{N}]/u.test(rest) || whole === '' ? titled : model.replace(whole, () => titled);
  return model.replace(whole, () => titled).replace(title, () => safe(titleOf(entry)));
}

export function numberCell(model: string, entry: RecordEntry): string {
  const digits = /\d{1,8}/.exec(model)?.[0];
  const { number } = entry.record;
  if (number === undefined) return '';
  if (digits === undefined) return shortName(entry);
  return model.replace(digits, String(number).padStart(digits.startsWith('0') ? digits.length : 1, '0'));
}

/** With the marks around the title of another row. */
export function titleCell(model: string, entry: RecordEntry): string {
  const mark = /^(\*{1,3}|_{1,3}|`)(?=\S).*\1$/s.exec(model.trim())?.[1] ?? '';
  return safe(mark + titleOf(entry) + mark);
}

/** The state in the form of another cell; what took the place of a record is told where others tell it. */
export function statusCell({ path, records, manners }: CellWriter, model: string, tellsSuccessors: boolean, entry: RecordEntry): string {
  const state = stateOf(entry);
  const said = entry.record.status?.value.text;
  if (said === undefined) return '';
  const by = state === 'superseded' && tellsSuccessors ? successorOf(entry, records, path) : undefined;
  const word = stateOfWords(model) === undefined ? said : inLettersOf(model, said);
  if (state === undefined || model.trim() === '') return safe(by === undefined ? said : `${said} ${by}`);
  return safe(statusLike(model, { name: state, word, day: '', signs: manners.signs, dates: () => '', ...(by !== undefined && { by }) }));
}

export function dateCell(model: string, entry: RecordEntry): string {
  const day = entry.record.date?.text;
  return day === undefined ? '' : /\d/.test(model) ? likeDate(model, day) : day;
}

export function titleOf({ path, record, plan }: RecordEntry): string {
  const title = withoutEmoji(plainTitle(record.title?.text ?? plan.title?.heading.title ?? '')).replace(/\s+/g, ' ');
  return title === '' ? baseName(path).replace(/\.(?:md|markdown)$/i, '') : title;
}

/** The words of a link in the form of a number, as the file has it: "0009". */
export function numberLabel(entry: RecordEntry): string {
  return shortName(entry);
}

function successorOf(entry: RecordEntry, records: readonly RecordEntry[], path: string): string | undefined {
  const link = entry.record.links.find(({ relation }) => relation === 'superseded by');
  const successor = link && records.find((other) => other !== entry && other.record.number !== undefined && other.record.number === link.number && folderOf(other.path) === folderOf(entry.path));
  return successor && `by [${recordName(successor.path)?.digits ?? shortName(successor)}](${linkTo(path, successor.path)})`;
}

/** A bar would end the cell. */
function safe(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|');
}

function plain({ path, kind, plan, record }: RecordEntry): RecordEntry {
  return { path, kind, plan, record };
}

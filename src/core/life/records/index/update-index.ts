import { seriesOf } from '../../../lint/records-around.ts';
import type { RecordEntry } from '../../../lint/surroundings.ts';
import { readPlan, type Plan } from '../../../plan/plan.ts';
import type { PipeRow } from '../../../plan/tables.ts';
import { titleKey } from '../../../plan/titles.ts';
import { baseName } from '../../../template/file-name.ts';
import { lineEndingOf } from '../../../template/insert.ts';
import type { TextEdit } from '../../../text/edits.ts';
import { linkTo } from '../../../text/link-paths.ts';
import { sliceOf } from '../../../text/range.ts';
import { stateOf } from '../change-status.ts';
import { stateOfWords } from '../state-words.ts';
import { contentOf, rowLike } from '../table-row.ts';
import type { Manners } from '../manners.ts';
import { dateCell, linkCell, numberCell, numberLabel, statusCell, titleCell, titleOf, type CellWriter } from './index-cells.ts';
import { indexTable, markedSpan, numberIn, type IndexRow, type IndexTable } from './index-table.ts';

/** What becomes of an index: edits, none where it says everything already, nothing where the document has no such table. */
export type IndexUpdate = { readonly edits: readonly TextEdit[]; readonly added: number; readonly mended: number } | undefined;

const SAMPLE = /(?:^|[-_. ])template(?:[-_. ]|$)/i;

/** The records that an index lists: those of a folder, without its samples, in the order of their numbers. */
export function recordsToList(folder: string, records: readonly RecordEntry[]): readonly RecordEntry[] {
  return records
    .filter(({ path }) => seriesOf(path) === folder && !SAMPLE.test(baseName(path)))
    .sort((a, b) => (a.record.number ?? Infinity) - (b.record.number ?? Infinity) || (a.path < b.path ? -1 : 1));
}

/** Brings the table of records in a document up to date: rows that are missing, titles and states that have changed. Everything else stays. */
export function updateIndex(text: string, path: string, records: readonly RecordEntry[], manners: Manners): IndexUpdate {
  const plan = readPlan(text);
  const marked = markedSpan(plan);
  const found = indexTable(plan, path, records, marked);
  const writer: CellWriter = { path, records, manners };
  if (found) return new Update(plan, found, writer, marked !== undefined).run();
  if (marked === undefined) return undefined;
  const ending = lineEndingOf(text);
  return { edits: [{ range: marked, text: `${ending}${ending}${newTable(writer, ending)}${ending}${ending}` }], added: records.length, mended: 0 };
}

/** A page that lists the records, for a folder that has none. */
export function newIndex(path: string, records: readonly RecordEntry[], manners: Manners): string {
  return `# Decision Records\n\n${markedTable({ path, records, manners }, '\n')}\n`;
}

/** The edit that writes the table at the end of a page that has none. */
export function appendIndex(text: string, path: string, records: readonly RecordEntry[], manners: Manners): TextEdit {
  const ending = lineEndingOf(text);
  const end = text.trimEnd().length;
  return { range: { start: end, end }, text: `${end === 0 ? '' : ending + ending}${markedTable({ path, records, manners }, ending)}${end === text.length ? ending : ''}` };
}

function markedTable(writer: CellWriter, ending: string): string {
  return ['<!-- groundplan-records -->', '', newTable(writer, ending), '', '<!-- /groundplan-records -->'].join(ending);
}

function newTable(writer: CellWriter, ending: string): string {
  const rows = writer.records.map((entry) => `| [${numberLabel(entry)}](${linkTo(writer.path, entry.path)}) | ${titleCell('', entry)} | ${statusCell(writer, '', true, entry)} | ${dateCell('', entry)} |`);
  return ['| Record | Decision | Status | Date |', '|--------|----------|--------|------|', ...rows].join(ending);
}

class Update {
  readonly #plan: Plan;
  readonly #found: IndexTable;
  readonly #writer: CellWriter;
  /** The table is ours as a whole: rows of records that are gone go. */
  readonly #isOurs: boolean;
  readonly #edits: TextEdit[] = [];
  #mended = 0;

  constructor(plan: Plan, found: IndexTable, writer: CellWriter, isOurs: boolean) {
    this.#plan = plan;
    this.#found = found;
    this.#writer = writer;
    this.#isOurs = isOurs;
  }

  run(): NonNullable<IndexUpdate> {
    const listed = new Set(this.#found.rows.flatMap(({ entry }) => entry ?? []));
    const missing = this.#writer.records.filter((entry) => !listed.has(entry));
    const moved = new Map(this.#found.rows.flatMap((row) => {
      const entry = row.entry === undefined && row.target ? missing.find(({ record }) => record.number === row.target?.number) : undefined;
      return entry ? [[row, entry] as const] : [];
    }));
    for (const row of this.#found.rows) {
      const entry = row.entry ?? moved.get(row);
      if (entry) this.#mend(row, entry);
      else if (this.#isOurs && row.target) this.#remove(row.row);
    }
    const added = missing.filter((entry) => !Array.from(moved.values()).includes(entry));
    for (const entry of this.#isFalling ? added.toReversed() : added) this.#add(entry);
    return { edits: this.#edits, added: added.length, mended: this.#mended };
  }

  /** The cells of a row that say something else than the record does. */
  #mend({ row, target }: IndexRow, entry: RecordEntry): void {
    const before = this.#edits.length;
    this.#found.roles.forEach((role, column) => {
      const content = row.cells[column]?.content;
      const written = content && this.#other(role, sliceOf(this.#plan.text, content), entry, target?.path !== entry.path);
      if (written !== undefined) this.#edits.push(contentOf(this.#plan.text, this.#found.table, row, column, written));
    });
    if (this.#edits.length > before) this.#mended += 1;
  }

  /** What a cell should say; nothing where it does. */
  #other(role: string, said: string, entry: RecordEntry, hasMoved: boolean): string | undefined {
    if (role === 'status') return stateOfWords(firstWords(said)) === stateOf(entry) ? undefined : statusCell(this.#writer, said, this.#tellsSuccessors, entry);
    if (role === 'title') return titleKey(said) === titleKey(titleOf(entry)) ? undefined : titleCell(said, entry);
    if (role === 'number') return numberIn(said) === entry.record.number ? undefined : numberCell(said, entry);
    if (role !== 'link') return undefined;
    const written = linkCell(this.#writer, said, entry, entry);
    const [before, after] = [labelIn(said), labelIn(written)];
    // Beside a column of titles the words of a link may be anything but another number.
    const isSame = this.#found.roles.includes('title') ? numberIn(before) === undefined || numberIn(before) === numberIn(after) : titleKey(before) === titleKey(after) && digitsIn(before) === digitsIn(after);
    return isSame && !hasMoved ? undefined : written;
  }

  #remove({ range }: PipeRow): void {
    const { text } = this.#plan;
    const start = range.start - (/[^\r\n]*$/.exec(text.slice(0, range.start))?.[0].length ?? 0);
    const end = range.end + (/^[^\r\n]*(?:\r\n?|\n)?/.exec(text.slice(range.end, range.end + 300))?.[0].length ?? 0);
    this.#edits.push({ range: { start, end }, text: '' });
    this.#mended += 1;
  }

  #add(entry: RecordEntry): void {
    const { text } = this.#plan;
    const { table, roles } = this.#found;
    const rows = this.#found.rows.filter(({ entry: other }) => other !== undefined);
    const isBefore = (other: RecordEntry | undefined): boolean => (other?.record.number ?? Infinity) > (entry.record.number ?? Infinity) === this.#isFalling;
    const above = rows.findLast(({ entry: other }) => isBefore(other));
    const model = above ?? rows[0];
    const written = model
      ? rowLike(text, table, model.row, (cell, column) => this.#cell(roles[column], sliceOf(text, cell.content), model.entry, entry))
      : `| ${roles.map((role) => this.#cell(role, '', undefined, entry)).join(' | ')} |`;
    const after = above?.row.range ?? (model ? undefined : table.delimiters.range);
    const ending = lineEndingOf(text);
    const at = after?.end ?? model?.row.range.start ?? table.range.end;
    const lead = /[^\r\n]*$/.exec(text.slice(Math.max(0, table.head.range.start - 200), table.head.range.start))?.[0] ?? '';
    this.#edits.push({ range: { start: at, end: at }, text: after ? `${ending}${lead}${written}` : `${written}${ending}${lead}` });
  }

  #cell(role: string | undefined, model: string, of: RecordEntry | undefined, entry: RecordEntry): string {
    if (role === 'link') return linkCell(this.#writer, model, of, entry);
    if (role === 'number') return numberCell(model, entry);
    if (role === 'title') return titleCell(model, entry);
    if (role === 'status') return statusCell(this.#writer, model, this.#tellsSuccessors, entry);
    return role === 'date' ? dateCell(model, entry) : '';
  }

  get #isFalling(): boolean {
    const numbers = this.#found.rows.flatMap(({ entry }) => entry?.record.number ?? []);
    return (numbers[0] ?? 0) > (numbers.at(-1) ?? 0);
  }

  /** Whether the column of the states also tells what took the place of a record. */
  get #tellsSuccessors(): boolean {
    const column = this.#found.roles.indexOf('status');
    return this.#isOurs || this.#found.rows.some(({ row }) => /superseded by|replaced by/i.test(sliceOf(this.#plan.text, row.cells[column]?.content ?? { start: 0, end: 0 })));
  }
}

/** "✅ Accepted (2026)" begins with the word. */
function firstWords(said: string): string {
  return said.replace(/^[^\p{L}]+/u, '').replace(/(?:[*_`(,;]|\bby\b|\s[-–—]\s).*$/su, '').trim();
}

function digitsIn(label: string): number | undefined {
  const digits = /^\D{0,20}(\d{1,6})/.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function labelIn(cell: string): string {
  return /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(/.exec(cell)?.[1] ?? cell;
}

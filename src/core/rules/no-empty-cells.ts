import { askedTables, type TableAnswer } from '../lint/asked-tables.ts';
import { OtherChecks } from '../lint/other-checks.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import type { PipeCell, PipeRow } from '../plan/tables.ts';
import { sliceOf, type Range } from '../text/range.ts';

const REMEDY = 'fill it in, or write "-" where there is nothing to say';

export const noEmptyCells = defineRule({
  id: 'no-empty-cells',
  summary: 'The columns that the template asks for are filled in for every row.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    for (const { place, reads, answers } of askedTables(subject)) {
      const others = new OtherChecks(subject, reads);
      for (const answer of answers) yield* new TableReader(subject.plan.text, inWords(place.title), answer, others).problems();
    }
  },
});

/** An empty row, an empty column, and then cell by cell: what is empty is said once. */
class TableReader {
  readonly #text: string;
  readonly #section: string;
  readonly #head: PipeRow;
  readonly #rows: readonly PipeRow[];
  /** Each with the name that the template has for it. */
  readonly #columns: ReadonlyMap<number, string>;
  readonly #others: OtherChecks;

  constructor(text: string, section: string, { asked, table: { head, rows }, places }: TableAnswer, others: OtherChecks) {
    this.#text = text;
    this.#section = section;
    this.#head = head;
    this.#rows = rows;
    this.#columns = new Map(places.flatMap((place, index) => (place === undefined ? [] : [[place, asked.columns[index]?.title ?? ''] as const])));
    this.#others = others;
  }

  *problems(): Iterable<Problem> {
    const said = this.#rows.filter((row) => !isEmptyRow(row));
    for (const { range } of this.#rows.filter(isEmptyRow)) yield { message: `A row of the table in "${this.#section}" is empty: fill it in or delete it.`, range };
    for (const [column, title] of this.#columns) {
      const empty = said.filter((row) => isEmpty(row.cells[column]) && !this.#others.speakOf(row, title));
      if (empty.length > 1 && empty.length === said.length) yield this.#emptyColumn(column);
      else for (const row of empty) yield* this.#emptyCell(row, column);
    }
  }

  #emptyColumn(column: number): Problem {
    const range = this.#head.cells[column]?.content ?? this.#head.range;
    return { message: `The column "${this.#title(column)}" of the table in "${this.#section}" is empty: ${REMEDY}.`, range };
  }

  *#emptyCell(row: PipeRow, column: number): Iterable<Problem> {
    const cell = row.cells[column];
    if (cell) yield { message: `"${this.#title(column)}" is empty ${this.#placeOf(row)} of the table in "${this.#section}": ${REMEDY}.`, range: visible(row, cell) };
  }

  #title(column: number): string {
    return this.#words(this.#head.cells[column]);
  }

  #placeOf(row: PipeRow): string {
    const name = this.#words(row.cells[0]);
    return name === '' ? `in row ${this.#rows.indexOf(row) + 1}` : `in the row "${name}"`;
  }

  #words(cell: PipeCell | undefined): string {
    return cell ? inWords(sliceOf(this.#text, cell.content)) : '';
  }
}

function isEmptyRow({ cells }: PipeRow): boolean {
  return cells.every(isEmpty);
}

/** A cell that a row does not have is for the check of rows. */
function isEmpty(cell: PipeCell | undefined): boolean {
  return cell !== undefined && cell.content.start === cell.content.end;
}

/** Where nothing at all stands between two pipes, the pipes are marked. */
function visible(row: PipeRow, { range }: PipeCell): Range {
  return range.start < range.end ? range : { start: Math.max(row.range.start, range.start - 1), end: Math.min(row.range.end, range.end + 1) };
}

import { askedTables, isTelling, type AskedSection, type TableAnswer } from '../lint/asked-tables.ts';
import { isNameOf } from '../lint/asked-columns.ts';
import { hasOwnCheck, namesBelow } from '../lint/other-forms.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords, listed } from '../lint/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { ContractColumn } from '../template/contract-tables.ts';
import { addColumns, type NewColumn } from '../template/table-columns.ts';
import { columnsOf } from '../template/table-rows.ts';
import { sliceOf } from '../text/range.ts';

interface LackingColumn extends NewColumn {
  readonly column: ContractColumn;
  /** Its index in the table of the template. */
  readonly asked: number;
}

export const requiredColumns = defineRule({
  id: 'required-columns',
  summary: 'A table has every column that the table of the template has, under any of its names.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    for (const section of askedTables(subject)) yield* lackingIn(subject, section);
  },
});

function* lackingIn(subject: Subject, section: AskedSection): Iterable<Problem> {
  const { plan } = subject;
  const elsewhere = new Elsewhere(subject, section);
  for (const answer of section.answers) {
    const lacking = lackingColumns(answer);
    if (lacking.length === 0 || (hasOwnCheck(section.reads) && !isTelling(answer) && !hasAName(plan, answer))) continue;
    const columns = lacking.filter((column) => !elsewhere.says(answer, column));
    if (columns.length === 0) continue;
    const titles = listed(columns.map(({ title }) => `"${title}"`));
    const [noun, pronoun] = columns.length === 1 ? ['column', 'it'] : ['columns', 'them'];
    yield {
      message: `The table in "${inWords(section.place.title)}" has no ${noun} ${titles}: add ${pronoun}.`,
      range: answer.table.head.range,
      fix: { title: `Add the ${noun} ${titles}`, edits: addColumns(plan, answer.table, columns) },
    };
  }
}

function lackingColumns({ asked: { columns }, table, places }: TableAnswer): readonly LackingColumn[] {
  return columns.flatMap((column, asked) => {
    const { title, key } = column;
    const isOpen = key === '' || title.includes('{{');
    return isOpen || places[asked] !== undefined ? [] : [{ title, column, asked, index: indexFor(places, asked, table.head.cells.length) }];
  });
}

/** A table with hardly a column and none of the very names is one of something else, where a check of its own looks for what is missing. */
function hasAName(plan: Plan, { asked, table }: TableAnswer): boolean {
  const keys = columnsOf(plan, table).map(({ key }) => key);
  return asked.columns.some(({ key }) => keys.includes(key));
}

/** Behind the column that comes before it in the template, else before the one that comes next. */
function indexFor(places: TableAnswer['places'], asked: number, end: number): number {
  const before = places.slice(0, asked).findLast((place) => place !== undefined);
  return before === undefined ? (places.slice(asked).find((place) => place !== undefined) ?? end) : before + 1;
}

/** What a section says outside of a table that lacks a column. */
class Elsewhere {
  readonly #subject: Subject;
  readonly #section: AskedSection;
  readonly #rows = new Map<ContractColumn, ReadonlySet<string>>();
  #names: readonly string[] | undefined;

  constructor(subject: Subject, section: AskedSection) {
    this.#subject = subject;
    this.#section = section;
  }

  /** Under a heading or label of that name, or in another table with a row for something that this one has a row for too. */
  says(answer: TableAnswer, { column, asked }: LackingColumn): boolean {
    this.#names ??= namesBelow(this.#subject, this.#section.place);
    if (this.#names.some((name) => isNameOf(column, name, this.#section.reads))) return true;
    const told = this.#rowsWith(answer, column, asked);
    return rowNames(this.#subject.plan, answer).some((name) => told.has(name));
  }

  #rowsWith({ asked: { columns } }: TableAnswer, column: ContractColumn, index: number): ReadonlySet<string> {
    const known = this.#rows.get(column);
    if (known) return known;
    const others = this.#section.answers.filter(({ asked, places }) => asked.columns === columns && places[index] !== undefined);
    const rows = new Set(others.flatMap((other) => rowNames(this.#subject.plan, other)));
    this.#rows.set(column, rows);
    return rows;
  }
}

function rowNames({ text }: Plan, { table, places }: TableAnswer): readonly string[] {
  const [column] = places;
  const cells = column === undefined ? [] : table.rows.flatMap(({ cells }) => cells[column] ?? []);
  return cells.map(({ content }) => titleKey(sliceOf(text, content))).filter((name) => name !== '');
}

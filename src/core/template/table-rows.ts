import type { Plan } from '../plan/plan.ts';
import type { PipeTable } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf } from '../text/range.ts';
import { fill, toSnippet, type Values } from './placeholders.ts';

export interface TableColumn {
  readonly title: string;
  readonly key: string;
}

const known = new WeakMap<PipeTable, readonly TableColumn[]>();

export function columnsOf({ text }: Plan, table: PipeTable): readonly TableColumn[] {
  const columns =
    known.get(table) ??
    table.head.cells.map(({ content }) => {
      const title = sliceOf(text, content);
      return { title, key: titleKey(title) };
    });
  known.set(table, columns);
  return columns;
}

/** What the first row of a table says, by the keys of its columns. */
export function firstRowOf(plan: Plan, table: PipeTable): ReadonlyMap<string, string> {
  const cells = table.rows[0]?.cells ?? [];
  return new Map(columnsOf(plan, table).map(({ key }, index) => [key, cells[index] ? sliceOf(plan.text, cells[index].content) : '']));
}

/** A row below the last one, written as the rows of this table are; a column that nothing is said of gets a blank with its name. */
export function rowBelow(plan: Plan, table: PipeTable, said: ReadonlyMap<string, string>, values: Values): TextEdit {
  const cells = columnsOf(plan, table).map(({ title, key }) => said.get(key) || `{{${title.toLowerCase().replace(/[{}|\r\n]/g, '').trim() || 'value'}}}`);
  const { isOpened, isClosed } = table.head;
  const row = `${isOpened ? '| ' : ''}${cells.join(' | ')}${isClosed || cells.length === 1 ? ' |' : ''}`;
  // Between its lines stand line endings, and the marks of what the table stands in.
  const between = plan.text.slice(table.head.range.end, table.delimiters.range.start).replace(/^[ \t]+/, '');
  const offset = (table.rows.at(-1) ?? table.delimiters).range.end;
  return { range: { start: offset, end: offset }, text: between + fill(row, values), snippet: between + toSnippet(row, values) };
}

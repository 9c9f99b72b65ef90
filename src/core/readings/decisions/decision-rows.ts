import type { Table } from 'mdast';
import { firstLink, groupOf } from '../forms/bare-names.ts';
import { decisionField, type DecisionField } from './decision-fields.ts';
import type { DecisionPart, DecisionSource } from './decision-parts.ts';
import { decisionName } from './decision-titles.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { cellNamed, readTable, type TableReading, type TableRow } from '../forms/pieces.ts';

export const NAME_COLUMNS = ['decision', 'decisions', 'key decision', 'design decision', 'architecture decision', 'architectural decision', 'technical decision'];
const NUMBER_COLUMNS = ['', 'id', 'no', 'nr', 'number'];
/** One of these beside a decision tells that the table decides something; so does a status. */
const TELLING: readonly (DecisionField | undefined)[] = ['choice', 'rationale', 'options'];
/** A table of these says of each what was decided about it. */
const OTHER_SUBJECTS = ['option', 'alternative', 'approach', 'structure', 'candidate', 'solution', 'risk', 'criterion', 'criteria'];

/** The decisions of a table with a column for them. */
export function decisionsOfTable(piece: Piece, table: Table): readonly DecisionSource[] {
  const reading = readTable(piece, table);
  const keys = reading.columns.map(({ key }) => key);
  const isTold = keys.some((key) => key === 'status' || TELLING.includes(columnField(key)));
  if (!isTold || !keys.some((key) => NAME_COLUMNS.includes(key)) || OTHER_SUBJECTS.includes(keys[0] ?? '')) return [];
  return reading.rows.flatMap((row) => decisionOfRow(reading, row));
}

function decisionOfRow(reading: TableReading, row: TableRow): readonly DecisionSource[] {
  const cell = cellNamed(reading, row, NAME_COLUMNS);
  if (!cell) return [];
  const named = decisionName(cell);
  const parts = row.cells.flatMap((value, index): readonly DecisionPart[] => {
    const field = columnField(reading.columns[index]?.key ?? '');
    if (!field || value.text === '') return [];
    return [{ field, key: field === 'options' ? 'alternatives' : field, inline: value, body: [], isField: true, form: 'inline', place: value.range }];
  });
  const linked = cellNamed(reading, row, ['link']);
  const title = { ...named, number: named.number ?? numberOf(reading, row), link: named.link ?? (linked && firstLink(linked)) };
  return [{ form: 'row', title, range: row.range, parts }];
}

export function columnField(key: string): DecisionField | undefined {
  if (NAME_COLUMNS.includes(key)) return undefined;
  return key === 'outcome' ? 'choice' : decisionField(key);
}

/** The first column may count the rows, under a title that says so or under none. */
function numberOf({ columns }: TableReading, { cells }: TableRow): Value | undefined {
  const cell = NUMBER_COLUMNS.includes(columns[0]?.key ?? 'none') ? cells[0] : undefined;
  const digits = cell && /^(?:\p{L}{1,4}-?)?(\d{1,4})$/du.exec(cell.text);
  return cell && digits ? groupOf(cell, digits, 1) : undefined;
}

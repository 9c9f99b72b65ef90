import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import type { ColumnName, RiskFieldName } from './risk-fields.ts';

/** One risk, in whatever form it is written. */
export interface Risk extends Readonly<Record<RiskFieldName, Value | undefined>> {
  readonly name: Value;
  /** The whole row, item or headed block. */
  readonly range: Range;
  readonly form: RiskForm;
}

/** How a risk is written, for whoever adds to it. */
export type RiskForm = RiskRow | RiskLines | RiskText;

export interface RiskRow {
  readonly kind: 'row';
  /** The same for every risk of a table. */
  readonly table: RiskTable;
}

export interface RiskTable {
  readonly range: Range;
  readonly titles: readonly Value[];
  readonly columns: readonly (ColumnName | undefined)[];
}

/** Below a heading, a label or an item: `- **Impact**: High`. */
export interface RiskLines {
  readonly kind: 'lines';
  readonly lines: readonly FieldLine[];
}

/** Behind its name on one line: `**Storm** – Impact: High, Owner: Ada`, or `Storm|impact=High|owner=Ada`. */
export interface RiskText {
  readonly kind: 'commas' | 'pipes';
  /** Where the next field would be written. */
  readonly end: number;
}

/** A line that begins with the name of a field. */
export interface FieldLine {
  /** An item of a list, a line of a paragraph, or a row of a table with one field in each. */
  readonly kind: 'item' | 'line' | 'row';
  /** From its name, or the mark of its item, to the end of what it says. */
  readonly range: Range;
  /** The name and all that stands before the value, without the mark of an item. */
  readonly lead: Range;
  /** The name as written, in it. */
  readonly label: Range;
  readonly fields: readonly LineField[];
}

export interface LineField {
  readonly name: ColumnName;
  /** The key of the name as written. */
  readonly key: string;
  readonly value: Value;
}

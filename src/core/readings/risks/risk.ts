import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import type { FurtherField } from './further-fields.ts';
import type { ColumnName, RiskFieldName } from './risk-fields.ts';

/** One risk, in whatever form it is written. */
export interface Risk extends Readonly<Record<RiskFieldName, Value | undefined>> {
  readonly name: Value;
  /** The whole row, item or headed block. */
  readonly range: Range;
  /** What sort of risk it is, where a field says so. */
  readonly category: Value | undefined;
  /** What is left of it once it is mitigated. */
  readonly residual: Readonly<Record<Rated, Value | undefined>>;
  /** Its impact, now or once mitigated, is a level by itself that the document calls a rating. */
  readonly isOneLevel: boolean;
  readonly form: RiskForm;
}

export type Rated = 'probability' | 'impact' | 'rating';

/** Whatever is said of a risk besides its name. */
export type AnyRiskField = RiskFieldName | FurtherField;

export function fieldOf(risk: Risk, name: AnyRiskField): Value | undefined {
  if (name === 'residualProbability') return risk.residual.probability;
  if (name === 'residualImpact') return risk.residual.impact;
  return name === 'residualRating' ? risk.residual.rating : risk[name];
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
  /** What the other columns say. */
  readonly further: readonly (FurtherField | undefined)[];
}

/** Below a heading, a label or an item: `- **Impact**: High`. */
export interface RiskLines {
  readonly kind: 'lines';
  readonly lines: readonly FieldLine[];
}

/** Behind its name on one line: `**Storm** – Impact: High, Owner: Ada`, or `Storm|impact=High|owner=Ada`. */
export interface RiskText {
  readonly kind: 'commas' | 'pipes';
  /** The last value; behind it the next field would be written. A place is kept as a range: those are moved when the text before them grows. */
  readonly last: Range;
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
  readonly name: ColumnName | FurtherField;
  /** The key of the name as written. */
  readonly key: string;
  readonly value: Value;
}

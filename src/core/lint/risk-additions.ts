import type { Plan } from '../plan/plan.ts';
import { tablesOf, type PipeRow, type PipeTable } from '../plan/tables.ts';
import { FURTHER_FIELDS, furtherField, isResidual, type FurtherField } from '../readings/risks/further-fields.ts';
import { fieldOf, type AnyRiskField, type FieldLine, type LineField, type Risk, type RiskLines } from '../readings/risks/risk.ts';
import { RISK_FIELDS, type RiskFieldName } from '../readings/risks/risk-fields.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import { toSnippet } from '../template/placeholders.ts';
import { addColumns, appendCells } from '../template/table-columns.ts';
import type { TextEdit } from '../text/edits.ts';
import { lastBefore } from '../text/in-order.ts';
import { endOfContent } from '../text/range.ts';
import { sampleField, fieldsAsked, isUnsaid, labelOf, ownLabelOf, type RiskSample } from './risk-samples.ts';

/** A new line, and where it is written. */
interface NewLine {
  readonly offset: number;
  readonly text: string;
}

/** What the additions look at: not only documents of a known kind have risks. */
interface Around {
  readonly plan: Plan;
  readonly readings: { readonly risks: readonly Risk[] };
}

/** What is to be written of a field, and under which name where the document has none for it. */
export type Said = ReadonlyMap<AnyRiskField, { readonly label: string; readonly text: string }>;

/** Writes what risks lack, still open unless it is said, in the form in which the document writes them. */
export class RiskAdditions {
  readonly #subject: Around;
  readonly #text: string;
  readonly #sample: RiskSample | undefined;
  readonly #said: Said;
  readonly #labels = new Map<AnyRiskField, string>();

  constructor(subject: Around, sample: RiskSample | undefined, said: Said = new Map()) {
    this.#subject = subject;
    this.#text = subject.plan.text;
    this.#sample = sample;
    this.#said = said;
  }

  /** None where there is no place for it. */
  edits(risk: Risk, names: readonly AnyRiskField[]): readonly TextEdit[] {
    const { form } = risk;
    const unclosed = this.#subject.plan.outline.openFrom;
    if (unclosed !== undefined && unclosed < risk.range.end) return [];
    switch (form.kind) {
      case 'row':
        return whole(names, (name) => this.#inCell(risk, name, form.table.columns.findIndex((column) => column === name)));
      case 'lines':
        return form.lines.some(isOfRisk) ? this.#inLines(form, names) : this.#below(risk, names);
      case 'commas':
        return [this.#write(form.last.end, form.last.end, names.map((name) => `, ${this.#label(name)}: ${this.#open(name)}`).join(''))];
      case 'pipes':
        return [this.#write(form.last.end, form.last.end, names.map((name) => `|${keyOf(name)}=${this.#open(name)}`).join(''))];
    }
  }

  /** Columns behind the last one, with something to fill in for every risk. Rows that are too short or too long must be mended first. */
  columns(risk: Risk, names: readonly RiskFieldName[]): readonly TextEdit[] {
    const table = this.#rowOf(risk)?.table;
    if (table === undefined || table.rows.some(({ cells }) => cells.length !== table.head.cells.length)) return [];
    const index = table.head.cells.length;
    const titles = addColumns(this.#subject.plan, table, names.map((name) => ({ title: sampleField(this.#sample, name).label, index })));
    const rows = table.rows.flatMap((row) => {
      const isEmpty = row.cells.every(({ content }) => content.start === content.end);
      return appendCells(this.#text, row, names.map((name) => (isEmpty ? ' ' : ` ${this.#open(name)} `))) ?? [];
    });
    return [...titles.filter(({ range }) => range.end <= table.delimiters.range.end), ...rows];
  }

  #open(name: AnyRiskField): string {
    return this.#said.get(name)?.text ?? (isFurther(name) ? '{{…}}' : sampleField(this.#sample, name).open);
  }

  /** As another risk of the document calls it, else as the template does. */
  #label(name: AnyRiskField): string {
    const known = this.#labels.get(name);
    if (known !== undefined) return known;
    const other = this.#subject.readings.risks.find((risk) => risk.form.kind === 'lines' && fieldOf(risk, name) !== undefined);
    const label = isFurther(name) ? this.#furtherLabel(name, other) : other ? labelOf(this.#text, other, name) : sampleField(this.#sample, name).label;
    this.#labels.set(name, label);
    return label;
  }

  /** Below a name such as `Residual risk` the field has one that would mean something else by itself. */
  #furtherLabel(name: FurtherField, other: Risk | undefined): string {
    const label = other && ownLabelOf(this.#text, other, name);
    return label !== undefined && furtherField(label) === name ? label : (this.#said.get(name)?.label ?? name);
  }

  #inCell(risk: Risk, name: AnyRiskField, column: number): TextEdit | undefined {
    const cell = this.#rowOf(risk)?.row.cells[column];
    if (cell === undefined) return undefined;
    const { start, end } = cell.content.start < cell.content.end ? cell.content : cell.range;
    return this.#write(start, end, cell.content.start < cell.content.end ? this.#open(name) : ` ${this.#open(name)} `);
  }

  #rowOf({ name, form }: Risk): { readonly table: PipeTable; readonly row: PipeRow } | undefined {
    if (form.kind !== 'row') return undefined;
    const table = lastBefore(tablesOf(this.#subject.plan), name.range.start);
    const row = table && lastBefore(table.rows, name.range.start);
    return table && row && name.range.end <= row.range.end ? { table, row } : undefined;
  }

  #inLines({ lines }: RiskLines, names: readonly AnyRiskField[]): readonly TextEdit[] {
    const written = names.flatMap((name) => this.#inPlace(lines, name) ?? []);
    const missing = names.filter((name) => !lines.some(({ fields }) => fields.some((field) => field.name === name)));
    const places = new Map<number, string>();
    for (const name of missing) {
      const line = this.#newLine(lines, name);
      if (line === undefined) return [];
      places.set(line.offset, (places.get(line.offset) ?? '') + line.text);
    }
    return [...written, ...Array.from(places, ([offset, text]) => this.#write(offset, offset, text))];
  }

  /** A list of their own, where nothing shows how the document would write them. */
  #below({ range }: Risk, names: readonly AnyRiskField[]): readonly TextEdit[] {
    const items = names.map((name) => `- **${this.#label(name)}**: ${this.#open(name)}`).join('\n');
    return [insertBlock(this.#subject.plan, endOfContent(this.#text, range.end), items, {})].filter((edit) => edit !== undefined);
  }

  /** Where the field is named already and says nothing. */
  #inPlace(lines: readonly FieldLine[], name: AnyRiskField): TextEdit | undefined {
    const line = lines.find(({ fields }) => fields.some((field) => field.name === name));
    const value = line?.fields.find((field) => field.name === name)?.value;
    if (line === undefined || value === undefined || !isUnsaid(value)) return undefined;
    const isFirst = line.fields[0]?.name === name;
    const { start, end } = value.text === '' && isFirst && line.kind !== 'row' ? { start: line.lead.end, end: line.lead.end } : value.range;
    const before = /\S/.test(this.#text.charAt(start - 1)) && start > 0 ? ' ' : '';
    const after = /[^\s\\]/.test(this.#text.charAt(end)) ? ' ' : '';
    return this.#write(start, end, before + this.#open(name) + after);
  }

  /** Behind the field that comes before it in the template, else before the first one, else behind the last. */
  #newLine(lines: readonly FieldLine[], name: AnyRiskField): NewLine | undefined {
    const order = orderOf(this.#sample, name);
    const earlier = order.slice(0, Math.max(0, order.indexOf(name)));
    const [first, last] = [lines.find(isOfRisk), lines.findLast(isOfRisk)];
    if (first === undefined || last === undefined) return undefined;
    const isEarlier = ({ kind, fields }: FieldLine): boolean => kind === first.kind && fields.some((field) => earlier.includes(field.name));
    const previous = lines.findLast(isEarlier) ?? (order.includes(name) ? undefined : last);
    const model = previous ?? first;
    const before = previous === undefined ? this.#lineAs(model, name, true) : undefined;
    const ending = lineEndingOf(this.#text);
    if (before !== undefined) return { offset: this.#startOfLine(model), text: before + this.#lineBreak(lines, model) + ending };
    const above = previous ?? last;
    const line = this.#lineAs(above, name, false);
    if (line === undefined) return undefined;
    const offset = this.#endOfLine(above.range.end);
    const ownBreak = / {2,}$|\\$/.exec(this.#text.slice(above.range.end, offset))?.[0];
    return { offset, text: ownBreak === undefined ? this.#lineBreak(lines, above) + ending + line : ending + line + (above.kind === 'line' ? ownBreak : '') };
  }

  /** A line as this one, with another field; nothing where no line can begin as it does. */
  #lineAs({ kind, range, lead, label, fields }: FieldLine, name: AnyRiskField, isAbove: boolean): string | undefined {
    const text = this.#text;
    const start = text.slice(this.#subject.plan.lines.startOf(this.#subject.plan.lines.lineAt(range.start)), range.start);
    // A line below the first one of an item stands under its text.
    const indent = kind === 'line' && !isAbove ? start.replace(/[^\s>]/g, ' ') : start;
    // A cell that says more than a name cannot name another field.
    if (/[^\s>]/.test(indent) || (kind === 'row' && /[\p{L}\p{N}]/u.test(text.slice(label.end, lead.end)))) return undefined;
    const marker = kind === 'item' ? text.slice(range.start, lead.start).replace(/\[[xX]\]/, '[ ]') : '';
    const named = text.slice(lead.start, label.start) + this.#label(name) + text.slice(label.end, lead.end);
    const tail = kind === 'row' ? text.slice(fields[0]?.value.range.end ?? range.end, range.end) : '';
    return indent + marker + (kind === 'row' ? named : `${named.trimEnd()} `) + this.#open(name) + tail;
  }

  /** The spaces or the backslash with which the lines of a paragraph end, where one does. */
  #lineBreak(lines: readonly FieldLine[], { kind }: FieldLine): string {
    if (kind !== 'line') return '';
    const breaks = lines.flatMap((line) => (line.kind === 'line' ? (/ {2,}$|\\$/.exec(this.#text.slice(line.range.end, this.#endOfLine(line.range.end)))?.[0] ?? []) : []));
    return breaks[0] ?? '';
  }

  #startOfLine({ range }: FieldLine): number {
    return this.#subject.plan.lines.startOf(this.#subject.plan.lines.lineAt(range.start));
  }

  #endOfLine(offset: number): number {
    const rest = /^[ \t\\]*(?=[\r\n]|$)/.exec(this.#text.slice(offset, offset + 200))?.[0] ?? '';
    return offset + rest.length;
  }

  #write(start: number, end: number, text: string): TextEdit {
    return { range: { start, end }, text, snippet: toSnippet(text, {}) };
  }
}

/** The order of the template, in which a description may stand between others; for what the template does not have, that of most templates. */
function orderOf(sample: RiskSample | undefined, name: AnyRiskField): readonly LineField['name'][] {
  const form = sample?.risk.form;
  const own = form?.kind === 'lines' ? form.lines.flatMap(({ fields }) => fields.map((field) => field.name)) : fieldsAsked(sample).map((field) => field.name);
  return own.includes(name) ? own : RISK_FIELDS;
}

function isOfRisk({ fields }: FieldLine): boolean {
  return fields.some(({ name }) => name !== 'name' && !(isFurther(name) && isResidual(name)));
}

/** `residual_impact` */
function keyOf(name: AnyRiskField): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isFurther(name: LineField['name']): name is FurtherField {
  return FURTHER_FIELDS.some((each) => each === name);
}

/** All of them, or none where one cannot be made. */
function whole<T>(items: readonly T[], make: (item: T) => TextEdit | undefined): readonly TextEdit[] {
  const edits = items.map(make);
  return edits.every((edit) => edit !== undefined) ? edits : [];
}

import type { List, ListItem, Paragraph, Root, RootContent, Table } from 'mdast';
import { piecesOf, type ReadMarkdown } from '../../plan/markdown.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import { sliceOf } from '../../text/range.ts';
import { endOf, paragraphsIn, Piece, startOf, textOf, type Field, type Value } from '../forms/fields.ts';

/** One risk, in whatever form it is written. */
export interface Risk {
  readonly name: Value;
  /** The whole row, item or headed block. */
  readonly range: Range;
  readonly probability: Value | undefined;
  readonly impact: Value | undefined;
  readonly mitigation: Value | undefined;
  readonly contingency: Value | undefined;
  readonly owner: Value | undefined;
}

type FieldName = 'name' | 'probability' | 'impact' | 'mitigation' | 'contingency' | 'owner';

/** The names under which authors write the fields, as title keys. */
const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  name: ['risk', 'risks', 'name', 'title', 'risk name', 'risk description', 'description', 'threat'],
  probability: ['probability', 'likelihood', 'chance'],
  impact: ['impact', 'severity', 'consequence', 'effect'],
  mitigation: ['mitigation', 'mitigations', 'mitigation strategy', 'mitigation plan', 'response', 'countermeasure', 'action'],
  contingency: ['contingency', 'contingency plan', 'fallback', 'plan b'],
  owner: ['owner', 'risk owner', 'responsible', 'assignee'],
};

/** Reads the risks of a section: tables, headings with fields, numbered bold items, and one-liners such as `[ ]text|owner=…|mitigation=…`. */
export function readRisks(plan: Plan, section: Range, read: ReadMarkdown): readonly Risk[] {
  return piecesOf(plan, section).flatMap((piece) => {
    const root = read(sliceOf(plan.text, piece));
    return new RiskReader(new Piece(plan.text, piece.start)).readBlocks(root, piece.start > section.start);
  });
}

class RiskReader {
  readonly #piece: Piece;
  readonly #risks: Risk[] = [];

  constructor(piece: Piece) {
    this.#piece = piece;
  }

  /** What stands under one heading: risks of their own, or else the fields of the risk that the heading names. */
  readBlocks(root: Root, mayHeadARisk: boolean): readonly Risk[] {
    for (const block of root.children) {
      if (block.type === 'table') this.#readTable(block);
      else if (block.type === 'list') this.#readItems(block);
      else if (block.type === 'paragraph') this.#readOneLiner(block, block);
    }
    const [heading, ...blocks] = root.children;
    if (mayHeadARisk && this.#risks.length === 0 && heading?.type === 'heading') this.#readHeaded(heading, blocks);
    return this.#risks;
  }

  #add(name: Value, range: Range, fields: readonly Field[]): void {
    const field = (wanted: FieldName): Value | undefined => fields.find(({ name }) => fieldName(name) === wanted)?.value;
    this.#risks.push({
      name,
      range,
      probability: field('probability'),
      impact: field('impact'),
      mitigation: field('mitigation'),
      contingency: field('contingency'),
      owner: field('owner'),
    });
  }

  #readTable(table: Table): void {
    const [header, ...rows] = table.children;
    const titles = header?.children.map(textOf) ?? [];
    const columns = titles.map(columnName);
    const risk = titles.findIndex((title) => /^risks?\b/.test(titleKey(title)));
    const nameColumn = risk >= 0 ? risk : columns.indexOf('name');
    // A column that is only called "Description" names risks where others rate them.
    const others = risk >= 0 ? isRiskColumn : isRatingColumn;
    if (nameColumn < 0 || !columns.some((column, index) => index !== nameColumn && others(column))) return;
    for (const row of rows) {
      const cells = row.children.map((cell) => this.#piece.cell(cell));
      if (cells.every(({ text }) => text === '')) continue;
      const fields = cells.flatMap((value, index) => {
        const name = columns[index];
        return name === undefined || value.text === '' || index === nameColumn ? [] : [{ name, value }];
      });
      this.#add(cells[nameColumn] ?? this.#piece.of(row), this.#piece.of(row).range, fields);
    }
  }

  /** `### Risk 1: Name` with fields below; a heading without a field of a risk is only a heading. */
  #readHeaded(heading: RootContent, blocks: readonly RootContent[]): void {
    const paragraphs = blocks.flatMap(paragraphsIn);
    const fields = paragraphs.flatMap((paragraph) => [...this.#piece.fields(paragraph), ...this.#piece.plainFields(paragraph)]);
    if (!fields.some(({ name }) => isRiskField(name))) return;
    const last = blocks.at(-1) ?? heading;
    this.#add(this.#headingName(heading), { start: this.#piece.of(heading).range.start, end: this.#piece.of(last).range.end }, fields);
  }

  #headingName(heading: RootContent): Value {
    const first = 'children' in heading ? heading.children[0] : undefined;
    const last = 'children' in heading ? heading.children.at(-1) : undefined;
    const whole = first && last ? this.#piece.value(startOf(first), endOf(last)) : this.#piece.of(heading);
    const number = /^(?:Risk\s+)?(?:R-?)?\d{1,4}\s*[:.)–—-]\s*/iu.exec(whole.text)?.[0].length ?? 0;
    return { text: whole.text.slice(number), range: { start: whole.range.start + number, end: whole.range.end } };
  }

  /** Items that open with a bold name and hold fields, or one-liners. A list of plain fields belongs to the heading above it. */
  #readItems(list: List): void {
    for (const item of list.children) this.#readItem(item);
  }

  #readItem(item: ListItem): void {
    const [first, ...rest] = item.children;
    if (first?.type !== 'paragraph') return;
    if (this.#readOneLiner(first, item)) return;
    const name = first.children[0];
    if (name?.type !== 'strong' || isRiskField(textOf(name).replace(/:$/, ''))) return;
    const below = rest.flatMap(paragraphsIn).flatMap((paragraph) => [...this.#piece.fields(paragraph), ...this.#piece.plainFields(paragraph)]);
    const fields = [...below, ...this.#piece.fields(first), ...this.#piece.fieldsAfter(name, first)];
    if (!fields.some((field) => isRiskField(field.name))) return;
    const inner = this.#piece.of(name);
    const bold = { text: inner.text.replace(/^(\*\*|__)|(\*\*|__)$/g, ''), range: { start: inner.range.start + 2, end: inner.range.end - 2 } };
    this.#add(bold, this.#piece.of(item).range, fields);
  }

  #readOneLiner(paragraph: Paragraph, whole: ListItem | Paragraph): boolean {
    const line = this.#piece.of(paragraph);
    if (!/\|\s*(?:owner|mitigation|impact|probability)\s*=/i.test(line.text.slice(0, 5000))) return false;
    const parts = partsOf(line);
    const [name, ...rest] = parts;
    if (name === undefined) return false;
    const mark = /^(?:risks:\s*)?(?:\[[ xX]?\]\s*)?/.exec(name.text)?.[0].length ?? 0;
    const fields = rest.flatMap(({ text, range }) => {
      const [, key, lead, value] = /^\s*(\w+)(\s*=\s*)([\s\S]*?)\s*$/.exec(text) ?? [];
      if (key === undefined || lead === undefined || value === undefined) return [];
      const start = range.start + text.indexOf(key) + key.length + lead.length;
      return [{ name: key, value: { text: value, range: { start, end: start + value.length } } }];
    });
    this.#add({ text: name.text.slice(mark), range: { start: name.range.start + mark, end: name.range.end } }, this.#piece.of(whole).range, fields);
    return true;
  }
}

function partsOf({ text, range }: Value): readonly Value[] {
  const parts: Value[] = [];
  let start = range.start;
  for (const part of text.split('|')) {
    parts.push({ text: part, range: { start, end: start + part.length } });
    start += part.length + 1;
  }
  return parts;
}

function fieldName(written: string): FieldName | undefined {
  const key = titleKey(written);
  return (Object.keys(FIELD_NAMES) as FieldName[]).find((name) => FIELD_NAMES[name].includes(key));
}

/** The field of a column, which may have several names: `Impact/Severity`. */
function columnName(written: string): FieldName | undefined {
  return fieldName(written) ?? written.split('/').map(fieldName).find((name) => name !== undefined);
}

function isRiskColumn(column: FieldName | undefined): boolean {
  return column !== undefined && column !== 'name';
}

function isRatingColumn(column: FieldName | undefined): boolean {
  return column === 'probability' || column === 'impact' || column === 'mitigation';
}

function isRiskField(written: string): boolean {
  const name = fieldName(written);
  return name !== undefined && name !== 'name';
}

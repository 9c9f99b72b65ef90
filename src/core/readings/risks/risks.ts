import type { Heading, List, ListItem, Root, RootContent, Table, TableCell } from 'mdast';
import { piecesOf, type ReadMarkdown } from '../../plan/markdown.ts';
import { recalled } from '../../plan/memory.ts';
import { sectionAt, type Plan, type Section } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { Piece, textOf, type Value } from '../forms/fields.ts';
import { textInside, textOfParagraph } from '../forms/own-text.ts';
import { partOf, titleOf } from '../forms/pieces.ts';
import { asResidual, fieldLines } from './field-lines.ts';
import { furtherField, isResidual, type FurtherField } from './further-fields.ts';
import { labelledRisks } from './labelled-risks.ts';
import { wholeLevel } from './levels.ts';
import { oneLiners } from './one-liners.ts';
import type { FieldLine, LineField, Risk, RiskForm } from './risk.ts';
import { fieldNamed, furtherColumns, makeARisk, riskColumns, riskField, type RiskFieldName } from './risk-fields.ts';

export type { Risk };

const CALLED_RISK = /^Risk[\s-]{1,4}(?:R-?)?\d{1,4}\s{0,4}[:.)–—-]\s{0,4}\S/i;
/** `Low (1), Medium (2), High (3)`: what levels mean. */
const LEGEND = /\b(?:low|medium|high)\s?[(=:]\s?[<>≥≤]?\d[^/|\r\n]{0,40}\b(?:low|medium|high)\s?[(=:]\s?[<>≥≤]?\d/i;
const NUMBER = /^(?:Risk[\s-]{1,4})?(?:R-?)?\d{1,4}\s{0,4}[:.)–—-]\s{0,4}|^Risk\s{0,4}[:–—]\s{0,4}/iu;

/** Reads the risks of a section: tables, headings or labels with fields, numbered bold items, and one-liners such as `[ ]text|owner=…|mitigation=…`. */
export function readRisks(plan: Plan, section: Range, read: ReadMarkdown): readonly Risk[] {
  return piecesOf(plan, section).flatMap((piece) => {
    const own = piece.start > section.start ? sectionAt(plan, piece.start) : undefined;
    const readPiece = (): readonly Risk[] => new RiskReader(plan, new Piece(plan.text, piece.start), own, read).readBlocks(read(sliceOf(plan.text, piece)));
    // Sections below a heading may hold what is said of its risk.
    return own !== undefined && own.children.length > 0 ? readPiece() : recalled(plan, piece, own === undefined ? AT_START : BELOW_HEADING, readPiece);
  });
}

const AT_START = Symbol('the first piece of a section');
const BELOW_HEADING = Symbol('a piece whose heading may name a risk');

class RiskReader {
  readonly #plan: Plan;
  readonly #piece: Piece;
  /** The section that the piece is the beginning of, where its heading may name a risk. */
  readonly #section: Section | undefined;
  readonly #read: ReadMarkdown;
  readonly #risks: Risk[] = [];

  constructor(plan: Plan, piece: Piece, section: Section | undefined, read: ReadMarkdown) {
    this.#plan = plan;
    this.#piece = piece;
    this.#section = section;
    this.#read = read;
  }

  /** What stands under one heading: risks of their own, or else the fields of the risk that the heading names. */
  readBlocks(root: Root): readonly Risk[] {
    const [first] = root.children;
    const heading = first?.type === 'heading' ? first : undefined;
    const blocks = heading ? root.children.slice(1) : root.children;
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'table') this.#readTable(block);
      else if (block.type === 'list') for (const item of block.children) this.#readItem(item, item === block.children.at(-1) ? fieldsBelow(block, blocks[index + 1]) : undefined);
      else if (block.type === 'paragraph') this.#readOneLiners(textOfParagraph(this.#piece, block));
    }
    const isNumbered = heading !== undefined && NUMBER.test(titleOf(this.#piece, heading).text);
    if (!isNumbered) this.#readLabelled(blocks);
    if (this.#risks.length === 0 && heading) this.#readHeaded(heading, blocks);
    return this.#risks;
  }

  #add(name: Value, range: Range, fields: readonly LineField[], form: RiskForm): void {
    const field = (wanted: RiskFieldName | FurtherField): Value | undefined => valueOf(fields, wanted);
    const severity = field('probability') && fields.some(({ key }) => key === 'impact') ? fields.find(({ key }) => key === 'severity')?.value : undefined;
    const risk = {
      name,
      range,
      probability: field('probability'),
      impact: field('impact'),
      // Beside an impact, a severity is what follows from it.
      rating: field('rating') ?? severity,
      mitigation: field('mitigation'),
      contingency: field('contingency'),
      owner: field('owner'),
      category: field('category'),
      residual: { probability: field('residualProbability'), impact: field('residualImpact'), rating: field('residualRating') },
      isOneLevel: fields.some(({ name, key }) => name === 'impact' && riskField(key) === 'rating'),
      form,
    };
    this.#risks.push(withLevelForImpact(risk));
  }

  #readTable(node: Table): void {
    const [header, ...rows] = node.children;
    const keys = header?.children.map((cell) => titleKey(textOf(cell))) ?? [];
    const columns = riskColumns(header?.children.map(textOf) ?? []);
    const nameColumn = columns?.indexOf('name') ?? -1;
    if (!header || !columns || nameColumn < 0) return;
    const further = furtherColumns(header.children.map(textOf), columns);
    const table = { range: this.#piece.of(node).range, titles: header.children.map((cell) => this.#piece.cell(cell)), columns, further };
    // A "risk factor" may be how high the risk is.
    if (areLevels(rows.map(({ children }) => children[nameColumn]))) return;
    for (const row of rows) {
      const cells = row.children.map((cell) => this.#piece.cell(cell));
      if (cells.every(({ text }) => text === '')) continue;
      const fields = cells.flatMap((value, index) => {
        const name = columns[index] ?? further[index];
        return name === undefined || value.text === '' ? [] : [{ name, key: keys[index] ?? '', value }];
      });
      this.#add(named(cells[nameColumn] ?? this.#piece.of(row)), this.#piece.of(row).range, fields, { kind: 'row', table });
    }
  }

  /** A heading with fields below, or in sections of their own. One without is only a heading, unless it says `Risk 1: Name`. */
  #readHeaded(heading: Heading, blocks: readonly RootContent[]): void {
    const section = this.#section;
    if (!section || (fieldNamed(section.key) ?? 'name') !== 'name' || /^(?:mitigation|contingency|fallback|response)\b/.test(section.key) || saysWhatIsLeft(section)) return;
    const lines = fieldLines(this.#piece, blocks);
    const fields = [...fieldsOf(lines), ...this.#fieldsInSections(section.children)];
    const isCalledRisk = CALLED_RISK.test(titleOf(this.#piece, heading).text);
    if ((!makeARisk(fields.map(({ name }) => name)) && !isCalledRisk) || fields.some(({ value }) => LEGEND.test(value.text.slice(0, 200)))) return;
    const name = titleOf(this.#piece, heading);
    const last = blocks.at(-1) ?? heading;
    const range = { start: this.#piece.of(heading).range.start, end: this.#piece.of(last).range.end };
    this.#add(partOf(name, NUMBER.exec(name.text)?.[0].length ?? 0), range, fields, { kind: 'lines', lines });
  }

  #fieldsInSections(sections: readonly Section[]): readonly LineField[] {
    return sections.flatMap((section) => {
      const { key, body } = section;
      const inside = saysWhatIsLeft(section) ? this.#residualFields(body) : [];
      const name = inside.length > 0 ? undefined : (riskField(key) ?? furtherField(section.heading.title));
      return name === undefined ? inside : [{ name, key, value: new Piece(this.#plan.text, 0).value(body.start, body.end) }];
    });
  }

  /** Below a heading such as `After mitigation` stand the fields of its risk once more. */
  #residualFields(body: Range): readonly LineField[] {
    const { children } = this.#read(sliceOf(this.#plan.text, body));
    return fieldsOf(fieldLines(new Piece(this.#plan.text, body.start), children).map(asResidual));
  }

  #readLabelled(blocks: readonly RootContent[]): void {
    for (const { name, whole, lines } of labelledRisks(this.#piece, blocks, this.#section !== undefined)) {
      this.#add(name, whole.range, fieldsOf(lines), { kind: 'lines', lines });
    }
  }

  /** An item that opens with a bold name and holds fields, or a one-liner. A list of plain fields belongs to the heading above it. */
  #readItem(item: ListItem, below: List | undefined): void {
    const [first] = item.children;
    if (first?.type !== 'paragraph' || this.#readOneLiners(textOfParagraph(this.#piece, first), item)) return;
    const bold = first.children[0];
    const name = bold?.type === 'strong' ? textInside(this.#piece, bold) : undefined;
    const label = bold ? textOf(bold).replace(/:$/, '') : '';
    if (bold?.type !== 'strong' || !name || riskField(label) !== undefined || furtherField(label) !== undefined) return;
    const blocks = below ? [...item.children, below] : item.children;
    const lines = fieldLines(this.#piece, blocks);
    const behind = this.#piece.fieldsAfter(bold, first).flatMap(({ name, value }) => {
      const known = this.#residualBefore(value) ?? riskField(name) ?? furtherField(name);
      return known === undefined ? [] : [{ name: known, key: titleKey(name), value }];
    });
    const fields = [...fieldsOf(lines), ...behind];
    if (!makeARisk(fields.map((field) => field.name))) return;
    const isNamedByField = fieldNamed(label) === 'name';
    if (isNamedByField && blocks.length < 2) return;
    const called = isNamedByField ? fields.find((field) => field.name === 'name')?.value : undefined;
    const form: RiskForm = lines.some(hasRiskField) ? { kind: 'lines', lines } : { kind: 'commas', last: behind.at(-1)?.value.range ?? this.#piece.of(first).range };
    const { start, end } = this.#piece.of(item).range;
    this.#add(called ?? name, { start, end: below ? this.#piece.of(below).range.end : end }, fields, form);
  }

  /** Of `Residual impact: Low` only the last word is read as a name. */
  #residualBefore({ range: { start } }: Value): FurtherField | undefined {
    const [, name = ''] = /([\p{L} -]{1,60})[:=][ \t]*$/u.exec(this.#plan.text.slice(Math.max(0, start - 80), start)) ?? [];
    const field = furtherField(name.split(/ [-–] /).at(-1) ?? '');
    return isResidual(field) ? field : undefined;
  }

  #readOneLiners(text: Value, item?: ListItem): boolean {
    const found = oneLiners(text);
    for (const { name, whole, fields } of found) {
      this.#add(name, item && found.length === 1 ? this.#piece.of(item).range : whole.range, fields, { kind: 'pipes', last: whole.range });
    }
    return found.length > 0;
  }
}

/** An empty cell has a place in which a name would be written. */
function named({ text, range }: Value): Value {
  const place = Math.min(range.start + 1, range.end);
  return { text, range: text === '' ? { start: place, end: place } : range };
}

/** Below `10.` a list needs one more space than below `9.` to stand in the item; without it, it stands behind and means the same. */
function fieldsBelow({ start, children }: List, block: RootContent | undefined): List | undefined {
  if ((start ?? 0) + children.length <= 10) return undefined;
  const first = block?.type === 'list' ? block.children[0]?.children[0] : undefined;
  const name = first && /^\s*([\p{L} ]{1,40}):/u.exec(textOf(first))?.[1];
  return block?.type === 'list' && name !== undefined && riskField(name) !== undefined ? block : undefined;
}

/** A level by itself is the impact. */
function withLevelForImpact(risk: Risk): Risk {
  const { residual } = risk;
  const isOne = risk.rating !== undefined && !risk.impact && !risk.probability;
  const now = isOne ? { ...risk, impact: risk.rating, rating: undefined, isOneLevel: true } : risk;
  const isOneLeft = residual.rating !== undefined && !now.probability && !residual.impact && !residual.probability;
  return isOneLeft ? { ...now, residual: { probability: undefined, impact: residual.rating, rating: undefined }, isOneLevel: true } : now;
}

/** A heading such as `After mitigation` names no risk, but what is left of the one above it. */
function saysWhatIsLeft({ heading }: Section): boolean {
  return furtherField(heading.title) === 'residualRating';
}

/** Under the very name of the field, else under another one that means it, else one that says more. */
function valueOf(fields: readonly LineField[], wanted: RiskFieldName | FurtherField): Value | undefined {
  const own = fields.filter(({ name }) => name === wanted);
  return (own.find(({ key }) => key === wanted) ?? own.find(({ key }) => fieldNamed(key) === wanted) ?? own[0])?.value;
}

function areLevels(cells: readonly (TableCell | undefined)[]): boolean {
  const texts = cells.map((cell) => (cell ? textOf(cell).trim() : '')).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => (wholeLevel(text)?.scale ?? 'numbers') !== 'numbers');
}

function fieldsOf(lines: readonly FieldLine[]): readonly LineField[] {
  return lines.flatMap(({ fields }) => fields);
}

function hasRiskField({ fields }: FieldLine): boolean {
  return fields.some(({ name }) => name !== 'name');
}

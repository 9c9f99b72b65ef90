import type { ListItem, Paragraph, RootContent, Table } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import { endOf, startOf, textOf, type Piece, type Value } from '../forms/fields.ts';
import { namedLines, type NamedText } from '../forms/named-lines.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { partOf } from '../forms/pieces.ts';
import type { Range } from '../../text/range.ts';
import { furtherField, isResidual, residualOf, type FurtherField } from './further-fields.ts';
import type { FieldLine, LineField } from './risk.ts';
import { fieldNamed, riskField, type RiskFieldName } from './risk-fields.ts';

/** Further names on a line: `**Probability:** Low | **Impact:** High`. */
const INLINE = /[ \t]{0,4}(?:[|·•,;/][ \t]{0,4}|[ \t])(?:\*\*|__)([^*_\r\n]{1,60}?)(?:(?:\*\*|__)[ \t]{0,4}[:：]|[:：](?:\*\*|__))|[ \t]{0,4}[|·•,;][ \t]{1,4}(\p{L}[\p{L} ]{0,30}):(?=[ \t])/gu;
const LONGEST_LINE = 2000;

/** Blocks that stand together, and the item they stand in. */
interface Blocks {
  readonly nodes: readonly RootContent[];
  readonly item: ListItem | undefined;
  /** Below a name such as `Residual risk`: all in them is said of what is left. */
  readonly saysLeft: boolean;
}

/** Every line with a field in these blocks and in those in them, in order. */
export function fieldLines(piece: Piece, nodes: readonly RootContent[]): readonly FieldLine[] {
  const found: FieldLine[] = [];
  const waiting: Blocks[] = [{ nodes, item: undefined, saysLeft: false }];
  for (let blocks = waiting.pop(); blocks !== undefined; blocks = waiting.pop()) {
    const { nodes, item } = blocks;
    const meant = (lines: readonly FieldLine[], saysLeft: boolean): readonly FieldLine[] => (saysLeft ? lines.map(asResidual) : lines);
    let saysLeft = blocks.saysLeft;
    nodes.forEach((node, index) => {
      if (node.type === 'paragraph') {
        const lines = linesOf(piece, node, index === 0 ? item : undefined, nodes.slice(index + 1, index + 1 + MOST_BLOCKS), item !== undefined);
        found.push(...meant(lines, blocks.saysLeft));
        saysLeft = blocks.saysLeft || leadsToResidual(lines.at(-1));
      } else if (node.type === 'list') waiting.push(...node.children.map((item) => ({ nodes: item.children, item, saysLeft })));
      else if (node.type === 'blockquote') waiting.push({ nodes: node.children, item: undefined, saysLeft });
      else if (node.type === 'table') found.push(...meant(rowsOf(piece, node), saysLeft));
    });
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** A name that stands alone, and means what is left of the risk. */
function leadsToResidual(line: FieldLine | undefined): boolean {
  const field = line?.fields.at(-1);
  return field?.name === 'residualRating' && field.value.text === '';
}

/** The same line, about what is left. */
export function asResidual(line: FieldLine): FieldLine {
  return { ...line, fields: line.fields.map((field) => ({ ...field, name: residualOf(field.name) ?? field.name })) };
}

/** So many blocks below a name say what it is about. */
const MOST_BLOCKS = 20;

function linesOf(piece: Piece, paragraph: Paragraph, item: ListItem | undefined, after: readonly RootContent[], isInItem: boolean): readonly FieldLine[] {
  const text = textOfParagraph(piece, paragraph);
  const { named } = namedLines(text, isField);
  const isWholeItem = item !== undefined && named.length === 1 && named[0]?.range.start === text.range.start;
  return named.flatMap((each, index) => {
    const below = each.value.text === '' && index === named.length - 1 ? saidBelow(piece, after, isInItem) : undefined;
    const range = isWholeItem ? piece.of(item).range : { start: each.range.start, end: below?.range.end ?? each.range.end };
    return lineOf(each, text, below, isWholeItem ? 'item' : 'line', range);
  });
}

function lineOf({ key, value, range }: NamedText, text: Value, below: Value | undefined, kind: 'item' | 'line', whole: Range): readonly FieldLine[] {
  const skipped = /^[ \t>]*/.exec(text.text.slice(range.start - text.range.start))?.[0].length ?? 0;
  const start = range.start + skipped;
  const lead = { start, end: value.text === '' ? range.end : value.range.start };
  const written = partOf(text, start - text.range.start, lead.end - text.range.start);
  const label = labelIn(written);
  // The key has lost the remark of "Impact (after mitigation)".
  const name = label && fieldOfLine(key, written.text.slice(label.start - written.range.start, label.end - written.range.start));
  if (label === undefined || name === undefined) return [];
  const fields = below ? [{ name, key, value: below }] : inlineFields(name, key, value);
  return [{ kind, range: kind === 'line' ? { start, end: whole.end } : whole, lead, label, fields }];
}

/** A name without the marks around it. */
function labelIn({ text, range }: Value): Range | undefined {
  const label = /[\p{L}\p{N}](?:[^*_\r\n:：]*[\p{L}\p{N})])?/u.exec(text);
  return label ? { start: range.start + label.index, end: range.start + label.index + label[0].length } : undefined;
}

/** The value of a field, cut where another field begins on its line. */
function inlineFields(name: LineField['name'], key: string, value: Value): readonly LineField[] {
  const fields: LineField[] = [];
  let [current, start]: [Omit<LineField, 'value'>, number] = [{ name, key }, 0];
  for (const { 0: whole, 1: bold, 2: plain = '', index } of value.text.slice(0, LONGEST_LINE).matchAll(INLINE)) {
    const next = fieldInLine(bold ?? plain);
    if (next === undefined) continue;
    fields.push({ ...current, value: partOf(value, start, index) });
    [current, start] = [{ name: next, key: titleKey(bold ?? plain) }, index + whole.length];
  }
  return [...fields, { ...current, value: partOf(value, start) }];
}

/** What stands below a name that stands alone: in its item all of the rest, else the lists and texts up to the next name. */
function saidBelow(piece: Piece, after: readonly RootContent[], isInItem: boolean): Value | undefined {
  const end = after.findIndex((node) => node.type === 'heading' || node.type === 'thematicBreak' || holdsFields(piece, node) || (!isInItem && node.type === 'table'));
  const said = end < 0 ? after : after.slice(0, end);
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return undefined;
  return piece.value(startOf(first), endOf(last));
}

function holdsFields(piece: Piece, node: RootContent): boolean {
  const first = node.type === 'list' ? node.children[0]?.children[0] : node;
  if (first?.type !== 'paragraph') return false;
  const { named, lead } = namedLines(textOfParagraph(piece, first), isField);
  return named.length > 0 && lead === undefined;
}

/** `| **Probability** | High |`: a table of one risk. */
function rowsOf(piece: Piece, { children }: Table): readonly FieldLine[] {
  return children.flatMap((row): readonly FieldLine[] => {
    const [first, second, ...others] = row.children;
    const name = first && others.length === 0 ? fieldInLine(textOf(first)) : undefined;
    if (!first || !second || name === undefined) return [];
    const [label, written, range] = [labelIn(piece.cell(first)), piece.cell(second), piece.of(row).range];
    if (label === undefined) return [];
    const place = Math.min(written.range.start + 2, written.range.end);
    const value = written.text === '' ? { text: '', range: { start: place, end: place } } : written;
    return [{ kind: 'row', range, lead: { start: range.start, end: value.range.start }, label, fields: [{ name, key: titleKey(textOf(first)), value }] }];
  });
}

function isField(key: string): boolean {
  return fieldOfLine(key, key) !== undefined;
}

function fieldOfLine(key: string, written: string): LineField['name'] | undefined {
  const further = furtherField(written);
  return (isResidual(further) ? further : undefined) ?? fieldNamed(key) ?? riskField(key) ?? further;
}

/** Any field but what the risk is called. */
function fieldInLine(written: string): RiskFieldName | FurtherField | undefined {
  const further = furtherField(written);
  return (isResidual(further) ? further : undefined) ?? riskField(written) ?? further;
}

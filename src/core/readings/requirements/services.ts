import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { plainTitle, titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import type { Field, Piece, Value } from '../forms/fields.ts';
import { namedInItem, namedInParagraph, type NamedValue } from '../forms/named-values.ts';
import { textInside } from '../forms/own-text.ts';
import { headedPieces, itemsIn, partOf, readTable, titleOf } from '../forms/pieces.ts';

/** One service of the system, with what is said of it. */
export interface Service {
  readonly number: Value | undefined;
  readonly name: Value;
  readonly fields: readonly Field[];
  /** The heading with all that stands below it, the item or the row. */
  readonly range: Range;
}

interface Title {
  readonly number: Value | undefined;
  readonly name: Value;
}

const SERVICE_COLUMNS = ['service', 'services', 'component', 'components', 'microservice', 'microservices'];
const NUMBER_COLUMNS = ['', 'no', 'nr', 'number', 'id'];
const RISK_COLUMNS = ['risk', 'risks'];
/** Remarks to the reader look like fields and are none. */
const REMARKS = ['note', 'notes', 'nb', 'tip', 'hint', 'remark', 'remarks', 'important', 'warning', 'caution', 'info', 'todo', 'see', 'see also', 'example'];

/** `1. Name`, `1.2 Name`, `Service 1: Name`, `Service 1 – Name`. */
const NUMBERS = [
  /^(?:(?:micro)?service[ \t]+)?#?(\d{1,3}(?:\.\d{1,3})*)\\?[.):][ \t]+(?=\S)/i,
  /^(\d{1,3}(?:\.\d{1,3})+)[ \t]+(?=\S)/,
  /^(?:micro)?service[ \t]+#?(\d{1,3})[ \t]*[–—-][ \t]+(?=\S)/i,
];
const PLAIN_LINE = /^([\p{L}][\p{L} ]{0,40}):[ \t]+(?=\S)/u;

/** Reads services: headings with fields, numbered bold items with fields below, tables. */
export function readServices(plan: Plan, span: Range, read: ReadMarkdown): readonly Service[] {
  const found: Service[] = [];
  let open: OpenService | undefined;
  for (const [index, { heading, section, piece, blocks }] of headedPieces(plan, span, read).entries()) {
    const title = heading === undefined || index === 0 ? undefined : titleIn(piece, heading);
    const level = section?.heading.level ?? 0;
    const fields = fieldsUnder(piece, blocks);
    const last = blocks.at(-1) ?? heading;
    if (open && last && level > open.level && title?.number === undefined) {
      // What stands under a further heading within a service is said of that service.
      open.fields.push(...fields);
      open.range.end = piece.of(last).range.end;
    } else if (heading && last && title && fields.length > 0) {
      open = { ...title, level, fields: [...fields], range: { start: piece.of(heading).range.start, end: piece.of(last).range.end } };
      found.push(open);
    } else {
      open = undefined;
      found.push(...servicesIn(piece, blocks));
    }
  }
  return found.map(({ number, name, fields, range }) => ({ number, name, fields, range }));
}

/** A service whose heading was read and whose end is still to come. */
interface OpenService extends Title {
  readonly level: number;
  readonly fields: Field[];
  readonly range: { readonly start: number; end: number };
}

function servicesIn(piece: Piece, blocks: readonly RootContent[]): readonly Service[] {
  const listed = itemsIn(blocks).flatMap(({ item, list, depth }) => (depth === 0 ? listedService(piece, item, list) : []));
  return [...listed, ...blocks.flatMap((block) => (block.type === 'table' ? rowsOf(piece, block) : []))].sort((a, b) => a.range.start - b.range.start);
}

/** `1. **Name**` with fields in the list below. */
function listedService(piece: Piece, item: ListItem, list: List): readonly Service[] {
  const [first, ...rest] = item.children;
  const strong = first?.type === 'paragraph' ? first.children[0] : undefined;
  const inside = strong?.type === 'strong' ? textInside(piece, strong) : undefined;
  if (inside === undefined || !isNumberedName(item, list)) return [];
  const name = partOf(inside, 0, inside.text.replace(/[:：]$/, '').length);
  const fields = [...namedInItem(piece, item).filter(({ name }) => name.range.start > inside.range.start).flatMap(fieldOf), ...fieldsIn(piece, rest)];
  if (name.text === '' || fields.length === 0) return [];
  const whole = piece.of(item);
  return [{ number: partOf(whole, 0, /^\d*/.exec(whole.text)?.[0].length ?? 0), name, fields, range: whole.range }];
}

function isNumberedName({ children: [first, ...rest] }: ListItem, list: List): boolean {
  return list.ordered === true && first?.type === 'paragraph' && first.children[0]?.type === 'strong' && rest.some(({ type }) => type === 'list');
}

function rowsOf(piece: Piece, table: Table): readonly Service[] {
  const reading = readTable(piece, table);
  const keys = reading.columns.map(({ key }) => key);
  const numbered = NUMBER_COLUMNS.includes(keys[0] ?? 'none');
  const nameColumn = numbered ? 1 : 0;
  if (!SERVICE_COLUMNS.includes(keys[nameColumn] ?? '') || keys.some((key) => RISK_COLUMNS.includes(key))) return [];
  return reading.rows.flatMap(({ cells, range }) => {
    const name = cells[nameColumn];
    const number = numbered ? cells[0] : undefined;
    if (name === undefined || name.text === '') return [];
    const fields = reading.columns.slice(nameColumn + 1).flatMap(({ title }, index) => {
      const value = cells[nameColumn + 1 + index];
      return value === undefined || value.text === '' ? [] : [{ name: plainTitle(title.text), value }];
    });
    return [{ number: number?.text === '' ? undefined : number, name, fields, range }];
  });
}

/** The fields that stand under a heading, without those of the services that a list there names. */
function fieldsUnder(piece: Piece, blocks: readonly RootContent[]): readonly Field[] {
  return fieldsIn(piece, blocks, (item, list) => !isNumberedName(item, list));
}

/** The fields in these paragraphs and lists; what stands in a list below a field is its value. */
function fieldsIn(piece: Piece, blocks: readonly RootContent[], mayBeField: (item: ListItem, list: List) => boolean = () => true): readonly Field[] {
  const written = blocks.flatMap((block) => (block.type === 'paragraph' ? paragraphFields(piece, block) : []));
  const listed = itemsIn(blocks).flatMap(({ item, list, depth }) => (depth === 0 && mayBeField(item, list) ? itemFields(piece, item) : []));
  return [...written, ...listed].sort((a, b) => a.value.range.start - b.value.range.start);
}

function itemFields(piece: Piece, item: ListItem): readonly Field[] {
  const names = namedInItem(piece, item);
  const [second, last] = [item.children[1], item.children.at(-1)];
  return names.flatMap((named, index) => {
    const below = index === names.length - 1 && named.value.text === '' && second && last;
    if (!below) return fieldOf(named);
    const start = piece.of(second).range.start;
    return fieldOf({ ...named, value: partOf(piece.of(item), start - piece.of(item).range.start) });
  });
}

/** A paragraph of bold fields, or one whose lines are all plain ones: a single plain line may as well be a sentence. */
function paragraphFields(piece: Piece, paragraph: Paragraph): readonly Field[] {
  const names = namedInParagraph(piece, paragraph);
  if (names.some(({ bold }) => bold)) return names.flatMap(fieldOf);
  const whole = piece.of(paragraph);
  const lines = Array.from(whole.text.matchAll(/[^\r\n]+/g), (match) => partOf(whole, match.index, match.index + match[0].length));
  const fields = lines.flatMap((line) => {
    const [lead, name] = PLAIN_LINE.exec(line.text) ?? [];
    return lead === undefined || name === undefined ? [] : fieldOf({ name: partOf(line, 0, name.length), value: partOf(line, lead.length), bold: false });
  });
  return lines.length > 1 && fields.length === lines.length ? fields : [];
}

/** A remark is no field, nor is a service in a list of services. */
function fieldOf({ name, value }: NamedValue): readonly Field[] {
  const key = titleKey(name.text);
  return REMARKS.includes(key) || /(?:^| |micro)service$/.test(key) ? [] : [{ name: plainTitle(name.text), value }];
}

function titleIn(piece: Piece, heading: Heading): Title {
  const whole = undecorated(piece, heading);
  for (const pattern of NUMBERS) {
    const [lead, number] = pattern.exec(whole.text) ?? [];
    if (lead === undefined || number === undefined) continue;
    const at = lead.indexOf(number);
    return { number: partOf(whole, at, at + number.length), name: partOf(whole, lead.length) };
  }
  return { number: undefined, name: whole };
}

/** The title of a heading without the marks around the whole of it: `#### **1. Orders**`. */
function undecorated(piece: Piece, heading: Heading): Value {
  const [only, second]: readonly (PhrasingContent | undefined)[] = heading.children;
  const inside = second === undefined && (only?.type === 'strong' || only?.type === 'emphasis') ? textInside(piece, only) : undefined;
  return inside ?? titleOf(piece, heading);
}

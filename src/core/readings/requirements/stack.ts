import type { ListItem, Paragraph, PhrasingContent, RootContent, Strong, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { endOf, startOf, type Piece, type Value } from '../forms/fields.ts';
import { cellNamed, headedPieces, itemsIn, partOf, readTable } from '../forms/pieces.ts';

/** What one service or concern is built with. */
export interface StackRow {
  readonly name: Value;
  readonly technologies: readonly Value[];
  readonly rationale: Value | undefined;
  /** The row or item. */
  readonly range: Range;
  readonly source: 'table' | 'item';
  /** True where the column of names says that it names services. */
  readonly isService: boolean;
}

const SERVICES = ['service', 'services', 'component', 'components', 'microservice', 'microservices'];
const TOOLS = ['tool', 'tools', 'technology', 'technologies'];
const NAMES = [...SERVICES, ...TOOLS, 'layer', 'concern', 'area', 'category'];
const TECHNOLOGIES = [
  ...TOOLS,
  ...['tech', 'tech stack', 'stack', 'language', 'languages', 'framework', 'frameworks', 'library', 'libraries', 'database', 'databases', 'data store', 'datastore'],
  ...['storage', 'cache', 'queue', 'messaging', 'runtime', 'platform', 'choice', 'selection', 'product'],
];
/** Where one of these stands, the table tells of risks. */
const RISKS = ['risk', 'risks'];
const RATIONALES = ['rationale', 'reason', 'reasons', 'reasoning', 'why', 'justification'];

/** Reads what a plan is built with: tables, and items such as `- **Packaging**: Docker`. */
export function readStack(plan: Plan, span: Range, read: ReadMarkdown): readonly StackRow[] {
  return headedPieces(plan, span, read)
    .flatMap(({ piece, blocks }) => [...blocks.flatMap((block) => (block.type === 'table' ? rowsOf(piece, block) : [])), ...itemRows(piece, blocks)])
    .sort((a, b) => a.range.start - b.range.start);
}

function rowsOf(piece: Piece, table: Table): readonly StackRow[] {
  const reading = readTable(piece, table);
  const nameColumn = reading.columns.findIndex(({ key }) => NAMES.includes(key));
  const key = reading.columns[nameColumn]?.key ?? '';
  const columns = reading.columns.flatMap((column, index) => (TECHNOLOGIES.includes(column.key) ? [index] : []));
  if (nameColumn < 0 || columns.length === 0 || reading.columns.some(({ key }) => RISKS.includes(key))) return [];
  return reading.rows.flatMap((row) => {
    const name = row.cells[nameColumn];
    if (name === undefined || name.text === '') return [];
    const technologies = columns.flatMap((index) => row.cells[index] ?? []).filter(({ text }) => text !== '');
    return [{ name, technologies, rationale: cellNamed(reading, row, RATIONALES), range: row.range, source: 'table', isService: SERVICES.includes(key) }];
  });
}

function itemRows(piece: Piece, blocks: readonly RootContent[]): readonly StackRow[] {
  return itemsIn(blocks).flatMap(({ item, depth }) => {
    const [own, ...others] = depth === 0 ? namesOf(piece, item) : [];
    if (own === undefined || RATIONALES.includes(titleKey(own.name.text))) return [];
    const below = itemsIn(item.children).filter(({ depth }) => depth === 0);
    const fields = [...others, ...below.flatMap(({ item }) => namesOf(piece, item))];
    const rationale = fields.find(({ name }) => RATIONALES.includes(titleKey(name.text)))?.value;
    const technologies = own.value.text === '' ? below.flatMap(({ item }) => technologyOf(piece, item)) : [own.value];
    return [{ name: own.name, technologies, rationale: rationale?.text === '' ? undefined : rationale, range: piece.of(item).range, source: 'item', isService: false }];
  });
}

/** An item below a concern that names no technology itself: `- PostgreSQL: orders and payments`. */
function technologyOf(piece: Piece, item: ListItem): readonly Value[] {
  const name = namesOf(piece, item)[0]?.name;
  if (name !== undefined) return RATIONALES.includes(titleKey(name.text)) ? [] : [name];
  const whole = wordsOf(piece, item);
  return whole === undefined || whole.text === '' ? [] : [whole];
}

/** A name and what is said of it: `**Storage**: disks`, `**Storage (cold)** – tapes`, `Storage: disks`. The value may be empty. */
export interface Named {
  readonly name: Value;
  readonly value: Value;
  readonly bold: boolean;
}

/** A name without decoration is short and no sentence; a colon in an address or a time of day ends none. */
const PLAIN_NAME = /^((?:[^:：\r\n.?!;,|]|\.(?!\s)){1,60})(?::(?=\s|$)|：)/;
const MOST_WORDS = 6;
/** What parts a bold name from its value; a remark before it belongs to the name. */
const SEPARATOR = /^(\([^()\r\n]{1,80}\)[ \t]*)?(?:[:：][ \t]*|[–—-][ \t]+)/;

/** The names at the starts of an item's own lines. */
export function namesOf(piece: Piece, item: ListItem): readonly Named[] {
  const first = item.children[0];
  return first?.type === 'paragraph' ? namesIn(piece, first) : [];
}

export function namesIn(piece: Piece, paragraph: Paragraph): readonly Named[] {
  const strongs = paragraph.children.filter((node, index): node is Strong => node.type === 'strong' && endsLine(paragraph.children[index - 1]));
  if (strongs.length === 0) return plainName(textIn(piece, paragraph));
  return strongs.flatMap((strong, index) => {
    const next = strongs[index + 1];
    return boldName(piece, strong, next ? startOf(next) : endOf(paragraph));
  });
}

/** What an item says itself, without a box to tick. */
export function wordsOf(piece: Piece, item: ListItem): Value | undefined {
  const first = item.children[0];
  return first?.type === 'paragraph' ? textIn(piece, first) : undefined;
}

/** A paragraph may begin with a box to tick: its nodes come after that. */
function textIn(piece: Piece, paragraph: Paragraph): Value {
  const first = paragraph.children[0];
  return piece.value(startOf(first ?? paragraph), endOf(paragraph));
}

/** Bold words without their marks. */
export function insideOf(piece: Piece, { children }: { readonly children: readonly PhrasingContent[] }): Value | undefined {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? piece.value(startOf(first), endOf(last)) : undefined;
}

function boldName(piece: Piece, strong: Strong, end: number): readonly Named[] {
  const inside = insideOf(piece, strong);
  if (inside === undefined) return [];
  const whole = piece.value(startOf(strong), end);
  const rest = piece.value(endOf(strong), end);
  if (/[:：]$/.test(inside.text)) return named(partOf(inside, 0, inside.text.length - 1), rest, true);
  const [lead, remark] = SEPARATOR.exec(rest.text) ?? [];
  if (lead === undefined) return [];
  const name = remark === undefined ? inside : partOf(whole, 0, rest.range.start - whole.range.start + remark.length);
  return named(name, partOf(rest, lead.length), true);
}

function plainName(whole: Value): readonly Named[] {
  const [lead, name = ''] = PLAIN_NAME.exec(whole.text) ?? [];
  if (lead === undefined || name.trim().split(/\s+/).length > MOST_WORDS || /\{\{[^}]*$/.test(name)) return [];
  return named(partOf(whole, 0, name.length), partOf(whole, lead.length), false);
}

function named(name: Value, value: Value, bold: boolean): readonly Named[] {
  return /[\p{L}\p{N}{[]/u.test(name.text) ? [{ name, value, bold }] : [];
}

function endsLine(before: PhrasingContent | undefined): boolean {
  return before === undefined || before.type === 'break' || (before.type === 'text' && /[\r\n][ \t]*$/.test(before.value.slice(-50)));
}

const CODE = /^(?:\*\*|__)?(`)([^`\r\n]{1,60})`/;
const LINK = /^(?:\*\*|__)?(\[)([^[\]\r\n]{1,60})\]\([^()\s]{0,300}\)?/;
const WORDS = /^(\*\*|__)?(\.?\p{Lu}(?:[\p{L}\p{N}+#]|[.\-/](?=[\p{L}\p{N}])){0,40}(?:[ \t](?:\p{Lu}|\d)(?:[\p{L}\p{N}+#]|[.\-/](?=[\p{L}\p{N}])){0,40}){0,3})(?![\p{L}\p{N}])/u;
/** Words that no technology has in its name, however they are written. */
const NO_NAMES = /^(?:only|no|not|never|none|any|all|the|an?|we|it|this|that|these|those|new|other|yes|n\/a|tbd|tba|todo|everything|nothing|use|must|may|and|or|nor|but|allowed|forbidden)$/i;
const NO_TECHNOLOGY = /(?:^|[ -])(?:downtime|loss|lock-?in|changes?|failures?|outages?|access|costs?|budget|breaking|vendor|manual|external|internal|deployments?)(?:$|[ -])/i;

/** The technology a text begins with, where the rest of it is what may follow: one to three words that begin like names, or inline code. Bold words and links are decoration. */
export function technologyIn(part: Value, follows: RegExp): Value | undefined {
  const [marked = '', mark = '', inside] = CODE.exec(part.text) ?? LINK.exec(part.text) ?? [];
  if (inside !== undefined) {
    const start = marked.indexOf(mark) + 1;
    const isName = /\p{L}/u.test(inside) && inside.trim().split(/\s+/).length <= 3;
    return isName && follows.test(part.text.slice(marked.length)) ? partOf(part, start, start + inside.length) : undefined;
  }
  const [, bold = '', run = ''] = WORDS.exec(part.text) ?? [];
  const words = run.split(/[ \t]/);
  const stop = words.findIndex((word) => NO_NAMES.test(word));
  const named = words.slice(0, stop < 0 ? words.length : stop).join(' ');
  if (named === '' || named.split(' ').length > 3 || NO_TECHNOLOGY.test(named)) return undefined;
  return follows.test(part.text.slice(bold.length + named.length)) ? partOf(part, bold.length, bold.length + named.length) : undefined;
}

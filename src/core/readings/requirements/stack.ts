import type { ListItem, RootContent, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import { recalled } from '../../plan/memory.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { namedInItem } from '../forms/named-values.ts';
import { textOfItem } from '../forms/own-text.ts';
import { cellNamed, headedPiece, itemsIn, pieceRanges, readTable, type HeadedPiece } from '../forms/pieces.ts';

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

/** Titles of the column that names services. */
export const SERVICES = ['service', 'services', 'component', 'components', 'microservice', 'microservices'];
const TOOLS = ['tool', 'tools', 'technology', 'technologies'];
export const NAMES = [...SERVICES, ...TOOLS, 'layer', 'concern', 'area', 'category'];
export const TECHNOLOGIES = [
  ...TOOLS,
  ...['tech', 'tech stack', 'stack', 'language', 'languages', 'framework', 'frameworks', 'library', 'libraries', 'database', 'databases', 'data store', 'datastore'],
  ...['storage', 'cache', 'queue', 'messaging', 'runtime', 'platform', 'choice', 'selection', 'product'],
];
/** Where one of these stands, the table tells of risks. */
const RISKS = ['risk', 'risks'];
export const RATIONALES = ['rationale', 'reason', 'reasons', 'reasoning', 'why', 'justification'];

/** Reads what a plan is built with: tables, and items such as `- **Packaging**: Docker`. */
export function readStack(plan: Plan, span: Range, read: ReadMarkdown): readonly StackRow[] {
  return pieceRanges(plan, span)
    .flatMap((range) => recalled(plan, range, rowsIn, () => rowsIn(headedPiece(plan, range, read))))
    .sort((a, b) => a.range.start - b.range.start);
}

function rowsIn({ piece, blocks }: HeadedPiece): readonly StackRow[] {
  return [...blocks.flatMap((block) => (block.type === 'table' ? rowsOf(piece, block) : [])), ...itemRows(piece, blocks)];
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
    const [own, ...others] = depth === 0 ? namedInItem(piece, item) : [];
    if (own === undefined || RATIONALES.includes(titleKey(own.name.text))) return [];
    const below = itemsIn(item.children).filter(({ depth }) => depth === 0);
    const fields = [...others, ...below.flatMap(({ item }) => namedInItem(piece, item))];
    const rationale = fields.find(({ name }) => RATIONALES.includes(titleKey(name.text)))?.value;
    const technologies = own.value.text === '' ? below.flatMap(({ item }) => technologyOf(piece, item)) : [own.value];
    return [{ name: own.name, technologies, rationale: rationale?.text === '' ? undefined : rationale, range: piece.of(item).range, source: 'item', isService: false }];
  });
}

/** An item below a concern that names no technology itself: `- PostgreSQL: orders and payments`. */
function technologyOf(piece: Piece, item: ListItem): readonly Value[] {
  const name = namedInItem(piece, item)[0]?.name;
  if (name !== undefined) return RATIONALES.includes(titleKey(name.text)) ? [] : [name];
  const whole = textOfItem(piece, item);
  return whole === undefined || whole.text === '' ? [] : [whole];
}

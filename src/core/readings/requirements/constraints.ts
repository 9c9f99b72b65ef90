import type { ListItem, RootContent, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { textOf, type Piece, type Value } from '../forms/fields.ts';
import { namedInItem, namedInParagraph, type NamedValue } from '../forms/named-values.ts';
import { textOfItem } from '../forms/own-text.ts';
import { cellNamed, headedPieces, itemsIn, partOf, readTable, type HeadedPiece } from '../forms/pieces.ts';
import { judgedIn, listedIn, merged, NOTHING, verdictOf, type Verdict } from './verdicts.ts';

/** One thing the design has to keep to. */
export interface Constraint {
  readonly name: Value | undefined;
  readonly text: Value;
  /** The technologies that alone may be used. */
  readonly allowed: readonly Value[];
  readonly forbidden: readonly Value[];
  /** The item, row or paragraph. */
  readonly range: Range;
}

const TEXT_COLUMNS = ['constraint', 'constraints', 'restriction', 'rule', 'description', 'details'];
const REASON_COLUMNS = ['reason', 'rationale', 'why', 'notes', 'note', 'comment'];
const CONSTRAINT_COLUMNS = ['constraint', 'constraints', 'restriction'];
const REMARKS = ['note', 'notes', 'reason', 'rationale', 'why', 'see', 'see also', 'owner', 'source'];

/** Reads what a design is bound to: items, bold lines, tables; and the technologies that they allow or forbid. */
export function readConstraints(plan: Plan, span: Range, read: ReadMarkdown): readonly Constraint[] {
  return headedPieces(plan, span, read)
    .flatMap((headed) => [...headed.blocks.flatMap((block) => inBlock(headed.piece, block)), ...inItems(headed)])
    .sort((a, b) => a.range.start - b.range.start);
}

function inBlock(piece: Piece, block: RootContent): readonly Constraint[] {
  if (block.type === 'table') return rowsOf(piece, block);
  if (block.type !== 'paragraph') return [];
  const names = namedInParagraph(piece, block).filter((named) => named.bold && isSaid(named));
  return names.map((named) => constraintOf(named, { start: named.name.range.start, end: named.value.range.end }));
}

function rowsOf(piece: Piece, table: Table): readonly Constraint[] {
  const reading = readTable(piece, table);
  const verdicts = reading.columns.map(({ key }) => verdictOf(key));
  const judges = verdicts.some((verdict) => verdict !== undefined);
  if (!judges && !reading.columns.some(({ key }) => CONSTRAINT_COLUMNS.includes(key))) return [];
  const nameColumn = reading.columns.findIndex(({ key }, index) => verdicts[index] === undefined && !TEXT_COLUMNS.includes(key) && !REASON_COLUMNS.includes(key));
  return reading.rows.flatMap((row) => {
    const listed = (wanted: Verdict): readonly Value[] => row.cells.filter(({ text }, index) => text !== '' && verdicts[index] === wanted);
    const name = row.cells[nameColumn]?.text === '' ? undefined : row.cells[nameColumn];
    const said = cellNamed(reading, row, TEXT_COLUMNS);
    const text = said ?? listed('forbidden')[0] ?? listed('allowed')[0];
    if (text === undefined) return [];
    const prose = said === undefined ? NOTHING : judgedIn(said);
    const allowed = [...prose.allowed, ...listed('allowed').flatMap((cell) => listedIn(cell, 'allowed'))];
    const forbidden = [...prose.forbidden, ...listed('forbidden').flatMap((cell) => listedIn(cell, 'forbidden'))];
    return [{ name, text, allowed, forbidden, range: row.range }];
  });
}

/** Items; what stands below one that only says "Forbidden" is its list. */
function inItems({ piece, heading, blocks }: HeadedPiece): readonly Constraint[] {
  const above = heading === undefined ? undefined : verdictOf(titleKey(textOf(heading)));
  const found: Constraint[] = [];
  let listedBelow = Infinity;
  for (const { item, depth } of itemsIn(blocks)) {
    if (depth > listedBelow) continue;
    const list = listBelow(piece, item);
    listedBelow = list === undefined ? Infinity : depth;
    found.push(...(list ? [list] : inItem(piece, item, above)));
  }
  return found;
}

function listBelow(piece: Piece, item: ListItem): Constraint | undefined {
  const [, second, ...more] = item.children;
  const name = namedInItem(piece, item)[0]?.name ?? textOfItem(piece, item);
  const verdict = name && verdictOf(titleKey(name.text));
  if (verdict === undefined || second === undefined) return undefined;
  const whole = piece.of(item);
  const entries = itemsIn([second, ...more]).flatMap(({ item, depth }) => (depth === 0 ? (namedInItem(piece, item)[0]?.name ?? textOfItem(piece, item) ?? []) : []));
  const beside = namedInItem(piece, item)[0]?.value;
  const text = beside === undefined || beside.text === '' ? partOf(whole, piece.of(second).range.start - whole.range.start) : beside;
  return { name, text, ...NOTHING, [verdict]: [...(beside ? [beside] : []), ...entries].flatMap((entry) => listedIn(entry, verdict)), range: whole.range };
}

function inItem(piece: Piece, item: ListItem, above: Verdict | undefined): readonly Constraint[] {
  const { range } = piece.of(item);
  const names = namedInItem(piece, item);
  const words = textOfItem(piece, item);
  if (names.length > 0) return names.filter(isSaid).map((named) => constraintOf(named, range, above));
  if (words === undefined || words.text === '') return [];
  return [{ name: undefined, text: words, ...merged(judgedIn(words), above && { [above]: listedIn(words, above) }), range }];
}

function constraintOf({ name, value }: NamedValue, range: Range, above?: Verdict): Constraint {
  const verdict = verdictOf(titleKey(name.text));
  if (verdict === 'forbidden') return { name, text: value, allowed: [], forbidden: listedIn(value, verdict), range };
  if (verdict === 'allowed') return { name, text: value, ...merged({ allowed: listedIn(value, verdict) }, { forbidden: judgedIn(value).forbidden }), range };
  return { name, text: value, ...merged(judgedIn(name), judgedIn(value), above && { [above]: listedIn(name, above) }), range };
}

function isSaid({ name, value }: NamedValue): boolean {
  return value.text !== '' && !REMARKS.includes(titleKey(name.text));
}

import type { Heading, List, ListItem, Root, RootContent, Table } from 'mdast';
import { piecesOf, type ReadMarkdown } from '../../plan/markdown.ts';
import { sectionAt, type Plan, type Section } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { endOf, Piece, startOf, textOf, type Value } from './fields.ts';

/** One heading of a span and what stands between it and the next heading. The first piece of a span may begin without a heading. */
export interface HeadedPiece {
  readonly piece: Piece;
  readonly range: Range;
  /** The section whose heading it begins with. */
  readonly section: Section | undefined;
  readonly heading: Heading | undefined;
  readonly blocks: readonly RootContent[];
}

export function headedPieces(plan: Plan, span: Range, read: ReadMarkdown): readonly HeadedPiece[] {
  return pieceRanges(plan, span).map((range) => headedPiece(plan, range, read));
}

export function pieceRanges(plan: Plan, span: Range): readonly Range[] {
  // Nothing stands between a byte-order mark and a heading right behind it.
  return piecesOf(plan, span).filter(({ start, end }) => start < end);
}

/** One of the pieces of a span. */
export function headedPiece(plan: Plan, range: Range, read: ReadMarkdown): HeadedPiece {
  const root: Root = read(sliceOf(plan.text, range));
  const [first, ...rest] = root.children;
  const piece = new Piece(plan.text, range.start);
  if (first?.type !== 'heading') return { piece, range, section: undefined, heading: undefined, blocks: root.children };
  return { piece, range, section: sectionAt(plan, range.start), heading: first, blocks: rest };
}

/** The title of a heading without its hashes or underline. */
export function titleOf(piece: Piece, heading: Heading): Value {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  if (first && last) return piece.value(startOf(first), endOf(last));
  const { range } = piece.of(heading);
  return { text: '', range: { start: range.end, end: range.end } };
}

/** A table with the keys of its column titles and a value for each cell that is there. */
export interface TableReading {
  readonly range: Range;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly title: Value;
  readonly key: string;
}

export interface TableRow {
  readonly range: Range;
  /** As many as the row has, which may be fewer than there are columns. */
  readonly cells: readonly Value[];
}

export function readTable(piece: Piece, table: Table): TableReading {
  const [header, ...rows] = table.children;
  const columns = (header?.children ?? []).map((cell) => ({ title: piece.cell(cell), key: titleKey(textOf(cell)) }));
  return {
    range: piece.of(table).range,
    columns,
    rows: rows.map((row) => ({ range: piece.of(row).range, cells: row.children.map((cell) => piece.cell(cell)) })).filter(({ cells }) => cells.some(({ text }) => text !== '')),
  };
}

/** The cell of the first column that has one of these names; nothing where it is empty. */
export function cellNamed({ columns }: TableReading, row: TableRow, names: readonly string[]): Value | undefined {
  const index = columns.findIndex(({ key }) => names.includes(key));
  const cell = index < 0 ? undefined : row.cells[index];
  return cell?.text === '' ? undefined : cell;
}

/** Every list item below these blocks at any depth, with its depth from 0, in order. */
export function itemsIn(blocks: readonly RootContent[]): readonly { readonly item: ListItem; readonly list: List; readonly depth: number }[] {
  const found: { item: ListItem; list: List; depth: number }[] = [];
  const waiting: { node: RootContent; depth: number; list: List | undefined }[] = blocks.toReversed().map((node) => ({ node, depth: 0, list: undefined }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth, list } = next;
    if (node.type === 'list') waiting.push(...node.children.toReversed().map((item) => ({ node: item, depth, list: node })));
    else if (node.type === 'listItem') {
      if (list) found.push({ item: node, list, depth });
      waiting.push(...node.children.toReversed().map((child) => ({ node: child, depth: depth + 1, list: undefined })));
    } else if (node.type === 'blockquote') waiting.push(...node.children.toReversed().map((child) => ({ node: child, depth, list: undefined })));
  }
  return found;
}

/** The part of a value between two offsets of its own text, trimmed. */
export function partOf(value: Value, start: number, end = value.text.length): Value {
  const raw = value.text.slice(start, end);
  const text = raw.trim();
  const from = value.range.start + start + raw.length - raw.trimStart().length;
  return { text, range: { start: from, end: from + text.length } };
}

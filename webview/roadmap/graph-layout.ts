/** Where the boxes and connectors of a graph stand: pure. */
import { APART, AROUND, LANE, layered } from './graph-layers.ts';
import { arrowAt, lineThrough } from './graph-lines.ts';
import type { Edge, Graph } from './graph-order.ts';

export interface Connector extends Edge {
  readonly line: string;
  readonly arrow: string;
}

export interface Layout {
  readonly form: 'across' | 'down' | 'wrapped';
  readonly isFlat: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** The upper left corner of each. */
  readonly boxes: readonly { readonly x: number; readonly y: number }[];
  readonly connectors: readonly Connector[];
}

export interface Room {
  /** In pixels. */
  readonly width: number;
  /** The size of the text, as a share of the usual. */
  readonly scale: number;
  /** How high a box of this width has to be; a flat one has its label and facts in one line. */
  readonly heightOf: (boxWidth: number, isFlat: boolean) => number;
}

const GAP = { along: 34, across: 12, row: 28 };
const ACROSS = { least: 124, most: 208 };
/** Boxes below each other save height where they are this wide. */
const FLAT = 190;
const DOWN = { least: 108, most: 340 };
/** Narrower than this, time runs down. */
const NARROW = 440;

/** What leads back goes around: in half a gap on either side, and beyond the boxes. */
function withoutReturns({ columns, edges }: Graph, width: number): { readonly across: number; readonly down: number } {
  const returns = edges.filter(({ from, to }) => (columns[to] ?? 0) <= (columns[from] ?? 0)).length;
  return returns === 0 ? { across: width, down: width } : { across: width - GAP.along, down: width - AROUND - returns * APART };
}

/** From left to right where there is room; a chain that is too long goes on in the next line, and where it is narrow it goes down. */
export function layoutOf(graph: Graph, room: Room): Layout {
  const width = withoutReturns(graph, room.width);
  const { scale } = room;
  const isNarrow = room.width < NARROW * scale;
  const columns = Math.max(0, ...graph.columns) + 1;
  if (!isNarrow && spanOf(columns, ACROSS.least * scale, GAP.along) <= width.across) {
    return layered(graph, 'across', boxIn({ ...room, width: width.across }, columns, GAP.along, ACROSS));
  }
  if (!isNarrow && isChain(graph)) return wrapped(graph, room);
  const share = shareBesideLanes(graph, width.down);
  if (isNarrow || share >= DOWN.least * scale) return layered(graph, 'down', flattened(boxOf(room, share, DOWN), room));
  return layered(graph, 'across', boxIn({ ...room, width: 0 }, columns, GAP.along, ACROSS));
}

function spanOf(count: number, size: number, gap: number): number {
  return count * size + (count - 1) * gap;
}

export interface BoxSize {
  readonly width: number;
  readonly height: number;
  readonly isFlat: boolean;
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** A box of which so many share the width. */
function boxIn(room: Room, count: number, gap: number, limits: Limits): BoxSize {
  return boxOf(room, (room.width - (count - 1) * gap) / count, limits);
}

function boxOf({ scale, heightOf }: Room, share: number, { least, most }: Limits): BoxSize {
  const width = Math.floor(Math.min(most * scale, Math.max(least * scale, share)));
  return { width, height: heightOf(width, false), isFlat: false };
}

/** How wide a box may be where each column of the graph is a row: what passes through a row needs room beside its boxes. */
function shareBesideLanes({ columns, edges }: Graph, width: number): number {
  const farthest = new Map<number, number>();
  for (const { from, to } of edges) farthest.set(from, Math.max(farthest.get(from) ?? 0, columns[to] ?? 0));
  const rows = Array.from({ length: Math.max(0, ...columns) + 1 }, () => ({ boxes: 0, lanes: 0 }));
  columns.forEach((column, box) => {
    const row = rows[column];
    if (row !== undefined) row.boxes += 1;
    for (const passed of rows.slice(column + 1, Math.max(column + 1, farthest.get(box) ?? 0))) passed.lanes += 1;
  });
  return rows.reduce((least, { boxes, lanes }) => (boxes === 0 ? least : Math.min(least, (width - lanes * LANE - (boxes - 1) * GAP.across) / boxes)), width);
}

function flattened({ width, height }: BoxSize, { scale, heightOf }: Room): BoxSize {
  const isFlat = width >= FLAT * scale;
  return { width, height: isFlat ? heightOf(width, true) : height, isFlat };
}

function widest(columns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

function isChain({ columns, edges }: Graph): boolean {
  return widest(columns) === 1 && Math.max(...columns) === columns.length - 1 && edges.every(({ from, to }) => (columns[to] ?? 0) - (columns[from] ?? 0) === 1);
}

/** Rows of boxes; from the end of one a line leads to the beginning of the next. */
function wrapped({ columns, edges }: Graph, room: Room): Layout {
  const side = GAP.along / 2;
  const width = room.width - 2 * side;
  const fit = Math.max(1, Math.floor((width + GAP.along) / (ACROSS.least * room.scale + GAP.along)));
  const rows = Math.ceil(columns.length / fit);
  const perRow = Math.ceil(columns.length / rows);
  const box = boxIn({ ...room, width }, perRow, GAP.along, ACROSS);
  const boxes = columns.map((column) => ({ x: side + (column % perRow) * (box.width + GAP.along), y: Math.floor(column / perRow) * (box.height + GAP.row) }));
  const connectors = edges.flatMap(({ from, to }) => {
    const [start, end] = [boxes[from], boxes[to]];
    if (start === undefined || end === undefined) return [];
    const [first, last] = [{ x: start.x + box.width, y: start.y + box.height / 2 }, { x: end.x, y: end.y + box.height / 2 }];
    const [out, between, into] = [first.x + side, start.y + box.height + GAP.row / 2, last.x - side];
    const turns = start.y === end.y ? [] : [{ x: out, y: first.y }, { x: out, y: between }, { x: into, y: between }, { x: into, y: last.y }];
    return [{ from, to, line: lineThrough([first, ...turns, last]), arrow: arrowAt(last, 'right') }];
  });
  return { form: 'wrapped', isFlat: false, width: perRow * (box.width + GAP.along), height: spanOf(rows, box.height, GAP.row), boxWidth: box.width, boxHeight: box.height, boxes, connectors };
}

/** A graph in columns, or in rows where time runs down: pure. Along is the way of time, across is at right angles to it. */
import type { BoxSize, Connector, Layout } from './graph-layout.ts';
import { arrowAt, curveThrough, lineThrough, type Point } from './graph-lines.ts';
import { ordered, type Cell, type Edge, type Graph, type Ordered } from './graph-order.ts';

const GAP = { across: 34, down: 26 };
/** Between boxes side by side, and for a connector that passes between them. */
const BESIDE = 12;
export const LANE = 12;
/** Between the boxes and what leads back around them, and from one such line to the next. */
export const AROUND = 14;
export const APART = 8;

/** All that a connector needs to know of where it may go. */
interface Grid {
  readonly form: 'across' | 'down';
  readonly graph: Graph;
  readonly order: Ordered;
  readonly length: number;
  readonly gap: number;
  /** Where the lines that lead back go around, by edge. */
  readonly around: ReadonlyMap<Edge, number>;
  readonly startOf: (column: number) => number;
  readonly centreOf: (cell: Cell | undefined) => number;
  readonly cellOf: (box: number) => Cell | undefined;
}

export function layered(graph: Graph, form: 'across' | 'down', box: BoxSize): Layout {
  const [length, breadth] = form === 'across' ? [box.width, box.height] : [box.height, box.width];
  const order = ordered(graph);
  const centres = centresOf(order.columns, breadth);
  const cells = new Map(order.columns.flat().flatMap((cell) => (cell.box === undefined ? [] : [[cell.box, cell] as const])));
  const broad = [...centres].reduce((most, [{ box: own }, centre]) => Math.max(most, centre + (own === undefined ? 0 : breadth / 2)), 0);
  const back = graph.edges.filter((edge) => order.routeOf(edge) === undefined);
  const gap = GAP[form];
  const lead = back.length > 0 ? gap / 2 : 0;
  const grid: Grid = {
    form,
    graph,
    order,
    length,
    gap,
    around: new Map(back.map((edge, index) => [edge, broad + AROUND + index * APART])),
    startOf: (column) => lead + column * (length + gap),
    centreOf: (cell) => (cell && centres.get(cell)) ?? 0,
    cellOf: (own) => cells.get(own),
  };
  const end = grid.startOf(order.columns.length) - gap + lead;
  const whole = pointIn(form, end, broad + (back.length === 0 ? 0 : AROUND + back.length * APART));
  return {
    form,
    isFlat: box.isFlat,
    width: whole.x,
    height: whole.y,
    boxWidth: box.width,
    boxHeight: box.height,
    boxes: graph.columns.map((column, own) => pointIn(form, grid.startOf(column), grid.centreOf(cells.get(own)) - breadth / 2)),
    connectors: graph.edges.map((edge) => connector(edge, grid)),
  };
}

function pointIn(form: 'across' | 'down', along: number, across: number): Point {
  return form === 'across' ? { x: along, y: across } : { x: across, y: along };
}

function connector(edge: Edge, { form, graph, order, length, gap, around, startOf, centreOf, cellOf }: Grid): Connector {
  const point = (along: number, across: number): Point => pointIn(form, along, across);
  const [start, end] = [startOf(graph.columns[edge.from] ?? 0) + length, startOf(graph.columns[edge.to] ?? 0)];
  const [from, to] = [centreOf(cellOf(edge.from)), centreOf(cellOf(edge.to))];
  const [first, last] = [point(start, from), point(end, to)];
  const arrow = arrowAt(last, form === 'across' ? 'right' : 'down');
  const route = order.routeOf(edge);
  if (route === undefined) {
    const [out, into, side] = [start + gap / 2, end - gap / 2, around.get(edge) ?? 0];
    return { ...edge, arrow, line: lineThrough([first, point(out, from), point(out, side), point(into, side), point(into, to), last]) };
  }
  const passes = route.slice(1, -1).flatMap((cell, index) => {
    const begins = start + gap + index * (length + gap);
    return [point(begins, centreOf(cell)), point(begins + length, centreOf(cell))];
  });
  return { ...edge, arrow, line: curveThrough([first, ...passes, last], form) };
}

/** Each cell stands as near as it can to the middle of what it is connected with; the outermost box touches the edge. */
function centresOf(columns: Ordered['columns'], breadth: number): ReadonlyMap<Cell, number> {
  const sizeOf = ({ box }: Cell): number => (box === undefined ? LANE : breadth + BESIDE);
  const centres = new Map<Cell, number>();
  for (const column of columns) {
    let end = 0;
    for (const cell of column) {
      centres.set(cell, end + sizeOf(cell) / 2);
      end += sizeOf(cell);
    }
  }
  // No column reaches beyond the one that needs most room.
  const room = columns.reduce((most, column) => Math.max(most, total(column.map(sizeOf))), 0);
  const settle = (column: readonly Cell[], side: 'before' | 'behind'): void => {
    const wanted = column.map((cell) => mean(cell[side].map((other) => centres.get(other) ?? 0)) ?? centres.get(cell) ?? 0);
    const found = spread(wanted, column.map(sizeOf), room);
    column.forEach((cell, index) => centres.set(cell, found[index] ?? 0));
  };
  for (const column of columns) settle(column, 'before');
  for (const column of columns.toReversed()) settle(column, 'behind');
  for (const column of columns) settle(column, 'before');
  const top = [...centres].reduce((least, [{ box }, centre]) => Math.min(least, centre - (box === undefined ? 0 : breadth / 2)), Infinity);
  return new Map([...centres].map(([cell, centre]) => [cell, centre - top]));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : total(numbers) / numbers.length;
}

/** Things that have run into each other stand side by side, around the middle of where they wanted to be. */
interface Block {
  /** Of the places at which it would begin, if it were for each of its things alone. */
  readonly sum: number;
  readonly count: number;
  readonly size: number;
}

/** The places nearest to those wanted at which things of these sizes stand in their order without overlapping, within the room there is. */
export function spread(wanted: readonly number[], sizes: readonly number[], room: number): readonly number[] {
  const blocks: Block[] = [];
  wanted.forEach((place, index) => {
    const size = sizes[index] ?? 0;
    let block: Block = { sum: place - size / 2, count: 1, size };
    for (let last = blocks.at(-1); last !== undefined && last.sum / last.count + last.size > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum - last.size * block.count, count: last.count + block.count, size: last.size + block.size };
    }
    blocks.push(block);
  });
  const places: number[] = [];
  let left = total(sizes);
  let end = 0;
  for (const { sum, count, size } of blocks) {
    end = Math.max(end, Math.min(room - left, sum / count));
    left -= size;
    for (const each of sizes.slice(places.length, places.length + count)) {
      places.push(end + each / 2);
      end += each;
    }
  }
  return places;
}

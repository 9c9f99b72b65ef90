/** In which order boxes stand in their columns, so that few connectors cross: pure. */
export interface Graph {
  /** The column of each box. */
  readonly columns: readonly number[];
  readonly edges: readonly Edge[];
}

export interface Edge {
  readonly from: number;
  readonly to: number;
}

/** A box, or a place where a connector passes through a column; connectors of one box pass together. */
export interface Cell {
  readonly box: number | undefined;
  /** Cells of the columns beside it that it is connected with. */
  readonly before: Cell[];
  readonly behind: Cell[];
}

export interface Ordered {
  readonly columns: readonly (readonly Cell[])[];
  /** The cells from the first box to the second; nothing for an edge that leads back. */
  readonly routeOf: (edge: Edge) => readonly Cell[] | undefined;
}

const SWEEPS = 3;

export function ordered({ columns, edges }: Graph): Ordered {
  const boxes = columns.map((_, box): Cell => ({ box, before: [], behind: [] }));
  const lanes = Array.from({ length: Math.max(0, ...columns) + 1 }, (): Cell[] => []);
  boxes.forEach((cell, box) => lanes[columns[box] ?? 0]?.push(cell));
  const routes = new Map<string, readonly Cell[]>();
  const passing = new Map<string, Cell>();
  for (const { from, to } of edges) {
    const [start, end] = [columns[from] ?? 0, columns[to] ?? 0];
    let last = boxes[from];
    const target = boxes[to];
    if (last === undefined || target === undefined || end <= start) continue;
    const route = [last];
    for (let column = start + 1; column < end; column++) {
      const key = `${from} ${column}`;
      let cell = passing.get(key);
      if (cell === undefined) {
        cell = { box: undefined, before: [], behind: [] };
        passing.set(key, cell);
        lanes[column]?.push(cell);
        join(last, cell);
      }
      route.push(cell);
      last = cell;
    }
    join(last, target);
    routes.set(`${from} ${to}`, [...route, target]);
  }
  return { columns: sorted(lanes), routeOf: ({ from, to }) => routes.get(`${from} ${to}`) };
}

function join(first: Cell, second: Cell): void {
  first.behind.push(second);
  second.before.push(first);
}

/** There and back: each column by the mean place of what its cells are connected with in the column before. */
function sorted(lanes: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const columns = lanes.map((lane) => [...lane]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0;
    const order = isForth ? [...columns.keys()] : [...columns.keys()].reverse();
    for (const at of order) {
      const places = new Map((columns[at + (isForth ? -1 : 1)] ?? []).map((cell, place) => [cell, place]));
      const own = (columns[at] ?? []).map((cell, place) => ({ cell, place: meanOf(isForth ? cell.before : cell.behind, places) ?? place }));
      columns[at] = own.sort((a, b) => a.place - b.place).map(({ cell }) => cell);
    }
  }
  return columns;
}

function meanOf(cells: readonly Cell[], places: ReadonlyMap<Cell, number>): number | undefined {
  const found = cells.flatMap((cell) => places.get(cell) ?? []);
  return found.length === 0 ? undefined : found.reduce((sum, place) => sum + place, 0) / found.length;
}

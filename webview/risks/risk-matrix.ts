/** The grid of risks: a table whose cells hold one round button for each risk. */
import type { Axis } from '../../src/core/picture/risk-levels.ts';
import { element, syncChildren } from '../elements.ts';
import { isCrowded, type Cell, type Grid, type Place, type Row, type Standing } from './risk-layout.ts';

const axisTitles: Readonly<Record<Axis, string>> = { probability: 'Probability', impact: 'Impact' };

interface Field {
  readonly cell: HTMLElement;
  readonly dots: HTMLElement;
  readonly place: Place;
}

export class RiskMatrix {
  readonly element = element('div', { class: 'matrix-frame' });
  private shape = '';
  private fields: readonly Field[] = [];
  private names: readonly { readonly axis: Axis; readonly rank: number; readonly cell: HTMLElement }[] = [];

  /** The table is built anew only when its headings change; otherwise the dots alone move. */
  update(grid: Grid, dotOf: (standing: Standing) => HTMLElement): void {
    const shape = JSON.stringify([grid.form, grid.columnAxis, grid.columns]);
    if (shape !== this.shape) this.build(grid);
    this.shape = shape;
    this.element.classList.toggle('crowded', isCrowded(grid));
    const cells = grid.rows.flatMap((row) => row.cells);
    cells.forEach((cell, at) => {
      const field = this.fields[at];
      if (field !== undefined) syncChildren(field.dots, cell.dots.map(dotOf));
    });
  }

  /** Where something that lies on the grid would be put. */
  placeAt(target: Element | null): Place | undefined {
    const cell = target?.closest('td');
    return this.fields.find((field) => field.cell === cell)?.place;
  }

  /** The cell for levels; levels that the grid does not know of are left out. */
  cellFor(place: Place): { readonly place: Place; readonly dots: HTMLElement } | undefined {
    return this.fields.find((field) => (Object.keys(field.place) as Axis[]).every((axis) => field.place[axis] === place[axis]));
  }

  /** Shows where the risk that is being moved would be put, and what that is called. */
  aim(place: Place | undefined, ghost: HTMLElement): void {
    const target = place && this.cellFor(place);
    for (const { cell, dots } of this.fields) cell.classList.toggle('target', dots === target?.dots);
    for (const { axis, rank, cell } of this.names) cell.classList.toggle('target', target?.place[axis] === rank);
    if (target === undefined) ghost.remove();
    else if (ghost.parentElement !== target.dots) target.dots.append(ghost);
  }

  private build(grid: Grid): void {
    const table = element('table', { class: 'matrix' });
    table.classList.toggle('wordy', isWordy(grid));
    table.classList.toggle('terse', grid.columns.every((name) => name.length < 3));
    table.classList.toggle('many', grid.columns.length > (grid.rowAxis === undefined ? 4 : 3));
    const rows = grid.rows.map((row) => rowOf(row));
    const columns = columnNames(grid);
    const body = element('tbody', {}, ...rows.map(({ row }) => row));
    rows[0]?.row.prepend(...rowTitle(grid));
    table.append(captionOf(grid), columnsOf(grid), body, footOf(grid, columns));
    this.fields = rows.flatMap(({ fields }) => fields);
    this.names = [
      ...columns.map((cell, rank) => ({ axis: grid.columnAxis, rank, cell })),
      ...rows.flatMap(({ name }, at) => (name === undefined || grid.rowAxis === undefined ? [] : [{ axis: grid.rowAxis, rank: rows.length - 1 - at, cell: name }])),
    ];
    this.element.replaceChildren(table);
  }
}

/** A narrow grid has no room for such words: it sets the names of its columns upright. A strip has more, as nothing stands beside it. */
function isWordy({ columns, rowAxis }: Grid): boolean {
  const longest = rowAxis === undefined ? 9 : 7;
  return columns.some((name) => name.split(/\s+/).some((word) => word.length > longest));
}

function captionOf(grid: Grid): HTMLElement {
  const title = axisTitles[grid.columnAxis];
  const about = grid.rowAxis === undefined ? `Risks by ${title.toLowerCase()}.` : `Risks by ${grid.rowAxis} and ${grid.columnAxis}.`;
  const keys = 'The arrow keys move from risk to risk, Enter shows one in the document. Space picks a risk up, the arrow keys then move it, and Space puts it down.';
  return element('caption', { class: 'unseen' }, `${about} `, element('span', { 'data-live': '' }, keys));
}

function columnsOf(grid: Grid): HTMLElement {
  const group = element('colgroup');
  if (grid.rowAxis !== undefined) group.append(element('col', { class: 'axis' }), element('col', { class: 'level' }));
  group.append(...grid.columns.map(() => element('col')));
  return group;
}

function rowTitle({ rowAxis, rows }: Grid): readonly HTMLElement[] {
  if (rowAxis === undefined) return [];
  return [element('th', { scope: 'rowgroup', rowspan: String(rows.length), class: 'axis-title' }, element('span', {}, axisTitles[rowAxis]))];
}

function rowOf({ name, cells }: Row): { readonly row: HTMLElement; readonly name: HTMLElement | undefined; readonly fields: readonly Field[] } {
  const title = name === undefined ? undefined : element('th', { scope: 'row', class: 'level-name', dir: 'auto' }, name);
  const fields = cells.map(fieldOf);
  return { row: element('tr', {}, ...(title === undefined ? [] : [title]), ...fields.map(({ cell }) => cell)), name: title, fields };
}

function fieldOf({ severity, place }: Cell): Field {
  const dots = element('div', { class: 'dots' });
  return { cell: element('td', { 'data-severity': severity }, dots), dots, place };
}

function columnNames(grid: Grid): readonly HTMLElement[] {
  return grid.columns.map((name) => element('th', { scope: 'col', class: 'level-name' }, element('span', { dir: 'auto' }, name)));
}

/** The columns are named below them, as on paper. */
function footOf(grid: Grid, names: readonly HTMLElement[]): HTMLElement {
  const corner = (): HTMLElement[] => (grid.rowAxis === undefined ? [] : [element('td', { colspan: '2', class: 'corner' })]);
  const across = { scope: 'colgroup', colspan: String(grid.columns.length), class: 'axis-title' };
  const title = element('th', across, axisTitles[grid.columnAxis]);
  return element('tfoot', {}, element('tr', {}, ...corner(), ...names), element('tr', {}, ...corner(), title));
}

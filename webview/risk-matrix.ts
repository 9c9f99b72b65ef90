/** The grid of risks: a table whose cells hold one round button for each risk. */
import type { RiskDot } from '../src/core/readings/picture.ts';
import { element, syncChildren } from './elements.ts';
import { isCrowded, type Axis, type Cell, type Grid, type Row } from './risk-layout.ts';

const axisTitles: Readonly<Record<Axis, string>> = { probability: 'Probability', impact: 'Impact' };

export class RiskMatrix {
  readonly element = element('div', { class: 'matrix-frame' });
  private shape = '';
  private places: readonly HTMLElement[] = [];

  /** The table is built anew only when its headings change; otherwise the dots alone move. */
  update(grid: Grid, dotOf: (risk: RiskDot) => readonly HTMLElement[]): void {
    const shape = JSON.stringify([grid.form, grid.columnAxis, grid.columns]);
    if (shape !== this.shape) this.build(grid);
    this.shape = shape;
    this.element.classList.toggle('crowded', isCrowded(grid));
    const cells = grid.rows.flatMap((row) => row.cells);
    cells.forEach((cell, at) => {
      const place = this.places[at];
      if (place !== undefined) syncChildren(place, cell.risks.flatMap(dotOf));
    });
  }

  private build(grid: Grid): void {
    const table = element('table', { class: 'matrix' });
    table.classList.toggle('wordy', isWordy(grid.columns));
    table.classList.toggle('many', grid.columns.length > 3);
    table.append(captionOf(grid), columnsOf(grid));
    const body = element('tbody');
    const places: HTMLElement[] = [];
    grid.rows.forEach((row, at) => body.append(rowOf(grid, row, at, places)));
    table.append(body, footOf(grid));
    this.places = places;
    this.element.replaceChildren(table);
  }
}

/** A narrow grid has no room for such words: it sets the names of its columns upright. */
function isWordy(names: readonly string[]): boolean {
  return names.some((name) => name.split(/\s+/).some((word) => word.length > 7));
}

function captionOf(grid: Grid): HTMLElement {
  const title = axisTitles[grid.columnAxis];
  const about = grid.rowAxis === undefined ? `Risks by ${title.toLowerCase()}.` : `Risks by ${grid.rowAxis} and ${grid.columnAxis}.`;
  return element('caption', { class: 'unseen' }, `${about} The arrow keys move from risk to risk, Enter shows one in the document.`);
}

function columnsOf(grid: Grid): HTMLElement {
  const group = element('colgroup');
  if (grid.rowAxis !== undefined) group.append(element('col', { class: 'axis' }), element('col', { class: 'level' }));
  group.append(...grid.columns.map(() => element('col')));
  return group;
}

function rowOf(grid: Grid, row: Row, at: number, places: HTMLElement[]): HTMLElement {
  const made = element('tr');
  if (grid.rowAxis !== undefined && at === 0) {
    const title = element('span', {}, axisTitles[grid.rowAxis]);
    made.append(element('th', { scope: 'rowgroup', rowspan: String(grid.rows.length), class: 'axis-title' }, title));
  }
  if (row.name !== undefined) made.append(element('th', { scope: 'row', class: 'level-name', dir: 'auto' }, row.name));
  made.append(...row.cells.map((cell) => cellOf(cell, places)));
  return made;
}

function cellOf(cell: Cell, places: HTMLElement[]): HTMLElement {
  const place = element('div', { class: 'dots' });
  places.push(place);
  return element('td', { 'data-severity': cell.severity }, place);
}

/** The columns are named below them, as on paper. */
function footOf(grid: Grid): HTMLElement {
  const corner = (): HTMLElement[] => (grid.rowAxis === undefined ? [] : [element('td', { colspan: '2', class: 'corner' })]);
  const names = grid.columns.map((name) => element('th', { scope: 'col', class: 'level-name' }, element('span', { dir: 'auto' }, name)));
  const across = { scope: 'colgroup', colspan: String(grid.columns.length), class: 'axis-title' };
  const title = element('th', across, axisTitles[grid.columnAxis]);
  return element('tfoot', {}, element('tr', {}, ...corner(), ...names), element('tr', {}, ...corner(), title));
}

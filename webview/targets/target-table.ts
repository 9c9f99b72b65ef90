/** What the system has to reach: one table, by heading, with how many of the targets can be measured. */
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Placed } from '../../src/core/picture/source.ts';
import type { TargetGroup, TargetPicture } from '../../src/core/picture/targets.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';
import { Roving } from '../roving.ts';
import type { View } from '../view.ts';
import { TargetRow } from './target-row.ts';

/** A group, and what of it is drawn. */
interface Shown {
  readonly group: TargetGroup;
  readonly targets: readonly TargetPicture[];
  readonly columns: number;
}

const COLUMNS = [
  { title: 'What', name: 'what' },
  { title: 'Target', name: 'target' },
  { title: 'Reached by', name: 'reached' },
  { title: 'Measured by', name: 'measured' },
  { title: 'Validated by', name: 'validated' },
] as const;

export class TargetTable implements View {
  readonly element: HTMLElement;
  private readonly tally = element('span', { class: 'tally', id: 'targets-tally' });
  private readonly filter = element('button', { type: 'button', class: 'target-filter', 'data-live': 'true' });
  private readonly head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...COLUMNS.map(columnHead)));
  private readonly table = element('table', { class: 'target-table', role: 'table', 'aria-label': 'Targets', 'aria-describedby': 'targets-tally' });
  private readonly groups: Pool<Shown>;
  private readonly roving = new Roving(this.table, () => [...this.table.querySelectorAll<HTMLElement>('button')]);
  private drawn: readonly TargetGroup[] = [];
  private isFiltered = false;

  constructor(actions: Actions) {
    this.groups = new Pool((number) => new GroupMark(number, ({ range }) => actions.reveal(range)));
    this.element = element('div', { class: 'targets' }, element('div', { class: 'target-tools' }, this.tally, this.filter), this.table);
    this.filter.addEventListener('click', () => {
      this.isFiltered = !this.isFiltered;
      this.draw();
    });
  }

  count({ targets }: Picture): number {
    return all(targets).length;
  }

  update({ targets }: Picture): void {
    this.drawn = targets;
    this.draw();
  }

  /** What was left out of one document says nothing of the next. */
  turnPage(): void {
    this.isFiltered = false;
  }

  private draw(): void {
    const targets = all(this.drawn);
    const unclear = targets.filter(isUnclear).length;
    this.isFiltered &&= unclear > 0;
    setText(this.tally, `${targets.length - unclear} of ${targets.length} measurable`);
    setText(this.filter, `Only what is not measurable (${unclear})`);
    setAttributes(this.filter, { 'aria-pressed': String(this.isFiltered) });
    this.filter.hidden = unclear === 0;
    const used = { reached: 'approach', measured: 'measurement', validated: 'validation' } as const;
    const columns = Object.entries(used).filter(([, field]) => targets.some((target) => target[field] !== undefined)).map(([name]) => name);
    setAttributes(this.table, Object.fromEntries(Object.keys(used).map((name) => [`data-${name}`, columns.includes(name) ? 'true' : undefined])));
    syncChildren(this.table, [this.head, ...this.groups.show(this.shown(2 + columns.length))]);
    this.roving.refresh();
  }

  private shown(columns: number): readonly Shown[] {
    return this.drawn.flatMap((group) => {
      const targets = this.isFiltered ? group.targets.filter(isUnclear) : group.targets;
      return targets.length === 0 ? [] : [{ group, targets, columns }];
    });
  }
}

class GroupMark implements Mark<Shown> {
  readonly element = element('tbody', { role: 'rowgroup' });
  private readonly name = element('button', { type: 'button', class: 'group-name', dir: 'auto' });
  private readonly tally = element('span', { class: 'tally' });
  private readonly title: HTMLElement;
  private readonly head: HTMLElement;
  private readonly rows: Pool<TargetPicture>;
  private group: TargetGroup | undefined;

  constructor(number: number, reveal: (place: Placed) => void) {
    const head = element('div', { class: 'group-head' }, element('h3', {}, this.name), this.tally);
    this.title = element('th', { scope: 'rowgroup', role: 'rowheader' }, head);
    this.head = element('tr', { role: 'row', class: 'target-group' }, this.title);
    this.rows = new Pool((place) => new TargetRow(number * 10_000 + place, reveal));
    this.name.addEventListener('click', () => this.group && reveal(this.group));
  }

  show({ group, targets, columns }: Shown): void {
    this.group = group;
    setText(this.name, group.name || 'Targets');
    setText(this.tally, `${group.measurable} of ${group.targets.length} measurable`);
    setPlace(this.name, group);
    setAttributes(this.title, { colspan: String(columns) });
    syncChildren(this.element, [this.head, ...this.rows.show(targets)]);
  }
}

function columnHead({ title, name }: (typeof COLUMNS)[number]): HTMLElement {
  return element('th', { scope: 'col', role: 'columnheader', class: name }, title);
}

function all(groups: readonly TargetGroup[]): readonly TargetPicture[] {
  return groups.flatMap(({ targets }) => targets);
}

function isUnclear({ verdict }: TargetPicture): boolean {
  return verdict !== 'measurable';
}

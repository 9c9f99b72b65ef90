/** The checklists that the plan has to pass, and the debts that it means to pay. */
import type { GateGroup, GatePicture } from '../../src/core/picture/gates.ts';
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Placed } from '../../src/core/picture/source.ts';
import type { Actions } from '../actions.ts';
import { element, setPlace, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';
import { Roving } from '../roving.ts';
import type { View } from '../view.ts';
import { GateMark, type GateEvents } from './gate-mark.ts';
import { Ticks } from './ticks.ts';

export class Gates implements View {
  readonly element = element('div', { class: 'gates' });
  private readonly groups: Pool<GateGroup>;
  private readonly ticks: Ticks;
  private readonly roving = new Roving(this.element, () => [...this.element.querySelectorAll<HTMLElement>('input, button')]);

  constructor(actions: Actions) {
    this.ticks = new Ticks((place, done) => actions.tick(place, done));
    const reveal = ({ range }: Placed): void => actions.reveal(range);
    const events: GateEvents = { reveal, tick: (mark, done) => this.ticks.want(mark, done) };
    this.groups = new Pool((number) => new GroupMark(number, events, reveal));
  }

  count({ gates }: Picture): number {
    return gates.flatMap((group) => group.gates).length;
  }

  update({ title, gates }: Picture): void {
    syncChildren(this.element, this.groups.show(gates));
    this.roving.refresh();
    this.ticks.drawn(title);
  }
}

class GroupMark implements Mark<GateGroup> {
  readonly element: HTMLElement;
  private readonly name = element('button', { type: 'button', class: 'group-name', dir: 'auto' });
  private readonly tally = element('span', { class: 'tally' });
  private readonly bar = element('span', { class: 'share', 'aria-hidden': 'true' });
  private readonly list: HTMLElement;
  private readonly gates: Pool<GatePicture>;
  private group: GateGroup | undefined;

  constructor(number: number, events: GateEvents, reveal: (place: Placed) => void) {
    const id = `gates-${number}`;
    this.list = element('ul', { class: 'gate-list', 'aria-labelledby': id });
    this.gates = new Pool((place) => new GateMark(number * 10_000 + place, events));
    this.element = element('div', { class: 'gate-group' }, element('div', { class: 'group-head' }, element('h3', { id }, this.name), this.bar, this.tally), this.list);
    this.name.addEventListener('click', () => this.group && reveal(this.group));
  }

  show(group: GateGroup): void {
    this.group = group;
    const { name, kind, done, total, gates } = group;
    setText(this.name, name || 'Checklist');
    setText(this.tally, total === 0 ? '' : `${done} of ${total} ${kind === 'debt' ? 'paid' : 'ticked'}`);
    this.bar.style.setProperty('--share', String(done / Math.max(1, total)));
    this.bar.hidden = total === 0;
    setPlace(this.name, group);
    syncChildren(this.list, this.gates.show(gates));
  }
}

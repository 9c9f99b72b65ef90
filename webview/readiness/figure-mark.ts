/** One figure of the readiness as a row that unfolds to what it counts. */
import type { ReadinessFigure, ReadinessItem } from '../../src/core/picture/readiness-figures.ts';
import { element, setAttributes, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';

export type RevealItem = (item: ReadinessItem) => void;

/** What there is to show of an item: its group too, where it is the first of it. */
interface Shown {
  readonly item: ReadinessItem;
  readonly group: string | undefined;
}

export class FigureMark {
  readonly element = element('li', { class: 'figure' });
  private readonly count = element('span', { class: 'figure-count' });
  private readonly sentence = element('span');
  private readonly detail = element('span', { class: 'figure-detail' });
  private readonly toggle: HTMLButtonElement;
  private readonly list = element('ul', { class: 'figure-items' });
  private readonly rest = element('li', { class: 'figure-rest' });
  private readonly items: Pool<Shown>;
  private isOpen = false;

  constructor(name: string, reveal: RevealItem) {
    this.list.id = `readiness-${name}`;
    this.toggle = element('button', { type: 'button', class: 'figure-toggle', 'aria-controls': this.list.id }, element('span', { class: 'twistie', 'aria-hidden': 'true' }), this.count, ' ', element('span', {}, this.sentence, this.detail));
    this.element.append(this.toggle, this.list);
    this.items = new Pool((number) => new ItemMark(name, number, reveal));
    this.toggle.addEventListener('click', () => this.open(!this.isOpen));
    this.open(false);
  }

  show({ count, sentence, detail, items }: ReadinessFigure): void {
    setText(this.count, String(count));
    setText(this.sentence, sentence);
    setText(this.detail, detail === undefined ? '' : `, ${detail}`);
    setText(this.rest, `and ${count - items.length} more`);
    const shown = items.map((item, index) => ({ item, group: item.group === items[index - 1]?.group ? undefined : item.group }));
    syncChildren(this.list, [...this.items.show(shown), ...(count > items.length ? [this.rest] : [])]);
  }

  private open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.list.hidden = !isOpen;
    setAttributes(this.toggle, { 'aria-expanded': String(isOpen) });
  }
}

/** It stands for a finding, not for a place of its own: the panel does not scroll to it by itself. */
class ItemMark implements Mark<Shown> {
  readonly element = element('li');
  private readonly group = element('span', { class: 'figure-group', dir: 'auto' });
  private readonly text = element('span', { class: 'figure-text', dir: 'auto' });
  private readonly line = element('span', { class: 'figure-line' });
  private item: ReadinessItem | undefined;

  constructor(name: string, number: number, reveal: RevealItem) {
    const button = element('button', { type: 'button', class: 'figure-item', 'data-mark': `readiness-${name}`, 'data-number': String(number) }, this.text, ' ', this.line);
    this.element.append(this.group, button);
    button.addEventListener('click', () => this.item && reveal(this.item));
  }

  show({ item, group }: Shown): void {
    this.item = item;
    setText(this.group, group ?? '');
    this.group.hidden = group === undefined;
    setText(this.text, item.text);
    setText(this.line, `line ${item.line + 1}`);
  }
}

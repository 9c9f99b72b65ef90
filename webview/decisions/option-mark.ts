/** One option: its name, how much speaks for and against it, and on demand what. */
import type { OptionPicture } from '../../src/core/picture/decisions.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import type { Mark } from '../pool.ts';

export class OptionMark implements Mark<OptionPicture> {
  readonly element = element('li', { class: 'option' });
  private readonly name = element('bdi');
  private readonly chosen = element('span', { class: 'option-chosen' }, 'chosen');
  private readonly button: HTMLButtonElement;
  private readonly fold: HTMLButtonElement;
  private readonly counts = element('span', { class: 'unseen' });
  private readonly proCount = element('span', { class: 'pro-count', 'aria-hidden': 'true' });
  private readonly conCount = element('span', { class: 'con-count', 'aria-hidden': 'true' });
  private readonly body = element('div', { class: 'option-arguments' });
  private readonly pros = element('ul', { class: 'pros', 'aria-label': 'Pros' });
  private readonly cons = element('ul', { class: 'cons', 'aria-label': 'Cons' });
  private option: OptionPicture | undefined;
  private isOpen = false;

  constructor(id: number, reveal: (option: OptionPicture) => void) {
    this.button = element('button', { type: 'button', class: 'option-name', 'data-mark': 'option', 'data-number': String(id) }, this.name);
    this.body.id = `arguments-${id}`;
    this.fold = element('button', { type: 'button', class: 'option-fold', 'aria-controls': this.body.id }, element('span', { class: 'twistie', 'aria-hidden': 'true' }), this.counts, this.proCount, this.conCount);
    this.body.append(this.pros, this.cons);
    this.element.append(element('div', { class: 'option-head' }, this.button, this.chosen, this.fold), this.body);
    this.button.addEventListener('click', () => this.option && reveal(this.option));
    this.fold.addEventListener('click', () => this.open(!this.isOpen));
    this.open(false);
  }

  show(option: OptionPicture): void {
    this.option = option;
    const { label, name, pros, cons, isChosen } = option;
    setText(this.name, [label, name || 'Unnamed option'].filter((part) => part !== undefined).join(': '));
    setAttributes(this.element, { 'data-chosen': isChosen ? 'true' : undefined });
    setPlace(this.element, option);
    this.chosen.hidden = !isChosen;
    setText(this.proCount, `+${pros.length}`);
    setText(this.conCount, `−${cons.length}`);
    const counts = `${counted(pros.length, 'pro')}, ${counted(cons.length, 'con')}`;
    setText(this.counts, `${counts} of ${name || 'the unnamed option'}`);
    setAttributes(this.fold, { title: counts });
    this.fold.hidden = pros.length + cons.length === 0;
    list(this.pros, pros);
    list(this.cons, cons);
    this.body.hidden = !this.isOpen || this.fold.hidden;
  }

  private open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.body.hidden = !isOpen;
    setAttributes(this.fold, { 'aria-expanded': String(isOpen) });
  }
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function list(target: HTMLElement, texts: readonly string[]): void {
  target.hidden = texts.length === 0;
  const known = [...target.children];
  syncChildren(target, texts.map((text, index) => {
    const item = known[index] ?? element('li', { dir: 'auto' });
    setText(item, text);
    return item;
  }));
}

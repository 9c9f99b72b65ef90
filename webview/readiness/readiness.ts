/** What stands between the plan and its next state. */
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Placed } from '../../src/core/picture/source.ts';
import type { ReadinessFigure } from '../../src/core/picture/readiness-figures.ts';
import type { Readiness as Drawn } from '../../src/core/picture/readiness.ts';
import type { Actions } from '../actions.ts';
import { element, setPlace, setText, syncChildren } from '../elements.ts';
import { Roving } from '../roving.ts';
import { FigureMark } from './figure-mark.ts';

export class Readiness {
  readonly element: HTMLElement;
  private readonly state = element('button', { type: 'button', class: 'plan-state', dir: 'auto' });
  private readonly arrow = element('span', { class: 'plan-arrow' }, element('span', { class: 'unseen' }, ', next '), element('span', { 'aria-hidden': 'true' }, '→'));
  private readonly next = element('span', { class: 'plan-state next', dir: 'auto' });
  private readonly states = element('span', { class: 'plan-states' });
  private readonly problem = element('p', { class: 'readiness-problem' });
  private readonly sentence = element('p', { class: 'readiness-sentence' });
  private readonly blocking = new FigureList('blocking');
  private readonly others = new FigureList('others');
  private readonly figures = element('div', { class: 'figures' });
  private readonly body: HTMLElement;
  private readonly marks = new Map<string, FigureMark>();
  private readonly roving: Roving;
  private place: Placed | undefined;

  constructor(private readonly actions: Actions) {
    this.body = element('div', { class: 'readiness' });
    this.element = element('section', { 'aria-labelledby': 'readiness-heading', 'data-part': 'readiness' }, element('h2', { id: 'readiness-heading' }, 'Readiness', this.states), this.body);
    this.roving = new Roving(this.element, () => [...this.element.querySelectorAll<HTMLElement>('button')].filter((button) => button.closest('[hidden]') === null));
    this.state.addEventListener('click', () => this.place && actions.reveal(this.place.range));
    this.element.addEventListener('click', () => this.roving.refresh());
  }

  update({ readiness }: Picture): void {
    if (readiness === undefined) return;
    const { problem, sentence, figures, next } = readiness;
    this.showStates(readiness);
    setText(this.problem, problem ?? '');
    setText(this.sentence, sentence ?? '');
    const blocking = figures.filter(({ blocks }) => blocks);
    const others = figures.filter(({ blocks }) => !blocks);
    this.blocking.show(next === undefined ? 'Still open' : `In the way of ${next}`, blocking.map((figure) => this.markOf(figure)));
    this.others.show(blocking.length > 0 || sentence !== undefined ? 'Worth a look' : 'Still open', others.map((figure) => this.markOf(figure)));
    syncChildren(this.figures, [...(blocking.length > 0 ? [this.blocking.element] : []), ...(others.length > 0 ? [this.others.element] : [])]);
    syncChildren(this.body, [...(problem === undefined ? [] : [this.problem]), ...(sentence === undefined ? [] : [this.sentence]), ...(figures.length > 0 ? [this.figures] : [])]);
    this.roving.refresh();
  }

  private showStates({ state, place, next }: Drawn): void {
    this.place = place;
    setText(this.state, state ?? '');
    if (place !== undefined) setPlace(this.state, place);
    setText(this.next, next ?? '');
    syncChildren(this.states, [...(state === undefined ? [] : [this.state]), ...(next === undefined ? [] : [this.arrow, this.next])]);
  }

  private markOf(figure: ReadinessFigure): HTMLElement {
    const mark = this.marks.get(figure.name) ?? new FigureMark(figure.name, ({ range }) => this.actions.reveal(range));
    this.marks.set(figure.name, mark);
    mark.show(figure);
    return mark.element;
  }
}

class FigureList {
  readonly element: HTMLElement;
  private readonly title: HTMLElement;
  private readonly list: HTMLElement;

  constructor(name: string) {
    this.title = element('h3', { id: `readiness-${name}` });
    this.list = element('ul', { class: 'figure-list', 'aria-labelledby': this.title.id });
    this.element = element('div', { class: 'figure-group-list', 'data-figures': name }, this.title, this.list);
  }

  show(title: string, figures: readonly HTMLElement[]): void {
    setText(this.title, title);
    syncChildren(this.list, figures);
  }
}

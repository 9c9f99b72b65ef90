/** The decisions of the document, or the one that it is. */
import type { DecisionPicture } from '../../src/core/picture/decisions.ts';
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Actions } from '../actions.ts';
import { element, syncChildren } from '../elements.ts';
import { Pool } from '../pool.ts';
import { Roving } from '../roving.ts';
import type { View } from '../view.ts';
import { DecisionCard } from './decision-card.ts';

export class DecisionList implements View {
  readonly element = element('div', { class: 'decisions' });
  private readonly cards: Pool<DecisionPicture>;
  private readonly roving = new Roving(this.element, () => [...this.element.querySelectorAll<HTMLElement>('button')].filter(isShown));

  constructor(actions: Actions) {
    this.cards = new Pool((number) => new DecisionCard(number, ({ range }) => actions.reveal(range)));
    // What is unfolded brings buttons along.
    this.element.addEventListener('click', () => this.roving.refresh());
  }

  count({ decisions }: Picture): number {
    return decisions.length;
  }

  update({ decisions }: Picture): void {
    syncChildren(this.element, this.cards.show(decisions));
    this.roving.refresh();
  }
}

function isShown(button: HTMLElement): boolean {
  return button.closest('[hidden]') === null;
}

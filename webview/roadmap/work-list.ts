/** The tasks of a step, or what it is to deliver: each shows its place in the document. */
import type { Works } from '../../src/core/picture/steps.ts';
import type { Work } from '../../src/core/picture/works.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';
import { progressText } from './step-words.ts';

export class WorkList {
  readonly element = element('div', { class: 'works' });
  private readonly progress = element('p', { class: 'works-progress' });
  private readonly list = element('ul');
  private readonly more = element('p', { class: 'works-progress' });
  private readonly items: Pool<Work>;

  constructor(
    mark: string,
    actions: Actions,
    /** Whether nothing else says how far along it is. */
    private readonly tellsProgress = false,
  ) {
    this.items = new Pool((number) => new WorkItem(mark, number, actions));
  }

  update({ items, more, areTasks, progress }: Works): void {
    const told = this.tellsProgress ? progress : undefined;
    setText(this.progress, told === undefined ? '' : progressText(told));
    setText(this.more, `${more} more ${areTasks ? 'tasks' : 'lines'} stand in the document.`);
    setAttributes(this.list, { 'aria-label': areTasks ? 'Tasks' : 'What it delivers' });
    syncChildren(this.list, this.items.show(items));
    syncChildren(this.element, [...(told === undefined ? [] : [this.progress]), this.list, ...(more > 0 ? [this.more] : [])]);
  }
}

class WorkItem implements Mark<Work> {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly box = element('span', { class: 'work-box', 'aria-hidden': 'true' });
  private readonly state = element('span', { class: 'unseen' });
  private readonly id = element('span', { class: 'work-id' });
  private readonly text = element('span', { class: 'work-text', dir: 'auto' });
  private readonly facts = element('span', { class: 'work-facts' });

  private work: Work | undefined;

  constructor(mark: string, number: number, actions: Actions) {
    this.button = element('button', { type: 'button', class: 'work', 'data-mark': mark, 'data-number': String(number) });
    this.button.append(this.box, element('span', {}, this.state, this.id, this.text, ' ', this.facts));
    this.button.addEventListener('click', () => this.work && actions.reveal(this.work.range));
    this.element = element('li', {}, this.button);
  }

  show(work: Work): void {
    this.work = work;
    const { id, text, effort, after, done } = work;
    setAttributes(this.button, { 'data-done': done === undefined ? undefined : String(done) });
    setText(this.state, done === undefined ? '' : done ? 'Done: ' : 'Not done: ');
    setText(this.id, id === undefined ? '' : `${id} `);
    setText(this.text, text);
    setText(this.facts, [effort, after.length > 0 ? `after ${after.join(', ')}` : undefined].filter((fact) => fact !== undefined).join(' · '));
    setPlace(this.button, work);
  }
}

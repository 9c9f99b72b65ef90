/** One part of the panel with its heading: it folds away, and where it is empty it says what to write. */
import { element, setAttributes, setText, syncChildren } from '../elements.ts';
import { createBadge, createButton } from '../toolkit.ts';

export interface SectionText {
  readonly title: string;
  readonly empty: string;
  readonly fill: string;
}

export class Section {
  readonly element: HTMLElement;
  private readonly badge = createBadge();
  private readonly toggle = element('button', { type: 'button', class: 'section-toggle' });
  private readonly heading: HTMLElement;
  private readonly body: HTMLElement;
  private readonly emptiness: HTMLElement;
  private isFolded = false;

  constructor(
    readonly name: string,
    text: SectionText,
    fill: () => void,
    private readonly folded: (isFolded: boolean) => void,
  ) {
    this.toggle.append(element('span', { class: 'twistie', 'aria-hidden': 'true' }), text.title);
    this.heading = element('h2', { id: `${name}-heading` }, this.toggle, this.badge);
    this.body = element('div', { class: 'section-body', id: `${name}-body` });
    this.emptiness = element('div', { class: 'empty' }, element('p', { class: 'sentence' }, text.empty), createButton(text.fill, fill));
    this.element = element('section', { 'aria-labelledby': `${name}-heading`, 'data-part': name }, this.heading, this.body);
    this.toggle.addEventListener('click', () => {
      this.fold(!this.isFolded);
      this.folded(this.isFolded);
    });
    this.fold(false);
  }

  show(count: number, content: HTMLElement): void {
    setText(this.badge, String(count));
    this.badge.hidden = count === 0;
    syncChildren(this.body, [count === 0 ? this.emptiness : content]);
  }

  fold(isFolded: boolean): void {
    this.isFolded = isFolded;
    this.body.hidden = isFolded;
    setAttributes(this.toggle, { 'aria-expanded': String(!isFolded), 'aria-controls': `${this.name}-body` });
  }

  /** Brings it to the top, open, with the focus on its heading. */
  visit(): void {
    if (this.isFolded) this.toggle.click();
    this.element.scrollIntoView({ block: 'start' });
    this.toggle.focus({ preventScroll: true });
  }
}

/** The line of links at the top of the panel: one for each part, with its figure. */
import { element, setAttributes, setText, syncChildren } from '../elements.ts';
import { Roving } from '../roving.ts';

export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly count: number;
}

export class Contents {
  readonly element = element('nav', { 'aria-label': 'Parts of the document' });
  private readonly links = new Map<string, { readonly button: HTMLButtonElement; readonly count: HTMLElement }>();
  private readonly roving = new Roving(this.element, () => [...this.element.querySelectorAll<HTMLElement>('button')]);

  constructor(private readonly visit: (name: string) => void) {}

  show(entries: readonly Entry[]): void {
    syncChildren(this.element, entries.map((entry) => this.linkTo(entry)));
    this.element.hidden = entries.length < 2;
    this.roving.refresh();
  }

  private linkTo({ name, title, count }: Entry): HTMLElement {
    const known = this.links.get(name) ?? this.open(name, title);
    setText(known.count, count === 0 ? '' : String(count));
    setAttributes(known.button, { 'data-empty': count === 0 ? 'true' : undefined });
    return known.button;
  }

  private open(name: string, title: string): { readonly button: HTMLButtonElement; readonly count: HTMLElement } {
    const count = element('span', { class: 'count' });
    const button = element('button', { type: 'button', class: 'contents-link', 'data-visit': name }, title, ' ', count);
    button.addEventListener('click', () => this.visit(name));
    const link = { button, count };
    this.links.set(name, link);
    return link;
  }
}

/** A button that opens a list of things to do; it closes on Escape, on a choice, and on a press elsewhere. */
import { element } from '../elements.ts';
import { Roving } from '../roving.ts';

export interface MenuItem {
  readonly name: string;
  readonly choose: () => void;
  /** It is offered only while there is a picture. */
  readonly needsPicture?: boolean;
}

let made = 0;
const GAP = 2;

export class Menu {
  readonly element: HTMLElement;
  private readonly list = element('div', { class: 'menu', role: 'menu', popover: 'auto' });
  private readonly roving: Roving;

  constructor(
    private readonly button: HTMLButtonElement,
    private readonly items: readonly MenuItem[],
  ) {
    this.list.id = `menu-${++made}`;
    this.list.ariaLabel = button.getAttribute('aria-label') ?? button.textContent;
    this.list.append(...items.map((item) => this.itemFor(item)));
    this.roving = new Roving(this.list, () => [...this.list.querySelectorAll<HTMLElement>('button:not([hidden])')]);
    for (const [name, value] of Object.entries({ 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': this.list.id })) button.setAttribute(name, value);
    // As its invoker, the button does not open again what the same press has closed.
    button.popoverTargetElement = this.list;
    this.element = element('div', { class: 'menu-holder', 'data-live': '' }, button, this.list);
    this.list.addEventListener('toggle', (event) => this.toggled(event.newState === 'open'));
    this.list.addEventListener('keydown', (event) => this.press(event));
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      event.stopPropagation();
      this.list.showPopover();
    });
  }

  showPicture(isThere: boolean): void {
    this.list.querySelectorAll('button').forEach((button, index) => (button.hidden = !isThere && this.items[index]?.needsPicture === true));
  }

  private itemFor({ name, choose }: MenuItem): HTMLButtonElement {
    const item = element('button', { type: 'button', class: 'menu-item', role: 'menuitem' }, name);
    item.addEventListener('click', () => {
      this.close();
      choose();
    });
    return item;
  }

  private toggled(isOpen: boolean): void {
    this.button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return;
    this.place();
    this.roving.refresh();
    this.list.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  /** Below the button, or above it where there is no room; never out of the panel. */
  private place(): void {
    const { left, right, top, bottom } = this.button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.list;
    const isLeftToRight = getComputedStyle(this.button).direction === 'ltr';
    const x = Math.max(GAP, Math.min(isLeftToRight ? right - width : left, window.innerWidth - width - GAP));
    const y = bottom + GAP + height > window.innerHeight && top > height ? top - height - GAP : bottom + GAP;
    this.list.style.left = `${x}px`;
    this.list.style.top = `${y}px`;
  }

  /** Its keys are its own: Escape closes nothing else. */
  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      this.close();
    }
  }

  private close(): void {
    this.button.focus({ preventScroll: true });
    this.list.hidePopover();
  }
}

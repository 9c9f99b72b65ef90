/** A text of the author, of which a few lines are shown until more is asked for. */
import { element, setAttributes, setText } from '../elements.ts';

export class Clamped {
  readonly element = element('div', { class: 'clamped' });
  private readonly text = element('p', { dir: 'auto' });
  private readonly more = element('button', { type: 'button', class: 'clamp-more', 'data-live': 'true' }, 'more');
  private isOpen = false;

  /** What the text is about, for those who hear only "more". */
  constructor(private readonly about: string) {
    this.element.append(this.text, this.more);
    this.more.addEventListener('click', () => this.open(!this.isOpen));
    this.open(false);
    new ResizeObserver(() => this.measure()).observe(this.text);
  }

  show(text: string): void {
    if (this.text.textContent === text) return;
    setText(this.text, text);
    if (this.element.isConnected) this.measure();
  }

  private open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.element.classList.toggle('open', isOpen);
    setText(this.more, isOpen ? 'less' : 'more');
    setAttributes(this.more, { 'aria-expanded': String(isOpen), 'aria-label': `${isOpen ? 'Less' : 'More'} of ${this.about}` });
  }

  /** Where nothing is cut off there is no more. */
  private measure(): void {
    if (!this.isOpen) this.more.hidden = this.text.scrollHeight <= this.text.clientHeight + 1;
  }
}

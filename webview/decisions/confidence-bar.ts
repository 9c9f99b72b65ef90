/** How sure a decision is: its figure, with a plain bar beside it. */
import type { Confidence } from '../../src/core/picture/decisions.ts';
import { element, setText } from '../elements.ts';

export class ConfidenceBar {
  readonly element: HTMLElement;
  private readonly text = element('span', { dir: 'auto' });
  private readonly bar = element('span', { class: 'share', 'aria-hidden': 'true' });

  constructor() {
    this.element = element('span', { class: 'confidence' }, element('span', { class: 'unseen' }, 'Confidence: '), this.bar, this.text);
  }

  show(confidence: Confidence | undefined): void {
    this.element.hidden = confidence === undefined;
    const percent = confidence?.percent;
    setText(this.text, confidence?.text ?? '');
    this.element.title = confidence === undefined ? '' : `Confidence: ${confidence.text}`;
    this.bar.hidden = percent === undefined;
    this.bar.style.setProperty('--share', String((percent ?? 0) / 100));
  }
}

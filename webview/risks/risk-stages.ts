/** Chooses between the risks as they are, as they are once mitigated, and both. */
import { element, setAttributes } from '../elements.ts';
import type { Stage } from './risk-layout.ts';

const STAGES: readonly (readonly [Stage, string])[] = [
  ['before', 'Before'],
  ['after', 'After'],
  ['both', 'Both'],
];

export class RiskStages {
  readonly element = element('div', { class: 'risk-stages', role: 'radiogroup', 'aria-label': 'Before or after mitigation', 'data-live': '' });
  private readonly buttons: readonly (readonly [Stage, HTMLButtonElement])[];

  constructor(private readonly chosen: (stage: Stage) => void) {
    this.buttons = STAGES.map(([stage, name]) => {
      const title = stage === 'both' ? 'Before and after mitigation' : `${name} mitigation`;
      const button = element('button', { type: 'button', role: 'radio', class: 'risk-stage', title, 'aria-label': title }, name);
      button.addEventListener('click', () => this.chosen(stage));
      return [stage, button] as const;
    });
    this.element.append(...this.buttons.map(([, button]) => button));
    this.element.addEventListener('keydown', (event) => this.press(event));
  }

  update(stage: Stage): void {
    for (const [own, button] of this.buttons) {
      setAttributes(button, { 'aria-checked': String(own === stage) });
      button.tabIndex = own === stage ? 0 : -1;
    }
  }

  /** As in every group of radio buttons, the arrow keys choose. */
  private press(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = this.buttons.findIndex(([, button]) => button === event.target);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const [stage, button] = this.buttons[(at + by + this.buttons.length) % this.buttons.length] ?? [];
    if (stage === undefined) return;
    this.chosen(stage);
    button?.focus();
  }
}

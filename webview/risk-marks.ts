/** The buttons that stand for risks, one dot and one line of the list for each; kept by number, so that the focus stays with it. */
import type { RiskDot } from '../src/core/readings/picture.ts';
import { element, setAttributes, setText } from './elements.ts';
import { isMitigated, riskFacts, riskLabel, riskTooltip } from './risk-layout.ts';

export type RevealRisk = (risk: RiskDot) => void;

abstract class Mark {
  readonly button: HTMLButtonElement;
  private risk: RiskDot;

  constructor(risk: RiskDot, kind: 'dot' | 'item', reveal: RevealRisk) {
    this.risk = risk;
    this.button = element('button', { type: 'button', class: `risk-${kind}`, 'data-mark': kind, 'data-risk': String(risk.number) });
    this.button.addEventListener('click', () => reveal(this.risk));
  }

  show(risk: RiskDot): void {
    this.risk = risk;
    setAttributes(this.button, { 'data-mitigated': String(isMitigated(risk)), title: riskTooltip(risk) });
    this.write(risk);
  }

  protected abstract write(risk: RiskDot): void;
}

export class RiskDotMark extends Mark {
  constructor(risk: RiskDot, reveal: RevealRisk) {
    super(risk, 'dot', reveal);
  }

  protected write(risk: RiskDot): void {
    setText(this.button, String(risk.number));
    setAttributes(this.button, { 'aria-label': riskLabel(risk) });
  }
}

export class RiskItemMark extends Mark {
  readonly element = element('li');
  private readonly number = element('span', { class: 'risk-number' });
  private readonly name = element('span', { class: 'risk-name', dir: 'auto' });
  private readonly facts = element('span', { class: 'risk-facts' });
  private written = '';

  constructor(risk: RiskDot, reveal: RevealRisk) {
    super(risk, 'item', reveal);
    this.button.append(this.number, ' ', this.name, ' ', this.facts);
    this.element.append(this.button);
  }

  protected write(risk: RiskDot): void {
    setText(this.number, String(risk.number));
    setText(this.name, risk.name);
    const facts = riskFacts(risk);
    const state = isMitigated(risk) ? 'Mitigated' : 'Not mitigated';
    const written = JSON.stringify([facts, state]);
    if (written === this.written) return;
    this.written = written;
    const parts = [...facts.map(({ name, value }) => factOf(name, value)), element('span', { class: 'fact' }, state)];
    this.facts.replaceChildren(...parts.flatMap((part) => [part, ' ']));
  }
}

function factOf(name: string, value: string): HTMLElement {
  return element('span', { class: 'fact' }, `${name} `, element('bdi', { class: 'fact-value' }, value));
}

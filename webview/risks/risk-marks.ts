/** The buttons that stand for risks: dots in the grid, and lines of the list; kept by number, so that the focus stays with them. */
import type { RiskDot } from '../../src/core/picture/risks.ts';
import { element, setAttributes, setPlace, setText } from '../elements.ts';
import { isMitigated, riskFacts, riskLabel, type RiskFact } from './risk-facts.ts';
import type { Stage, Standing } from './risk-layout.ts';

export type RevealRisk = (risk: RiskDot) => void;

export class RiskDotMark {
  readonly button: HTMLButtonElement;
  private now: Standing;

  constructor(standing: Standing, reveal: RevealRisk) {
    const { risk, when } = standing;
    this.now = standing;
    const mark = when === 'now' ? 'dot' : 'dot-after';
    this.button = element('button', { type: 'button', class: 'risk-dot', 'data-mark': mark, 'data-number': String(risk.number), 'data-when': when });
    this.button.addEventListener('click', () => reveal(this.now.risk));
  }

  get standing(): Standing {
    return this.now;
  }

  show(standing: Standing, stage: Stage): void {
    const { risk, when } = standing;
    this.now = standing;
    setText(this.button, String(risk.number));
    setAttributes(this.button, { 'aria-label': riskLabel(risk, when), 'data-look': lookOf(standing, stage) });
    setPlace(this.button, risk);
  }
}

/** Beside each other, before is hollow and after is full; alone, what nobody has done anything about stands out. */
function lookOf({ risk, when }: Standing, stage: Stage): string {
  if (stage === 'both') return when === 'now' ? 'before' : 'after';
  return isMitigated(risk) ? 'mitigated' : 'open';
}

export class RiskItemMark {
  readonly element = element('li');
  private readonly button: HTMLButtonElement;
  private readonly number = element('span', { class: 'risk-number' });
  private readonly name = element('span', { class: 'risk-name', dir: 'auto' });
  private readonly facts = element('span', { class: 'risk-facts' });
  private readonly mitigation = element('span', { class: 'risk-mitigation' });
  private risk: RiskDot;
  private written = '';

  constructor(risk: RiskDot, reveal: RevealRisk) {
    this.risk = risk;
    this.button = element('button', { type: 'button', class: 'risk-item', 'data-mark': 'risk-item', 'data-number': String(risk.number) });
    this.button.append(this.number, ' ', this.name, ' ', this.facts, ' ', this.mitigation);
    this.button.addEventListener('click', () => reveal(this.risk));
    this.element.append(this.button);
  }

  show(risk: RiskDot, hasCategories: boolean): void {
    this.risk = risk;
    setText(this.number, String(risk.number));
    setText(this.name, risk.name);
    setAttributes(this.number, { 'data-look': isMitigated(risk) ? 'mitigated' : 'open' });
    setPlace(this.button, risk);
    const facts = riskFacts(risk).filter(({ name }) => hasCategories || name !== 'Category');
    const written = JSON.stringify([facts, risk.mitigation, risk.contingency]);
    if (written === this.written) return;
    this.written = written;
    this.facts.replaceChildren(...facts.flatMap((fact) => [factOf(fact), ' ']));
    this.mitigation.replaceChildren(...answersTo(risk));
  }
}

/** "Impact High → Low" */
export function factOf({ name, value, after }: RiskFact): HTMLElement {
  const fact = element('span', { class: 'fact' }, `${name} `, element('bdi', { class: 'fact-value' }, value));
  if (after === undefined) return fact;
  const arrow = element('span', { 'aria-hidden': 'true' }, value === '' ? '→ ' : ' → ');
  fact.append(arrow, element('span', { class: 'unseen' }, ', after mitigation '), element('bdi', { class: 'fact-value' }, after));
  return fact;
}

/** What is done about a risk, and what if it happens all the same. */
export function answersTo(risk: RiskDot): readonly HTMLElement[] {
  const mitigation = isMitigated(risk) ? answer('Mitigation', risk.mitigation ?? '') : element('span', { class: 'risk-answer missing' }, 'Not mitigated');
  const contingency = risk.contingency?.trim() ?? '';
  return contingency === '' ? [mitigation] : [mitigation, answer('Contingency', contingency)];
}

function answer(name: string, text: string): HTMLElement {
  return element('span', { class: 'risk-answer' }, `${name}: `, element('bdi', {}, text), ' ');
}

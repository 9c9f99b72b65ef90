/** What the colours and the dots mean. */
import type { Severity } from '../../src/core/picture/severity.ts';
import { element } from '../elements.ts';
import type { Stage } from './risk-layout.ts';

/** Not the words of the levels: a cell is a level of probability and one of impact at once. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { low: 'minor', medium: 'moderate', high: 'major', critical: 'severe' };
export const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

export class RiskLegend {
  readonly element = element('ul', { class: 'legend', 'aria-label': 'Legend' });
  private readonly severities = SEVERITIES.map((severity) => element('li', {}, element('span', { class: 'swatch', 'data-severity': severity }), SEVERITY_NAMES[severity]));
  private stage: Stage | undefined;

  update(stage: Stage): void {
    if ((stage === 'both') === (this.stage === 'both') && this.stage !== undefined) return;
    this.stage = stage;
    const dots = stage === 'both' ? [dotEntry('before', 'before mitigation'), dotEntry('after', 'after')] : [dotEntry('open', 'not mitigated'), dotEntry('mitigated', 'mitigated')];
    this.element.replaceChildren(...this.severities, ...dots);
  }
}

function dotEntry(look: string, text: string): HTMLElement {
  return element('li', {}, element('span', { class: 'ring', 'data-look': look }), text);
}

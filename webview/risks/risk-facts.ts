/** What is said about a risk in words. */
import type { When } from '../../src/core/picture/risk-levels.ts';
import type { LevelPicture, RiskDot, RiskPicture } from '../../src/core/picture/risks.ts';
import type { Place } from './risk-layout.ts';

export interface RiskFact {
  readonly name: string;
  readonly value: string;
  /** What is left of it after mitigation. */
  readonly after?: string;
}

export function isMitigated({ mitigation }: RiskDot): boolean {
  return mitigation !== undefined && mitigation.trim() !== '';
}

/** "Risk 2: Name, probability High, impact Medium, owner Ann, not mitigated"; what is left of it stands in its own dot. */
export function riskLabel(risk: RiskDot, when: When = 'now'): string {
  const levels = levelFacts(when === 'now' ? risk : (risk.residual ?? {}));
  const facts = [...levels, ...ownerFact(risk)].map(({ name, value }) => `${name.toLowerCase()} ${value}`);
  const called = when === 'now' ? `Risk ${risk.number}` : `Risk ${risk.number} after mitigation`;
  return [`${called}: ${risk.name}`, ...facts, ...(when === 'now' ? [isMitigated(risk) ? 'mitigated' : 'not mitigated'] : [])].join(', ');
}

/** Levels stand in the author's own words; the grid shows where they stand in the scale. */
export function riskFacts(risk: RiskDot): readonly RiskFact[] {
  const after = risk.residual;
  // What mitigation leaves as it is need not be said twice.
  const changed = (fact: RiskFact, left: LevelPicture | undefined): RiskFact => (left === undefined || left.text === fact.value ? fact : { ...fact, after: left.text });
  const levels = [
    ...(risk.probability || after?.probability ? [changed({ name: 'Probability', value: risk.probability?.text ?? '' }, after?.probability)] : []),
    ...(risk.impact || after?.impact ? [changed({ name: 'Impact', value: risk.impact?.text ?? '' }, after?.impact)] : []),
    ...(after?.rating ? [{ name: 'After mitigation', value: after.rating.text }] : []),
  ];
  return [...levels, ...ownerFact(risk), ...named('Category', risk.category)];
}

/** "probability High, impact Medium" */
export function placeInWords(place: Place, { scale }: Pick<RiskPicture, 'scale'>): string {
  const names = (['probability', 'impact'] as const).flatMap((axis) => {
    const name = scale[place[axis] ?? -1];
    return name === undefined ? [] : [`${axis} ${name}`];
  });
  return names.join(', ');
}

function levelFacts({ probability, impact, rating }: { readonly [level in 'probability' | 'impact' | 'rating']?: LevelPicture | undefined }): readonly RiskFact[] {
  return [...named('Probability', probability?.text), ...named('Impact', impact?.text), ...named('Rating', rating?.text)];
}

function ownerFact({ owner }: RiskDot): readonly RiskFact[] {
  return named('Owner', owner);
}

function named(name: string, value: string | undefined): readonly RiskFact[] {
  const said = value?.trim() ?? '';
  return said === '' ? [] : [{ name, value: said }];
}

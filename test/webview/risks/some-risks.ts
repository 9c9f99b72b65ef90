import type { RiskDot, RiskPicture } from '../../../src/core/picture/risks.ts';
import type { Severity } from '../../../src/core/picture/severity.ts';

export const SCALE = ['Low', 'Medium', 'High'];
const SEVERITIES: readonly Severity[] = ['low', 'low', 'medium', 'high', 'critical'];

export function levelAt(rank: number | undefined): RiskDot['impact'] {
  return rank === undefined ? undefined : { text: SCALE[rank] ?? `level ${rank}`, rank };
}

export function risk(number: number, probability?: number, impact?: number, more: Partial<RiskDot> = {}): RiskDot {
  const range = { start: 0, end: 0 };
  const said = { owner: undefined, category: undefined, mitigation: undefined, contingency: undefined, residual: undefined };
  return { number, name: `Risk ${number}`, line: 0, range, probability: levelAt(probability), impact: levelAt(impact), ...said, ...more };
}

/** What is left of a risk. */
export function left(probability?: number, impact?: number, rating?: string): NonNullable<RiskDot['residual']> {
  return { probability: levelAt(probability), impact: levelAt(impact), rating: rating === undefined ? undefined : { text: rating, rank: undefined } };
}

export function pictureOf(risks: readonly RiskDot[], more: Partial<RiskPicture> = {}): RiskPicture {
  return { scale: SCALE, severities: SEVERITIES, axes: [], risks, ...more };
}

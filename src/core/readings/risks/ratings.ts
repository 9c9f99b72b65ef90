import { remembered } from '../../text/remembered.ts';
import type { Value } from '../forms/fields.ts';
import { isOpen } from '../forms/open-text.ts';
import { wholeLevel, type Level } from './levels.ts';
import type { Risk } from './risk.ts';

/** A risk with all three: its probability and its impact, and the rating that follows from them. */
export interface RatedRisk {
  readonly risk: Risk;
  readonly probability: Estimate;
  readonly impact: Estimate;
  readonly rating: Estimate;
}

/** A level, or a figure, or both: `High`, `12`, `High (3)`. */
export interface Estimate {
  readonly value: Value;
  readonly level: Level | undefined;
  readonly figure: number | undefined;
}

const LONGEST = 40;
const RANGE = /\d\s?[-–]\s?\d/;

export function ratedRisks(risks: readonly Risk[]): readonly RatedRisk[] {
  return risks.flatMap((risk) => {
    if (!risk.probability || !risk.impact || !risk.rating) return [];
    const [probability, impact, rating] = [estimate(risk.probability), estimate(risk.impact), estimate(risk.rating)];
    return probability && impact && rating ? [{ risk, probability, impact, rating }] : [];
  });
}

function estimate(value: Value | undefined): Estimate | undefined {
  const stated = value && estimated(value.text);
  return stated && { value, ...stated };
}

const estimated = remembered((text: string): Omit<Estimate, 'value'> | undefined => {
  if (isOpen(text) || text.length > LONGEST || RANGE.test(text)) return undefined;
  const figures = text.match(/\d+(?:[.,]\d+)?%?/g) ?? [];
  const figure = figures.length === 1 && /^\d{1,4}$/.test(figures[0]) ? Number(figures[0]) : undefined;
  const level = wholeLevel(text);
  return level === undefined && figure === undefined ? undefined : { level, figure };
});

/** Lowest and highest of the ratings that can follow: no matrix rates a risk above both of what it follows from, or below both. */
export function ratingBounds(probability: Level, impact: Level, isThreeByThree: boolean): { readonly lowest: number; readonly highest: number } {
  const [low, high] = [Math.min(stepOf(probability), stepOf(impact)), Math.max(stepOf(probability), stepOf(impact))];
  // With more levels than three, the bands of ratings lie in other places from matrix to matrix.
  const slack = isThreeByThree ? 0 : 1;
  const top = isThreeByThree && high === HIGH ? high + 1 : high + slack;
  return { lowest: low - slack, highest: top };
}

const HIGH = 3;

/** Where a level stands among five, whatever its scale. */
export function stepOf({ rank, scale }: Level): number {
  return scale === 'words' ? rank + 1 : rank;
}

export function isOfThree({ rank, scale }: Level): boolean {
  return scale === 'words' && rank < 3;
}

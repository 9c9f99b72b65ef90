import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { drawRisks, type RiskDot, type RiskPicture } from '../../../src/core/picture/risks.ts';
import { rateRisk, type RiskRating } from '../../../src/core/picture/rate-risk.ts';
import type { PictureSource } from '../../../src/core/picture/source.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { checker } from '../documents.ts';

export type Wish = Omit<RiskRating, 'risk' | 'when'> & { readonly when?: RiskRating['when'] };

export const NOTES = 'notes.md';

export function sourceOf(text: string, path = NOTES): PictureSource {
  return checker.sourceOf(checker.check(text, path, DEFAULT_SETTINGS));
}

export function risksIn(text: string, path = NOTES): RiskPicture {
  return drawRisks(sourceOf(text, path));
}

/** Rates the risk of this number as the panel does; a problem is thrown. */
export function rated(text: string, number: number, wish: Wish, path = NOTES): string {
  const source = sourceOf(text, path);
  const risk = source.risks[number - 1];
  assert.ok(risk, `there is a risk ${number}`);
  const edit = rateRisk(source, { when: 'now', ...wish, risk: risk.range.start });
  assert.ok('edits' in edit, 'problem' in edit ? edit.problem : '');
  return applyEdits(text, edit.edits);
}

/** The level of a name among five, whatever the scale it is on. */
export function stepIn({ scale }: RiskPicture, rank: number | undefined): number | undefined {
  if (rank === undefined) return undefined;
  return scale.length === 5 ? rank : rank + 1;
}

/** All that the panel shows of a risk but its place. */
export function shown(risk: RiskDot, picture: RiskPicture): unknown {
  const step = (level: RiskDot['impact']): unknown => level && { text: level.text, step: stepIn(picture, level.rank) };
  const { residual } = risk;
  return {
    ...risk,
    range: undefined,
    line: undefined,
    probability: step(risk.probability),
    impact: step(risk.impact),
    residual: residual && { probability: step(residual.probability), impact: step(residual.impact), rating: step(residual.rating) },
  };
}

import { plainTitle } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { Risk } from '../readings/risks/risk.ts';
import { isBlank } from '../template/placeholders.ts';
import { headingAbove, sectionAround } from './risk-groups.ts';
import { riskLevels, written, type Axis } from './risk-levels.ts';
import { severityOf, type Severity } from './severity.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

export interface RiskPicture {
  /** Names of the levels from lowest to highest; levels of a risk index into it. */
  readonly scale: readonly string[];
  /** How grave a risk is, by its probability and its impact added up; a level that stands alone counts twice. */
  readonly severities: readonly Severity[];
  /** What the document rates its risks by, or means to. */
  readonly axes: readonly Axis[];
  readonly risks: readonly RiskDot[];
}

export interface RiskDot extends Placed, Rated {
  /** Counts from 1 in the order of the document. */
  readonly number: number;
  readonly name: string;
  readonly owner: string | undefined;
  readonly category: string | undefined;
  readonly mitigation: string | undefined;
  /** What is done if it happens all the same. */
  readonly contingency: string | undefined;
  /** What is left of it once it is mitigated, where the document says so. */
  readonly residual: Residual | undefined;
}

export interface Rated {
  readonly probability: LevelPicture | undefined;
  readonly impact: LevelPicture | undefined;
}

export interface Residual extends Rated {
  /** What follows from both, where that is all that is said. */
  readonly rating: LevelPicture | undefined;
}

/** A level in the author's own words, and where it stands in the scale if it is a level of any. */
export interface LevelPicture {
  readonly text: string;
  readonly rank: number | undefined;
}

export function drawRisks(source: PictureSource): RiskPicture {
  const { plan, risks } = source;
  const { scale, axes, rankOf } = riskLevels(source);
  const around = sectionAround(plan, risks);
  const drawLevel = (value: Value | undefined): LevelPicture | undefined => {
    const text = written(value);
    return text === undefined || value === undefined ? undefined : { text: plainTitle(value.text), rank: rankOf(value.text) };
  };
  const drawRisk = (risk: Risk, index: number): RiskDot => ({
    number: index + 1,
    name: isBlank(risk.name.text) ? 'Unnamed risk' : plainTitle(risk.name.text),
    ...placed(plan, risk.range),
    probability: drawLevel(risk.probability),
    impact: drawLevel(risk.impact),
    owner: written(risk.owner),
    category: written(risk.category) ?? categoryAbove(headingAbove(plan, risk, around)),
    mitigation: written(risk.mitigation),
    contingency: written(risk.contingency),
    residual: drawResidual(risk.residual, drawLevel),
  });
  const severities = Array.from({ length: 2 * scale.length - 1 }, (_, sum) => severityOf(sum / 2, scale.length));
  return { scale, severities, axes, risks: risks.map(drawRisk) };
}

function drawResidual({ probability, impact, rating }: Risk['residual'], draw: (value: Value | undefined) => LevelPicture | undefined): Residual | undefined {
  const residual = { probability: draw(probability), impact: draw(impact), rating: draw(rating) };
  return residual.probability ?? residual.impact ?? residual.rating ? residual : undefined;
}

function categoryAbove(title: string | undefined): string | undefined {
  const name = plainTitle(title ?? '');
  return name === '' || isBlank(name) ? undefined : name;
}

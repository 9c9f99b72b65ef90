import type { Plan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { readDiagrams } from './diagrams.ts';
import type { Value } from './forms/fields.ts';
import { commonScale, rankIn, readLevel } from './risks/levels.ts';
import type { Risk } from './risks/risks.ts';

/** What the panel draws: plain data, complete in itself, with the place of every item in the document. */
export interface Picture {
  readonly title: string;
  /** The name of the kind of document, where it is known. */
  readonly kind: string | undefined;
  /** Why it is taken for that kind, in a sentence. */
  readonly reason: string | undefined;
  readonly diagrams: readonly DiagramPicture[];
  readonly risks: RiskPicture;
}

export interface DiagramPicture {
  readonly source: string;
  /** The heading it stands under, as a caption; empty before the first heading. */
  readonly caption: string;
  /** Counted from 0. */
  readonly line: number;
  readonly range: Range;
  /** Where its source stands, line for line. */
  readonly content: Range;
}

export interface RiskPicture {
  /** Names of the levels from lowest to highest; levels of a risk index into it. */
  readonly scale: readonly string[];
  readonly risks: readonly RiskDot[];
}

export interface RiskDot {
  /** Counts from 1 in the order of the document. */
  readonly number: number;
  readonly name: string;
  readonly line: number;
  readonly range: Range;
  readonly probability: LevelPicture | undefined;
  readonly impact: LevelPicture | undefined;
  readonly owner: string | undefined;
  readonly mitigation: string | undefined;
}

/** A level in the author's own words, and where it stands in the scale if it is a level of any. */
export interface LevelPicture {
  readonly text: string;
  readonly rank: number | undefined;
}

export function drawPicture(plan: Plan, kind: Pick<Picture, 'kind' | 'reason'>, risks: readonly Risk[]): Picture {
  return {
    title: plainTitle(plan.title?.heading.title ?? ''),
    ...kind,
    diagrams: readDiagrams(plan).map(({ source, caption, range, content }) => ({ source, caption, range, content, line: plan.lines.lineAt(range.start) })),
    risks: drawRisks(plan, risks),
  };
}

function drawRisks(plan: Plan, risks: readonly Risk[]): RiskPicture {
  const levels = risks.flatMap(({ probability, impact }) => [levelOf(probability), levelOf(impact)]);
  const scale = commonScale(levels.filter((level) => level !== undefined));
  const drawLevel = (value: Value | undefined): LevelPicture | undefined => {
    const text = written(value);
    const level = levelOf(value);
    return text === undefined ? undefined : { text: plainTitle(text), rank: level && rankIn(scale, level) };
  };
  return {
    scale,
    risks: risks.map((risk, index) => ({
      number: index + 1,
      name: isBlank(risk.name.text) ? 'Unnamed risk' : plainTitle(risk.name.text),
      line: plan.lines.lineAt(risk.range.start),
      range: risk.range,
      probability: drawLevel(risk.probability),
      impact: drawLevel(risk.impact),
      owner: written(risk.owner),
      mitigation: written(risk.mitigation),
    })),
  };
}

function levelOf(value: Value | undefined): ReturnType<typeof readLevel> {
  const text = written(value);
  return text === undefined ? undefined : readLevel(text);
}

/** Words that stand where nothing is said yet. */
const NOTHING_SAID = /^(?:-+|–|—|\?+|n\/?a|none|nothing|tbd|tbc|todo|to be (?:defined|determined|decided|done))\.?$/i;

/** The text of a value that somebody has filled in. */
function written(value: Value | undefined): string | undefined {
  if (value === undefined || isBlank(value.text)) return undefined;
  return NOTHING_SAID.test(plainTitle(value.text)) ? undefined : value.text;
}

import type { Plan } from '../plan/plan.ts';
import type { Level } from '../readings/risks/levels.ts';
import { isOfThree, ratedRisks, ratingBounds, stepOf, type Estimate, type RatedRisk } from '../readings/risks/ratings.ts';
import { readRiskMatrix, type MatrixCell } from '../readings/risks/risk-matrix.ts';
import type { Risk } from '../readings/risks/risk.ts';

/** A rating that does not follow from probability and impact. */
export type Contradiction = ByScore | ByMatrix | ByBounds | ByAnother;

interface Of {
  readonly rated: RatedRisk;
}
/** The score of a document in which scores are products. */
interface ByScore extends Of {
  readonly by: 'score';
  readonly score: number;
}
/** The matrix that the document prints. */
interface ByMatrix extends Of {
  readonly by: 'matrix';
  readonly cell: MatrixCell;
}
/** No matrix at all rates so: it is above both, or below both. */
interface ByBounds extends Of {
  readonly by: 'bounds';
  readonly isAbove: boolean;
  /** The nearest that would be neither. */
  readonly step: number;
  /** One that is alike in both and may be rated as it is. */
  readonly like: RatedRisk | undefined;
}
/** Another risk is alike in both and rated differently. */
interface ByAnother extends Of {
  readonly by: 'another';
  readonly other: RatedRisk;
}

export function contradictions(plan: Plan, risks: readonly Risk[]): readonly Contradiction[] {
  const all = ratedRisks(risks);
  if (all.length === 0) return [];
  const scores = wrongScores(plan.text, all);
  const matrix = all.some(({ probability, impact }) => probability.level && impact.level) ? readRiskMatrix(plan) : undefined;
  const isThreeByThree = all.every(({ probability, impact }) => [probability.level, impact.level].every((level) => level === undefined || isOfThree(level)));
  const found: Contradiction[] = [...scores];
  const open: RatedRisk[] = [];
  for (const rated of all) {
    if (scores.some((score) => score.rated === rated)) continue;
    const cells = matrix && rated.probability.level && rated.impact.level ? matrix.ratingsOf(rated.probability.level, rated.impact.level) : [];
    const contradiction = cells.length > 0 ? againstMatrix(rated, cells) : againstBounds(rated, isThreeByThree);
    if (contradiction) found.push(contradiction);
    else if (cells.length === 0) open.push(rated);
  }
  const groups = groupsOf(open);
  return [
    ...found.map((each) => (each.by === 'bounds' ? { ...each, like: usualOf(groups.get(pairOf(each.rated) ?? '') ?? []) } : each)),
    ...Array.from(groups.values()).flatMap(unlikeOthers),
  ];
}

function againstMatrix(rated: RatedRisk, cells: readonly MatrixCell[]): ByMatrix | undefined {
  const { level } = rated.rating;
  const [cell] = cells;
  if (!level || !cell || cells.some((each) => isSame(each.level, level)) || cells.some((each) => each.level.scale !== level.scale)) return undefined;
  return { by: 'matrix', rated, cell };
}

function againstBounds(rated: RatedRisk, isThreeByThree: boolean): ByBounds | undefined {
  const [probability, impact, rating] = [rated.probability.level, rated.impact.level, rated.rating.level];
  // A figure as a rating is a score, on a scale of its own.
  if (!probability || !impact || !rating || rating.scale === 'numbers') return undefined;
  const { lowest, highest } = ratingBounds(probability, impact, isThreeByThree);
  const step = stepOf(rating);
  if (step >= lowest && step <= highest) return undefined;
  const bounds = [stepOf(probability), stepOf(impact)];
  return { by: 'bounds', rated, isAbove: step > highest, step: step > highest ? Math.max(...bounds) : Math.min(...bounds), like: undefined };
}

/** Where the name of the score says that it is the product, or where it is for most of the others. */
function wrongScores(text: string, all: readonly RatedRisk[]): readonly ByScore[] {
  const scored = all.flatMap((rated) => {
    const [a, b, score] = [rated.probability.figure, rated.impact.figure, rated.rating.figure];
    return a === undefined || b === undefined || score === undefined ? [] : [{ by: 'score' as const, rated, score: a * b, isRight: a * b === score, isTelling: a * b !== a + b }];
  });
  const wrong = scored.filter(({ isRight }) => !isRight);
  const isSaid = wrong.some(({ rated }) => saysProduct(text, rated.risk));
  const right = scored.filter(({ isRight, isTelling }) => isRight && isTelling).length;
  return isSaid || (right >= 2 && right > wrong.length) ? wrong.map(({ by, rated, score }) => ({ by, rated, score })) : [];
}

function saysProduct(text: string, { form }: Risk): boolean {
  if (form.kind !== 'row') return false;
  const title = form.table.titles[form.table.columns.indexOf('rating')];
  return title !== undefined && /(?:\bp|prob\w*|likelihood)\s?[×x*·]\s?(?:i\b|imp|sev)|(?:\bi|imp\w*|sev\w*)\s?[×x*·]\s?(?:p\b|prob|like)/i.test(text.slice(title.range.start, title.range.end));
}

/** Those that are alike in both, by what they are alike in. */
function groupsOf(all: readonly RatedRisk[]): ReadonlyMap<string, readonly RatedRisk[]> {
  const groups = new Map<string, RatedRisk[]>();
  for (const rated of all) {
    const key = pairOf(rated);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(rated);
    else if (key !== undefined) groups.set(key, [rated]);
  }
  return groups;
}

/** The first that is rated as most are. */
function usualOf(group: readonly RatedRisk[]): RatedRisk | undefined {
  const counts = new Map<string, number>();
  for (const { rating } of group) counts.set(ratingKey(rating), (counts.get(ratingKey(rating)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return group.find(({ rating }) => counts.get(ratingKey(rating)) === most);
}

function unlikeOthers(group: readonly RatedRisk[]): readonly ByAnother[] {
  const other = usualOf(group);
  if (other === undefined) return [];
  return group.filter(({ rating }) => ratingKey(rating) !== ratingKey(other.rating)).map((rated) => ({ by: 'another', rated, other }));
}

/** The product does not tell which of the two is which. */
function pairOf({ probability, impact, rating }: RatedRisk): string | undefined {
  const [a, b] = [probability, impact].map(({ level, figure }) => (level ? `${level.scale} ${level.rank}` : figure === undefined ? undefined : `figure ${figure}`)).sort();
  return a === undefined || b === undefined ? undefined : `${isScore(rating) ? 'score' : 'level'}: ${a}, ${b}`;
}

function ratingKey(rating: Estimate): string {
  const { level, figure } = rating;
  return isScore(rating) ? String(figure) : `${level?.scale ?? ''} ${level?.rank ?? ''}`;
}

function isScore({ level }: Estimate): boolean {
  return level === undefined || level.scale === 'numbers';
}

function isSame(a: Level, b: Level): boolean {
  return a.scale === b.scale && a.rank === b.rank;
}

/** Where each risk stands: pure, so that the drawing code decides nothing. */
import type { Axis, When } from '../../src/core/picture/risk-levels.ts';
import type { RiskDot, RiskPicture } from '../../src/core/picture/risks.ts';
import type { Severity } from '../../src/core/picture/severity.ts';

/** Risks as they are, as they are once mitigated, or both with what leads from one to the other. */
export type Stage = 'before' | 'after' | 'both';

/** A risk in the grid or beside it: with the levels it has, or with those that are left once it is mitigated. */
export interface Standing {
  readonly risk: RiskDot;
  readonly when: When;
  readonly place: Place;
}

/** Levels as places on the scale; a strip knows but one of them. */
export type Place = Partial<Readonly<Record<Axis, number>>>;

export interface Cell {
  readonly severity: Severity;
  readonly place: Place;
  readonly dots: readonly Standing[];
}

export interface Row {
  /** A strip has one row, which stands for nothing. */
  readonly name: string | undefined;
  readonly cells: readonly Cell[];
}

/** Rows come from the highest level down, columns from the lowest level up: the worst corner is at the top right. */
export interface Grid {
  readonly form: 'matrix' | 'strip';
  readonly stage: Stage;
  readonly columnAxis: Axis;
  readonly rowAxis: Axis | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Risks that lack a level the grid needs. */
  readonly unrated: readonly Standing[];
}

export type RiskLayout = { readonly form: 'empty' } | { readonly form: 'list' } | Grid;

const AXES: readonly Axis[] = ['probability', 'impact'];

/** The grid is that of all risks, whichever are shown in it. */
export function riskLayout(picture: RiskPicture, stage: Stage = 'before', shown = picture.risks): RiskLayout {
  if (picture.risks.length === 0) return { form: 'empty' };
  const axes = axesOf(picture);
  if (axes === undefined) return { form: 'list' };
  const standings = shown.flatMap((risk) => standingsOf(risk, picture, axes, stage));
  return axes.length === 2 ? matrixOf(picture, stage, standings) : stripOf(picture, stage, standings, axes[0] ?? 'impact');
}

/** Whether the document says of any risk where it stands once it is mitigated. */
export function saysAfter(picture: RiskPicture): boolean {
  const axes = axesOf(picture);
  return axes !== undefined && picture.risks.some((risk) => isPlaced(placeOf(risk, 'mitigated', picture, axes), axes));
}

/** Where a risk stands, as far as the document says so. What is not said to change with its mitigation stays as it is. */
export function placeOf(risk: RiskDot, when: When, { scale }: Pick<RiskPicture, 'scale'>, axes = AXES): Place {
  const { residual } = risk;
  const isSaid = when === 'now' || axes.some((axis) => isOn(scale, residual?.[axis]?.rank));
  if (!isSaid) return {};
  return Object.fromEntries(
    axes.flatMap((axis) => {
      const ranks = when === 'now' ? [risk[axis]?.rank] : [residual?.[axis]?.rank, risk[axis]?.rank];
      const rank = ranks.find((each) => isOn(scale, each));
      return rank === undefined ? [] : [[axis, rank] as const];
    }),
  );
}

/** Both where a risk has both; where none has any yet, those that the document means to rate by. */
function axesOf(picture: RiskPicture): readonly Axis[] | undefined {
  const places = picture.risks.map((risk) => placeOf(risk, 'now', picture));
  if (places.some((place) => isPlaced(place, AXES))) return AXES;
  const axis = (['impact', 'probability'] as const).find((candidate) => places.some((place) => place[candidate] !== undefined));
  if (axis !== undefined) return [axis];
  return picture.axes.length === 0 || picture.scale.length === 0 ? undefined : picture.axes;
}

function standingsOf(risk: RiskDot, picture: RiskPicture, axes: readonly Axis[], stage: Stage): readonly Standing[] {
  const before: Standing = { risk, when: 'now', place: placeOf(risk, 'now', picture, axes) };
  const after: Standing = { risk, when: 'mitigated', place: placeOf(risk, 'mitigated', picture, axes) };
  if (stage !== 'both') return stage === 'before' ? [before] : [after];
  return isPlaced(after.place, axes) ? [before, after] : [before];
}

function matrixOf(picture: RiskPicture, stage: Stage, standings: readonly Standing[]): Grid {
  const { scale } = picture;
  const rows = scale.map((name, impact): Row => ({ name, cells: scale.map((_, probability) => cellOf(picture, standings, { probability, impact })) }));
  return gridOf({ form: 'matrix', stage, columnAxis: 'probability', rowAxis: 'impact', columns: scale, rows: rows.reverse() }, standings);
}

function stripOf(picture: RiskPicture, stage: Stage, standings: readonly Standing[], axis: Axis): Grid {
  const cells = picture.scale.map((_, level) => cellOf(picture, standings, { [axis]: level }));
  return gridOf({ form: 'strip', stage, columnAxis: axis, rowAxis: undefined, columns: picture.scale, rows: [{ name: undefined, cells }] }, standings);
}

function cellOf(picture: RiskPicture, standings: readonly Standing[], place: Place): Cell {
  const axes = AXES.filter((axis) => place[axis] !== undefined);
  const stands = (standing: Standing): boolean => axes.every((axis) => standing.place[axis] === place[axis]);
  const sum = (place.probability ?? place.impact ?? 0) + (place.impact ?? place.probability ?? 0);
  return { severity: picture.severities[sum] ?? 'medium', place, dots: towardsOthers(standings.filter(stands), picture) };
}

/** Those whose way leads to the left stand on the left. */
function towardsOthers(dots: readonly Standing[], picture: RiskPicture): readonly Standing[] {
  const isInPairs = new Set(dots.map(({ when }) => when)).size > 1;
  if (!isInPairs) return dots;
  const columnOf = (place: Place): number => place.probability ?? place.impact ?? 0;
  const end = ({ risk, when, place }: Standing): number => columnOf({ ...place, ...placeOf(risk, when === 'now' ? 'mitigated' : 'now', picture) });
  return [...dots].sort((a, b) => end(a) - end(b) || a.risk.number - b.risk.number);
}

function gridOf(grid: Omit<Grid, 'unrated'>, standings: readonly Standing[]): Grid {
  const placed = new Set(grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell.dots)));
  return { ...grid, unrated: standings.filter((standing) => !placed.has(standing)) };
}

function isPlaced(place: Place, axes: readonly Axis[]): boolean {
  return axes.every((axis) => place[axis] !== undefined);
}

function isOn(scale: readonly string[], rank: number | undefined): rank is number {
  return scale[rank ?? -1] !== undefined;
}

/** More risks in one cell than stand comfortably in columns of equal width. */
export function isCrowded(grid: Grid): boolean {
  return grid.rows.some((row) => row.cells.some((cell) => cell.dots.length > 9));
}

/** Where each risk stands: pure, so that the drawing code decides nothing. */
import type { RiskDot, RiskPicture } from '../src/core/readings/picture.ts';

export type Severity = 'low' | 'medium' | 'high' | 'critical';
export type Axis = 'probability' | 'impact';

export interface Cell {
  readonly severity: Severity;
  readonly risks: readonly RiskDot[];
}

export interface Row {
  /** A strip has one row, which stands for nothing. */
  readonly name: string | undefined;
  readonly cells: readonly Cell[];
}

/** Rows come from the highest level down, columns from the lowest level up: the worst corner is at the top right. */
export interface Grid {
  readonly form: 'matrix' | 'strip';
  readonly columnAxis: Axis;
  readonly rowAxis: Axis | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Risks that lack a level the grid needs. */
  readonly unrated: readonly RiskDot[];
}

export type RiskLayout = { readonly form: 'empty' } | { readonly form: 'list' } | Grid;

export function riskLayout({ scale, risks }: RiskPicture): RiskLayout {
  if (risks.length === 0) return { form: 'empty' };
  const has = (risk: RiskDot, axis: Axis): boolean => scale[risk[axis]?.rank ?? -1] !== undefined;
  if (risks.some((risk) => has(risk, 'probability') && has(risk, 'impact'))) return matrixOf(scale, risks);
  const axis = (['impact', 'probability'] as const).find((candidate) => risks.some((risk) => has(risk, candidate)));
  return axis === undefined ? { form: 'list' } : stripOf(scale, risks, axis);
}

function matrixOf(scale: readonly string[], risks: readonly RiskDot[]): Grid {
  const rows = scale.map((name, impact): Row => {
    const cells = scale.map((_, probability): Cell => ({
      severity: severityOf((impact + probability) / 2, scale.length),
      risks: risks.filter((risk) => risk.impact?.rank === impact && risk.probability?.rank === probability),
    }));
    return { name, cells };
  });
  return gridOf({ form: 'matrix', columnAxis: 'probability', rowAxis: 'impact', columns: scale, rows: rows.reverse() }, risks);
}

function stripOf(scale: readonly string[], risks: readonly RiskDot[], axis: Axis): Grid {
  const cells = scale.map((_, level): Cell => ({
    severity: severityOf(level, scale.length),
    risks: risks.filter((risk) => risk[axis]?.rank === level),
  }));
  return gridOf({ form: 'strip', columnAxis: axis, rowAxis: undefined, columns: scale, rows: [{ name: undefined, cells }] }, risks);
}

function gridOf(grid: Omit<Grid, 'unrated'>, risks: readonly RiskDot[]): Grid {
  const placed = new Set(grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell.risks)));
  return { ...grid, unrated: risks.filter((risk) => !placed.has(risk)) };
}

/** Quarters of the way from the lowest level to the highest; the level may lie between two. */
export function severityOf(level: number, levels: number): Severity {
  const share = levels < 2 ? 0.5 : level / (levels - 1);
  if (share <= 0.25) return 'low';
  if (share <= 0.5) return 'medium';
  return share <= 0.75 ? 'high' : 'critical';
}

export function isMitigated(risk: RiskDot): boolean {
  return risk.mitigation !== undefined && risk.mitigation.trim() !== '';
}

/** "Risk 2: Name, probability High, impact Medium, owner Ann, not mitigated". */
export function riskLabel(risk: RiskDot): string {
  const facts = riskFacts(risk).map(({ name, value }) => `${name.toLowerCase()} ${value}`);
  return [`Risk ${risk.number}: ${risk.name}`, ...facts, isMitigated(risk) ? 'mitigated' : 'not mitigated'].join(', ');
}

export function riskTooltip(risk: RiskDot): string {
  return isMitigated(risk) ? `${risk.name}\nMitigation: ${risk.mitigation}` : `${risk.name}\nNot mitigated`;
}

export interface RiskFact {
  readonly name: string;
  readonly value: string;
}

/** Levels stand in the author's own words; the grid shows where they stand in the scale. */
export function riskFacts(risk: RiskDot): readonly RiskFact[] {
  const facts = [
    { name: 'Probability', value: risk.probability?.text },
    { name: 'Impact', value: risk.impact?.text },
    { name: 'Owner', value: risk.owner?.trim() },
  ];
  return facts.flatMap(({ name, value }) => (value === undefined || value === '' ? [] : [{ name, value }]));
}

/** More risks in one cell than stand comfortably in columns of equal width. */
export function isCrowded(grid: Grid): boolean {
  return grid.rows.some((row) => row.cells.some((cell) => cell.risks.length > 9));
}

/** One line of what was measured: ours beside theirs, or beside what it is compared with. */
export interface Measured {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours divided by theirs; nothing where it could not be measured. */
  readonly ratio: number | undefined;
  /** The most that the ratio may be, where there is a target. */
  readonly most?: number;
}

export type Verdict = 'ok' | 'miss' | 'not measured' | '';

export function verdictOf({ ratio, most }: Measured): Verdict {
  if (ratio === undefined || Number.isNaN(ratio)) return 'not measured';
  if (most === undefined) return '';
  return ratio <= most ? 'ok' : 'miss';
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Pairs are compared one by one, since a machine is slower now and faster then. */
export function medianRatio(pairs: readonly { readonly ours: number; readonly theirs: number }[]): number {
  return median(pairs.map(({ ours, theirs }) => ours / theirs));
}

/** Three digits that count, never with an exponent. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (value === 0 || Math.abs(value) >= 100) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}

export function milliseconds(value: number): string {
  return `${figure(value)} ms`;
}

export function seconds(value: number): string {
  return `${figure(value)} s`;
}

export function megabytes(bytes: number): string {
  return `${figure(bytes / 1_000_000)} MB`;
}

/** A table of Markdown whose columns stand below each other in a terminal as well. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], pad: string): string => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, pad)).join(' | ')} |`;
  return [line(header, ' '), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map((row) => line(row, ' '))].join('\n');
}

export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map((each) => [each.what, each.ours, each.theirs, each.ratio === undefined ? '' : figure(each.ratio), each.most === undefined ? '' : `≤ ${figure(each.most)}`, verdictOf(each)]);
  return table(['What', 'Ours', 'Beside', 'Ratio', 'Target', ''], rows);
}

import type { Position } from '../text/lines.ts';

/** How much is found in a document; hints are left out, they wait for nobody. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly remarks: number;
  /** The first of the worst. */
  readonly at: Position;
}

/** "2 errors, 3 warnings"; nothing where nothing was found. */
export function countsInWords({ errors, warnings, remarks }: Omit<FindingCounts, 'at'>): string {
  return [inWords(errors, 'error'), inWords(warnings, 'warning'), inWords(remarks, 'remark')].filter((words) => words !== '').join(', ');
}

function inWords(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

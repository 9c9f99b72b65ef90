import { MEASUREMENTS, VALIDATIONS } from '../readings/requirements/targets.ts';
import type { ReadingName } from '../template/marks.ts';

/** The two ways to show that a target is reached, with the keys of their columns. */
export const PROOFS = [
  { field: 'measurement', names: MEASUREMENTS, how: 'how it is measured' },
  { field: 'validation', names: VALIDATIONS, how: 'how it is validated' },
] as const;
export type Proof = (typeof PROOFS)[number];

/** Whether a column of a section that is read as these holds proofs: that it is empty is for `required-verification` to say, and for no other check. */
export function holdsProofs(reads: readonly ReadingName[], key: string): boolean {
  return (reads.includes('nfr') || reads.includes('metrics')) && PROOFS.some(({ names }) => names.includes(key));
}

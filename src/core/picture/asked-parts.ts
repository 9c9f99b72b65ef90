import type { ContractSection, Kind } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';

/** The parts of the panel that a document may lack. */
const PART_NAMES = ['diagrams', 'roadmap', 'waves', 'decisions', 'targets', 'gates', 'risks'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** What the template reads those sections as that are shown in this part. */
export const READINGS_OF: Readonly<Record<PartName, readonly ReadingName[]>> = {
  diagrams: ['diagram'],
  roadmap: ['phases', 'tasks'],
  waves: ['waves'],
  // A record is one decision as a whole.
  decisions: ['decisions', 'options', 'decided'],
  targets: ['nfr', 'metrics'],
  gates: ['gates'],
  risks: ['risks'],
};

const known = new WeakMap<Kind, readonly PartName[]>();

/** What a document of this kind is to have; any other document may have diagrams and risks. */
export function asksFor(kind: Kind | undefined): readonly PartName[] {
  if (kind === undefined) return ['diagrams', 'risks'];
  const parts = known.get(kind) ?? PART_NAMES.filter((part) => isAsked(kind.root, READINGS_OF[part]));
  known.set(kind, parts);
  return parts;
}

/** What stands only in sections that may be left out is not asked for. */
function isAsked({ reads, children }: ContractSection, readings: readonly ReadingName[]): boolean {
  return reads.some((each) => readings.includes(each)) || children.some((child) => !child.optional && isAsked(child, readings));
}

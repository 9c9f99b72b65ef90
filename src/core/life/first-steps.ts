/** What somebody does who gets to know Groundplan. The walkthrough ticks each off once it is done. */
export const FIRST_STEPS = ['planWritten', 'planMended', 'planDrawn', 'riskRated', 'decisionRecorded', 'planMovedOn', 'findingsFrozen', 'planHandedOver'] as const;

export type FirstStep = (typeof FIRST_STEPS)[number];

/** A document of a known kind, as it was when it was checked. */
export interface Sight {
  readonly version: number;
  readonly isRecord: boolean;
  readonly errors: number;
  readonly findings: number;
}

/** What has been done with a document, as far as it shows. What is checked anew without having been edited was not mended. A section that is put in takes an error away and brings blanks. */
export function stepsShown(now: Sight, before: Sight | undefined): readonly FirstStep[] {
  const isMended = before !== undefined && before.version < now.version && (now.errors < before.errors || now.findings < before.findings);
  return [now.isRecord ? 'decisionRecorded' : 'planWritten', ...(isMended ? (['planMended'] as const) : [])];
}

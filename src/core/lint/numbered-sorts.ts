import { naming, type Naming } from '../readings/phases/naming.ts';

/** What is counted, and the words by which documents call it. */
export interface NumberedSort {
  readonly word: string;
  readonly naming: Naming;
  /** Whether headings may count them by a number alone: `### 2. Orders`. */
  readonly mayLead: boolean;
}

export const PHASES: NumberedSort = { word: 'phase', naming: naming('phases?|stages?|milestones?|iterations?', 'mvp'), mayLead: true };
export const WAVES: NumberedSort = { word: 'wave', naming: naming('waves?'), mayLead: false };
export const RISKS: NumberedSort = { word: 'risk', naming: naming('risks?'), mayLead: true };
export const DECISIONS: NumberedSort = { word: 'decision', naming: naming('decisions?'), mayLead: true };
export const SERVICES: NumberedSort = { word: 'service', naming: naming('services?|microservices?'), mayLead: true };

/** The parts of the panel in the order in which they stand, and what a document writes to fill each. */
import type { PartName } from '../../src/core/picture/asked-parts.ts';

export interface PartText {
  readonly title: string;
  /** What to write where there is none of it yet. */
  readonly empty: string;
  /** What the button below that sentence does. */
  readonly fill: string;
}

export const PARTS: Readonly<Record<PartName, PartText>> = {
  diagrams: {
    title: 'Diagrams',
    empty: 'This document has no diagrams yet. Write one as a fenced code block that is marked mermaid.',
    fill: 'Insert a diagram',
  },
  roadmap: {
    title: 'Roadmap',
    empty: 'This document has no phases yet. Write each as a heading such as “Phase 1: Foundations”, with its effort and what it delivers below.',
    fill: 'Insert the phases',
  },
  waves: {
    title: 'Waves',
    empty: 'This document has no waves yet. Write them as lines such as “Wave 2: Screens (Depends on Wave 1)”.',
    fill: 'Insert the waves',
  },
  decisions: {
    title: 'Decisions',
    empty: 'This document decides nothing yet. Write each decision as a heading, with what was chosen and why below.',
    fill: 'Insert a decision',
  },
  targets: {
    title: 'Targets',
    empty: 'This document sets no targets yet. Write them as a table: what is measured, which figure it has to reach, and how that is shown.',
    fill: 'Insert the targets',
  },
  gates: {
    title: 'Gates',
    empty: 'This document has no gates yet. Write what has to be true before it moves on as a checklist.',
    fill: 'Insert the gates',
  },
  risks: {
    title: 'Risks',
    empty:
      'This document names no risks yet. Write a Risk section: a table with Risk, Probability, Impact and Mitigation, ' +
      'or headings, one for each risk, with these as a list below it.',
    fill: 'Insert the risks',
  },
};

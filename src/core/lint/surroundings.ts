import type { Plan } from '../plan/plan.ts';
import type { DecisionRecord } from '../readings/records/record.ts';

/**
 * What rules may ask about everything around a document. Paths are relative to the root of the workspace, with `/`.
 * Nothing as an answer means that it is not known, or not yet: then a rule finds nothing.
 */
export interface Surroundings {
  /** The day, as `2026-11-21`. */
  readonly today: string | undefined;
  /** Whether a file or a folder stands there. */
  exists(path: string): boolean | undefined;
  /** The names of the files and folders in a folder; none where there is no such folder. */
  names(folder: string): readonly string[] | undefined;
  /** Another Markdown document; `missing` where there is none that can be read. */
  document(path: string): Plan | 'missing' | undefined;
  /** Every decision record of the workspace, this one among them as it is on disk. */
  records(): readonly RecordEntry[] | undefined;
  /** The numbers of records that stand on other branches, with the path and the branch of each. */
  recordsElsewhere(): readonly RecordElsewhere[] | undefined;
  /** What the parser of the diagrams says about the source of one. */
  diagram(source: string): DiagramVerdict | undefined;
  /** The text of the document when it was first accepted; `none` where its history tells of no such time. */
  acceptedText(path: string): { readonly text: string } | 'none' | undefined;
}

export interface RecordEntry {
  readonly path: string;
  /** The id of its kind, with the dialect. */
  readonly kind: string;
  readonly plan: Plan;
  readonly record: DecisionRecord;
}

export interface RecordElsewhere {
  readonly number: number;
  readonly path: string;
  readonly branch: string;
}

/** Either the diagram can be drawn, or a sentence says why not and where: the line counts from 0 within the source. */
export type DiagramVerdict = 'fine' | { readonly message: string; readonly line: number; readonly column?: number };

/** A document by itself. */
export const NOWHERE: Surroundings = {
  today: undefined,
  exists: () => undefined,
  names: () => undefined,
  document: () => undefined,
  records: () => undefined,
  recordsElsewhere: () => undefined,
  diagram: () => undefined,
  acceptedText: () => undefined,
};

import type { Range } from '../text/range.ts';

/** What the panel draws: plain data, complete in itself, with the place of every item in the document. */
export interface Picture {
  readonly title: string;
  /** The name of the kind of document, where it is known. */
  readonly kind: string | undefined;
  readonly diagrams: readonly DiagramPicture[];
  readonly risks: RiskPicture;
}

export interface DiagramPicture {
  readonly source: string;
  /** The heading it stands under, as a caption; empty before the first heading. */
  readonly caption: string;
  /** Counted from 0. */
  readonly line: number;
  readonly range: Range;
}

export interface RiskPicture {
  /** Names of the levels from lowest to highest; levels of a risk index into it. */
  readonly scale: readonly string[];
  readonly risks: readonly RiskDot[];
}

export interface RiskDot {
  /** Counts from 1 in the order of the document. */
  readonly number: number;
  readonly name: string;
  readonly line: number;
  readonly range: Range;
  readonly probability: number | undefined;
  readonly impact: number | undefined;
  readonly owner: string | undefined;
  readonly mitigation: string | undefined;
}

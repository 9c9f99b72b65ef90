import { readDiagrams } from '../readings/diagrams.ts';
import type { Range } from '../text/range.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

export interface DiagramPicture extends Placed {
  readonly source: string;
  /** The heading it stands under, as a caption; empty before the first heading. */
  readonly caption: string;
  /** Where its source stands, line for line. */
  readonly content: Range;
}

export function drawDiagrams({ plan }: PictureSource): readonly DiagramPicture[] {
  return readDiagrams(plan).map(({ source, caption, range, content }) => ({ source, caption, content, ...placed(plan, range) }));
}

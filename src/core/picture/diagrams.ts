import { readDiagrams } from '../readings/diagrams.ts';
import type { Range } from '../text/range.ts';
import { recordGraph } from './record-graph.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

export interface DiagramPicture extends Placed {
  readonly source: string;
  /** The heading it stands under, as a caption; empty before the first heading. */
  readonly caption: string;
  /** Where its source stands, line for line. */
  readonly content: Range;
}

const AMONG_OTHERS = 'Among other records';

/** Those of the document, after that of a record among the others, which stands at its title. */
export function drawDiagrams(source: PictureSource): readonly DiagramPicture[] {
  const { plan } = source;
  const own = readDiagrams(plan).map(({ source: text, caption, range, content }) => ({ source: text, caption, content, ...placed(plan, range) }));
  const graph = recordGraph(source);
  const place = titlePlace(source);
  return graph === undefined ? own : [{ source: graph.source, caption: AMONG_OTHERS, content: { start: place.start, end: place.start }, ...placed(plan, place) }, ...own];
}

/** The file of the record for which a box stands in the diagram that begins there; nothing for every other diagram. */
export function recordAtNode(source: PictureSource, diagram: number, label: string): string | undefined {
  if (diagram !== titlePlace(source).start) return undefined;
  const [first = ''] = label.trim().split('\n');
  return recordGraph(source)?.paths.get(first.replace(/\s+/g, ' ').trim());
}

function titlePlace({ plan }: PictureSource): Range {
  return plan.title?.heading.range ?? { start: 0, end: 0 };
}

import { sectionAt, type Plan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Range } from '../text/range.ts';
import { sliceOf } from '../text/range.ts';

/** A mermaid fence of the document. */
export interface Diagram {
  readonly source: string;
  readonly range: Range;
  /** Where its source stands, line for line. */
  readonly content: Range;
  /** The heading it stands under; empty before the first heading. */
  readonly caption: string;
}

export function readDiagrams(plan: Plan): readonly Diagram[] {
  return plan.outline.fences
    .filter(({ language }) => language === 'mermaid')
    .map(({ range, content }) => ({
      range,
      content,
      source: sliceOf(plan.text, content),
      caption: plainTitle(sectionAt(plan, range.start)?.heading.title ?? ''),
    }));
}

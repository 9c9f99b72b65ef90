import { beginningIn } from '../plan/blocks.ts';
import type { Fence } from '../plan/outline.ts';
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
  return diagramsIn(plan, { start: 0, end: plan.text.length }).map(({ range, content }) => ({
    range,
    content,
    source: sliceOf(plan.text, content),
    caption: plainTitle(sectionAt(plan, range.start)?.heading.title ?? ''),
  }));
}

/** The fences of diagrams that begin in a span, in order. */
export function diagramsIn(plan: Plan, span: Range): readonly Fence[] {
  const here = (fences: readonly Fence[]): readonly Fence[] => beginningIn(fences, span, ({ range }) => range.start).filter(({ language }) => language === 'mermaid');
  const { fences, listedFences } = plan.outline;
  return [...here(fences), ...here(listedFences).filter((fence) => bearsIndentation(plan, fence))].sort((a, b) => a.range.start - b.range.start);
}

/** Mermaid reads its diagrams with any indentation, but for the settings before them. */
function bearsIndentation({ text }: Plan, { content }: Fence): boolean {
  return !sliceOf(text, content).trimStart().startsWith('---');
}

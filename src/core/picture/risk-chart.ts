import { ownLabelOf } from '../lint/risk-samples.ts';
import { inWords } from '../lint/wording.ts';
import type { Section } from '../plan/plan.ts';
import { sectionAt } from '../plan/plan.ts';
import type { Fence } from '../plan/outline.ts';
import type { Risk } from '../readings/risks/risk.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import { endOfContent, sliceOf } from '../text/range.ts';
import type { PanelEdit } from './panel-edit.ts';
import { chartLines, chartText, pointName, withPoints, type ChartPoint } from './risk-chart-text.ts';
import { sectionAround } from './risk-groups.ts';
import { AXES, riskLevels, written, type Axis, type RiskLevels } from './risk-levels.ts';
import { wordsFor } from './risk-words.ts';
import type { PictureSource } from './source.ts';

/** Writes the risks into their section as a diagram that shows them without Groundplan, or brings the one that is there up to date. */
export function insertRiskChart(source: PictureSource): PanelEdit {
  const { plan, risks } = source;
  const levels = riskLevels(source);
  const points = pointsOf(risks, levels);
  const [first] = points;
  if (first === undefined) return { problem: refusal(risks, levels) };
  const section = homeOf(source, first.risk);
  const axes = axisTitles(source, levels);
  const known = section && chartIn(source, section, axes, points);
  if (known !== undefined) {
    const ending = lineEndingOf(plan.text);
    const text = withPoints(sliceOf(plan.text, known.content), points, levels.scale.length).join(ending) + ending;
    return { edits: [{ range: known.content, text }] };
  }
  const block = ['```mermaid', ...chartText(inWords(section?.heading.title ?? ''), axes, points, levels.scale.length), '```'].join('\n');
  // Behind the first heading in it, it would be part of what that heading says.
  const end = section === undefined ? plan.text.length : section.children.length > 0 ? section.body.end : section.range.end;
  const edit = insertBlock(plan, endOfContent(plan.text, end), block, {});
  if (edit === undefined) return { problem: 'There is no place for a chart below the risks: a code block or a comment above it is never closed. Close it, then insert the chart again.' };
  return { edits: [edit] };
}

interface RiskPoint extends ChartPoint {
  readonly risk: Risk;
}

/** Those that are rated fully. */
function pointsOf(risks: readonly Risk[], { rankOf }: RiskLevels): readonly RiskPoint[] {
  return risks.flatMap((risk, index): readonly RiskPoint[] => {
    const [probability, impact] = AXES.map((axis) => {
      const value = risk[axis];
      return value === undefined || written(value) === undefined ? undefined : rankOf(value.text);
    });
    return probability === undefined || impact === undefined ? [] : [{ risk, name: pointName(risk.name.text, index + 1), probability, impact }];
  });
}

function refusal(risks: readonly Risk[], { axes }: RiskLevels): string {
  if (risks.length === 0) return 'This document has no risks to draw a chart of. Write them into a section of their own first.';
  if (axes.length === 1) return `The risks of this document have no ${axes[0] === 'impact' ? 'probability' : 'impact'}, and a chart needs both. Give at least one risk a probability and an impact.`;
  return 'No risk of this document has both a probability and an impact, and a chart needs both. Rate at least one risk, then insert the chart again.';
}

/** The section that holds all the risks; where they stand all over the document, the one that holds the first. */
function homeOf({ plan, risks }: PictureSource, first: Risk): Section | undefined {
  const around = sectionAround(plan, risks);
  if (around !== undefined && around !== plan.title) return around;
  let section = sectionAt(plan, first.range.start);
  while (section?.parent !== undefined && section.parent !== plan.title) section = section.parent;
  return section;
}

/** "Probability: Low" and "Probability: High", in the words of the document. */
function axisTitles(source: PictureSource, levels: RiskLevels): Readonly<Record<Axis, readonly [string, string]>> {
  const titleOf = (axis: Axis): readonly [string, string] => {
    const named = source.risks.find((risk) => risk[axis] !== undefined);
    const label = (named && ownLabelOf(source.plan.text, named, axis)) ?? (axis === 'impact' ? 'Impact' : 'Probability');
    const words = wordsFor(source, levels, axis, 'now');
    return [`${label}: ${words.word(0)}`, `${label}: ${words.word(levels.scale.length - 1)}`];
  };
  return { probability: titleOf('probability'), impact: titleOf('impact') };
}

/** The chart that was inserted before: it has these axes, or one of these points. */
function chartIn({ plan }: PictureSource, { range }: Section, axes: Readonly<Record<Axis, readonly [string, string]>>, points: readonly ChartPoint[]): Fence | undefined {
  return plan.outline.fences.find((fence) => {
    if (fence.language !== 'mermaid' || !fence.closed || fence.range.start < range.start || fence.range.end > range.end) return false;
    const lines = chartLines(sliceOf(plan.text, fence.content));
    return lines !== undefined && (lines.isAbout(axes) || points.some(({ name }) => lines.names.has(name)));
  });
}

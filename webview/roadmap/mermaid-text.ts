/** The steps as a flowchart, for places without Groundplan: pure. */
import type { StepsPicture } from '../../src/core/picture/steps.ts';
import { graphOf, markedIn } from './step-graph.ts';
import { effortText, fullName } from './step-words.ts';

const ARROWS = { plain: '-->', critical: '==>', wrong: '-.->' } as const;

export function mermaidOf(picture: StepsPicture): string {
  const { edges } = graphOf(picture, markedIn(picture));
  const boxes = picture.steps.map((step) => `  s${step.number}["${quoted([fullName(step), effortText(step)])}"]`);
  const outside = picture.outside.map(({ name }, index) => `  s${picture.steps.length + index + 1}(["${quoted([name])}"])`);
  const lines = edges.map(({ from, to, kind }) => `  s${from + 1} ${ARROWS[kind]} s${to + 1}`);
  return ['flowchart LR', ...boxes, ...outside, ...lines, ''].join('\n');
}

/** Signs that end a label or begin something in it are written by their numbers. */
function quoted(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined)
    .map((line) => line.replace(/["#&;<>`]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' '))
    .join('<br/>');
}

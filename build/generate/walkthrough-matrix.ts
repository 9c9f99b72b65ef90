import type { RiskPicture } from '../../src/core/picture/risks.ts';
import { ACCENT, dot, FAINT, GREEN, INK, ORANGE, patch, PAPER, picture, RED, text, YELLOW } from './walkthrough-canvas.ts';
import { checker, example, PLAN } from './walkthrough-examples.ts';

const LEFT = 92;
const TOP = 20;
const WIDTH = 354;
const HEIGHT = 228;
const COLOURS = { low: GREEN, medium: YELLOW, high: ORANGE, critical: RED } as const;

/** The risks of an example in their matrix, one of them on its way to a lower cell. */
export function riskMatrix(): string {
  const risks = checker.draw(example(PLAN)).risks;
  const levels = risks.scale.length;
  const [width, height] = cellOf(levels);
  const bottom = TOP + levels * height;
  const cells = risks.scale.flatMap((_, impact) =>
    risks.scale.map((_each, probability) => {
      const severity = risks.severities[impact + probability] ?? 'medium';
      const [x, y] = corner(probability, impact, levels);
      return patch(x + 1, y + 1, width - 2, height - 2, COLOURS[severity], 0.3);
    }),
  );
  const names = risks.scale.flatMap((name, rank) => [
    text(LEFT - 10, corner(0, rank, levels)[1] + height / 2 + 4, name, { anchor: 'end', size: 12, width: LEFT }),
    text(corner(rank, 0, levels)[0] + width / 2, bottom + 18, name, { anchor: 'middle', size: 12, width }),
  ]);
  const titles = [text(LEFT - 10, bottom + 18, 'Impact', { anchor: 'end', colour: FAINT, size: 11, width: LEFT }), text(LEFT + WIDTH / 2, bottom + 36, 'Probability', { anchor: 'middle', colour: FAINT, size: 11 })];
  return picture(...cells, ...names, ...titles, ...dots(risks));
}

function dots({ risks, scale }: RiskPicture): readonly string[] {
  const rated = risks.flatMap(({ number, probability, impact }) => (probability?.rank === undefined || impact?.rank === undefined ? [] : [{ number, probability: probability.rank, impact: impact.rank }]));
  const moved = rated.find(({ probability }) => probability > 0);
  return rated.flatMap((each) => {
    const [x, y] = middle(each.probability, each.impact, scale.length);
    const isMoved = each === moved;
    const number = String(each.number);
    if (!isMoved) return [dot(x, y, number, INK)];
    const [to] = middle(each.probability - 1, each.impact, scale.length);
    const arrow = `<path d="M${x - 14} ${y - 14} C${x - 30} ${y - 24} ${to + 30} ${y - 24} ${to + 15} ${y - 12} m10 -6 l-10 6 l1 -11" stroke="${ACCENT}" stroke-width="2"/>`;
    return [`<circle cx="${x}" cy="${y}" r="12" fill="${PAPER}" stroke="${FAINT}" stroke-dasharray="3 3"/>`, arrow, dot(to, y, number, ACCENT)];
  });
}

function cellOf(levels: number): readonly [width: number, height: number] {
  return [Math.floor(WIDTH / levels), Math.floor(HEIGHT / levels)];
}

function corner(probability: number, impact: number, levels: number): readonly [number, number] {
  const [width, height] = cellOf(levels);
  return [LEFT + probability * width, TOP + (levels - 1 - impact) * height];
}

function middle(probability: number, impact: number, levels: number): readonly [number, number] {
  const [width, height] = cellOf(levels);
  const [x, y] = corner(probability, impact, levels);
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

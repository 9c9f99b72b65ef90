/** Connectors as the data of SVG paths: pure. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const ARROW = 5;
const CORNER = 7;

/** A smooth line that leaves and enters each point in the way of time. */
export function curveThrough(points: readonly Point[], form: 'across' | 'down'): string {
  return points
    .map((point, index) => {
      const last = points[index - 1];
      if (last === undefined) return `M${at(point)}`;
      if (last.x === point.x || last.y === point.y) return `L${at(point)}`;
      const [first, second] =
        form === 'across'
          ? [{ x: (last.x + point.x) / 2, y: last.y }, { x: (last.x + point.x) / 2, y: point.y }]
          : [{ x: last.x, y: (last.y + point.y) / 2 }, { x: point.x, y: (last.y + point.y) / 2 }];
      return `C${at(first)} ${at(second)} ${at(point)}`;
    })
    .join('');
}

/** Straight from point to point, around rounded corners. */
export function lineThrough(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [last, next] = [points[index - 1], points[index + 1]];
      if (last === undefined) return `M${at(point)}`;
      if (next === undefined) return `L${at(point)}`;
      return `L${at(towards(point, last))}Q${at(point)} ${at(towards(point, next))}`;
    })
    .join('');
}

/** An arrow head whose tip is here. */
export function arrowAt({ x, y }: Point, way: 'right' | 'down'): string {
  const [back, side] = way === 'right' ? [{ x: -ARROW - 1, y: 0 }, { x: 0, y: ARROW - 1 }] : [{ x: 0, y: -ARROW - 1 }, { x: ARROW - 1, y: 0 }];
  return `M${at({ x: x + back.x - side.x, y: y + back.y - side.y })}L${at({ x, y })}L${at({ x: x + back.x + side.x, y: y + back.y + side.y })}Z`;
}

/** As far from a corner as its rounding begins, and never beyond the middle. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

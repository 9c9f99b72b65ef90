/** Lines from where risks stand to where they stand once they are mitigated. */
import { setAttributes } from '../elements.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Dots closer than this stand side by side: there is no way between them. */
const NEAR = 30;
const RADIUS = 14;
const HEAD = 6;

export class RiskArrows {
  readonly element = document.createElementNS(SVG, 'svg');
  private readonly lines = document.createElementNS(SVG, 'path');
  private readonly heads = document.createElementNS(SVG, 'path');
  private pairs: readonly (readonly [HTMLElement, HTMLElement])[] = [];

  constructor(private readonly frame: HTMLElement) {
    // A page without scripts cannot keep them in place.
    setAttributes(this.element, { class: 'risk-arrows', 'aria-hidden': 'true', 'data-live': '' });
    setAttributes(this.lines, { class: 'risk-way' });
    setAttributes(this.heads, { class: 'risk-way-head' });
    this.element.append(this.lines, this.heads);
    new ResizeObserver(() => this.draw()).observe(frame);
  }

  show(pairs: readonly (readonly [HTMLElement, HTMLElement])[]): void {
    this.pairs = pairs;
    this.element.toggleAttribute('hidden', pairs.length === 0);
    this.draw();
  }

  private draw(): void {
    if (this.pairs.length === 0) return;
    const { left, top } = this.frame.getBoundingClientRect();
    const centre = (dot: HTMLElement): Point => {
      const box = dot.getBoundingClientRect();
      return { x: box.left + box.width / 2 - left, y: box.top + box.height / 2 - top };
    };
    const ways = this.pairs.flatMap(([before, after]) => wayBetween(centre(before), centre(after)) ?? []);
    setAttributes(this.lines, { d: ways.map(({ line }) => line).join('') });
    setAttributes(this.heads, { d: ways.map(({ head }) => head).join('') });
  }
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A slight bend tells ways apart that lead through the same cells. */
export function wayBetween(from: Point, to: Point): { readonly line: string; readonly head: string } | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < NEAR) return undefined;
  const bend = Math.min(length * 0.12, 24);
  const middle = { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
  const start = towards(from, middle, RADIUS);
  const tip = towards(to, middle, RADIUS);
  const neck = towards(tip, middle, HEAD);
  const [ux, uy] = [(tip.x - neck.x) / HEAD, (tip.y - neck.y) / HEAD];
  const wings = [neck.x - uy * HEAD * 0.6, neck.y + ux * HEAD * 0.6, neck.x + uy * HEAD * 0.6, neck.y - ux * HEAD * 0.6].map(rounded);
  return {
    line: `M${rounded(start.x)} ${rounded(start.y)}Q${rounded(middle.x)} ${rounded(middle.y)} ${rounded(neck.x)} ${rounded(neck.y)}`,
    head: `M${rounded(tip.x)} ${rounded(tip.y)}L${wings[0] ?? 0} ${wings[1] ?? 0}L${wings[2] ?? 0} ${wings[3] ?? 0}Z`,
  };
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

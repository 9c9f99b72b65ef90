/** The grid of risks with its legend and a list of them, as a picture that stands alone. */
import type { RiskDot } from '../../src/core/picture/risks.ts';
import type { Severity } from '../../src/core/picture/severity.ts';
import type { Palette } from '../palette.ts';
import { wayBetween, type Point } from './risk-arrows.ts';
import { isMitigated, riskFacts } from './risk-facts.ts';
import { SEVERITIES, SEVERITY_NAMES } from './risk-legend.ts';
import type { Grid, RiskLayout, Standing } from './risk-layout.ts';
import { inkOf, type Ink } from './svg-colours.ts';
import { escaped, tag, textAt, wrapped, type Measure } from './svg-text.ts';

export interface Drawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

interface Show {
  readonly title: string;
  readonly risks: readonly RiskDot[];
  readonly layout: RiskLayout;
}

const WIDTH = 760;
const MARGIN = 24;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 4;
const STEP = 28;
const RADIUS = 11;
const SMALL = 12;
const TITLES: Readonly<Record<string, string>> = { probability: 'Probability', impact: 'Impact' };

export function drawRisks({ title, risks, layout }: Show, palette: Palette, measure: Measure): Drawing {
  const page = new Page(inkOf(palette), measure);
  page.title(title);
  if (layout.form === 'matrix' || layout.form === 'strip') {
    page.grid(layout);
    page.legend(layout);
  }
  for (const risk of risks) page.risk(risk);
  return page.finish(title);
}

/** Written from top to bottom. */
class Page {
  private readonly parts: string[] = [];
  private y = MARGIN;

  constructor(
    private readonly ink: Ink,
    private readonly measure: Measure,
  ) {}

  title(title: string): void {
    for (const line of wrapped(title, INNER, 18, true, 2, this.measure)) {
      this.y += 20;
      this.text(MARGIN, this.y, line, 18, { 'font-weight': 600 });
    }
    this.y += 16;
  }

  grid(grid: Grid): void {
    const names = grid.rows.map(({ name }) => name ?? '');
    const left = MARGIN + (grid.rowAxis === undefined ? 0 : 30 + Math.max(...names.map((name) => this.measure(name, SMALL, false))));
    const wide = (WIDTH - MARGIN - left - GAP * (grid.columns.length - 1)) / grid.columns.length;
    const top = this.y;
    const centres = new Map<Standing, Point>();
    for (const row of grid.rows) {
      const inRow = Math.max(1, Math.floor((wide - 8) / STEP));
      const lines = Math.max(...row.cells.map(({ dots }) => Math.ceil(dots.length / inRow)));
      const high = Math.max(56, lines * STEP + 12);
      row.cells.forEach(({ severity, dots }, column) => {
        const x = left + column * (wide + GAP);
        this.field(x, this.y, wide, high, severity);
        for (const [dot, centre] of spread(dots, inRow, { x: x + wide / 2, y: this.y + high / 2 })) centres.set(dot, centre);
      });
      if (row.name !== undefined) this.text(left - 8, this.y + high / 2 + 4, row.name, SMALL, { 'text-anchor': 'end' });
      this.y += high + GAP;
    }
    if (grid.rowAxis !== undefined) this.upright(MARGIN + 10, (top + this.y - GAP) / 2, TITLES[grid.rowAxis] ?? '');
    grid.columns.forEach((name, column) => this.text(left + column * (wide + GAP) + wide / 2, this.y + 14, name, SMALL, { 'text-anchor': 'middle' }));
    this.quiet((left + WIDTH - MARGIN) / 2, this.y + 32, TITLES[grid.columnAxis] ?? '', { 'text-anchor': 'middle' });
    this.y += 48;
    this.ways(centres);
    for (const [dot, centre] of centres) this.dot(dot.risk, centre, lookOf(dot, grid));
    this.tray(grid);
  }

  legend({ stage }: Grid): void {
    const dots = stage === 'both' ? (['before', 'after'] as const) : (['open', 'mitigated'] as const);
    const names = { before: 'before mitigation', after: 'after', open: 'not mitigated', mitigated: 'mitigated' };
    let x = MARGIN;
    for (const severity of SEVERITIES) {
      this.field(x, this.y, 14, 14, severity);
      this.quiet(x + 20, this.y + 11, SEVERITY_NAMES[severity]);
      x += 38 + this.measure(SEVERITY_NAMES[severity], SMALL, false);
    }
    for (const look of dots) {
      this.parts.push(this.ring({ x: x + 7, y: this.y + 7 }, 6, look));
      this.quiet(x + 20, this.y + 11, names[look]);
      x += 38 + this.measure(names[look], SMALL, false);
    }
    this.y += 36;
  }

  risk(risk: RiskDot): void {
    const x = MARGIN + 32;
    const room = WIDTH - MARGIN - x;
    this.parts.push(tag('line', { x1: MARGIN, x2: WIDTH - MARGIN, y1: this.y, y2: this.y, stroke: this.ink.line }));
    this.dot(risk, { x: MARGIN + RADIUS, y: this.y + 20 }, isMitigated(risk) ? 'mitigated' : 'open');
    this.y += 8;
    for (const line of wrapped(risk.name, room, 13, true, 3, this.measure)) this.line(x, 16, line, 13, this.ink.foreground, 600);
    const facts = riskFacts(risk).map(({ name, value, after }) => `${name} ${value}${after === undefined ? '' : ` → ${after}`}`.replace(/ {2,}/g, ' '));
    for (const line of wrapped(facts.join('  ·  '), room, SMALL, false, 3, this.measure)) this.line(x, 16, line, SMALL, this.ink.foreground);
    const mitigation = isMitigated(risk) ? `Mitigation: ${risk.mitigation ?? ''}` : 'Not mitigated';
    for (const line of wrapped(mitigation, room, SMALL, false, 4, this.measure)) this.line(x, 16, line, SMALL, this.ink.quiet);
    this.y += 10;
  }

  finish(title: string): Drawing {
    const height = Math.ceil(this.y + MARGIN - 8);
    const frame = { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, 'font-family': this.ink.fontFamily, role: 'img' };
    const background = tag('rect', { width: WIDTH, height, fill: this.ink.background });
    return { text: `${tag('svg', frame, tag('title', {}, escaped(`Risks: ${title}`)), this.patterns(), background, ...this.parts)}\n`, width: WIDTH, height };
  }

  private tray({ unrated }: Grid): void {
    if (unrated.length === 0) return;
    this.quiet(MARGIN, this.y + 12, 'Not in the grid');
    const inRow = Math.floor((INNER - 110) / STEP);
    unrated.forEach(({ risk }, index) => this.dot(risk, { x: MARGIN + 121 + (index % inRow) * STEP, y: this.y + 8 + Math.floor(index / inRow) * STEP }, isMitigated(risk) ? 'mitigated' : 'open'));
    this.y += Math.ceil(unrated.length / inRow) * STEP + 8;
  }

  private ways(centres: ReadonlyMap<Standing, Point>): void {
    const from = new Map(Array.from(centres, ([{ risk, when }, centre]) => [`${when} ${risk.number}`, centre]));
    for (const [{ risk, when }, centre] of centres) {
      const start = when === 'mitigated' ? from.get(`now ${risk.number}`) : undefined;
      const way = start && wayBetween(start, centre);
      if (way === undefined) continue;
      this.parts.push(tag('path', { d: way.line, fill: 'none', stroke: this.ink.foreground, 'stroke-width': 1.5 }), tag('path', { d: way.head, fill: this.ink.foreground }));
    }
  }

  private dot(risk: RiskDot, centre: Point, look: string): void {
    const isFull = look === 'open' || look === 'after';
    const colour = isFull ? this.ink.background : this.ink.foreground;
    const number = textAt(centre.x, centre.y + 4, String(risk.number), { 'font-size': 11, 'font-weight': 600, fill: colour, 'text-anchor': 'middle' });
    this.parts.push(this.ring(centre, RADIUS, look), number);
  }

  private ring({ x, y }: Point, r: number, look: string): string {
    const { foreground, background } = this.ink;
    const isFull = look === 'open' || look === 'after';
    return tag('circle', { cx: x, cy: y, r, fill: isFull ? foreground : background, stroke: foreground, 'stroke-width': 2, 'stroke-dasharray': look === 'mitigated' ? '3 2.5' : undefined });
  }

  private field(x: number, y: number, width: number, height: number, severity: Severity): void {
    const { isPatterned, severities, line, foreground } = this.ink;
    const box = { x, y, width, height, rx: 4 };
    if (!isPatterned) return void this.parts.push(tag('rect', { ...box, fill: severities[severity] }));
    this.parts.push(tag('rect', { ...box, fill: severity === 'low' ? 'none' : `url(#${severity})`, stroke: severity === 'critical' ? foreground : line, 'stroke-width': severity === 'critical' ? 2 : 1 }));
  }

  private patterns(): string {
    if (!this.ink.isPatterned) return '';
    const pattern = (id: Severity, size: number, ...children: readonly string[]): string => tag('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }, ...children);
    const stroke = (d: string): string => tag('path', { d, stroke: this.ink.foreground, 'stroke-width': 0.8, opacity: 0.6 });
    const point = tag('circle', { cx: 2, cy: 2, r: 0.9, fill: this.ink.foreground, opacity: 0.6 });
    return tag('defs', {}, pattern('medium', 8, point), pattern('high', 7, stroke('M0 7L7 0')), pattern('critical', 6, stroke('M0 6L6 0'), stroke('M0 0L6 6')));
  }

  private line(x: number, height: number, text: string, size: number, fill: string, weight?: number): void {
    this.parts.push(textAt(x, this.y + 12, text, { 'font-size': size, fill, 'font-weight': weight }));
    this.y += height;
  }

  private text(x: number, y: number, text: string, size: number, attributes: Readonly<Record<string, string | number>> = {}): void {
    this.parts.push(textAt(x, y, text, { 'font-size': size, fill: this.ink.foreground, ...attributes }));
  }

  private quiet(x: number, y: number, text: string, attributes: Readonly<Record<string, string | number>> = {}): void {
    this.parts.push(textAt(x, y, text, { 'font-size': SMALL, fill: this.ink.quiet, ...attributes }));
  }

  private upright(x: number, y: number, text: string): void {
    this.quiet(x, y, text, { 'text-anchor': 'middle', transform: `rotate(-90 ${x} ${y})` });
  }
}

function lookOf({ risk, when }: Standing, { stage }: Grid): string {
  if (stage === 'both') return when === 'now' ? 'before' : 'after';
  return isMitigated(risk) ? 'mitigated' : 'open';
}

/** In rows around the middle of the cell. */
function spread(dots: readonly Standing[], inRow: number, { x, y }: Point): readonly (readonly [Standing, Point])[] {
  const rows = Math.ceil(dots.length / inRow);
  return dots.map((dot, index) => {
    const row = Math.floor(index / inRow);
    const count = Math.min(inRow, dots.length - row * inRow);
    return [dot, { x: x + ((index % inRow) - (count - 1) / 2) * STEP, y: y + (row - (rows - 1) / 2) * STEP }] as const;
  });
}

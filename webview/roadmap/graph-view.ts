/** The picture of what comes after what: boxes as buttons, connectors behind them. */
import type { OutsideStep, StepsPicture } from '../../src/core/picture/steps.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, syncChildren } from '../elements.ts';
import { Roving } from '../roving.ts';
import { Pool } from '../pool.ts';
import { boxFacts, OutsideBox, StepBox, type DrawnStep } from './graph-boxes.ts';
import { layoutOf, type Layout } from './graph-layout.ts';
import { graphOf, type StepEdge, type StepGraph } from './step-graph.ts';
import type { Part } from './step-words.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** What the outline of a box that has the focus needs around it. */
const MARGIN = 4;
const USUAL_TEXT = 13;
const LINE_HEIGHT = 17.5;
const PADDING = 16;
/** The mean width of a character of a title, and what a box needs beside its text. */
const CHARACTER = 7.6;
const SIDES = 24;
const MOST_LINES = 2;

export class StepsGraph {
  readonly element = element('div', { class: 'step-graph' });
  private readonly lines = document.createElementNS(SVG, 'svg');
  private readonly list = element('ol');
  private readonly stage = element('div', { class: 'step-stage' });
  private readonly boxes: Pool<DrawnStep>;
  private readonly outside: Pool<OutsideStep>;
  private readonly roving = new Roving(this.list, () => [...this.list.querySelectorAll<HTMLElement>('.step-box')]);
  private picture: StepsPicture | undefined;
  /** As the graph counts them. */
  private items: readonly HTMLElement[] = [];
  private marked: ReadonlySet<number> = new Set();
  private drawn = '';

  constructor(part: Part, actions: Actions) {
    this.boxes = new Pool((number) => new StepBox(part, number, actions));
    this.outside = new Pool((number) => new OutsideBox(part, number, actions));
    setAttributes(this.lines, { 'aria-hidden': 'true' });
    this.stage.append(this.lines, this.list);
    this.element.append(this.stage);
    new ResizeObserver(() => this.arrange()).observe(this.element);
  }

  update(picture: StepsPicture, marked: ReadonlySet<number>, label: string): void {
    this.picture = picture;
    this.marked = marked;
    setAttributes(this.list, { 'aria-label': label });
    const steps = this.boxes.show(picture.steps.map((step) => ({ step, picture, isMarked: marked.has(step.number) })));
    const outside = this.outside.show(picture.outside);
    this.items = [...steps, ...outside];
    syncChildren(this.list, [...outside, ...steps]);
    this.roving.refresh();
    this.arrange();
  }

  /** Where there is no room yet, it is arranged as soon as there is. */
  private arrange(): void {
    const { picture } = this;
    const width = this.element.clientWidth - MARGIN;
    if (picture === undefined || width <= 0) return;
    const scale = (Number.parseFloat(getComputedStyle(this.element).fontSize) || USUAL_TEXT) / USUAL_TEXT;
    const graph = graphOf(picture, this.marked);
    const layout = layoutOf(graph, { width, scale, heightOf: (boxWidth, isFlat) => heightOf(picture, boxWidth, isFlat, scale) });
    const drawn = JSON.stringify([layout, graph.edges]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.place(layout);
    this.draw(layout, graph);
  }

  private place({ form, isFlat, width, height, boxWidth, boxHeight, boxes }: Layout): void {
    setAttributes(this.stage, { 'data-form': form, 'data-flat': isFlat ? 'true' : undefined });
    style(this.stage, { width: `${width}px`, height: `${height}px`, '--box-width': `${boxWidth}px`, '--box-height': `${boxHeight}px` });
    boxes.forEach(({ x, y }, index) => {
      const item = this.items[index];
      if (item !== undefined) style(item, { left: `${x}px`, top: `${y}px` });
    });
  }

  private draw({ width, height, connectors }: Layout, { edges }: StepGraph): void {
    setAttributes(this.lines, { width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` });
    const kinds = new Map(edges.map(({ from, to, kind }) => [`${from} ${to}`, kind]));
    const drawn = connectors.map(({ from, to, line, arrow }) => {
      const kind = kinds.get(`${from} ${to}`) ?? 'plain';
      return { kind, paths: [pathOf('step-line', line, kind), pathOf('step-arrow', arrow, kind)] };
    });
    // What matters most lies on top.
    const inOrder = (['plain', 'critical', 'wrong'] as const).flatMap((kind) => drawn.filter((each) => each.kind === kind));
    this.lines.replaceChildren(...inOrder.flatMap(({ paths }) => paths));
  }
}

/** High enough for the longest title; what is longer still ends in dots. */
function heightOf({ steps }: StepsPicture, width: number, isFlat: boolean, scale: number): number {
  const room = Math.max(8, (width - SIDES) / (CHARACTER * scale));
  const longest = steps.reduce((most, { title, label }) => Math.max(most, Math.ceil(breadthOf(title ?? label ?? '') / room)), 1);
  const hasLabel = steps.some(({ title, label }) => title !== undefined && label !== undefined);
  const hasFacts = steps.some((step) => boxFacts(step) !== '');
  const beside = isFlat ? Number(hasLabel || hasFacts) : Number(hasLabel) + Number(hasFacts);
  const lines = Math.min(MOST_LINES, longest) + beside;
  return Math.round((lines * LINE_HEIGHT + PADDING) * scale);
}

/** Signs of Chinese, Japanese and Korean, and emoji, are as wide as two letters. */
function breadthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\ud7ff\uff00-\uff60]/g)?.length ?? 0);
}

function pathOf(name: string, data: string, kind: StepEdge['kind']): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  setAttributes(path, { class: name, d: data, 'data-kind': kind });
  return path;
}

function style(target: HTMLElement, properties: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(properties)) target.style.setProperty(name, value);
}

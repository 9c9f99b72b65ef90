/** One diagram as a figure: its caption, what is wrong with it, and its last good picture. */
import type { DiagramPicture } from '../src/core/readings/picture.ts';
import type { Range } from '../src/core/text/range.ts';
import type { DiagramProblem } from './diagram-problem.ts';
import { element, setAttributes, setText, syncChildren } from './elements.ts';

/** A diagram may shrink to this share of its own size before it scrolls. */
const smallest = 0.5;

export class DiagramView {
  readonly element = element('figure', { class: 'diagram', 'data-state': 'waiting' });
  private readonly name = element('span', { class: 'diagram-name', dir: 'auto' });
  private readonly place = element('span', { class: 'diagram-place' });
  private readonly canvas = element('div', { class: 'diagram-canvas' });
  private readonly problem = element('p', { class: 'diagram-problem', role: 'status' });
  private readonly problemPlace = element('button', { type: 'button', class: 'link' });
  private readonly problemText = element('span', { dir: 'auto' });
  private readonly problemSource = element('code', { dir: 'auto' });
  private svg: SVGSVGElement | undefined;
  private problemLine = 0;

  constructor(
    private diagram: DiagramPicture,
    reveal: (range: Range) => void,
  ) {
    const caption = element('button', { type: 'button', class: 'diagram-caption' }, this.name, this.place);
    caption.addEventListener('click', () => reveal(this.diagram.range));
    this.problemPlace.addEventListener('click', () => reveal(this.lineOf(this.problemLine)));
    this.problem.append(this.problemPlace, ' ', this.problemText, ' ', this.problemSource);
    this.element.append(element('figcaption', {}, caption), this.canvas);
    new ResizeObserver(() => this.scrolls()).observe(this.canvas);
  }

  get width(): number {
    return this.canvas.clientWidth;
  }

  show(diagram: DiagramPicture, number: number): void {
    this.diagram = diagram;
    setText(this.name, diagram.caption || `Diagram ${number}`);
    setText(this.place, `line ${diagram.line + 1}`);
    this.nameDrawing();
    this.scrolls();
  }

  /** The name that the author gave inside the diagram comes before the heading it stands under. */
  draw(svg: SVGSVGElement): void {
    const width = naturalWidth(svg);
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    svg.removeAttribute('aria-roledescription');
    svg.removeAttribute('aria-labelledby');
    svg.setAttribute('role', 'img');
    svg.style.removeProperty('max-width');
    svg.style.setProperty('--plan-natural', `${width}px`);
    svg.style.setProperty('--plan-smallest', `${width * smallest}px`);
    this.svg = svg;
    this.canvas.replaceChildren(svg);
    this.nameDrawing();
    this.state('drawn', undefined);
    this.scrolls();
  }

  fail(problem: DiagramProblem): void {
    const line = problem.line ?? 0;
    this.problemLine = line;
    setText(this.problemPlace, `Line ${this.diagram.line + 2 + line}`);
    setText(this.problemText, problem.message);
    const excerpt = problem.line === undefined ? '' : (this.diagram.source.split(/\r\n?|\n/)[line] ?? '').trim();
    setText(this.problemSource, excerpt.slice(0, 80));
    this.problemSource.hidden = excerpt === '';
    this.state('broken', this.problem);
  }

  /** A line of the diagram's source as a place in the document. */
  private lineOf(line: number): Range {
    const { source, content } = this.diagram;
    const start = [...source.matchAll(/\r\n?|\n/g)][line - 1];
    const offset = content.start + (start === undefined ? 0 : start.index + start[0].length);
    return { start: offset, end: offset };
  }

  private state(name: 'drawn' | 'broken', problem: HTMLElement | undefined): void {
    this.element.dataset['state'] = name;
    this.element.classList.toggle('has-picture', this.svg !== undefined);
    const [caption] = this.element.children;
    if (caption !== undefined) syncChildren(this.element, problem === undefined ? [caption, this.canvas] : [caption, problem, this.canvas]);
  }

  private get label(): string {
    return this.svg?.querySelector(':scope > title')?.textContent.trim() || this.name.textContent || 'Diagram';
  }

  private nameDrawing(): void {
    if (this.svg !== undefined) setAttributes(this.svg, { 'aria-label': this.label });
  }

  /** Only a canvas that scrolls is a stop for the keyboard. */
  private scrolls(): void {
    const wide = this.canvas.scrollWidth > this.canvas.clientWidth + 1;
    setAttributes(this.canvas, {
      tabindex: wide ? '0' : undefined,
      role: wide ? 'group' : undefined,
      'aria-label': wide ? `${this.label}, scrolls sideways` : undefined,
    });
  }
}

function naturalWidth(svg: SVGSVGElement): number {
  const [, , width] = (svg.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/);
  return Number(width) || Number.parseFloat(svg.getAttribute('width') ?? '') || 400;
}

/** One diagram as a figure, before anything is drawn: what can be done with a picture is loaded with the first one. */
import type { DiagramPicture } from '../../src/core/picture/diagrams.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText } from '../elements.ts';
import type { LiveDiagram } from './live-diagram.ts';

export class DiagramFigure {
  readonly element = element('figure', { class: 'diagram', 'data-state': 'waiting' });
  readonly canvas = element('div', { class: 'diagram-canvas', 'data-mark': 'diagram-canvas' });
  readonly caption: HTMLElement;
  live: LiveDiagram | undefined;
  number = 0;
  private readonly name = element('span', { class: 'diagram-name', dir: 'auto' });
  private readonly place = element('span', { class: 'diagram-place' });
  private readonly button = element('button', { type: 'button', class: 'diagram-caption', 'data-mark': 'diagram' }, this.name, ' ', this.place);

  constructor(
    public diagram: DiagramPicture,
    actions: Actions,
  ) {
    this.button.addEventListener('click', () => actions.reveal(this.diagram.range));
    this.caption = element('figcaption', {}, this.button);
    this.element.append(this.caption, this.canvas);
  }

  /** As the reader sees it named. */
  get title(): string {
    return this.name.textContent;
  }

  show(diagram: DiagramPicture, number: number): void {
    this.diagram = diagram;
    this.number = number;
    setText(this.name, diagram.caption || `Diagram ${number}`);
    setText(this.place, `line ${diagram.line + 1}`);
    setPlace(this.element, diagram);
    for (const mark of [this.button, this.canvas]) setAttributes(mark, { 'data-number': String(number) });
    this.live?.rename();
  }
}

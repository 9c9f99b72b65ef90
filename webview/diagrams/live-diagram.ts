/** What a diagram becomes with its first picture: tools, a canvas to move it in, what is wrong with it, and its last good picture. */
import type { Actions } from '../actions.ts';
import { element, setText, syncChildren } from '../elements.ts';
import { Canvas } from './canvas.ts';
import type { DiagramFigure } from './diagram-figure.ts';
import type { DiagramProblem } from './diagram-problem.ts';
import { FullPanel } from './full-panel.ts';
import { ProblemNote } from './problem-note.ts';
import type { PictureFormat, Saving } from './saving.ts';
import { Toolbar } from './toolbar.ts';

/** How long "Copied" stands there. */
const NOTE_MS = 2500;

export class LiveDiagram {
  /** What the picture was drawn from: its source and the colours. */
  content: string | undefined;
  private readonly note = element('span', { class: 'diagram-note', role: 'status', 'data-live': '' });
  private readonly canvas: Canvas;
  private readonly toolbar: Toolbar;
  private readonly problem: ProblemNote;
  private readonly full: FullPanel;
  private noteTimer: number | undefined;

  constructor(
    private readonly figure: DiagramFigure,
    private readonly actions: Actions,
    private readonly saving: Saving,
  ) {
    this.canvas = new Canvas(figure.canvas, (label) => actions.find(figure.diagram, label));
    this.full = new FullPanel(figure.element, (isFull) => this.fill(isFull));
    this.problem = new ProblemNote(actions);
    this.toolbar = new Toolbar({
      enlarge: () => this.canvas.enlarge(),
      reduce: () => this.canvas.reduce(),
      fit: () => this.canvas.fit(),
      fullPanel: () => this.toggleFull(),
      files: [
        { name: 'Copy Picture', needsPicture: true, choose: () => void this.copyPicture() },
        { name: 'Copy Source', choose: () => this.copySource() },
        { name: 'Save as SVG…', needsPicture: true, choose: () => this.save('svg') },
        { name: 'Save as PNG…', needsPicture: true, choose: () => this.save('png') },
      ],
    });
    figure.caption.append(this.note, this.toolbar.element);
    figure.element.addEventListener('keydown', (event) => this.press(event));
    this.rename();
  }

  get svg(): SVGSVGElement | undefined {
    return this.canvas.svg;
  }

  /** The name that the author gave inside the diagram comes before the heading it stands under. */
  rename(): void {
    const { title, number } = this.figure;
    const inside = this.svg?.querySelector(':scope > title')?.textContent.trim();
    this.canvas.name(inside || title);
    this.toolbar.name(title, number);
  }

  draw(svg: SVGSVGElement, content: string): void {
    for (const name of ['aria-roledescription', 'aria-labelledby', 'aria-describedby']) svg.removeAttribute(name);
    svg.setAttribute('role', 'img');
    this.content = content;
    this.canvas.draw(svg);
    this.rename();
    this.toolbar.showPicture(true);
    this.state('drawn');
  }

  fail(problem: DiagramProblem): void {
    this.problem.show(this.figure.diagram, problem);
    this.state('broken');
  }

  /** It is not on the page any more, or shall not be. */
  leaveFullPanel(): void {
    this.full.close();
  }

  private state(name: 'drawn' | 'broken'): void {
    const { element: figure, caption } = this.figure;
    figure.dataset['state'] = name;
    figure.classList.toggle('has-picture', this.svg !== undefined);
    const problem = name === 'broken' ? [this.problem.element] : [];
    syncChildren(figure, [caption, ...problem, this.canvas.element]);
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || this.svg === undefined) return;
    if (event.key === '+' || event.key === '=') this.canvas.enlarge();
    else if (event.key === '-' || event.key === '_') this.canvas.reduce();
    else if (event.key === '0') this.canvas.fit();
    else if (event.key === 'f' || event.key === 'F') this.toggleFull();
    else if (event.key === 'Escape' && this.full.isFull) this.full.close();
    else return;
    event.preventDefault();
  }

  private toggleFull(): void {
    if (this.full.isFull) this.full.close();
    else this.full.open(this.canvas.element);
  }

  private fill(isFull: boolean): void {
    this.figure.element.classList.toggle('full', isFull);
    this.toolbar.showFull(isFull);
    this.canvas.fill(isFull);
  }

  private async copyPicture(): Promise<void> {
    if (await this.saving.copyPicture(this.figure)) this.say('Copied');
  }

  private copySource(): void {
    this.actions.copy(this.figure.diagram.source);
    this.say('Copied');
  }

  private save(format: PictureFormat): void {
    void this.saving.save([this.figure], format);
  }

  private say(words: string): void {
    setText(this.note, words);
    clearTimeout(this.noteTimer);
    this.noteTimer = window.setTimeout(() => setText(this.note, ''), NOTE_MS);
  }
}

/** Draws diagrams and makes their figures live. Loaded with the first diagram that comes near: a panel without diagrams never pays for it. */
import type { DiagramPicture } from '../../src/core/picture/diagrams.ts';
import type { Actions } from '../actions.ts';
import { setAttributes } from '../elements.ts';
import { iconButton } from '../icons.ts';
import type { Palette } from '../palette.ts';
import type { DiagramFigure } from './diagram-figure.ts';
import { problemOf } from './diagram-problem.ts';
import { diagramTheme, type DiagramTheme } from './diagram-theme.ts';
import { LiveDiagram } from './live-diagram.ts';
import { Menu } from './menu.ts';
import type * as Drawing from './mermaid.ts';
import { Saving } from './saving.ts';

export interface Gallery {
  readonly palette: Palette;
  /** Of the document. */
  readonly title: string;
  readonly figures: readonly DiagramFigure[];
  /** Names what its picture is to be drawn from: its source and the colours. */
  contentOf(figure: DiagramFigure): string;
}

export class Studio {
  /** For all diagrams at once. */
  readonly tools: HTMLElement;
  private readonly saving: Saving;
  private theme: { readonly palette: Palette; readonly theme: DiagramTheme } | undefined;

  constructor(
    private readonly gallery: Gallery,
    private readonly actions: Actions,
  ) {
    this.saving = new Saving(gallery, (figure) => this.pictureOf(figure), actions);
    const menu = new Menu(iconButton('save', 'Save all diagrams', () => undefined), [
      { name: 'Save All as SVG…', choose: () => void this.saving.save(gallery.figures, 'svg') },
      { name: 'Save All as PNG…', choose: () => void this.saving.save(gallery.figures, 'png') },
    ]);
    this.tools = menu.element;
    setAttributes(this.tools, { class: 'diagrams-tools' });
  }

  /** Draws it into its figure, or says there why not. Throws when it was stopped. */
  async show(figure: DiagramFigure, content: string, signal: AbortSignal): Promise<void> {
    const live = (figure.live ??= new LiveDiagram(figure, this.actions, this.saving));
    const { diagram } = figure;
    try {
      live.draw(await this.draw(diagram, content, figure.canvas.clientWidth, signal), content);
    } catch (error) {
      signal.throwIfAborted();
      live.fail(problemOf(error, diagram.source));
    }
  }

  private async draw({ source }: DiagramPicture, content: string, width: number, signal: AbortSignal): Promise<SVGSVGElement> {
    const { drawDiagram } = await loadMermaid();
    return drawDiagram({ id: freeId(content), source, theme: this.themeNow(), width }, signal);
  }

  /** Drawn now where it is not on the page yet; the last good one where the diagram is broken. */
  private async pictureOf(figure: DiagramFigure): Promise<SVGSVGElement> {
    const { diagram, live, element } = figure;
    const content = this.gallery.contentOf(figure);
    if (live?.svg !== undefined && live.content === content) return live.svg;
    try {
      return await this.draw(diagram, content, element.clientWidth, new AbortController().signal);
    } catch (error) {
      if (live?.svg === undefined) throw error;
      return live.svg;
    }
  }

  /** The same colours are the same theme: mermaid is set up anew only for others. */
  private themeNow(): DiagramTheme {
    const { palette } = this.gallery;
    if (this.theme?.palette !== palette) this.theme = { palette, theme: diagramTheme(palette) };
    return this.theme.theme;
  }
}

async function loadMermaid(): Promise<typeof Drawing> {
  try {
    return await import('./mermaid.ts');
  } catch {
    // The browser's own words name an address that means nothing to the reader.
    throw new Error('The part of the panel that draws diagrams could not be loaded.');
  }
}

/** The content's own name; the same diagram may stand in a document twice. */
function freeId(content: string): string {
  let number = 1;
  while (document.getElementById(`diagram-${content}-${number}`) !== null) number++;
  return `diagram-${content}-${number}`;
}

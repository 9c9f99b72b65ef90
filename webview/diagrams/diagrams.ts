/** Keeps one figure for each diagram and draws those that have changed, are near the viewport, and are not drawn yet. */
import type { DiagramPicture } from '../../src/core/picture/diagrams.ts';
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Actions } from '../actions.ts';
import { element, setText, syncChildren } from '../elements.ts';
import type { Palette } from '../palette.ts';
import type { View } from '../view.ts';
import { contentHash } from './content-hash.ts';
import { DiagramFigure } from './diagram-figure.ts';
import { pairUp } from './pairing.ts';
import type { Gallery, Studio } from './studio.ts';

interface Slot {
  readonly figure: DiagramFigure;
  near: boolean;
  /** The content, source and colours, that was drawn last or failed last. */
  tried: string | undefined;
  /** Set while it is being drawn. */
  drawing: { readonly content: string; readonly stop: AbortController } | undefined;
}

const KEYS =
  'Plus and minus zoom, 0 fits, the arrow keys move the picture, F fills the panel. ' +
  'Enter goes into the picture: the arrow keys go from node to node, Page Down to the next, Enter shows one in the document, Escape leaves.';

export class Diagrams implements View, Gallery {
  readonly element: HTMLElement;
  title = '';
  private readonly list = element('div', { class: 'diagrams' });
  private readonly keys = element('p', { class: 'unseen', id: 'diagram-keys', 'data-live': '' }, KEYS);
  private slots: readonly Slot[] = [];
  private colours: string;
  private studio: Studio | undefined;
  private busy = false;
  private readonly nearby = new IntersectionObserver((entries) => this.approach(entries), { rootMargin: '600px 0px' });

  constructor(
    public palette: Palette,
    private readonly actions: Actions,
  ) {
    this.colours = JSON.stringify(palette);
    this.element = element('div', { class: 'diagrams-part' }, this.list, this.keys);
  }

  get figures(): readonly DiagramFigure[] {
    return this.slots.map(({ figure }) => figure);
  }

  contentOf({ diagram }: DiagramFigure): string {
    return contentHash(this.colours + diagram.source);
  }

  count({ diagrams }: Picture): number {
    return diagrams.length;
  }

  update({ title, diagrams }: Picture): void {
    this.title = title;
    this.keep(diagrams);
  }

  /** None of the diagrams may show a picture of the last document. */
  turnPage(): void {
    this.keep([]);
  }

  /** The pictures of the old theme stay until those of the new one are there. */
  repaint(palette: Palette): void {
    const colours = JSON.stringify(palette);
    if (colours === this.colours) return;
    this.palette = palette;
    this.colours = colours;
    this.refresh();
  }

  private keep(diagrams: readonly DiagramPicture[]): void {
    const before = this.slots;
    const pairs = pairUp(before.map(({ figure }) => figure.diagram), diagrams);
    this.slots = diagrams.map((diagram, at) => before[pairs[at] ?? -1] ?? this.open(diagram));
    const kept = new Set(this.slots);
    for (const slot of before) if (!kept.has(slot)) this.close(slot);
    this.slots.forEach(({ figure }, at) => {
      const diagram = diagrams[at];
      if (diagram !== undefined) figure.show(diagram, at + 1);
    });
    syncChildren(this.list, this.slots.map(({ figure }) => figure.element));
    if (this.studio !== undefined) this.studio.tools.hidden = diagrams.length < 2;
    this.refresh();
  }

  private open(diagram: DiagramPicture): Slot {
    const figure = new DiagramFigure(diagram, this.actions);
    this.nearby.observe(figure.element);
    return { figure, near: false, tried: undefined, drawing: undefined };
  }

  private close(slot: Slot): void {
    slot.drawing?.stop.abort();
    slot.figure.live?.leaveFullPanel();
    this.nearby.unobserve(slot.figure.element);
  }

  private approach(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const slot = this.slots.find(({ figure }) => figure.element === entry.target);
      if (slot === undefined) continue;
      slot.near = entry.isIntersecting;
      // Its part has left the page, and it stayed behind.
      if (!entry.target.isConnected) slot.figure.live?.leaveFullPanel();
    }
    this.refresh();
  }

  /** Ends drawings that nobody waits for any more, and starts on what is left to do. */
  private refresh(): void {
    for (const slot of this.slots) {
      if (slot.drawing !== undefined && slot.drawing.content !== this.contentOf(slot.figure)) slot.drawing.stop.abort();
    }
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let slot = this.next(); slot !== undefined; slot = this.next()) {
      await this.draw(slot);
      // Lets the editor's messages and the reader's keys in between two diagrams.
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.busy = false;
  }

  private next(): Slot | undefined {
    return this.slots.find((slot) => slot.near && slot.tried !== this.contentOf(slot.figure));
  }

  private async draw(slot: Slot): Promise<void> {
    const content = this.contentOf(slot.figure);
    const stop = new AbortController();
    slot.drawing = { content, stop };
    try {
      const studio = await this.openStudio();
      stop.signal.throwIfAborted();
      await studio.show(slot.figure, content, stop.signal);
      slot.tried = content;
    } catch {
      if (stop.signal.aborted) return;
      slot.tried = content;
      setText(slot.figure.canvas, 'The part of the panel that draws diagrams could not be loaded. Close the preview and open it again.');
    } finally {
      slot.drawing = undefined;
    }
  }

  private async openStudio(): Promise<Studio> {
    if (this.studio === undefined) {
      const { Studio } = await import('./studio.ts');
      this.studio = new Studio(this, this.actions);
      this.studio.tools.hidden = this.slots.length < 2;
      this.element.prepend(this.studio.tools);
    }
    return this.studio;
  }
}

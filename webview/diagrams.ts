/** Keeps one figure for each diagram and draws those that have changed, are near the viewport, and are not drawn yet. */
import type { DiagramPicture } from '../src/core/readings/picture.ts';
import type { Range } from '../src/core/text/range.ts';
import { contentHash } from './content-hash.ts';
import { problemOf } from './diagram-problem.ts';
import { diagramTheme, type DiagramTheme } from './diagram-theme.ts';
import { DiagramView } from './diagram-view.ts';
import { element, syncChildren } from './elements.ts';
import type * as Drawing from './mermaid.ts';
import { pairUp } from './pairing.ts';
import type { Palette } from './palette.ts';

interface Slot {
  diagram: DiagramPicture;
  readonly view: DiagramView;
  near: boolean;
  /** The content, source and theme, that was drawn last or failed last. */
  tried: string | undefined;
  /** Set while it is being drawn. */
  drawing: { readonly content: string; readonly stop: AbortController } | undefined;
}

export class Diagrams {
  readonly element = element('div', { class: 'diagrams' });
  private slots: readonly Slot[] = [];
  private theme: DiagramTheme;
  private themeHash: string;
  private busy = false;
  private readonly nearby = new IntersectionObserver((entries) => this.approach(entries), { rootMargin: '600px 0px' });

  constructor(
    palette: Palette,
    private readonly reveal: (range: Range) => void,
  ) {
    this.theme = diagramTheme(palette);
    this.themeHash = contentHash(JSON.stringify(this.theme));
  }

  update(diagrams: readonly DiagramPicture[]): void {
    const pairs = pairUp(this.slots.map((slot) => slot.diagram), diagrams);
    const before = this.slots;
    this.slots = diagrams.map((diagram, at) => {
      const old = before[pairs[at] ?? -1];
      if (old === undefined) return this.open(diagram);
      old.diagram = diagram;
      return old;
    });
    const kept = new Set(this.slots);
    for (const slot of before) if (!kept.has(slot)) this.close(slot);
    this.slots.forEach((slot, at) => slot.view.show(slot.diagram, at + 1));
    syncChildren(this.element, this.slots.map((slot) => slot.view.element));
    this.refresh();
  }

  /** The pictures of the old theme stay until those of the new one are there. */
  repaint(palette: Palette): void {
    this.theme = diagramTheme(palette);
    this.themeHash = contentHash(JSON.stringify(this.theme));
    this.refresh();
  }

  private open(diagram: DiagramPicture): Slot {
    const view = new DiagramView(diagram, this.reveal);
    this.nearby.observe(view.element);
    return { diagram, view, near: false, tried: undefined, drawing: undefined };
  }

  private close(slot: Slot): void {
    slot.drawing?.stop.abort();
    this.nearby.unobserve(slot.view.element);
  }

  private approach(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const slot = this.slots.find((candidate) => candidate.view.element === entry.target);
      if (slot !== undefined) slot.near = entry.isIntersecting;
    }
    this.refresh();
  }

  private wanted(slot: Slot): string {
    return contentHash(this.themeHash + slot.diagram.source);
  }

  /** Ends drawings that nobody waits for any more, and starts on what is left to do. */
  private refresh(): void {
    for (const slot of this.slots) {
      if (slot.drawing !== undefined && slot.drawing.content !== this.wanted(slot)) slot.drawing.stop.abort();
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
    return this.slots.find((slot) => slot.near && slot.tried !== this.wanted(slot));
  }

  private async draw(slot: Slot): Promise<void> {
    const content = this.wanted(slot);
    const stop = new AbortController();
    const { source } = slot.diagram;
    slot.drawing = { content, stop };
    try {
      const { drawDiagram } = await loadMermaid();
      const order = { id: freeId(content), source, theme: this.theme, width: slot.view.width };
      slot.view.draw(await drawDiagram(order, stop.signal));
      slot.tried = content;
    } catch (error) {
      if (stop.signal.aborted) return;
      slot.view.fail(problemOf(error, source));
      slot.tried = content;
    } finally {
      slot.drawing = undefined;
    }
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

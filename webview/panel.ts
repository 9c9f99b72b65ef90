/** The whole panel: a header and one section for the diagrams and one for the risks, brought up to date in place. */
import type { Picture } from '../src/core/readings/picture.ts';
import type { Range } from '../src/core/text/range.ts';
import { Diagrams } from './diagrams.ts';
import { element, keepingFocus, setText, syncChildren } from './elements.ts';
import type { Palette } from './palette.ts';
import { Risks } from './risks.ts';
import { createBadge, createDivider, createTag } from './toolkit.ts';

const noDiagrams = 'This document has no diagrams yet. Write one as a fenced code block that is marked mermaid.';

export class Panel {
  private readonly title = element('h1', { dir: 'auto' });
  private readonly kind = createTag();
  private readonly header = element('header', {}, this.title);
  private readonly diagrams: Diagrams;
  private readonly risks: Risks;
  private readonly diagramSection = new Section('diagrams', 'Diagrams');
  private readonly riskSection = new Section('risks', 'Risks');
  private readonly divider = createDivider();
  private readonly sentence = element('p', { class: 'nothing' });
  private readonly noDiagrams = element('p', { class: 'sentence' }, noDiagrams);

  constructor(
    private readonly root: HTMLElement,
    palette: Palette,
    reveal: (range: Range) => void,
  ) {
    this.diagrams = new Diagrams(palette, reveal);
    this.risks = new Risks((risk) => reveal(risk.range));
  }

  draw(picture: Picture): void {
    keepingFocus(() => this.update(picture), (lost) => this.heirOf(lost));
  }

  /** Another document follows: none of its diagrams may show a picture of the last one. */
  turnPage(): void {
    this.diagrams.update([]);
    window.scrollTo(0, 0);
  }

  /** There is nothing to draw; the sentence says why. */
  say(message: string): void {
    setText(this.sentence, message);
    syncChildren(this.root, [this.sentence]);
  }

  repaint(palette: Palette): void {
    this.diagrams.repaint(palette);
  }

  private update({ title, kind, reason, diagrams, risks }: Picture): void {
    setText(this.title, title.trim() || 'Untitled');
    setText(this.kind, kind ?? '');
    this.kind.title = reason ?? '';
    syncChildren(this.header, kind === undefined ? [this.title] : [this.title, this.kind]);
    this.diagrams.update(diagrams);
    this.diagramSection.show(diagrams.length, diagrams.length === 0 ? this.noDiagrams : this.diagrams.element);
    this.risks.update(risks);
    this.riskSection.show(risks.risks.length, this.risks.element);
    syncChildren(this.root, [this.header, this.diagramSection.element, this.divider, this.riskSection.element]);
  }

  /** When the risk that has the focus is removed, its successor takes it, or the last one. */
  private heirOf(lost: HTMLElement): HTMLElement | undefined {
    const kind = lost.dataset['mark'];
    if (kind === undefined) return undefined;
    const numberOf = (mark: HTMLElement): number => Number(mark.dataset['risk']);
    const marks = [...this.root.querySelectorAll<HTMLElement>(`[data-mark="${kind}"]`)].sort((a, b) => numberOf(a) - numberOf(b));
    return marks.find((mark) => numberOf(mark) >= numberOf(lost)) ?? marks.at(-1);
  }
}

class Section {
  readonly element: HTMLElement;
  private readonly badge = createBadge();
  private readonly heading: HTMLElement;

  constructor(id: string, name: string) {
    this.heading = element('h2', { id: `${id}-heading` }, name, ' ', this.badge);
    this.element = element('section', { 'aria-labelledby': `${id}-heading` }, this.heading);
  }

  show(count: number, content: HTMLElement): void {
    setText(this.badge, String(count));
    this.badge.hidden = count === 0;
    syncChildren(this.element, [this.heading, content]);
  }
}

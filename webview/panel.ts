/** The whole panel: a header, links to its parts, and the parts, brought up to date in place. */
import { PARTS } from './page/parts.ts';
import type { Picture } from '../src/core/picture/picture.ts';
import type { Actions } from './actions.ts';
import { Decisions } from './decisions/decisions.ts';
import { Diagrams } from './diagrams/diagrams.ts';
import { element, keepingFocus, setText, syncChildren } from './elements.ts';
import { Gates } from './gates/gates.ts';
import { Contents } from './page/contents.ts';
import { Header } from './page/header.ts';
import { Section } from './page/section.ts';
import type { Palette } from './palette.ts';
import { Readiness } from './readiness/readiness.ts';
import { Risks } from './risks/risks.ts';
import { Steps } from './roadmap/steps.ts';
import { Targets } from './targets/targets.ts';
import type { View } from './view.ts';

export type PartName = keyof typeof PARTS;

/** Which parts the reader has folded away, over reloads. */
export interface Folds {
  has(part: string): boolean;
  set(part: string, isFolded: boolean): void;
}

interface Part {
  readonly name: PartName;
  readonly view: View;
  readonly section: Section;
}

export class Panel {
  private readonly header: Header;
  private readonly contents = new Contents((name) => this.parts.find((part) => part.name === name)?.section.visit());
  private readonly readiness: Readiness;
  private readonly diagrams: Diagrams;
  private readonly parts: readonly Part[];
  private readonly sentence = element('p', { class: 'nothing' });

  constructor(
    private readonly root: HTMLElement,
    palette: Palette,
    actions: Actions,
    folds: Folds,
  ) {
    this.header = new Header(actions);
    this.readiness = new Readiness(actions);
    this.diagrams = new Diagrams(palette, actions);
    const views: Readonly<Record<PartName, View>> = {
      diagrams: this.diagrams,
      roadmap: new Steps('roadmap', actions),
      waves: new Steps('waves', actions),
      decisions: new Decisions(actions),
      targets: new Targets(actions),
      gates: new Gates(actions),
      risks: new Risks(actions),
    };
    this.parts = (Object.keys(PARTS) as PartName[]).map((name) => {
      const section = new Section(name, PARTS[name], () => actions.fill(name), (isFolded) => folds.set(name, isFolded));
      section.fold(folds.has(name));
      return { name, view: views[name], section };
    });
  }

  /** What covers the top of the page while it is scrolled. */
  get covered(): number {
    return this.contents.element.offsetHeight;
  }

  draw(picture: Picture, locked: boolean): void {
    keepingFocus(() => this.update(picture, locked), (lost) => this.heirOf(lost));
  }

  /** Another document follows. */
  turnPage(): void {
    for (const { view } of this.parts) view.turnPage?.();
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

  private update(picture: Picture, locked: boolean): void {
    this.header.show(picture, locked);
    this.readiness.update(picture);
    const shown = this.parts.filter(({ name, view }) => view.count(picture) > 0 || picture.asked.includes(name));
    for (const { view, section } of shown) {
      view.update(picture);
      section.show(view.count(picture), view.element);
    }
    this.contents.show(shown.map(({ name, view }) => ({ name, title: PARTS[name].title, count: view.count(picture) })));
    const top = picture.readiness === undefined ? [] : [this.readiness.element];
    syncChildren(this.root, [this.header.element, this.contents.element, ...top, ...shown.map(({ section }) => section.element)]);
  }

  /** When the item that has the focus is removed, its successor takes it, or the last one. */
  private heirOf(lost: HTMLElement): HTMLElement | undefined {
    const kind = lost.dataset['mark'];
    if (kind === undefined) return undefined;
    const numberOf = (mark: HTMLElement): number => Number(mark.dataset['number']);
    const marks = [...this.root.querySelectorAll<HTMLElement>(`[data-mark="${kind}"]`)].sort((a, b) => numberOf(a) - numberOf(b));
    return marks.find((mark) => numberOf(mark) >= numberOf(lost)) ?? marks.at(-1);
  }
}

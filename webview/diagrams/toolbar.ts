/** The tools of one diagram: one stop for the keyboard, shown while the diagram is pointed at or has the focus. */
import { element, setAttributes } from '../elements.ts';
import { icon, iconButton } from '../icons.ts';
import { Roving } from '../roving.ts';
import { Menu, type MenuItem } from './menu.ts';

export interface DiagramTools {
  enlarge(): void;
  reduce(): void;
  fit(): void;
  fullPanel(): void;
  readonly files: readonly MenuItem[];
}

export class Toolbar {
  readonly element = element('div', { class: 'diagram-tools', role: 'toolbar', 'data-live': '' });
  private readonly full: HTMLButtonElement;
  /** They do nothing before there is a picture. */
  private readonly ofPicture: readonly HTMLElement[];
  private readonly menu: Menu;
  /** From the first picture on: before it there is one tool. */
  private roving: Roving | undefined;

  constructor(tools: DiagramTools) {
    const enlarge = iconButton('plus', 'Zoom in (+)', () => tools.enlarge());
    const reduce = iconButton('minus', 'Zoom out (-)', () => tools.reduce());
    const fit = iconButton('fit', 'Fit (0)', () => tools.fit());
    this.full = iconButton('fullPanel', '', () => tools.fullPanel());
    this.menu = new Menu(iconButton('more', 'Copy or save', () => undefined), tools.files);
    for (const step of [enlarge, reduce]) step.classList.add('diagram-step');
    // First what is there in the narrowest panel, too.
    this.ofPicture = [fit, reduce, enlarge, this.full];
    this.element.append(...this.ofPicture, this.menu.element);
    this.showFull(false);
    this.showPicture(false);
  }

  name(diagram: string, number: number): void {
    setAttributes(this.element, { 'aria-label': `Tools for ${diagram}` });
    for (const tool of this.element.querySelectorAll('.tool')) setAttributes(tool, { 'data-mark': 'diagram-tool', 'data-number': String(number) });
    this.roving?.refresh();
  }

  showPicture(isThere: boolean): void {
    for (const tool of this.ofPicture) tool.hidden = !isThere;
    this.menu.showPicture(isThere);
    if (isThere) this.roving ??= new Roving(this.element, () => this.usable());
    this.roving?.refresh();
  }

  private usable(): readonly HTMLElement[] {
    const tools = [...this.element.querySelectorAll<HTMLElement>('.tool:not([hidden])')];
    const shown = tools.filter((tool) => tool.getClientRects().length > 0);
    return shown.length > 0 ? shown : tools;
  }

  showFull(isFull: boolean): void {
    const label = isFull ? 'Leave the full panel (Escape)' : 'Full panel (F)';
    setAttributes(this.full, { title: label, 'aria-label': label });
    this.full.replaceChildren(icon(isFull ? 'leaveFullPanel' : 'fullPanel'));
  }
}

/** What the document is, and what can be done with the whole of the panel. */
import type { Picture } from '../../src/core/picture/picture.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setText, syncChildren } from '../elements.ts';
import { icon, iconButton } from '../icons.ts';
import { createTag } from '../toolkit.ts';

export class Header {
  readonly element: HTMLElement;
  private readonly title = element('h1', { dir: 'auto' });
  private readonly kind = createTag();
  private readonly state = createTag();
  private readonly facts = element('div', { class: 'header-facts' });
  private readonly lock: HTMLButtonElement;
  private isLocked = false;

  constructor(actions: Actions) {
    this.lock = iconButton('unlocked', 'Stay with this document', () => actions.lock(!this.isLocked));
    this.element = element('header', {}, this.title, this.facts, element('div', { class: 'header-tools' }, this.lock));
  }

  show({ title, kind, reason, readiness }: Picture, locked: boolean): void {
    setText(this.title, title.trim() || 'Untitled');
    setText(this.kind, kind ?? '');
    this.kind.title = reason ?? '';
    const state = readiness?.state;
    setText(this.state, state ?? '');
    syncChildren(this.facts, [...(kind === undefined ? [] : [this.kind]), ...(state === undefined ? [] : [this.state])]);
    this.isLocked = locked;
    setAttributes(this.lock, { 'aria-pressed': String(locked), title: locked ? 'Follow the document in front again' : 'Stay with this document' });
    this.lock.replaceChildren(icon(locked ? 'locked' : 'unlocked'));
  }
}

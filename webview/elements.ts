/** The few DOM functions that the panel needs. They write only what differs, so that an update neither flickers nor loses the focus. */

import type { Placed } from '../src/core/picture/source.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** An attribute that is undefined is removed. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) target.removeAttribute(name);
    else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
}

/** Where in the document it stands: by this it is found when the editor's cursor or scroll bar moves. */
export function setPlace(target: Element, { range }: Placed): void {
  setAttributes(target, { 'data-start': String(range.start), 'data-end': String(range.end) });
}

export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Children that stay in order are not touched: moving a node would reset its scroll position. */
export function syncChildren(parent: Element, wanted: readonly Node[]): void {
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) {
    if (!kept.has(child)) child.remove();
  }
  let next = parent.firstChild;
  for (const node of wanted) {
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
  }
}

/** Moving a focused element takes its focus away; an update gives it back, or hands it to the element that `heir` names. */
export function keepingFocus(update: () => void, heir: (lost: HTMLElement) => HTMLElement | undefined): void {
  const focused = document.activeElement;
  update();
  if (!(focused instanceof HTMLElement) || document.activeElement === focused) return;
  const target = focused.isConnected ? focused : heir(focused);
  target?.focus({ preventScroll: true });
}

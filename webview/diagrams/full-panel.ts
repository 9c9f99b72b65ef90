/** Lets one element fill the panel: all else rests, and the focus comes back to where it was. */

export class FullPanel {
  private rested: readonly HTMLElement[] = [];
  private before: Element | null = null;
  private isOpen = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly changed: (isFull: boolean) => void,
  ) {
    // There is no page to scroll while it is covered.
    element.addEventListener('wheel', (event) => this.isOpen && event.preventDefault(), { passive: false });
  }

  get isFull(): boolean {
    return this.isOpen;
  }

  open(focused: HTMLElement): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.before = document.activeElement;
    // On the page's top layer it is laid out by the window alone, wherever it stands.
    this.element.setAttribute('popover', 'manual');
    this.element.showPopover();
    this.rested = around(this.element).filter(({ inert }) => !inert);
    for (const other of this.rested) other.inert = true;
    this.changed(true);
    focused.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    for (const other of this.rested) other.inert = false;
    this.rested = [];
    this.element.removeAttribute('popover');
    this.changed(false);
    if (this.before instanceof HTMLElement && this.element.isConnected) this.before.focus({ preventScroll: true });
  }
}

/** All that stands beside the element and beside what holds it. */
function around(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let inner = element; inner !== document.body; ) {
    const outer = inner.parentElement;
    if (outer === null) break;
    for (const other of outer.children) if (other !== inner && other instanceof HTMLElement) found.push(other);
    inner = outer;
  }
  return found;
}

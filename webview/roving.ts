/** One tab stop for many buttons: the arrow keys move among them as they lie on the screen. */

const steps: Readonly<Record<string, (items: readonly HTMLElement[], at: number) => HTMLElement | undefined>> = {
  ArrowRight: (items, at) => items[at + 1],
  ArrowLeft: (items, at) => items[at - 1],
  ArrowDown: (items, at) => nearest(items, at, 1),
  ArrowUp: (items, at) => nearest(items, at, -1),
  Home: (items) => items[0],
  End: (items) => items.at(-1),
};

export class Roving {
  private current: HTMLElement | undefined;

  constructor(
    container: HTMLElement,
    private readonly items: () => readonly HTMLElement[],
  ) {
    container.addEventListener('keydown', (event) => this.move(event));
    container.addEventListener('focusin', (event) => this.enter(event.target));
  }

  /** After the items have changed: exactly one of them can be reached by Tab. */
  refresh(): void {
    const items = this.items();
    if (this.current === undefined || !items.includes(this.current)) this.current = items[0];
    for (const item of items) item.tabIndex = item === this.current ? 0 : -1;
  }

  private enter(target: EventTarget | null): void {
    const item = this.items().find((candidate) => candidate === target);
    if (item === undefined || item === this.current) return;
    this.current = item;
    this.refresh();
  }

  private move(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = this.items();
    const at = items.findIndex((item) => item === event.target);
    const step = steps[event.key];
    if (at < 0 || step === undefined) return;
    // Also at the edge: the key belongs to the matrix and must not scroll the page there.
    event.preventDefault();
    step(items, at)?.focus();
  }
}

function nearest(items: readonly HTMLElement[], at: number, direction: 1 | -1): HTMLElement | undefined {
  const from = items[at]?.getBoundingClientRect();
  if (from === undefined) return undefined;
  let best: { readonly item: HTMLElement; readonly distance: number } | undefined;
  for (const item of items) {
    const box = item.getBoundingClientRect();
    const down = (box.top - from.top) * direction;
    if (down < from.height / 2) continue;
    // Sideways counts more than down: the next row's neighbour comes before a far row's exact match.
    const distance = down + 2 * Math.abs(box.left - from.left);
    if (best === undefined || distance < best.distance) best = { item, distance };
  }
  return best?.item;
}

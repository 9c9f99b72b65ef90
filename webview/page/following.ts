/** The panel and the editor scroll together, and what the editor's cursor stands in is marked here. */
import type { Range } from '../../src/core/text/range.ts';

/** Items of every part carry their place in the document. */
const PLACED = '[data-start]';
/** A scroll that we caused ourselves, or that is still running out, is nobody's wish. */
const ECHO_MS = 250;
const PAUSE_MS = 60;

export class Following {
  private quietUntil = 0;
  private timer: number | undefined;

  constructor(
    private readonly root: HTMLElement,
    /** How much of the page's top is covered. */
    private readonly covered: () => number,
    private readonly scrolled: (start: number) => void,
  ) {
    window.addEventListener('scroll', () => this.later(), { passive: true });
  }

  /** What the cursor stands in is marked, and brought into sight where it is out of it. */
  cursor(range: Range): void {
    const items = this.items();
    const around = items.filter((item) => startOf(item) <= range.start && range.start <= endOf(item));
    const narrowest = Math.min(...around.map((item) => endOf(item) - startOf(item)));
    const current = new Set(around.filter((item) => endOf(item) - startOf(item) === narrowest));
    for (const item of items) {
      if (current.has(item)) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
    const shown = [...current].filter(isShown);
    if (shown.length > 0 && !shown.some((item) => this.isInSight(item))) this.bring(shown[0], 'nearest');
  }

  /** The item that stands at this place of the document, or the last one before it, comes to the top. */
  scroll({ start }: Range): void {
    const before = this.items().filter((item) => isShown(item) && startOf(item) <= start);
    const last = Math.max(...before.map(startOf));
    if (start === 0 || before.length === 0) this.quietly(() => window.scrollTo(0, 0));
    else this.bring(before.find((item) => startOf(item) === last), 'start');
  }

  /** While the page is rebuilt, or moved by its own links, it follows nobody. */
  quietly(move: () => void): void {
    this.quietUntil = performance.now() + ECHO_MS;
    move();
  }

  private bring(item: Element | undefined, block: 'nearest' | 'start'): void {
    this.quietly(() => item?.scrollIntoView({ block }));
  }

  private later(): void {
    if (performance.now() < this.quietUntil || this.timer !== undefined) return;
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      const top = this.topmost();
      if (top !== undefined) this.scrolled(startOf(top));
    }, PAUSE_MS);
  }

  private topmost(): Element | undefined {
    const line = this.covered();
    return this.items().find((item) => isShown(item) && item.getBoundingClientRect().bottom > line + 1);
  }

  private isInSight(item: Element): boolean {
    const { top, bottom } = item.getBoundingClientRect();
    return bottom > this.covered() && top < window.innerHeight;
  }

  private items(): readonly Element[] {
    return [...this.root.querySelectorAll(PLACED)];
  }
}

function isShown(item: Element): boolean {
  return item.getClientRects().length > 0;
}

function startOf(item: Element): number {
  return Number(item.getAttribute('data-start'));
}

function endOf(item: Element): number {
  return Number(item.getAttribute('data-end'));
}

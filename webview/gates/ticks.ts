/** Ticks on their way into the document: one at a time, since the next one is about what the last one made of it. */

export interface Tickable {
  /** Where its box stands, as it was drawn last. */
  readonly place: number | undefined;
  readonly name: string;
  readonly isDone: boolean;
  drawTick(done: boolean): void;
}

interface Wish {
  readonly mark: Tickable;
  /** Later the mark may stand for something else. */
  readonly name: string;
  readonly done: boolean;
}

/** So long a tick may take until the document is drawn with it; it may also have been refused. */
const PATIENCE_MS = 2000;

export class Ticks {
  private waiting: readonly Wish[] = [];
  private sent: Wish | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private page = '';

  constructor(
    private readonly send: (place: number, done: boolean) => void,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** The box shows at once what is wanted; the next picture says what is. */
  want(mark: Tickable, done: boolean): void {
    this.waiting = [...this.waiting.filter((wish) => wish.mark !== mark), { mark, name: mark.name, done }];
    if (this.sent === undefined) this.sendNext();
  }

  /** A new picture was drawn. What still waits is of this document, and of these gates, or it is forgotten. */
  drawn(page: string): void {
    this.sent = undefined;
    this.waiting = page === this.page ? this.waiting.filter(({ mark, name, done }) => mark.name === name && mark.isDone !== done) : [];
    this.page = page;
    for (const { mark, done } of this.waiting) mark.drawTick(done);
    this.sendNext();
  }

  private sendNext(): void {
    clearTimeout(this.timer);
    const [next, ...rest] = this.waiting;
    if (next?.mark.place === undefined) return;
    this.waiting = rest;
    this.sent = next;
    this.send(next.mark.place, next.done);
    this.timer = setTimeout(() => this.giveUp(), this.patience);
  }

  private giveUp(): void {
    for (const { mark } of [...(this.sent === undefined ? [] : [this.sent]), ...this.waiting]) mark.drawTick(mark.isDone);
    this.sent = undefined;
    this.waiting = [];
  }
}

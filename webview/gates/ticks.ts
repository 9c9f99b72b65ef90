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
const PATIENCE_MS = 5000;

export class Ticks {
  /** The first of them is underway, the others wait for it. */
  private wishes: readonly Wish[] = [];
  private sent: Wish | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private page = '';

  constructor(
    private readonly send: (place: number, done: boolean) => void,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** The box shows at once what is wanted; the next picture says what is. */
  want(mark: Tickable, done: boolean): void {
    this.wishes = [...this.wishes.filter((wish) => wish.mark !== mark || wish === this.sent), { mark, name: mark.name, done }];
    if (this.sent === undefined) this.sendNext();
  }

  /**
   * A new picture was drawn. What is still wanted is of this document, and of these gates, or it is forgotten. A picture may be older than
   * the last wish: then that is sent once more, and the editor drops what it has done already.
   */
  drawn(page: string): void {
    const isSame = page === this.page;
    this.wishes = this.wishes.filter((wish) => isSame && wish.mark.name === wish.name && (wish.mark.isDone !== wish.done || this.isTakenBack(wish)));
    this.page = page;
    for (const { mark, done } of this.wishes) mark.drawTick(done);
    this.sendNext();
  }

  /** Of two wishes for one box the last one counts, also where the first one is underway. */
  private isTakenBack(wish: Wish): boolean {
    const { sent } = this;
    return sent !== undefined && sent !== wish && sent.mark === wish.mark && sent.mark.isDone !== sent.done;
  }

  private sendNext(): void {
    const [next] = this.wishes;
    if (next !== this.sent) {
      clearTimeout(this.timer);
      if (next !== undefined) this.timer = setTimeout(() => this.giveUp(), this.patience);
    }
    this.sent = next;
    if (next?.mark.place !== undefined) this.send(next.mark.place, next.done);
  }

  private giveUp(): void {
    for (const { mark } of this.wishes) mark.drawTick(mark.isDone);
    this.wishes = [];
    this.sent = undefined;
  }
}

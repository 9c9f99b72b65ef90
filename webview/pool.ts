/** What stands for one thing of the picture. */
export interface Mark<Item> {
  readonly element: HTMLElement;
  show(item: Item): void;
}

/** As many marks as there are things to show; each is kept for what stands at its number, so that the focus and what is unfolded stay. */
export class Pool<Item> {
  private readonly marks: Mark<Item>[] = [];

  /** Numbers count from 1. */
  constructor(private readonly make: (number: number) => Mark<Item>) {}

  show(items: readonly Item[]): readonly HTMLElement[] {
    this.marks.length = Math.min(this.marks.length, items.length);
    return items.map((item, index) => {
      const mark = (this.marks[index] ??= this.make(index + 1));
      mark.show(item);
      return mark.element;
    });
  }
}

/** One part of the panel: what stands below one of its headings. */
import type { Picture } from '../src/core/picture/picture.ts';

export interface View {
  readonly element: HTMLElement;
  update(picture: Picture): void;
  /** Another document follows: what the reader has chosen or unfolded was in the last one. */
  turnPage?(): void;
  /** How many things there are to see; none makes the part empty. */
  count(picture: Picture): number;
}

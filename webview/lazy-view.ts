/** Views that are loaded when there is first something for them to show, so that the panel itself stays small. */
import type { Picture } from '../src/core/picture/picture.ts';
import { element, setText } from './elements.ts';
import type { View } from './view.ts';

const underway = new Set<Promise<void>>();

/** Resolves once nothing is being loaded any more: whoever copies the page waits for that. */
export async function viewsLoaded(): Promise<void> {
  while (underway.size > 0) await Promise.all(underway);
}

export class LazyView implements View {
  readonly element = element('div');
  private view: View | undefined;
  private latest: Picture | undefined;
  private isLoading = false;

  constructor(
    readonly count: (picture: Picture) => number,
    private readonly load: () => Promise<View>,
  ) {}

  update(picture: Picture): void {
    this.latest = picture;
    if (this.view !== undefined) this.view.update(picture);
    else if (this.count(picture) > 0 && !this.isLoading) {
      const loading = this.open().finally(() => underway.delete(loading));
      underway.add(loading);
    }
  }

  turnPage(): void {
    this.view?.turnPage?.();
  }

  private async open(): Promise<void> {
    this.isLoading = true;
    try {
      const view = await this.load();
      if (this.latest !== undefined) view.update(this.latest);
      this.element.replaceChildren(view.element);
      this.view = view;
    } catch {
      setText(this.element, 'This part of the panel could not be loaded. Close the preview and open it again.');
    } finally {
      this.isLoading = false;
    }
  }
}

/** What takes the risks out of the panel: as tables, as a picture, as a diagram of the document. */
import type { PanelFile } from '../../src/protocol/messages.ts';
import type { Actions } from '../actions.ts';
import { Menu } from '../diagrams/menu.ts';
import { iconButton } from '../icons.ts';
import type * as Files from './risk-files.ts';
import type { Exhibit } from './risk-files.ts';

export class RiskTools {
  readonly element: HTMLElement;

  constructor(
    private readonly exhibit: () => Exhibit,
    private readonly actions: Actions,
  ) {
    const menu = new Menu(iconButton('more', 'Copy, save or insert the risks', () => undefined), [
      { name: 'Copy as Markdown Table', choose: () => void this.with(({ markdownTable }) => actions.copy(markdownTable(this.exhibit()))) },
      { name: 'Copy as CSV', choose: () => void this.with(({ csv }) => actions.copy(csv(this.exhibit()))) },
      { name: 'Save as CSV…', choose: () => void this.with(({ csvFile }) => this.save('csv', csvFile(this.exhibit()))) },
      { name: 'Copy as SVG', choose: () => void this.with(({ drawn }) => actions.copy(drawn(this.exhibit()).text)) },
      { name: 'Copy as PNG', choose: () => void this.copyPng() },
      { name: 'Save as SVG…', choose: () => void this.with(({ drawn }) => this.save('svg', drawn(this.exhibit()).text)) },
      { name: 'Save as PNG…', choose: () => void this.with(async ({ drawn, toPng, base64 }) => this.save('png', await base64(await toPng(drawn(this.exhibit()))))) },
      { name: 'Insert as Chart', choose: () => actions.chart() },
    ]);
    this.element = menu.element;
    this.element.classList.add('risk-tools');
  }

  private save(format: PanelFile['format'], content: string): void {
    this.actions.save([{ name: `${this.exhibit().title} - risks`.slice(0, 150), format, content }]);
  }

  private async copyPng(): Promise<void> {
    try {
      // The clipboard takes a promise: it is only open right after the reader's own press.
      const png = loadFiles().then(({ drawn, toPng }) => toPng(drawn(this.exhibit())));
      png.catch(() => undefined);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    } catch {
      this.actions.tell('The picture of the risks could not be put on the clipboard. Save it as PNG instead.');
    }
  }

  private async with(use: (files: typeof Files) => Promise<void> | void): Promise<void> {
    try {
      await use(await loadFiles());
    } catch {
      this.actions.tell('The risks could not be written. Close the preview, open it again and try once more.');
    }
  }
}

function loadFiles(): Promise<typeof Files> {
  return import('./risk-files.ts');
}

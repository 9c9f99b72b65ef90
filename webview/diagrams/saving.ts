/** Takes pictures out of the panel: into files and onto the clipboard. */
import type { PanelFile } from '../../src/protocol/messages.ts';
import type { Actions } from '../actions.ts';
import type { DiagramFigure } from './diagram-figure.ts';
import { base64, toPng } from './png.ts';
import { standAlone, type PictureFile } from './stand-alone.ts';
import type { Gallery } from './studio.ts';

export type PictureFormat = 'svg' | 'png';

/** More than this, a file system may not take. */
const LONGEST_NAME = 150;

export class Saving {
  constructor(
    private readonly gallery: Gallery,
    private readonly pictureOf: (figure: DiagramFigure) => Promise<SVGSVGElement>,
    private readonly actions: Actions,
  ) {}

  async save(figures: readonly DiagramFigure[], format: PictureFormat): Promise<void> {
    const files: PanelFile[] = [];
    const failed: number[] = [];
    for (const figure of figures) {
      try {
        files.push({ name: this.nameOf(figure).slice(0, LONGEST_NAME), format, content: await this.write(figure, format) });
      } catch {
        failed.push(figure.diagram.line + 1);
      }
    }
    if (files.length > 0) this.actions.save(files);
    if (failed.length > 0) this.actions.tell(unsaved(failed));
  }

  /** Says whether it is on the clipboard. */
  async copyPicture(figure: DiagramFigure): Promise<boolean> {
    try {
      // The clipboard takes a promise: it is only open right after the reader's own press.
      const png = this.paint(figure);
      png.catch(() => undefined);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return true;
    } catch {
      this.actions.tell('The picture could not be put on the clipboard. Save it as PNG instead.');
      return false;
    }
  }

  private async write(figure: DiagramFigure, format: PictureFormat): Promise<string> {
    return format === 'svg' ? (await this.fileOf(figure)).text : base64(await this.paint(figure));
  }

  private async paint(figure: DiagramFigure): Promise<Blob> {
    return toPng(await this.fileOf(figure));
  }

  private async fileOf(figure: DiagramFigure): Promise<PictureFile> {
    return standAlone(await this.pictureOf(figure), this.nameOf(figure), this.gallery.palette);
  }

  private nameOf(figure: DiagramFigure): string {
    return [this.gallery.title.trim(), figure.title.trim()].filter((part) => part !== '').join(' - ');
  }
}

function unsaved(lines: readonly number[]): string {
  if (lines.length === 1) return `The diagram in line ${lines.join()} was not saved, because it cannot be drawn. Mend the mistake that the preview names there.`;
  return `The diagrams in lines ${lines.join(', ')} were not saved, because they cannot be drawn. Mend the mistakes that the preview names there.`;
}

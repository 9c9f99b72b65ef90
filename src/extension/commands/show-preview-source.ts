import { previewInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Goes from the preview to the document that it shows. */
export async function showPreviewSource(previews: Previews): Promise<void> {
  await previewInFront(previews)?.showSource();
}

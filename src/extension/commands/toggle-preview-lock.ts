import { previewInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Lets the preview stay with its document, or follow the one in front again. */
export function togglePreviewLock(previews: Previews): void {
  const preview = previewInFront(previews);
  preview?.lock(!preview.isLocked);
}

import * as vscode from 'vscode';
import { activeMarkdown } from '../documents.ts';
import { previewInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Saves the whole preview as one web page that needs nothing else, and prints well. */
export async function exportPreview(previews: Previews): Promise<void> {
  const document = activeMarkdown();
  // A document that is not drawn yet is drawn first.
  if (document !== undefined && previews.of(document) === undefined) previews.open(document, vscode.ViewColumn.Beside);
  await (document === undefined ? previewInFront(previews) : previews.of(document))?.export();
}

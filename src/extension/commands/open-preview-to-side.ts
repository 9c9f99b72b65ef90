import * as vscode from 'vscode';
import { activeMarkdown } from '../documents.ts';
import type { PreviewPanel } from '../preview/preview-panel.ts';

/** Draws the open document beside it: its diagrams and its risk matrix, live. */
export function openPreviewToSide(preview: PreviewPanel): void {
  const document = activeMarkdown();
  if (document !== undefined) preview.open(document);
  else void vscode.window.showInformationMessage('Groundplan previews the Markdown document in front: open a plan first.');
}

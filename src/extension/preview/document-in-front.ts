import * as vscode from 'vscode';
import { activeMarkdown } from '../documents.ts';
import type { PreviewPanel } from './preview-panel.ts';
import type { Previews } from './previews.ts';

/** The document that a preview is asked for; says what to do where there is none. */
export function markdownInFront(): vscode.TextDocument | undefined {
  const document = activeMarkdown();
  if (document === undefined) void vscode.window.showInformationMessage('Groundplan previews the Markdown document in front: open a plan first.');
  return document;
}

export function previewInFront(previews: Previews): PreviewPanel | undefined {
  const preview = previews.current;
  if (preview === undefined) void vscode.window.showInformationMessage('No Groundplan preview is open: open a plan and run “Groundplan: Open Preview to the Side” first.');
  return preview;
}

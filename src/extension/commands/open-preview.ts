import * as vscode from 'vscode';
import { markdownInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Draws the open document in the same place, as another tab. */
export function openPreview(previews: Previews): void {
  const document = markdownInFront();
  if (document !== undefined) previews.open(document, vscode.ViewColumn.Active);
}

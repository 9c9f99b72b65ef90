import * as vscode from 'vscode';
import { markdownInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Draws the open document in a preview of its own that stays with it, whatever is opened later. */
export function openLockedPreviewToSide(previews: Previews): void {
  const document = markdownInFront();
  if (document !== undefined) previews.open(document, vscode.ViewColumn.Beside, true);
}

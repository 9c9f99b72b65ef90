import * as vscode from 'vscode';
import { markdownInFront } from '../preview/document-in-front.ts';
import type { Previews } from '../preview/previews.ts';

/** Draws the open document beside it: diagrams, roadmap, decisions, targets, gates and risks, live. */
export function openPreviewToSide(previews: Previews): void {
  const document = markdownInFront();
  if (document !== undefined) previews.open(document, vscode.ViewColumn.Beside);
}

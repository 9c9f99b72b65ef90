import * as vscode from 'vscode';
import { clickedDocument } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';
import type { Previews } from '../preview/previews.ts';

/** Draws the document that is selected in the Groundplan view, without opening its text. */
export async function openDocumentPreview(view: GroundplanView, previews: Previews, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place === undefined) return;
  previews.open(await vscode.workspace.openTextDocument(place.uri), vscode.ViewColumn.Active);
}

import * as vscode from 'vscode';
import { clickedDocument, showClicked } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';

/** Opens the document that is selected in the Groundplan view beside the one in front. */
export async function openDocumentToSide(view: GroundplanView, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place) await showClicked(place, vscode.ViewColumn.Beside);
}

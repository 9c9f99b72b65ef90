import * as vscode from 'vscode';
import { clickedDocument, showClicked } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';

/** Opens the document that is selected in the Groundplan view. */
export async function openDocument(view: GroundplanView, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place) await showClicked(place, vscode.ViewColumn.Active);
}

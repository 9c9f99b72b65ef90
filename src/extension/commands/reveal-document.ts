import * as vscode from 'vscode';
import { clickedDocument } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';

/** Shows the file of the document that is selected in the Groundplan view among the files of its folder. */
export async function revealDocument(view: GroundplanView, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place) await vscode.commands.executeCommand('revealInExplorer', place.uri);
}

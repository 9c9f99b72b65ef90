import * as vscode from 'vscode';
import { clickedDocument } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';
import { pathInWorkspace } from '../workspace-files.ts';

const SHOWN_MS = 5000;

/** Copies the path of a document as links and messages name it: from its folder of the workspace on. */
export async function copyDocumentPath(view: GroundplanView, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place === undefined) return;
  const path = pathInWorkspace(place.uri);
  await vscode.env.clipboard.writeText(path);
  vscode.window.setStatusBarMessage(`Copied ${path}.`, SHOWN_MS);
}

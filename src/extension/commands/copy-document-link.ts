import * as vscode from 'vscode';
import { labelOf } from '../../core/workspace/known-document.ts';
import { linkTo } from '../../core/text/link-paths.ts';
import { activeMarkdown, nameOf } from '../documents.ts';
import { clickedDocument } from '../features/clicked-document.ts';
import type { GroundplanView } from '../features/groundplan-view.ts';
import type { WorkspaceIndexes } from '../workspace-index.ts';
import { pathInWorkspace } from '../workspace-files.ts';

const SHOWN_MS = 5000;

/** Copies a Markdown link to a document, as it has to be written in the one in front. */
export async function copyDocumentLink(view: GroundplanView, indexes: WorkspaceIndexes, clicked: unknown): Promise<void> {
  const place = clickedDocument(view, clicked);
  if (place === undefined) return;
  const located = indexes.locate(place.uri);
  const entry = located?.in.index.entry(located.path);
  const name = (entry ? labelOf(entry) : nameOf(place.uri)).replace(/[[\]\\]/g, '\\$&');
  const link = `[${name}](${linkTo(originFor(place.uri), pathInWorkspace(place.uri))})`;
  await vscode.env.clipboard.writeText(link);
  vscode.window.setStatusBarMessage(`Copied ${link}`, SHOWN_MS);
}

/** From the document in front, where it is another one of the same folder; else from the folder itself. */
function originFor(uri: vscode.Uri): string {
  const front = activeMarkdown()?.uri;
  const isBeside = front !== undefined && front.toString() !== uri.toString() && vscode.workspace.getWorkspaceFolder(front)?.uri.toString() === vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
  return isBeside ? pathInWorkspace(front) : '';
}

import * as vscode from 'vscode';
import type { Range } from '../core/text/range.ts';

export const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

/** A Markdown document that its author can change: no older version, no cell of a notebook, no output. */
export function isMarkdown({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && (uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
}

/** The Markdown document in front of the author. */
export function activeMarkdown(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isMarkdown(document) ? document : undefined;
}

export function toEditorRange(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The last part of the path, as a message names a document. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

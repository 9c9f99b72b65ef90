import * as vscode from 'vscode';
import type { Range } from '../core/text/range.ts';

/** Views of other versions of a file, and VS Code's own read-only texts: nobody can mend what is found there. */
const FOREIGN_SCHEMES = new Set(['git', 'gitfs', 'output', 'vscode-scm', 'review', 'pr', 'perf', 'vscode-local-history', 'chat-editing-text-model']);

export const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

export function isMarkdown(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown' && !FOREIGN_SCHEMES.has(document.uri.scheme);
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

import * as vscode from 'vscode';
import { activeMarkdown, nameOf } from '../documents.ts';
import { fixAllEdit } from '../features/code-actions.ts';
import type { PlanSession } from '../plan-session.ts';

/** Mends everything in the open document that Groundplan can mend, as one undo. */
export async function fixAllInDocument(session: PlanSession): Promise<void> {
  const document = activeMarkdown();
  if (document === undefined) {
    void vscode.window.showInformationMessage('Groundplan fixes the Markdown document in front: open a plan first.');
    return;
  }
  const edit = fixAllEdit(session, document);
  if (edit === undefined) {
    void vscode.window.showInformationMessage(`Nothing in ${nameOf(document.uri)} waits for a fix that Groundplan can make.`);
  } else if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(`${nameOf(document.uri)} could not be changed: check that it is not read-only.`);
  }
}

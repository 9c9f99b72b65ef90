import * as vscode from 'vscode';
import { isWithin } from '../../core/lint/rule.ts';
import { activeMarkdown, nameOf } from '../documents.ts';
import { fixAllEdit } from '../features/code-actions.ts';
import type { PlanSession } from '../plan-session.ts';

const SHOWN_MS = 5000;

/** Mends everything in the open document that Groundplan can mend, as one undo. */
export async function fixAllInDocument(session: PlanSession): Promise<void> {
  const document = activeMarkdown();
  if (document === undefined) {
    void vscode.window.showInformationMessage('Groundplan fixes the Markdown document in front: open a plan first.');
    return;
  }
  const name = nameOf(document.uri);
  const fixable = (): number => session.read(document).findings.filter(({ fix }) => isWithin(fix)).length;
  const before = fixable();
  const edit = fixAllEdit(session, document);
  if (edit === undefined) {
    void vscode.window.showInformationMessage(`Nothing to fix in ${name}.`);
  } else if (await vscode.workspace.applyEdit(edit)) {
    const fixed = before - fixable();
    vscode.window.setStatusBarMessage(`Groundplan fixed ${fixed} ${fixed === 1 ? 'finding' : 'findings'} in ${name}.`, SHOWN_MS);
  } else {
    void vscode.window.showErrorMessage(`${name} could not be changed: check that it is not read-only.`);
  }
}

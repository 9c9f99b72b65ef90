import * as vscode from 'vscode';
import type { WorkspaceFindings, WorkspaceSummary } from '../features/workspace-findings.ts';

/** Checks every plan of the workspace, also those that are not open; from then on their findings follow what changes. */
export async function lintWorkspace(workspace: WorkspaceFindings): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    void vscode.window.showInformationMessage('No folder is open, so there is no workspace to check: open one first.');
    return;
  }
  const summary = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Groundplan: Checking the workspace', cancellable: true }, (progress, token) => {
    let before = 0;
    return workspace.lint(token, (done, all) => {
      progress.report({ message: `${done} of ${all} files`, increment: ((done - before) / all) * 100 });
      before = done;
    });
  });
  // Whoever runs it as one of several commands does not wait for an answer.
  if (summary !== undefined) void tell(summary);
}

async function tell({ files, findings, left }: WorkspaceSummary): Promise<void> {
  const rest = left.length === 0 ? '' : ` Left out, as too long or not text: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}.`;
  const said = findings === 0 ? `Groundplan found nothing to mend in ${files} Markdown files.` : `Groundplan found ${findings} things to mend in ${files} Markdown files.`;
  const show = 'Show Problems';
  const answer = await (findings === 0 ? vscode.window.showInformationMessage(said + rest) : vscode.window.showInformationMessage(said + rest, show));
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

import * as vscode from 'vscode';
import { BASELINE_FILE, writeBaseline } from '../../core/lint/baseline.ts';
import { tickOff } from '../features/first-steps.ts';
import type { WorkspaceFindings } from '../features/workspace-findings.ts';
import type { PlanSession } from '../plan-session.ts';

/** Keeps the findings of today in a file of the workspace: from then on they are hints, and only new ones count. */
export async function freezeFindings(session: PlanSession, workspace: WorkspaceFindings): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Findings are kept in a folder, and none is open: open one first.');
    return;
  }
  const baselines = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Groundplan: Freezing the findings', cancellable: true }, (progress, token) =>
    workspace.freeze(token, (done, all) => progress.report({ message: `${done} of ${all} files` })),
  );
  if (baselines === undefined) return;
  for (const [folder, baseline] of baselines) {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), ...BASELINE_FILE.split('/'));
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(writeBaseline(baseline)));
    } catch {
      void vscode.window.showErrorMessage(`${BASELINE_FILE} could not be written: check that the folder is not read-only.`);
      return;
    }
  }
  await session.reloadSettings();
  tickOff('findingsFrozen');
  void vscode.window.showInformationMessage(`${BASELINE_FILE} holds the findings of today: from now on they are hints. Delete it to see them as they are.`);
}

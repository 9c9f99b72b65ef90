import * as vscode from 'vscode';

const WALKTHROUGH = 'groundplan.groundplan#getStarted';

/** Opens the walkthrough: eight steps from the first plan to checks in CI, each ticked off once it is done. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
}

import * as vscode from 'vscode';
import { PlanSearch } from '../features/plan-search.ts';
import type { WorkspaceIndexes } from '../workspace-index.ts';

/** Finds words in the titles, headings and texts of all plans and records while you type, and opens the document at the line. */
export async function searchPlans(indexes: WorkspaceIndexes): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    void vscode.window.showInformationMessage('No folder is open, so there are no plans to search: open one first.');
    return;
  }
  const search = new PlanSearch(indexes);
  const chosen = await search.choose();
  search.dispose();
  if (chosen === undefined) return;
  const { uri, selection } = chosen.item;
  await vscode.commands.executeCommand('vscode.open', uri, { selection, ...(chosen.isBeside && { viewColumn: vscode.ViewColumn.Beside }) });
}

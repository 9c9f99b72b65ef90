import * as vscode from 'vscode';
import { allRules } from '../../core/rules/all.ts';

/** Opens the page of a check: why it exists, with examples that pass and that fail. */
export async function explainCheck(extensionUri: vscode.Uri, named: unknown): Promise<void> {
  const rule = allRules.find(({ id }) => id === named)?.id ?? (await chooseRule());
  if (rule === undefined) return;
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // There is an editor without the built-in Markdown preview: the text reads well too.
    await vscode.window.showTextDocument(page, { preview: true });
  }
}

/** The address of a check's page, for places that take an address. */
export function pageOf(rule: string): vscode.Uri {
  return vscode.Uri.parse(`command:groundplan.explainCheck?${encodeURIComponent(JSON.stringify([rule]))}`);
}

async function chooseRule(): Promise<string | undefined> {
  const picks = allRules.map(({ id, summary }) => ({ label: id, detail: summary }));
  const chosen = await vscode.window.showQuickPick(picks, { title: 'Explain Check', placeHolder: 'Which check?', matchOnDetail: true });
  return chosen?.label;
}

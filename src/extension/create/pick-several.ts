import * as vscode from 'vscode';
import { BACK, type StepPlace } from './quick-steps.ts';

export interface Pick extends vscode.QuickPickItem {
  readonly answer: string;
}

/** A list of which several are chosen; nothing where the author cancels. */
export function askForSeveral({ title, canGoBack }: StepPlace, placeholder: string, choices: readonly Pick[]): Promise<readonly string[] | typeof BACK | undefined> {
  const pick = vscode.window.createQuickPick<Pick>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = choices;
  pick.selectedItems = choices.filter(({ picked }) => picked === true);
  pick.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => finish(BACK));
    pick.onDidHide(() => finish(undefined));
    pick.onDidAccept(() => finish(pick.selectedItems.map(({ answer }) => answer)));
    function finish(answer: readonly string[] | typeof BACK | undefined): void {
      resolve(answer);
      pick.dispose();
    }
    pick.show();
  });
}

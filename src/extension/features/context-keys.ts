import * as vscode from 'vscode';
import { activeMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

const IS_PLAN = 'groundplan.activeIsPlan';

/** Tells the menus whether the document in front is a plan, so that no button appears on anybody's README. */
export function keepContextKeys(session: PlanSession): vscode.Disposable {
  let last: boolean | undefined;
  const update = (): void => {
    const document = activeMarkdown();
    const isPlan = document !== undefined && session.read(document).subject !== undefined;
    if (isPlan === last) return;
    last = isPlan;
    void vscode.commands.executeCommand('setContext', IS_PLAN, isPlan);
  };
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), session.onDidCheck(update));
}

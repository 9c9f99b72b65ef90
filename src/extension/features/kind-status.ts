import * as vscode from 'vscode';
import { activeMarkdown, MARKDOWN } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** Which kind of plan the document in front is, why, and the way to say otherwise: beside the language in the status bar. */
export function showKind(session: PlanSession): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('groundplan.kind', MARKDOWN);
  item.name = 'Groundplan';
  const update = (): void => {
    const document = activeMarkdown();
    const recognition = document && session.read(document).subject?.recognition;
    item.text = recognition?.kind.name ?? 'No plan';
    item.detail = recognition?.reason ?? 'Of no kind that Groundplan knows, so it is left alone.';
    item.command = { title: 'Change', command: 'groundplan.chooseKind', tooltip: 'Say which kind of document this is' };
  };
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(update), session.onDidCheck(update));
}

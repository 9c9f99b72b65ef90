import * as vscode from 'vscode';
import { markKind } from '../../core/template/explicit-mark.ts';
import { NO_KIND } from '../../core/template/recognise.ts';
import { askForChoice, BACK } from '../create/quick-steps.ts';
import { activeMarkdown, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** Says why the open document is taken for its kind, and lets you say which it is. */
export async function chooseKind(session: PlanSession): Promise<void> {
  const document = activeMarkdown();
  if (document === undefined) return void vscode.window.showInformationMessage('Open a Markdown document first: Groundplan then says which kind of plan it is.');
  const recognition = session.read(document).subject?.recognition;
  const kinds = session.kindsFor(document.uri).map((kind) => ({
    answer: kind.id,
    label: kind.name,
    description: kind === recognition?.kind ? 'this is what it is taken for' : '',
    detail: kind.description,
  }));
  const none = { answer: NO_KIND, label: 'None', description: '', detail: 'Leave this document alone: no findings, no completions.' };
  const placeholder = recognition ? `${recognition.kind.name}: ${recognition.reason} Choose another if that is wrong.` : 'Of no kind that Groundplan knows. Choose one if it is.';
  const answer = await askForChoice({ title: 'Kind of this document', canGoBack: false }, placeholder, [...kinds, none]);
  if (answer === undefined || answer === BACK || answer === recognition?.kind.id) return;
  const mark = markKind(document.getText(), answer);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, toEditorRange(document, mark.range), mark.text);
  await vscode.workspace.applyEdit(edit);
}

import * as vscode from 'vscode';
import type { Planned } from '../../core/life/change.ts';
import type { Range } from '../../core/text/range.ts';
import { applyChange } from '../apply-change.ts';
import { toEditorRange } from '../documents.ts';
import type { ChosenPlan } from './chosen-plan.ts';

/** Makes a change that was planned; says why where that cannot be done. */
export async function makeChange(planned: Planned, folder: vscode.Uri): Promise<boolean> {
  const problem = 'problem' in planned ? planned.problem : await applyChange(planned.change, folder);
  if (problem !== undefined) void vscode.window.showErrorMessage(problem);
  return problem === undefined;
}

/** Says in one message what stands in the way, with a button that leads to the first of it. */
export async function showObstacle({ document }: ChosenPlan, sentence: string, first: Range): Promise<void> {
  const show = 'Show the First';
  if ((await vscode.window.showWarningMessage(sentence, show)) === show) await vscode.window.showTextDocument(document, { selection: toEditorRange(document, first) });
}

/** Opens a document that was made, at its first blank. */
export async function openAtBlank(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const blank = /\{\{[^{}\r\n]{1,200}\}\}/.exec(document.getText());
  const selection = blank ? { selection: toEditorRange(document, { start: blank.index, end: blank.index + blank[0].length }) } : {};
  await vscode.window.showTextDocument(document, { preview: false, ...selection });
}

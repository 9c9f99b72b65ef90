import * as vscode from 'vscode';
import { fillPart } from '../../core/picture/fill-part.ts';
import type { PanelEdit } from '../../core/picture/panel-edit.ts';
import { rateRisk } from '../../core/picture/rate-risk.ts';
import { insertRiskChart } from '../../core/picture/risk-chart.ts';
import { tickBox } from '../../core/picture/tick-box.ts';
import type { FromWebview } from '../../protocol/messages.ts';
import { nameOf, toEditorRange } from '../documents.ts';
import { tickOff } from '../features/first-steps.ts';
import type { PlanSession } from '../plan-session.ts';

/** What the panel wants to have changed in its document. */
export type Wish = Extract<FromWebview, { type: 'rate' | 'tick' | 'fill' | 'chart' }>;

export function isWish(message: FromWebview): message is Wish {
  return message.type === 'rate' || message.type === 'tick' || message.type === 'fill' || message.type === 'chart';
}

/** Writes what is wished for into the document, as one step to undo; says in a sentence why it cannot be. */
export async function grant(wish: Wish, document: vscode.TextDocument, session: PlanSession): Promise<void> {
  const edit = editFor(wish, document, session);
  if ('problem' in edit) {
    void vscode.window.showWarningMessage(edit.problem);
    return;
  }
  if (edit.edits.length === 0) return;
  const change = new vscode.WorkspaceEdit();
  for (const { range, text } of edit.edits) change.replace(document.uri, toEditorRange(document, range), withEndOfLine(text, document));
  if (!(await vscode.workspace.applyEdit(change))) return void vscode.window.showWarningMessage(`${nameOf(document.uri)} could not be changed: it may be read-only.`);
  if (wish.type === 'rate') tickOff('riskRated');
}

function editFor(wish: Wish, document: vscode.TextDocument, session: PlanSession): PanelEdit {
  const source = session.sourceOf(document);
  switch (wish.type) {
    case 'rate':
      return rateRisk(source, wish);
    case 'tick':
      return tickBox(source, wish.box, wish.done);
    case 'fill':
      return fillPart(source, wish.part, session.kindsFor(document.uri));
    case 'chart':
      return insertRiskChart(source);
  }
}

function withEndOfLine(text: string, { eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? text.replace(/\r?\n/g, '\r\n') : text;
}

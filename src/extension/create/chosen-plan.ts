import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lint.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { activeMarkdown, nameOf } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { whileWaiting } from './waiting.ts';

/** The plan that a command is about, as it stands in the editor now. */
export interface ChosenPlan {
  readonly document: vscode.TextDocument;
  /** The folder of the workspace that it is in. */
  readonly folder: vscode.Uri;
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

/** What was clicked, else the document in front; a sentence where that is no plan. `does` says what is to be done: "approves". */
export async function choosePlan(session: PlanSession, clicked: unknown, does: string, what = 'plan'): Promise<ChosenPlan | undefined> {
  const uri = uriOf(clicked) ?? activeMarkdown()?.uri;
  if (uri === undefined) return say(`Groundplan ${does} the ${what} in front: open one first.`);
  const name = nameOf(uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (uri.scheme === 'untitled') return say(`${name} is not saved yet: save it into a folder of the workspace first.`);
  if (folder === undefined) return say(`${name} is in no folder of the workspace: open its folder first.`);
  const document = await vscode.workspace.openTextDocument(uri);
  await session.ready;
  const reading = await whileWaiting(`Reading ${name}`, () => session.checkSettled(document.getText(), uri, false));
  if (reading === undefined) return undefined;
  if (reading.subject === undefined) return say(`${name} is no ${what} that Groundplan knows: say which kind it is with "Show or Change Kind of Document…".`);
  return { document, folder, subject: reading.subject, findings: reading.findings };
}

/** Of a file in the explorer, or of an item in a tree. */
export function uriOf(clicked: unknown): vscode.Uri | undefined {
  if (clicked instanceof vscode.Uri) return clicked;
  if (typeof clicked !== 'object' || clicked === null) return undefined;
  const held = 'resourceUri' in clicked ? clicked.resourceUri : 'uri' in clicked ? clicked.uri : undefined;
  return held instanceof vscode.Uri ? held : undefined;
}

function say(sentence: string): undefined {
  void vscode.window.showInformationMessage(sentence);
  return undefined;
}

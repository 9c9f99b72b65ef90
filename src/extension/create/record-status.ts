import * as vscode from 'vscode';
import { changeStatus, stateOf } from '../../core/life/records/change-status.ts';
import { isFinal } from '../../core/life/records/deeds.ts';
import { called, sentence } from '../../core/life/records/record-wording.ts';
import type { StatusName } from '../../core/readings/records/status-words.ts';
import type { PlanSession } from '../plan-session.ts';
import { chooseRecord, type ChosenRecord } from './chosen-record.ts';
import type { Given } from './given-answers.ts';
import { makeChange } from './make-change.ts';
import { askForChoice } from './quick-steps.ts';

const SHOWN_MS = 5000;

/** How a command names what it does, and that it is done. */
export interface StatusVerb {
  readonly name: StatusName;
  readonly does: string;
  /** On the button that confirms it. */
  readonly verb: string;
}

/** Gives the record a status, as one step to undo. Whoever takes a record out of a final state is asked first. */
export async function setStatus(session: PlanSession, clicked: unknown, given: Given, verb: StatusVerb): Promise<void> {
  const { name, does } = verb;
  const chosen = await chooseRecord(session, clicked, does);
  if (chosen === undefined) return;
  const { subject, own, around, folder, document } = chosen;
  const planned = changeStatus(subject, { name, day: around.day, manners: around.manners });
  if ('problem' in planned) return void vscode.window.showInformationMessage(planned.problem);
  if (!(await isConfirmed(chosen, given, verb)) || !(await makeChange(planned, folder))) return;
  await showRecord(document);
  vscode.window.setStatusBarMessage(`${sentence(called(own))} is ${name}.`, SHOWN_MS);
}

/** What was changed elsewhere than in front is shown. */
export async function showRecord(document: vscode.TextDocument): Promise<void> {
  if (!vscode.window.visibleTextEditors.some((editor) => editor.document === document)) await vscode.window.showTextDocument(document, { preview: false });
}

async function isConfirmed({ own }: ChosenRecord, given: Given, { name, verb }: StatusVerb): Promise<boolean> {
  const state = stateOf(own);
  if (state === undefined || !isFinal(state) || given['confirm'] === 'yes') return true;
  const answer = await askForChoice({ title: `${verb} Record`, canGoBack: false }, `${sentence(called(own))} is ${state}, which is final. ${verb} it all the same?`, [
    { answer: 'no', label: 'Leave it as it is', description: '' },
    { answer: 'yes', label: `${verb} it`, description: `it is ${name} then; what other records say of it stays` },
  ]);
  return answer === 'yes';
}

import * as vscode from 'vscode';
import { mannersOf } from '../../core/life/records/manners.ts';
import type { RecordsAround } from '../../core/life/records/relate.ts';
import { ownRecord, seriesOf } from '../../core/lint/records-around.ts';
import type { Subject } from '../../core/lint/subject.ts';
import type { RecordElsewhere, RecordEntry } from '../../core/lint/surroundings.ts';
import { nameOf } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import { uriInWorkspace } from '../workspace-files.ts';
import { choosePlan } from './chosen-plan.ts';
import { whileWaiting } from './waiting.ts';

/** The record that a command is about, as it stands in the editor now, and those around it. */
export interface ChosenRecord {
  readonly document: vscode.TextDocument;
  /** The folder of the workspace that it is in. */
  readonly folder: vscode.Uri;
  readonly subject: Subject;
  readonly own: RecordEntry;
  readonly around: RecordsAround;
  /** The numbers of records on other branches. */
  readonly elsewhere: readonly RecordElsewhere[];
}

/** What was clicked, else the document in front; a sentence where that is no record. `does` says what is to be done: "accepts". */
export async function chooseRecord(session: PlanSession, clicked: unknown, does: string): Promise<ChosenRecord | undefined> {
  const chosen = await choosePlan(session, clicked, does, 'record');
  if (chosen === undefined) return undefined;
  const { document, folder, subject } = chosen;
  const own = ownRecord(subject);
  if (own === undefined) {
    void vscode.window.showInformationMessage(`${nameOf(document.uri)} is no decision record: Groundplan ${does} one, so open it first.`);
    return undefined;
  }
  const known = await whileWaiting('Reading the records', () => knownRecords(session, document, subject));
  if (known === undefined) return undefined;
  const series = known.records.filter(({ path }) => path !== own.path && seriesOf(path) === seriesOf(own.path));
  return { document, folder, subject, own, around: { records: known.records, manners: mannersOf(series), day: today() }, elsewhere: known.elsewhere };
}

/** Another record of the same workspace folder as it stands now, saved or not. */
export async function recordAt(session: PlanSession, near: vscode.Uri, path: string): Promise<Subject | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uriInWorkspace(near, path));
    return (await session.checkSettled(document.getText(), document.uri, false)).subject;
  } catch {
    return undefined;
  }
}

/** The checks of records may be switched off: then nobody has asked for the records yet. */
async function knownRecords(session: PlanSession, document: vscode.TextDocument, { surroundings }: Subject): Promise<{ readonly records: readonly RecordEntry[]; readonly elsewhere: readonly RecordElsewhere[] }> {
  if (surroundings.records() === undefined || surroundings.recordsElsewhere() === undefined) await session.checkSettled(document.getText(), document.uri, false);
  return { records: surroundings.records() ?? [], elsewhere: surroundings.recordsElsewhere() ?? [] };
}

import * as vscode from 'vscode';
import { masterPlanPaths, phaseNumber, startNextPhase } from '../../core/life/plans/next-phase.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { scaffoldPath } from '../../core/scaffold/scaffold.ts';
import { folderOf } from '../../core/template/file-name.ts';
import { survey } from '../../core/workspace/survey.ts';
import { nameOf } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { authorFor } from './author.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import { askFor, type Given } from './given-answers.ts';
import { makeChange, openAtBlank } from './make-change.ts';
import { textStep } from './plan-questions.ts';
import { whileWaiting } from './waiting.ts';

const PHASE_PLAN = 'phase-plan';
const MASTER_PLAN = 'master-plan';

/** Writes the plan of the phase behind this one, and lets the master plan lead to it. */
export async function beginNextPhase(session: PlanSession, { subject, document, folder }: ChosenPlan, given: Given): Promise<void> {
  const number = phaseNumber(subject);
  if (subject.kind.kind !== PHASE_PLAN || number === undefined) {
    return void vscode.window.showInformationMessage(`${nameOf(document.uri)} is no plan of a phase with a number: open the plan of the phase that is to be followed.`);
  }
  const files = new WorkspaceFiles(folder);
  const kinds = session.kindsFor(folder);
  const found = await whileWaiting('Looking for the plans of other phases', () => survey([subject.kind], kinds, files));
  if (found === undefined) return;
  const place = { ...found.naming, folder: folderOf(subject.path) };
  const next = String(number + 1);
  const path = scaffoldPath(subject.kind, { number: next }, place);
  if ((await files.read(path)) !== undefined) return openInstead(files.uriOf(path), path);
  const question = subject.kind.ask['name'];
  const answers = await askFor(`Start Phase ${next}`, [textStep('name', `${question?.prompt ?? 'What is the phase called?'} Creates ${path}.`)], given);
  const name = answers?.['name'];
  if (name === undefined) return;
  const author = await authorFor(folder, session.settingsFor(folder).author);
  const values = { date: today(), ...(author === undefined ? {} : { author }) };
  const planned = await whileWaiting('Reading what the phase leaves behind', async () => {
    const master = await masterPlan(session, subject, files);
    return startNextPhase(subject, { number: number + 1, name, values, place, kinds, files, paths: found.paths }, master);
  });
  if (planned && (await makeChange(planned, folder))) await openAtBlank(files.uriOf(path));
}

async function masterPlan(session: PlanSession, subject: Subject, files: WorkspaceFiles): Promise<Subject | undefined> {
  for (const path of await masterPlanPaths(subject.path, session.kindsFor(files.uriOf('')), files)) {
    const document = await vscode.workspace.openTextDocument(files.uriOf(path));
    const master = session.check(document.getText(), document.uri).subject;
    if (master?.kind.kind === MASTER_PLAN) return master;
  }
  return undefined;
}

async function openInstead(uri: vscode.Uri, path: string): Promise<void> {
  const open = 'Open It';
  if ((await vscode.window.showInformationMessage(`${path} exists already and stays as it is.`, open)) === open) await vscode.window.showTextDocument(uri);
}

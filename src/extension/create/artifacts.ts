import * as vscode from 'vscode';
import { createArtifacts, listedArtifacts, recordKindOf, type Artifact } from '../../core/life/plans/artifacts.ts';
import type { RecordForm } from '../../core/life/plans/record-of-decision.ts';
import { inWords } from '../../core/lint/wording.ts';
import { plainTitle } from '../../core/plan/titles.ts';
import type { Decision } from '../../core/readings/decisions/decisions.ts';
import { numberInName } from '../../core/readings/records/record-links.ts';
import { baseName, folderOf } from '../../core/template/file-name.ts';
import type { Kind } from '../../core/template/kind.ts';
import { nameOf } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import type { Given } from './given-answers.ts';
import { makeChange } from './make-change.ts';
import { askForSeveral } from './pick-several.ts';
import { dialectOf, recordManner, type RecordManner } from './record-form.ts';

const TITLE = 'Create Artifacts';

/** Makes the files of a design that are missing, once the author has looked at the list. */
export async function makeArtifacts(session: PlanSession, chosen: ChosenPlan, given: Given): Promise<void> {
  const { subject, document, folder } = chosen;
  const name = nameOf(document.uri);
  const listed = listedArtifacts(subject);
  if (listed.length === 0) return void vscode.window.showInformationMessage(`${name} lists no files to make: name each as code in a list of its own, as the template of a system design does.`);
  const missing = await missingOf(listed, folder);
  if (missing.length === 0) return void vscode.window.showInformationMessage(`${name} lists ${listed.length === 1 ? 'one file, and it is' : `${listed.length} files, and all of them are`} there already.`);
  const picks = missing.map(({ path, holds, decision }, index) => ({ answer: String(index), label: path, description: decision ? `record of "${inWords(decision.name.text)}"` : '', detail: holds, picked: true }));
  const answers = given['files'] === 'all' ? picks.map(({ answer }) => answer) : await askForSeveral({ title: TITLE, canGoBack: false }, 'Which of these files are to be made?', picks);
  if (answers === undefined || typeof answers === 'symbol' || answers.length === 0) return;
  const wanted = answers.flatMap((answer) => missing[Number(answer)] ?? []);
  const form = await formOf(session, chosen, wanted, given['form']);
  if (form === undefined) return;
  if (!(await makeChange(createArtifacts(subject, wanted, form), folder))) return;
  const there = listed.length - missing.length;
  void vscode.window.showInformationMessage(`${wanted.length === 1 ? 'One file was' : `${wanted.length} files were`} made for ${name}${there === 0 ? '' : `; ${there === 1 ? 'one that was' : `${there} that were`} there already ${there === 1 ? 'stays' : 'stay'} as ${there === 1 ? 'it is' : 'they are'}`}.`);
}

async function missingOf(listed: readonly Artifact[], folder: vscode.Uri): Promise<readonly Artifact[]> {
  const files = new WorkspaceFiles(folder);
  const there = await Promise.all(listed.map(({ path }) => vscode.workspace.fs.stat(files.uriOf(path)).then(() => true, () => false)));
  return listed.filter((_, index) => there[index] === false);
}

/** Nothing where the author cancels; records take their number from the name that the design gives them. */
async function formOf(session: PlanSession, chosen: ChosenPlan, wanted: readonly Artifact[], given: string | undefined): Promise<((artifact: Artifact, decision: Decision) => RecordForm) | undefined> {
  const needsRecord = wanted.some(({ decision }) => decision !== undefined);
  const manner = needsRecord ? await recordManner(session, chosen) : undefined;
  const kind = manner && (await dialectOf(manner, TITLE, given));
  if (needsRecord && (manner === undefined || kind === undefined)) return undefined;
  return (artifact, decision) => formFor(artifact, decision, manner, kind ?? chosen.subject.kind);
}

function formFor({ path }: Artifact, { name }: Decision, manner: RecordManner | undefined, kind: Kind): RecordForm {
  const number = numberInName(path);
  const named = recordKindOf(path, manner?.dialects ?? []) === undefined ? (manner?.number ?? 1) : number;
  return {
    kind,
    values: { ...manner?.values, title: plainTitle(name.text), number: String(named ?? 1) },
    place: { folder: folderOf(path), pattern: baseName(path), joint: '-' },
  };
}

import * as vscode from 'vscode';
import { mergeInto, mergeInWords, mergeTasks } from '../../core/life/plans/merge-tasks.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { draftStages } from '../../core/scaffold/tasks-of-plan.ts';
import { scaffoldPath, placeOfTemplate } from '../../core/scaffold/scaffold.ts';
import { baseName, folderOf } from '../../core/template/file-name.ts';
import type { PlanSession } from '../plan-session.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { uriOf } from './chosen-plan.ts';
import { askForFile } from './file-question.ts';
import { makeChange } from './make-change.ts';
import { newDocument } from './new-document.ts';
import { chooseTarget, type Target } from './target.ts';

const TASKS = 'task-breakdown';

/** Writes the tasks of a plan beside it, or adds those that its list of tasks does not have yet. */
export async function decompose(session: PlanSession, clicked: unknown): Promise<void> {
  await session.ready;
  const target = await chooseTarget('task breakdown', uriOf(clicked) ?? clicked);
  const files = target && new WorkspaceFiles(target.root);
  const source = target && files && (target.file ?? (await askForPlan(session, target, files)));
  if (target === undefined || files === undefined || source === undefined) return;
  const tasks = await tasksBeside(session, source, files);
  if (tasks === undefined) return newDocument(TASKS, session, files.uriOf(source));
  await merge(session, source, tasks, files, target.root);
}

async function askForPlan(session: PlanSession, target: Target, files: WorkspaceFiles): Promise<string | undefined> {
  const kind = session.kindsFor(target.root).find((each) => each.kind === TASKS);
  const question = kind?.beside === undefined ? undefined : kind.ask[kind.beside];
  if (question === undefined) return undefined;
  const answer = await askForFile({ title: 'Decompose Plan into Tasks', canGoBack: false }, question, files, target.active);
  return typeof answer === 'string' ? answer : undefined;
}

/** The list of tasks that was made of the plan before; nothing where there is none, or where it holds no tasks that others could stand beside. */
async function tasksBeside(session: PlanSession, source: string, files: WorkspaceFiles): Promise<Subject | undefined> {
  const kind = session.kindsFor(files.uriOf('')).find((each) => each.kind === TASKS);
  if (kind?.beside === undefined) return undefined;
  const place = { ...placeOfTemplate(kind), folder: folderOf(source) };
  const path = scaffoldPath(kind, { [kind.beside]: baseName(source).replace(/\.md$/i, '') }, place);
  if ((await files.read(path)) === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(files.uriOf(path));
  const { subject } = session.check(document.getText(), document.uri);
  return subject?.kind === kind && subject.readings.places('tasks').length > 0 ? subject : undefined;
}

async function merge(session: PlanSession, source: string, tasks: Subject, files: WorkspaceFiles, folder: vscode.Uri): Promise<void> {
  const plan = await vscode.workspace.openTextDocument(files.uriOf(source));
  const { subject } = session.check(plan.getText(), plan.uri);
  const stages = subject ? draftStages(subject.readings) : [];
  if (stages.length === 0) return void vscode.window.showInformationMessage(`${baseName(source)} has neither phases nor waves, so there is nothing to add to ${baseName(tasks.path)}.`);
  const merged = mergeTasks(tasks, stages);
  if ('problem' in merged) return void vscode.window.showErrorMessage(merged.problem);
  if (merged.edits.length > 0 && !(await makeChange(mergeInto(tasks, merged), folder))) return;
  await vscode.window.showTextDocument(files.uriOf(tasks.path), { preview: false });
  void vscode.window.showInformationMessage(mergeInWords(merged, baseName(tasks.path)));
}

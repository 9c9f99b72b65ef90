import * as vscode from 'vscode';
import { phaseNumberProblem, scaffold, type Scaffold } from '../core/scaffold/scaffold.ts';
import type { Kind } from '../core/template/kind.ts';
import type { Values } from '../core/template/placeholders.ts';
import { nextNumber, takenNumbers } from '../core/workspace/numbers.ts';
import { nameOf } from './documents.ts';
import type { PlanSession } from './plan-session.ts';
import { WorkspaceFolders } from './workspace-folders.ts';

/** Asks what the template wants to know, writes the plan to where it belongs, and opens it at the first blank. */
export async function createPlan(kindName: string, session: PlanSession): Promise<void> {
  const kind = session.kinds.find(({ kind }) => kind === kindName);
  if (kind === undefined) throw new Error(`There is no template for the kind "${kindName}".`);
  const folder = await chooseFolder(kind);
  if (folder === undefined) return;
  const answers = await askFor(kind, folder);
  if (answers === undefined) return;
  const plan = scaffold(kind, { ...answers, date: today() });
  const problem = await write(plan, folder);
  if (problem !== undefined) void vscode.window.showErrorMessage(problem);
}

async function chooseFolder(kind: Kind): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const placeHolder = `Which folder is the ${kind.name.toLowerCase()} for?`;
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true }))?.uri;
  }
  const [only] = folders;
  if (only !== undefined) return only.uri;
  const open = 'Open Folder';
  const answer = await vscode.window.showErrorMessage(`A ${kind.name.toLowerCase()} is written into a folder, and none is open: open one first.`, open);
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
  return undefined;
}

/** One question after the other; nothing when the author cancels one of them. */
async function askFor(kind: Kind, folder: vscode.Uri): Promise<Values | undefined> {
  const taken = await takenNumbers(kind, new WorkspaceFolders(folder));
  const questions = Object.entries(kind.ask);
  const answers: Record<string, string> = {};
  for (const [index, [name, prompt]] of questions.entries()) {
    const isNumber = name === 'number';
    const answer = await vscode.window.showInputBox({
      title: `New ${kind.name} (${index + 1}/${questions.length})`,
      prompt,
      value: isNumber ? String(nextNumber(taken)) : '',
      ignoreFocusOut: true,
      validateInput: (text) => (isNumber ? numberProblem(text, taken) : emptyProblem(text)),
    });
    if (answer === undefined) return undefined;
    answers[name] = answer.trim();
  }
  return answers;
}

function numberProblem(text: string, taken: ReadonlyMap<number, string>): string | undefined {
  const existing = taken.get(Number(text));
  return phaseNumberProblem(text) ?? (existing && `${existing} exists already: choose another number.`);
}

function emptyProblem(text: string): string | undefined {
  return text.trim() === '' ? 'Write a few words, or press Escape to cancel.' : undefined;
}

/** Creates the file and lets the author fill it in; a sentence on why it could not be done. Nothing that exists is ever written to. */
async function write(plan: Scaffold, folder: vscode.Uri): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(folder, ...plan.path.split('/'));
  if (await exists(uri)) return `${plan.path} exists already and stays as it is: choose another number, or rename it first.`;
  if (!(await createEmpty(uri))) return `${plan.path} could not be created: check that the folder is not read-only and that there is room on the disk.`;
  const editor = await vscode.window.showTextDocument(uri);
  if (editor.document.getText() !== '') return `${plan.path} was written by someone else at the same moment and stays as it is.`;
  const whole = new vscode.Position(0, 0);
  if (!(await editor.insertSnippet(new vscode.SnippetString(plan.snippet), whole, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true }))) {
    return `${nameOf(uri)} could not be filled in: close it without saving, delete it and run the command again.`;
  }
  await editor.document.save();
  return undefined;
}

async function createEmpty(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  try {
    return (await vscode.workspace.applyEdit(edit)) && (await exists(uri));
  } catch {
    return false;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The author's own calendar day. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

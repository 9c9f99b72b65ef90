import * as vscode from 'vscode';

const TYPE = 'groundplan';
/** Where the command line lies once a folder has it installed. */
const PROGRAM = 'node_modules/groundplan/groundplan.js';

/** Offers the command line of a folder as a task. It runs when somebody runs it, and only in a workspace that is trusted. */
export function offerLintTask(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: async () => {
      const tasks = await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => lintTask({ type: TYPE }, folder)));
      return tasks.filter((task) => task !== undefined);
    },
    resolveTask: ({ definition, scope }) => lintTask(definition, folderOf(scope)),
  });
}

async function lintTask(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder | undefined): Promise<vscode.Task | undefined> {
  if (folder === undefined || !vscode.workspace.isTrusted || !(await hasProgram(folder))) return undefined;
  // No shell between: whatever stands in the arguments stays text.
  const execution = new vscode.ProcessExecution('node', [PROGRAM, 'lint', ...argumentsOf(definition)], { cwd: folder.uri.fsPath });
  const task = new vscode.Task(definition, folder, 'lint', TYPE, execution, ['$groundplan']);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
  return task;
}

async function hasProgram({ uri }: vscode.WorkspaceFolder): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  return vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, PROGRAM)).then(() => true, () => false);
}

/** What tasks.json says is anybody's: only text is passed on. */
function argumentsOf(definition: vscode.TaskDefinition): readonly string[] {
  const given: unknown = definition['arguments'];
  return Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
}

function folderOf(scope: vscode.Task['scope']): vscode.WorkspaceFolder | undefined {
  return typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
}

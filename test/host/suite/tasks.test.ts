import * as vscode from 'vscode';
import { deepEqual, equal } from './assert.ts';
import { closeEverything, EXTENSION, inWorkspace, until, workspaceFolder } from './support.ts';

const PROGRAM = 'node_modules/groundplan/groundplan.js';
/** One that was never open: what was lately closed still counts as open for a while. */
const PLAN = 'plans/PHASE-18-ARCHITECTURE-PLAN.md';
const LINES = ['error', 'warning', 'information', 'hint'].map((severity, index) => `${PLAN}:${index + 1}:1 ${severity} Told by the task. (valid-links)`);
/** The server of the oldest version is installed here without the binary that opens terminals. */
const HAS_NO_TERMINAL = vscode.env.remoteName !== undefined && vscode.version.startsWith('1.100.');
/** In place of the command line: prints what it was asked for, and findings as it does. */
const STUB = `console.log(${JSON.stringify(LINES.join('\n'))}); require('fs').writeFileSync('asked.json', JSON.stringify(process.argv.slice(2))); process.exitCode = 1;`;

const write = (file: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(inWorkspace(file), new TextEncoder().encode(text));
const remove = (file: string): Thenable<void> => vscode.workspace.fs.delete(inWorkspace(file), { recursive: true }).then(undefined, () => undefined);
const told = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(inWorkspace(PLAN)).filter(({ message }) => message === 'Told by the task.');

async function offered(): Promise<readonly vscode.Task[]> {
  await vscode.extensions.getExtension(EXTENSION)?.activate();
  return vscode.tasks.fetchTasks({ type: 'groundplan' });
}

/** Runs the task and gives its exit code. */
async function run(task: vscode.Task): Promise<number | undefined> {
  let ended: { readonly exitCode: number | undefined } | undefined;
  const subscription = vscode.tasks.onDidEndTaskProcess((event) => {
    if (event.execution.task.name === task.name) ended = event;
  });
  try {
    await vscode.tasks.executeTask(task);
    return (await until('the task to end', () => ended)).exitCode;
  } finally {
    subscription.dispose();
  }
}

describe('the task', () => {
  afterEach(async () => {
    await closeEverything();
    await Promise.all(['node_modules', 'asked.json', PLAN].map(remove));
  });

  it('is offered where the folder has the command line, and can run it', async () => {
    deepEqual(await offered(), []);
    await write(PROGRAM, STUB);
    const isLocal = workspaceFolder().scheme === 'file';
    deepEqual((await offered()).map(({ name, source }) => `${source}: ${name}`), isLocal ? ['groundplan: lint'] : []);
  });

  it('tells what it finds in files that are closed, in the severities of the editor', async function () {
    if (workspaceFolder().scheme !== 'file' || HAS_NO_TERMINAL) this.skip();
    await write(PROGRAM, STUB);
    await write(PLAN, '# Phase 18 Architecture Plan\n\nBegun.\n\nTo be written.\n');
    const [task] = await until('the task', async () => (await offered()).length > 0 && offered());
    equal(task && (await run(task)), 1);
    deepEqual(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace('asked.json')))), ['lint']);
    await until('the findings', () => told().length === LINES.length);
    const { Error, Warning, Information } = vscode.DiagnosticSeverity;
    deepEqual(told().map(({ severity }) => severity).sort(), [Error, Warning, Information, Information].sort());
    deepEqual(told().map(({ range }) => range.start.line).sort(), [0, 1, 2, 3]);
    equal(told()[0]?.source, 'groundplan');
    // Once it is open, its own findings take their place.
    await vscode.window.showTextDocument(inWorkspace(PLAN));
    await until('its own findings', () => told().length === 0 && vscode.languages.getDiagnostics(inWorkspace(PLAN)).length > 0);
    equal(task && (await run(task)), 1);
    deepEqual(told(), []);
  });
});

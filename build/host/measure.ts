// What is measured inside the extension host. Each function is sent there as text: it must not use anything outside of itself.
import type * as PerfHooks from 'node:perf_hooks';
import type * as V8 from 'node:v8';
import type * as VM from 'node:vm';
import type * as VSCode from 'vscode';

export interface Memory {
  readonly heapMB: number;
  readonly rssMB: number;
}

export interface Latencies {
  /** Milliseconds from the call of the edit until the new findings are set. */
  readonly fromEdit: readonly number[];
  /** The same from the change event on: the part that is the extension's. */
  readonly fromChange: readonly number[];
  /** From the change event until VS Code tells others of the new findings; it holds that back by up to 50 ms. */
  readonly toEvent: readonly number[];
}

export function memory(_vscode: typeof VSCode, _argument: undefined, require: NodeJS.Require): Memory {
  const { setFlagsFromString } = require('node:v8') as typeof V8;
  const { runInNewContext } = require('node:vm') as typeof VM;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMB: heapUsed / 2 ** 20, rssMB: rss / 2 ** 20 };
}

/** Opens the plan, which activates the extension; returns the milliseconds until its first findings. */
export async function openPlan(vscode: typeof VSCode, file: string): Promise<number> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no workspace is open');
  const uri = vscode.Uri.joinPath(folder.uri, file);
  const start = performance.now();
  await vscode.window.showTextDocument(uri);
  while (!vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'groundplan')) {
    if (performance.now() - start > 60_000) throw new Error(`Groundplan found nothing in ${file}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return performance.now() - start;
}

/** VS Code's own report on how it started, with a table of extensions. */
export async function startupReport(vscode: typeof VSCode, id: string): Promise<string> {
  await vscode.commands.executeCommand('perfview.show');
  for (const end = performance.now() + 30_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText();
    if (report?.includes(id) === true) return report;
  }
  throw new Error('VS Code showed no report on its start');
}

/** Breaks a heading and mends it again, over and over: each edit changes the findings. */
export async function editLatencies(vscode: typeof VSCode, { file, edits }: { file: string; edits: number }): Promise<Latencies> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no workspace is open');
  const uri = vscode.Uri.joinPath(folder.uri, file);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const line = document.getText().split(/\r?\n/).findIndex((text) => text.startsWith('## '));
  const findings = (): string => JSON.stringify(vscode.languages.getDiagnostics(uri).map(({ message, range }) => [message, range]));
  const latencies = { fromEdit: [] as number[], fromChange: [] as number[], toEvent: [] as number[] };
  // The first four only warm up.
  for (let edit = -4; edit < edits; edit++) {
    const before = findings();
    let changed = 0;
    const change = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) changed ||= performance.now();
    });
    const told = new Promise<number>((resolve) => {
      const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (!uris.some((each) => each.toString() === uri.toString()) || findings() === before) return;
        subscription.dispose();
        resolve(performance.now());
      });
    });
    const start = performance.now();
    const broken = document.lineAt(line).text.endsWith(' once more');
    const end = document.lineAt(line).range.end;
    await editor.edit((builder) => (broken ? builder.delete(new vscode.Range(end.translate(0, -10), end)) : builder.insert(end, ' once more')));
    while (findings() === before) {
      if (performance.now() - start > 30_000) throw new Error(`the findings did not follow edit ${edit} of line ${line + 1}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const set = performance.now();
    const event = await told;
    change.dispose();
    if (edit >= 0) {
      latencies.fromEdit.push(set - start);
      latencies.fromChange.push(set - changed);
      latencies.toEvent.push(event - changed);
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return latencies;
}

/** How a whole workspace was checked. */
export interface WorkspaceRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** For how long nothing else had its turn in the extension host, in milliseconds. */
  readonly held: { readonly p50: number; readonly p99: number; readonly longest: number };
}

interface Under {
  groundplanRun?: WorkspaceRun | Error | undefined;
}

/** Begins to check the whole workspace: that takes longer than a request may. */
export function beginWorkspace(vscode: typeof VSCode, _argument: undefined, require: NodeJS.Require): undefined {
  const { monitorEventLoopDelay } = require('node:perf_hooks') as typeof PerfHooks;
  const resolution = 4;
  const delays = monitorEventLoopDelay({ resolution });
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  delays.enable();
  const finish = (): WorkspaceRun => {
    delays.disable();
    const { user, system } = process.cpuUsage(cpu);
    const at = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution);
    const held = { p50: at(delays.percentile(50)), p99: at(delays.percentile(99)), longest: at(delays.max) };
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6, held };
  };
  const place = globalThis as Under;
  void vscode.commands.executeCommand('groundplan.lintWorkspace').then(
    () => (place.groundplanRun = finish()),
    (error: unknown) => (place.groundplanRun = error instanceof Error ? error : new Error(String(error))),
  );
  return undefined;
}

/** Nothing while it is still being checked. */
export function workspaceRun(): WorkspaceRun | undefined {
  const { groundplanRun: run } = globalThis as Under;
  if (run instanceof Error) throw run;
  return run;
}

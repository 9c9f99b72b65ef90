// npm run bench:host [-- --edits 40] [--documents 10000] [--version 4.139.1]: the packaged extension, measured inside the extension host of the real editor.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Checker } from '../src/core/checker.ts';
import { writeDocuments, writeFolder } from './bench/corpus.ts';
import { launchBrowser } from './host/browser.ts';
import { temporaryFolder } from './host/cleanup.ts';
import { driver, driverEnvironment, packageDriver, type InHost } from './host/driver.ts';
import { beginWorkspace, editLatencies, memory, openPlan, startupReport, workspaceRun, type Latencies, type Memory, type WorkspaceRun } from './host/measure.ts';
import { ExplainedError, progress, runProgram } from './program.ts';
import { startServer } from './host/server.ts';
import { DEFAULT_HOST } from './host/versions.ts';
import { Workbench } from './host/workbench.ts';
import { packageExtension } from './package.ts';

const ID = 'groundplan.groundplan';
const PLAN = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
const BYTES = 10_000;

interface Measurements {
  readonly vscode: string;
  readonly firstFindings: number;
  readonly loadCode: number;
  readonly callActivate: number;
  readonly latencies: Latencies;
  readonly whole: WorkspaceRun | undefined;
  readonly memory: Readonly<Record<'before activation' | 'after activation' | 'after the edits', Memory>>;
}

await runProgram(async () => {
  const { edits, documents, version } = readArguments();
  print(await measure(edits, documents, version), edits, documents);
  return 0;
});

function readArguments(): { edits: number; documents: number; version: string } {
  const { values } = parseArgs({ options: { edits: { type: 'string', default: '40' }, documents: { type: 'string', default: '0' }, version: { type: 'string', default: DEFAULT_HOST } } });
  const edits = Number(values.edits);
  if (!Number.isInteger(edits) || edits < 1) throw new ExplainedError(`--edits takes a whole number from 1 on, not "${values.edits}".`);
  const documents = Number(values.documents);
  if (!Number.isInteger(documents) || documents < 0) throw new ExplainedError(`--documents takes a whole number, not "${values.documents}".`);
  return { edits, documents, version: values.version };
}

async function measure(edits: number, documents: number, version: string): Promise<Measurements> {
  const vsix = [await packageExtension(), await packageDriver()];
  const folder = temporaryFolder('bench');
  const [workspace, doors] = [path.join(folder.path, 'workspace'), path.join(folder.path, 'doors')];
  copyPlan(path.join(workspace, PLAN));
  if (documents > 0) writeFolder(workspace, writeDocuments(new Checker(() => undefined).kinds, documents, BYTES));
  const server = await startServer({ version, vsix, environment: driverEnvironment(doors) });
  const browser = await launchBrowser();
  try {
    progress(`Measuring in VS Code ${server.vscode} …`);
    await Workbench.open(await browser.newPage(), server.url({ folder: workspace }));
    return { vscode: server.vscode, ...(await measureInHost(driver(doors, workspace), edits, documents)) };
  } finally {
    await browser.close();
    await server.stop();
    folder.remove();
  }
}

/** The example plan without its last section: there are findings to wait for, also when the example has none. */
function copyPlan(target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const example = path.join('examples', PLAN);
  const text = existsSync(example) ? readFileSync(example, 'utf8') : '# Phase 2 Architecture Plan\n\n## Summary\n\n## Risks\n';
  writeFileSync(target, text.slice(0, text.lastIndexOf('\n## ') + 1));
}

async function measureInHost(inHost: InHost, edits: number, documents: number): Promise<Omit<Measurements, 'vscode'>> {
  const before = await inHost(memory);
  const firstFindings = await inHost(openPlan, PLAN);
  const after = await inHost(memory);
  const { loadCode, callActivate } = activationTimes(await inHost(startupReport, ID));
  const latencies = await inHost(editLatencies, { file: PLAN, edits });
  const end = await inHost(memory);
  const whole = documents === 0 ? undefined : await checkWorkspace(inHost);
  return {
    firstFindings,
    loadCode,
    callActivate,
    latencies,
    whole,
    memory: { 'before activation': before, 'after activation': after, 'after the edits': end },
  };
}

async function checkWorkspace(inHost: InHost): Promise<WorkspaceRun> {
  progress('Checking the workspace …');
  await inHost(beginWorkspace);
  for (;;) {
    const run = await inHost(workspaceRun);
    if (run !== undefined) return run;
    await delay(500);
  }
}

/** VS Code's table has the columns: extension, eager, load code, call activate, finish, event, by. */
function activationTimes(report: string): { loadCode: number; callActivate: number } {
  const row = report.split('\n').find((line) => line.includes(ID) && line.startsWith('|')) ?? '';
  const [, , , loadCode, callActivate] = row.split('|').map((cell) => Number(cell.trim()));
  return { loadCode: loadCode ?? Number.NaN, callActivate: callActivate ?? Number.NaN };
}

function print(measured: Measurements, edits: number, documents: number): void {
  const { latencies, whole } = measured;
  const rows: [string, string][] = [
    ['Activation: load code', `${measured.loadCode} ms`],
    ['Activation: call activate', `${measured.callActivate} ms`],
    ['Plan opened → first findings', milliseconds(measured.firstFindings)],
    [`Edit call → findings set (${edits} edits)`, percentiles(latencies.fromEdit)],
    ['Change event → findings set', percentiles(latencies.fromChange)],
    ['Change event → diagnostics event', `${percentiles(latencies.toEvent)} (VS Code holds it back by up to 50 ms)`],
    ...Object.entries(measured.memory).map(memoryRow),
    ...(whole === undefined ? [] : workspaceRows(whole, documents)),
  ];
  console.log(`VS Code ${measured.vscode}, ${PLAN}`);
  console.log(`Node ${process.version} on ${os.platform()}-${os.arch()}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1) ?? '?'}\n`);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) console.log(`${what.padEnd(width)}  ${value}`);
}

function workspaceRows({ seconds, cpuSeconds, held }: WorkspaceRun, documents: number): [string, string][] {
  return [
    [`Workspace of ${documents} documents checked`, `in ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU`],
    ['Meanwhile nothing else had its turn for', `p50 ${milliseconds(held.p50)}, p99 ${milliseconds(held.p99)}, at most ${milliseconds(held.longest)}`],
  ];
}

function memoryRow([when, { heapMB, rssMB }]: [string, Memory]): [string, string] {
  return [`Memory ${when}`, `heap ${heapMB.toFixed(1)} MB, RSS ${rssMB.toFixed(0)} MB`];
}

function percentiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return `p50 ${milliseconds(at(0.5))}, p95 ${milliseconds(at(0.95))}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

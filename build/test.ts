// npm test [-- --only STAGE] [--host-version 4.100.3]: everything that must hold, from types to the packaged extension in the real editor.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sum, type Count } from './count.ts';
import { runEndToEnd } from './host/run-e2e.ts';
import { runSuite } from './host/run-suite.ts';
import { packageExtension } from './package.ts';
import { runLifeTests, runPackageTests, runPanelTests, runProgramTests, runPropertyTests, runRuleTests, runUnitTests } from './unit-tests.ts';

interface Stage {
  readonly name: string;
  readonly what: string;
  readonly run: () => Promise<Count>;
}

const VSIX = 'dist/groundplan.vsix';

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, 'host-version': { type: 'string' } } });
const version = values['host-version'];

const stages: readonly Stage[] = [
  { name: 'types', what: 'Types of every runtime', run: () => tool('typescript/bin/tsc', '-b') },
  { name: 'lint', what: 'Style and the import law', run: () => tool('eslint/bin/eslint.js', '.') },
  { name: 'generated', what: 'Generated files are up to date', run: () => program('build/generate.ts', '--check') },
  { name: 'unit', what: 'The engine', run: runUnitTests },
  { name: 'panel', what: 'Pictures, messages, and what the panel makes of them', run: runPanelTests },
  { name: 'life', what: 'What commands make of plans and records', run: runLifeTests },
  { name: 'properties', what: 'Fast readers against slow ones, templates against themselves', run: runPropertyTests },
  { name: 'rules', what: 'Every check over whole documents', run: runRuleTests },
  { name: 'programs', what: 'Command line, tools, repository and its pages', run: runProgramTests },
  { name: 'package', what: 'The packaged extension', run: packaged },
  { name: 'host', what: 'Inside the extension host', run: () => runSuite({ runtime: 'desktop-server', vsix: VSIX, ...(version !== undefined && { version }) }) },
  { name: 'web', what: 'Inside the web extension host', run: () => runSuite({ runtime: 'web', vsix: VSIX }) },
  { name: 'e2e', what: 'In the editor, as its user', run: runEndToEnd },
];

const unknown = values.only?.find((name) => !stages.some((stage) => stage.name === name));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not a part of the tests; known are: ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const counts: Count[] = [];
for (const stage of stages.filter(({ name }) => values.only?.includes(name) ?? true)) counts.push(await runStage(stage));
const total = sum(counts);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function runStage({ name, what, run }: Stage): Promise<Count> {
  const start = Date.now();
  console.log(`\n— ${what} (${name})`);
  const count = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  console.log(`  ${count.passed} passed, ${count.failed} failed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return count;
}

async function packaged(): Promise<Count> {
  await packageExtension();
  return runPackageTests();
}

function tool(script: string, ...args: readonly string[]): Promise<Count> {
  return node(path.join('node_modules', script), ...args);
}

function program(script: string, ...args: readonly string[]): Promise<Count> {
  return node('build/run.mjs', script, ...args);
}

/** A program counts as one check: it holds when the program ends with 0. */
async function node(...args: readonly string[]): Promise<Count> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

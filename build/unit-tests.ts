import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import Mocha from 'mocha';
import type { Count } from './count.ts';

const OUT = 'node_modules/.cache/tests';
const isOf = (...parts: readonly string[]) => (file: string): boolean => parts.some((part) => file.startsWith(`test/core/${part}/`));
const isOfProperties = (file: string): boolean => file.endsWith('.properties.test.ts');

/** Runs the tests of the engine. */
export function runUnitTests(): Promise<Count> {
  // So many short tests are sooner done than a second process is warm.
  return runMocha(testsIn('core').filter((file) => !isOf('rules', 'picture', 'life', 'language')(file) && !isOfProperties(file)), 1);
}

/** Runs the tests of what is drawn, and of what drawings write back. */
export function runPanelTests(): Promise<Count> {
  return runMocha([...testsIn('core').filter(isOf('picture')), ...testsIn('protocol', 'webview')]);
}

/** Runs the tests of what commands make of plans and records. */
export function runLifeTests(): Promise<Count> {
  return runMocha(testsIn('core').filter((file) => isOf('life', 'language')(file) && !isOfProperties(file)));
}

/** Runs the tests that compare much with much. */
export function runPropertyTests(): Promise<Count> {
  return runMocha(testsIn('core').filter(isOfProperties));
}

/** Runs every check over whole documents. */
export function runRuleTests(): Promise<Count> {
  return runMocha(testsIn('core').filter(isOf('rules')));
}

/** Runs the tests of programs, and of what the repository holds and its pages show. */
export function runProgramTests(): Promise<Count> {
  return runMocha(testsIn('build', 'cli', 'diagrams', 'repo'));
}

/** Runs the tests of what is built and packaged. */
export function runPackageTests(): Promise<Count> {
  return runMocha(testsIn('package'));
}

async function runMocha(files: readonly string[], jobs = Math.max(2, availableParallelism())): Promise<Count> {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints: [...files],
    outdir: OUT,
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    loader: { '.md': 'text' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  // Each core takes files as it comes to them.
  const mocha = new Mocha({ reporter: 'dot', timeout: 20_000, parallel: jobs > 1, jobs });
  for (const file of files) mocha.addFile(path.resolve(OUT, path.relative('test', file).replace(/\.ts$/, '.mjs')));
  if (jobs === 1) await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: (runner.stats?.failures ?? 1) + (runner.stats?.tests === 0 ? 1 : 0) }));
  });
}

function testsIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(`test/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `test/${folder}/${file.split(path.sep).join('/')}`)
      .sort(),
  );
}

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import Mocha from 'mocha';
import type { Count } from './count.ts';

const OUT = 'node_modules/.cache/tests';

/** Runs every test that needs neither the editor nor what is built. */
export function runUnitTests(): Promise<Count> {
  return runMocha(testFiles().filter((file) => !file.startsWith('test/host/') && !file.startsWith('test/package/')));
}

/** Runs the tests of what is built and packaged. */
export function runPackageTests(): Promise<Count> {
  return runMocha(testFiles().filter((file) => file.startsWith('test/package/')));
}

async function runMocha(files: readonly string[]): Promise<Count> {
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
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const mocha = new Mocha({ reporter: 'dot', timeout: 20_000 });
  for (const file of files) mocha.addFile(path.resolve(OUT, path.relative('test', file).replace(/\.ts$/, '.mjs')));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: (runner.stats?.failures ?? 1) + (runner.stats?.tests === 0 ? 1 : 0) }));
  });
}

function testFiles(): readonly string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`)
    .sort();
}

// Builds everything that ships, from the same sources: the extension for both hosts, the command line and the panel.
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { budgets, type Budget } from './budgets.ts';

const shared = {
  bundle: true,
  minify: true,
  target: 'es2022',
  loader: { '.md': 'text' },
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/** Builds into dist/ and prints the sizes that have a budget. */
export async function bundle(): Promise<void> {
  rmSync('dist/webview', { recursive: true, force: true });
  const [, , , webview] = await Promise.all([bundleDesktopHost(), bundleWebHost(), bundleCli(), bundleWebview()]);
  const sizes: readonly (readonly [Budget, number])[] = [
    [budgets.desktopHost, statSync('dist/desktop/extension.js').size],
    [budgets.webHost, statSync('dist/web/extension.js').size],
    [budgets.webviewEntry, entrySize(webview, 'dist/webview/main.js')],
  ];
  for (const [budget, size] of sizes) console.error(sizeLine(budget, size));
}

export function sizeLine({ what, most }: Budget, size: number): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;
  return `${size <= most ? '  ' : '! '}${what}: ${kilobytes(size)} of ${kilobytes(most)}`;
}

async function bundleDesktopHost(): Promise<void> {
  await build({
    ...shared,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist/desktop',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: true,
    sourcesContent: false,
  });
}

async function bundleWebHost(): Promise<void> {
  await build({
    ...shared,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    // Without it the Markdown parser's browser build asks for a document, which a worker does not have.
    conditions: ['worker'],
    format: 'cjs',
    external: ['vscode'],
    sourcemap: true,
    sourcesContent: false,
  });
}

/** Builds the command line alone: quick enough to do before every run from the checkout. */
export async function bundleCli(): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  await build({
    ...shared,
    entryPoints: { groundplan: 'src/cli/bin.ts' },
    outdir: 'dist/cli',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { GROUNDPLAN_VERSION: JSON.stringify(version) },
  });
  chmodSync('dist/cli/groundplan.js', 0o755);
}

async function bundleWebview(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { main: 'webview/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  });
  return metafile;
}

/** The bytes that are loaded before anything is drawn: the entry and all it imports statically. */
export function entrySize(metafile: Metafile, entry: string): number {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const imports = metafile.outputs[file]?.imports ?? [];
    waiting.push(...imports.filter(({ kind }) => kind === 'import-statement').map((each) => each.path));
  }
  return Array.from(loaded).reduce((sum, file) => sum + statSync(path.normalize(file)).size, 0);
}

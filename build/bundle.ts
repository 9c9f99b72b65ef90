// Builds everything that ships, from the same sources: the extension for both hosts, the command line and the panel.
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { budgets, type Budget } from './budgets.ts';
import { bundleDiagramParser } from './diagram-parser.ts';

const shared = {
  bundle: true,
  minify: true,
  target: 'es2022',
  loader: { '.md': 'text' },
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

const WEBVIEW_ENTRY = 'dist/webview/main.js';
/** Who imports whom in the panel's bundle, for its size to be told after the build. */
const WEBVIEW_IMPORTS = 'dist/webview-imports.json';

/** Both hosts take packages as a worker would: no DOM, no Node, and the modules that can be shaken. */
const host = {
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // Without it the Markdown parser's browser build asks for a document, which a worker does not have.
  conditions: ['worker'],
} satisfies BuildOptions;

/** Builds into dist/ and prints the sizes that have a budget. */
export async function bundle(): Promise<void> {
  rmSync('dist/webview', { recursive: true, force: true });
  await Promise.all([bundleHost(), bundleCli().then(bundlePage), bundleWebview(), bundleDiagramParser('dist/diagram-parser.js', 'cjs')]);
  const sizes: readonly (readonly [Budget, number])[] = [
    [budgets.host, statSync('dist/extension.js').size],
    [budgets.webviewEntry, webviewEntrySize()],
    [budgets.diagramParser, statSync('dist/diagram-parser.js').size],
  ];
  for (const [budget, size] of sizes) console.error(sizeLine(budget, size));
}

export function sizeLine({ what, most }: Budget, size: number): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;
  return `${size <= most ? '  ' : '! '}${what}: ${kilobytes(size)} of ${kilobytes(most)}`;
}

/** One file for both hosts: built as a worker needs it, it runs in Node as well. */
async function bundleHost(): Promise<void> {
  await build({
    ...shared,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist',
    ...host,
    format: 'cjs',
    external: ['vscode'],
    sourcemap: true,
    sourcesContent: false,
  });
}

/** Builds the command line alone: quick enough to do before every run from the checkout. */
export async function bundleCli(): Promise<void> {
  rmSync('dist/cli', { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  await build({
    ...shared,
    entryPoints: { groundplan: 'src/cli/bin.ts', worker: 'src/cli/worker.ts' },
    outdir: 'dist/cli',
    ...host,
    external: ['node:*'],
    target: 'node20',
    // Split, so that asking for the version does not load the engine.
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: '#!/usr/bin/env node' },
    define: { GROUNDPLAN_VERSION: JSON.stringify(version) },
  });
  await bundleDiagramParser('dist/cli/diagram-parser.js', 'esm');
  chmodSync('dist/cli/groundplan.js', 0o755);
  cpSync('docs/rules', 'dist/cli/rules', { recursive: true });
  writeFileSync('dist/cli/package.json', cliManifest(version));
}

/** The code of the pages that the command line writes, in one file each: with what draws diagrams, and without. */
export async function bundlePage(): Promise<void> {
  const page = (name: string, plugins: readonly Plugin[] = []) =>
    build({ ...shared, entryPoints: { [name]: 'webview/standalone.ts' }, outdir: 'dist/cli/page', platform: 'browser', format: 'iife', plugins: [withoutElk, ...plugins] });
  await Promise.all([page('panel'), page('plain', [withoutMermaid])]);
  rmSync('dist/cli/page/plain.css', { force: true });
}

/** One way to lay a diagram out weighs a third of all of mermaid; see docs/decisions/0012. What asks for it is laid out as others are. */
const withoutElk: Plugin = {
  name: 'without-elk',
  setup: (build) => {
    build.onResolve({ filter: /\/elk-[A-Z0-9]+\.mjs$/ }, ({ resolveDir }) => {
      const dagre = readdirSync(resolveDir).find((name) => /^dagre-[A-Z0-9]+\.mjs$/.test(name));
      return dagre === undefined ? { errors: [{ text: 'Mermaid keeps its layouts elsewhere by now: mend the plugin "without-elk".' }] } : { path: path.join(resolveDir, dagre) };
    });
  },
};

const withoutMermaid: Plugin = {
  name: 'without-mermaid',
  setup: (build) => {
    build.onResolve({ filter: /\/mermaid\.ts$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/** The command line is a package of its own: nothing to install beside it. */
function cliManifest(version: string): string {
  const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
  const manifest = {
    name: 'groundplan',
    version,
    description: 'Checks and begins architecture plans and decision records written in Markdown.',
    license,
    type: 'module',
    bin: { groundplan: 'groundplan.js' },
    engines: { node: '>=20.20' },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function bundleWebview(): Promise<void> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { main: 'webview/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [withoutElk],
    metafile: true,
  });
  writeFileSync(WEBVIEW_IMPORTS, JSON.stringify(metafile));
}

/** The bytes that are loaded before anything is drawn: the entry and all it imports statically. */
export function webviewEntrySize(): number {
  const { outputs } = JSON.parse(readFileSync(WEBVIEW_IMPORTS, 'utf8')) as Metafile;
  const loaded = new Set<string>();
  const waiting = [WEBVIEW_ENTRY];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const imports = outputs[file]?.imports ?? [];
    waiting.push(...imports.filter(({ kind }) => kind === 'import-statement').map((each) => each.path));
  }
  return Array.from(loaded).reduce((sum, file) => sum + statSync(file).size, 0);
}

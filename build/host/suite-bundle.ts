import { readdirSync, rmSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';

const FOLDER = 'test/host/suite';

export type SuiteRuntime = 'node' | 'web';

/** Bundles the suite for one kind of extension host; returns the folder, whose entry is `index.js`. */
export async function bundleSuite(runtime: SuiteRuntime, grep = ''): Promise<string> {
  const outdir = `dist/test/${runtime}`;
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...FLAVOURS[runtime],
    outdir,
    bundle: true,
    target: 'es2022',
    loader: { '.md': 'text' },
    define: { SUITE_FILES: JSON.stringify(suiteFiles()), SUITE_GREP: JSON.stringify(grep) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outdir;
}

const FLAVOURS: Readonly<Record<SuiteRuntime, BuildOptions>> = {
  node: { entryPoints: { index: `${FOLDER}/index.ts` }, platform: 'node', format: 'cjs', external: ['vscode', 'mocha'] },
  web: {
    entryPoints: { index: `${FOLDER}/index-web.ts` },
    platform: 'browser',
    conditions: ['worker'],
    external: ['vscode'],
    // Mocha's browser build takes any `module` it sees for its own: ours is set after it.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
  },
};

function suiteFiles(): string[] {
  const ending = '.test.ts';
  return readdirSync(FOLDER).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort();
}

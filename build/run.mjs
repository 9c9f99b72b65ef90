// Runs a TypeScript program of this repository on any supported Node: `node build/run.mjs build/NAME.ts ARGS…`.
// Installs the dependencies of the lockfile first when they are missing or older than it, so that a fresh clone needs no command before.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, ...args] = process.argv.slice(2);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Groundplan is built with Node 20.20 or newer; this is ${process.version}. Install a newer Node from https://nodejs.org and run the command again.`);
  process.exit(1);
}

const root = path.resolve(import.meta.dirname, '..');
installDependencies();
const { build } = await import('esbuild');
const outfile = path.join(root, 'node_modules/.cache/programs', `${path.basename(program, '.ts')}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: { '.md': 'text' },
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);
process.chdir(root);
process.argv = [process.argv[0], program, ...args];
await import(pathToFileURL(outfile).href);

function installDependencies() {
  const stamp = path.join(root, 'node_modules/.cache/installed');
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the dependencies named in package-lock.json …');
  const npm = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } });
  if (npm.status !== 0) {
    console.error('The dependencies could not be installed: see what npm says above. Groundplan needs the npm registry for this step.');
    process.exit(1);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

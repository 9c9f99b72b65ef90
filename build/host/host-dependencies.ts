import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.ts';

/** Dependencies that only optional features load: natives that would need a compiler, and agents worth hundreds of megabytes. */
const UNNEEDED = [
  '@devcontainers/cli', '@github/copilot-sdk', '@microsoft/mxc-sdk', '@microsoft/1ds-post-js', '@vscode/copilot-api', '@vscode/fs-copyfile',
  '@vscode/sandbox-runtime', '@vscode/sqlite3', '@vscode/windows-process-tree', '@vscode/windows-registry', 'kerberos', 'ssh2', 'node-addon-api',
];

/** Packages that carry binaries of every platform; only the one of this machine is kept. */
const PREBUILT = ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds'];

/** Natives without a prebuilt binary, and the JavaScript that stands in for them. */
const REPLACED = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
  'native-watchdog': 'watchdog.cjs',
};

interface Dependencies {
  [name: string]: string;
}

/** Installs what the server depends on, at the versions of its own shrinkwrap, without running any install script. */
export async function installHostDependencies(server: string): Promise<void> {
  const dependencies = trimManifest(path.join(server, 'package.json'));
  trimLock(path.join(server, 'npm-shrinkwrap.json'), dependencies);
  await npm(['install', '--omit=dev', '--ignore-scripts'], server, 'install what VS Code depends on');
  const modules = path.join(server, 'node_modules');
  for (const folder of PREBUILT) keepOwnPlatform(path.join(modules, folder));
  for (const [name, standIn] of Object.entries(REPLACED)) {
    const folder = path.join(modules, name);
    if (existsSync(folder)) copyFileSync(path.resolve('build/host/natives', standIn), path.join(folder, 'index.js'));
  }
}

function trimManifest(file: string): Dependencies {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Dependencies };
  const dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(([name]) => !UNNEEDED.includes(name)));
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies }, null, 2));
  return dependencies;
}

function trimLock(file: string, dependencies: Dependencies): void {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { dependencies?: Dependencies }> };
  const root = lock.packages[''];
  if (root !== undefined) root.dependencies = dependencies;
  writeFileSync(file, JSON.stringify(lock, null, 2));
}

function keepOwnPlatform(folder: string): void {
  const own = `${process.platform}-${process.arch}`;
  if (!existsSync(path.join(folder, own))) return;
  for (const name of readdirSync(folder)) if (name !== own) rmSync(path.join(folder, name), { recursive: true, force: true });
}

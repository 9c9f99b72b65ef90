import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../host/npm.ts';
import { progress } from '../program.ts';

const PINS = 'build/bench';
const FOLDER = path.join('.host', 'bench');

/** Where the packages that we are measured against are: those of the lockfile, installed when they are not there yet. */
export async function installPeers(): Promise<string> {
  const lock = readFileSync(path.join(PINS, 'package-lock.json'), 'utf8');
  const stamp = path.join(FOLDER, 'installed');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    progress('Installing what Groundplan is measured against (115 MB) …');
    rmSync(stamp, { force: true });
    mkdirSync(FOLDER, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(path.join(PINS, name), path.join(FOLDER, name));
    // Not "npm ci": the lockfile has rumdl's binary for one platform, and that of any other is pinned by rumdl itself.
    await npm(['install', '--ignore-scripts'], FOLDER, 'install what Groundplan is measured against');
    // Written last: an installation that was interrupted begins anew.
    writeFileSync(stamp, lock);
  }
  return path.resolve(FOLDER, 'node_modules');
}

/** The pinned version of each. */
export function peerVersions(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(path.join(PINS, 'package.json'), 'utf8')) as { dependencies: Readonly<Record<string, string>> };
  return dependencies;
}

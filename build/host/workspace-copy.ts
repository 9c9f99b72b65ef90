import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A copy of a workspace for tests to write into. The folders that tests write into are there before the editor is: its watcher may
 * miss what happens in one that is made while it watches.
 */
export function copyWorkspace(source: string, target: string): void {
  cpSync(source, target, { recursive: true });
  for (const folder of ['.groundplan/templates', 'docs/index']) mkdirSync(path.join(target, folder), { recursive: true });
}

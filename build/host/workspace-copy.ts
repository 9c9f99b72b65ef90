import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A copy of a workspace for tests to write into. The folder for templates and baselines is there before the editor is: its watcher may
 * miss what happens in one that is made while it watches.
 */
export function copyWorkspace(source: string, target: string): void {
  cpSync(source, target, { recursive: true });
  mkdirSync(path.join(target, '.groundplan', 'templates'), { recursive: true });
}

import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { replaceGenerated } from '../generate/pages.ts';

const PAGE = 'docs/performance.md';

/** What the figures belong to: they mean nothing without it. */
export function machine(): string {
  const [cpu] = os.cpus();
  return `${cpu?.model.trim() ?? 'Unknown processor'}, ${os.cpus().length} cores, Node ${process.versions.node}, ${os.type()} ${os.release()} (${os.arch()}), ${new Date().toISOString().slice(0, 10)}`;
}

export function versionsLine(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
}

export function writePage(content: string): void {
  writeFileSync(PAGE, replaceGenerated(readFileSync(PAGE, 'utf8'), 'bench', content, PAGE));
}

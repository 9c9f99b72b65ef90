import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { Outcome } from '../../src/cli/outcome.ts';

/** A folder of its own with these files, and the command line run in it. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'groundplan-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [name, contents] of Object.entries(files)) this.write(name, contents);
  }

  write(name: string, contents: string | Uint8Array): void {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }

  run(...args: readonly string[]): Promise<Outcome> {
    return this.pipe('', ...args);
  }

  /** In the folder, or in one below it. */
  pipe(stdin: string, ...args: readonly string[]): Promise<Outcome> {
    return main(args, { version: '1.2.3', cwd: this.path, today: '2026-03-01', readStdin: () => Promise.resolve(stdin), worker: undefined, pages: path.resolve('docs/rules'), page: path.resolve('test/cli/page') });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Files } from '../core/ports.ts';
import { glob } from '../core/text/glob.ts';
import { fileTargets } from './file-targets.ts';

/** The files of one folder on disk, named by paths relative to it. */
export class DiskFiles implements Files {
  readonly #root: string;
  #all: readonly string[] | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  fileNames(folder: string): Promise<readonly string[]> {
    return Promise.resolve(this.#entries(folder).filter((entry) => entry.isFile()).map(({ name }) => name));
  }

  folderNames(folder: string): Promise<readonly string[]> {
    return Promise.resolve(this.#entries(folder).filter((entry) => entry.isDirectory()).map(({ name }) => name));
  }

  find(pattern: string): Promise<readonly string[]> {
    this.#all ??= Array.from(fileTargets(['.'], this.#root).files.keys(), (file) => path.relative(this.#root, file).split(path.sep).join('/'));
    const wanted = glob(pattern);
    return Promise.resolve(this.#all.filter((file) => wanted.matches(file)));
  }

  read(file: string): Promise<string | undefined> {
    try {
      return Promise.resolve(readFileSync(path.join(this.#root, file), 'utf8'));
    } catch {
      return Promise.resolve(undefined);
    }
  }

  #entries(folder: string): readonly Dirent[] {
    try {
      return readdirSync(path.join(this.#root, folder), { withFileTypes: true });
    } catch {
      return [];
    }
  }
}

import type { Files } from '../../../src/core/ports.ts';
import { glob } from '../../../src/core/text/glob.ts';

/** A workspace folder that stands in memory: its files by their paths. A file without a text cannot be read. */
export class MemoryFiles implements Files {
  /** What was read, in order. */
  readonly reads: string[] = [];
  readonly #texts: ReadonlyMap<string, string | undefined>;

  constructor(texts: Readonly<Record<string, string | undefined>>) {
    this.#texts = new Map(Object.entries(texts));
  }

  fileNames(folder: string): Promise<readonly string[]> {
    return Promise.resolve(this.#below(folder).filter((path) => !path.includes('/')));
  }

  folderNames(folder: string): Promise<readonly string[]> {
    const folders = this.#below(folder).filter((path) => path.includes('/'));
    return Promise.resolve(Array.from(new Set(folders.map((path) => path.slice(0, path.indexOf('/'))))));
  }

  find(pattern: string): Promise<readonly string[]> {
    const wanted = glob(pattern);
    return Promise.resolve(Array.from(this.#texts.keys()).filter((path) => wanted.matches(path)).sort());
  }

  read(path: string): Promise<string | undefined> {
    this.reads.push(path);
    return Promise.resolve(this.#texts.get(path));
  }

  #below(folder: string): readonly string[] {
    const start = folder === '' ? '' : `${folder}/`;
    return Array.from(this.#texts.keys()).flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []));
  }
}

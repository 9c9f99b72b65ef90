import type { Finding } from '../../../../../src/core/lint/lint.ts';
import { DEFAULT_SETTINGS } from '../../../../../src/core/lint/settings.ts';
import type { Helpers } from '../../../../../src/core/ports.ts';
import { Answers } from '../../../../../src/core/workspace/answers.ts';
import { checker } from '../../../documents.ts';
import { read } from '../../../support/markdown.ts';
import { MemoryFiles } from '../../../workspace/memory-files.ts';
import { TODAY } from '../records.ts';
import type { Texts } from './many-records.ts';

/** A workspace as the editor asks it: what is not known is found out, and then asked again. */
export class CheckedRecords {
  readonly answers: Answers;
  readonly #texts: Texts;

  constructor(texts: Texts, helpers: Helpers = {}) {
    this.#texts = texts;
    this.answers = new Answers(new MemoryFiles(texts), helpers, () => checker.kinds, read, () => TODAY);
  }

  async findingsIn(path: string): Promise<readonly Finding[]> {
    for (;;) {
      const { findings } = checker.check(this.#texts[path] ?? '', path, DEFAULT_SETTINGS, checker.kinds, this.answers);
      if (!(await this.answers.settle())) return findings;
    }
  }

  /** Every finding as `path:line rule`, those of these documents or of all. */
  async all(paths: readonly string[] = Object.keys(this.#texts)): Promise<readonly string[]> {
    const found: string[] = [];
    for (const path of paths) {
      const text = this.#texts[path] ?? '';
      for (const { rule, range } of await this.findingsIn(path)) found.push(`${path}:${lineOf(text, range.start)} ${rule}`);
    }
    return found.sort();
  }
}

/** Lines count from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}

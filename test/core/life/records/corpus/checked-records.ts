import type { Finding } from '../../../../../src/core/lint/lint.ts';
import type { LintSettings } from '../../../../../src/core/lint/lint-settings.ts';
import { DEFAULT_SETTINGS } from '../../../../../src/core/lint/settings.ts';
import type { Helpers } from '../../../../../src/core/ports.ts';
import { allRules } from '../../../../../src/core/rules/all.ts';
import { Answers } from '../../../../../src/core/workspace/answers.ts';
import { checker } from '../../../documents.ts';
import { read } from '../../../support/markdown.ts';
import { MemoryFiles } from '../../../workspace/memory-files.ts';
import { TODAY } from '../records.ts';
import type { Texts } from './many-records.ts';

const RECORD_CHECKS: readonly string[] = ['consistent-supersedes', 'no-edits-after-acceptance', 'overdue-review', 'required-metadata', 'unique-record-numbers', 'valid-links', 'valid-record-name', 'valid-status'];

/** The checks that compare records with each other, and those of their heads. */
export const ONLY_RECORD_CHECKS: LintSettings = { ...DEFAULT_SETTINGS, rules: Object.fromEntries(allRules.filter(({ id }) => !RECORD_CHECKS.includes(id)).map(({ id }) => [id, 'off'])) };

/** A workspace as the editor asks it: what is not known is found out, and then asked again. */
export class CheckedRecords {
  readonly answers: Answers;
  readonly #texts: Texts;
  readonly #settings: LintSettings;

  constructor(texts: Texts, helpers: Helpers = {}, settings: LintSettings = DEFAULT_SETTINGS) {
    this.#texts = texts;
    this.#settings = settings;
    this.answers = new Answers(new MemoryFiles(texts), helpers, () => checker.kinds, read, () => TODAY);
  }

  async findingsIn(path: string): Promise<readonly Finding[]> {
    for (;;) {
      const { findings } = checker.check(this.#texts[path] ?? '', path, this.#settings, checker.kinds, this.answers);
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

import type { PipeRow } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import { riskField } from '../readings/risks/risk-fields.ts';
import type { ReadingName } from '../template/marks.ts';
import { isNamed } from './risk-names.ts';
import type { Subject } from './subject.ts';
import { holdsProofs } from './target-proofs.ts';

/** The cells of which the checks of risks and of targets speak, in words of their own. */
export class OtherChecks {
  readonly #subject: Subject;
  readonly #reads: readonly ReadingName[];
  #risks: ReadonlySet<number> | undefined;
  #targets: ReadonlySet<number> | undefined;

  constructor(subject: Subject, reads: readonly ReadingName[]) {
    this.#subject = subject;
    this.#reads = reads;
  }

  speakOf({ range }: PipeRow, column: string): boolean {
    if (this.#reads.includes('risks') && riskField(column) !== undefined) return this.#riskStarts.has(range.start);
    return holdsProofs(this.#reads, titleKey(column)) && this.#targetStarts.has(range.start);
  }

  get #riskStarts(): ReadonlySet<number> {
    this.#risks ??= new Set(this.#subject.readings.risks.filter(isNamed).map(({ range }) => range.start));
    return this.#risks;
  }

  get #targetStarts(): ReadonlySet<number> {
    const { nfrs, metrics } = this.#subject.readings;
    this.#targets ??= new Set([...nfrs, ...metrics].filter(({ target }) => target !== undefined).map(({ range }) => range.start));
    return this.#targets;
  }
}

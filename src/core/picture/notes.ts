import type { Finding } from '../lint/lint.ts';
import type { Severity } from '../lint/rule.ts';
import type { Range } from '../text/range.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

/** What a check says of something that is drawn. */
export interface Note extends Placed {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The findings that begin in a span, ends included: an empty cell may lie on the end of its row. */
export function notesWithin({ plan, findings }: PictureSource, { start, end }: Range, isMeant: (rule: string) => boolean): readonly Note[] {
  const notes: Note[] = [];
  for (let index = firstFrom(findings, start); index < findings.length; index++) {
    const finding = findings[index];
    if (finding === undefined || finding.range.start > end) break;
    const { rule, severity, message, range } = finding;
    if (isMeant(rule)) notes.push({ rule, severity, message, ...placed(plan, range) });
  }
  return notes;
}

/** Findings come in the order of the document. */
function firstFrom(findings: readonly Finding[], start: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.range.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { HiddenSpans, Link } from '../readings/links.ts';
import { numberInName } from '../readings/records/record-links.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** Words that point to a record. Those of a relation between records have a check of their own. */
const REFERENCE = /(?<![\p{L}\p{N}])(?:see(?: also)?|per|following|according to|as (?:decided|described|recorded|said) (?:in|by)|(?:decided|described|recorded|defined|explained) (?:in|by)|based on|cf\.)[ \t]{1,3}(ADR[- ]?(\d{3,4}))(?![\p{L}\p{N}_./-])/giu;

/** References to records by a number that no record of the workspace has. */
export function* unknownRecords({ plan, surroundings }: Subject, hidden: HiddenSpans, links: readonly Link[]): Iterable<{ readonly name: string; readonly range: Range }> {
  for (const match of plan.text.matchAll(REFERENCE)) {
    const [whole, name = '', digits = ''] = match;
    if (hidden.covers(match.index)) continue;
    const records = surroundings.records();
    if (records === undefined || records.length === 0) return;
    const number = Number(digits);
    const isKnown =
      records.some(({ path, record }) => record.number === number || numberInName(path) === number) ||
      (surroundings.recordsElsewhere() ?? []).some((each) => each.number === number) ||
      // A document may number decisions of its own.
      plan.outline.headings.some(({ title }) => new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(title));
    const end = match.index + whole.length;
    if (isKnown || links.some(({ range }) => end <= range.start && range.start - end < 5)) continue;
    yield { name, range: { start: end - name.length, end } };
  }
}

import type { Link, RecordReference } from '../readings/links.ts';
import { numberInName } from '../readings/records/record-links.ts';
import type { Subject } from './subject.ts';

/** References to records by a number that no record of the workspace has. */
export function* unknownRecords({ plan, surroundings }: Subject, references: readonly RecordReference[], links: readonly Link[]): Iterable<RecordReference> {
  for (const reference of references) {
    const { number, range: { end } } = reference;
    const records = surroundings.records();
    if (records === undefined || records.length === 0) return;
    const isKnown =
      records.some(({ path, record }) => record.number === number || numberInName(path) === number) ||
      (surroundings.recordsElsewhere() ?? []).some((each) => each.number === number) ||
      // A document may number decisions of its own.
      plan.outline.headings.some(({ title }) => new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(title));
    if (isKnown || links.some(({ range }) => end <= range.start && range.start - end < 5)) continue;
    yield reference;
  }
}

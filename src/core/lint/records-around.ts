import { readRecord } from '../readings/records/record.ts';
import { isRecordKind } from '../template/kind.ts';
import { baseName } from '../template/file-name.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';
import type { RecordEntry } from './surroundings.ts';

const known = new WeakMap<Subject, RecordEntry>();

/** The record that the document is, as it stands in the editor; nothing for a document of another kind. */
export function ownRecord(subject: Subject): RecordEntry | undefined {
  const { plan, path, kind, read } = subject;
  if (!isRecordKind(kind)) return undefined;
  const entry = known.get(subject) ?? { path, kind: kind.id, plan, record: readRecord(plan, path, read) };
  known.set(subject, entry);
  return entry;
}

/** Every other record of the workspace; nothing where they are not known. */
export function otherRecords({ path, surroundings }: Subject): readonly RecordEntry[] | undefined {
  return surroundings.records()?.filter((entry) => entry.path !== path);
}

const bySeries = new WeakMap<readonly RecordEntry[], ReadonlyMap<string, readonly RecordEntry[]>>();

/** The other records of the series that a document stands in; nothing where they are not known. */
export function othersOfSeries({ path, surroundings }: Subject): readonly RecordEntry[] | undefined {
  const records = surroundings.records();
  if (records === undefined) return undefined;
  const known = bySeries.get(records) ?? groupedBySeries(records);
  bySeries.set(records, known);
  return (known.get(seriesOf(path)) ?? []).filter((entry) => entry.path !== path);
}

function groupedBySeries(records: readonly RecordEntry[]): ReadonlyMap<string, readonly RecordEntry[]> {
  const found = new Map<string, RecordEntry[]>();
  for (const entry of records) {
    const series = found.get(seriesOf(entry.path));
    if (series) series.push(entry);
    else found.set(seriesOf(entry.path), [entry]);
  }
  return found;
}

/** The folder whose records are numbered one after the other. A record may have a folder of its own, and a page of that folder as its file. */
export function seriesOf(path: string): string {
  const isFolder = /^(?:readme|index)\.\w+$/i.test(baseName(path));
  const parts = path.split('/').slice(0, isFolder ? -2 : -1);
  return parts.join('/');
}

/** The number in the title of a record, or else what names the record. */
export function numberPlace({ plan, record }: RecordEntry): Range {
  const heading = plan.title?.heading;
  if (heading === undefined) return record.title?.range ?? { start: 0, end: Math.min(plan.text.length, /^.*/.exec(plan.text)?.[0].length ?? 0) };
  const lead = plan.text.slice(heading.titleRange.start, Math.max(heading.titleRange.start, record.title?.range.start ?? heading.titleRange.end));
  const digits = Array.from(lead.matchAll(/\d{1,8}/g)).find(([each]) => Number(each) === record.number);
  if (digits === undefined) return heading.range;
  const start = heading.titleRange.start + digits.index;
  return { start, end: start + digits[0].length };
}

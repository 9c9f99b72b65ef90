import { RecordRelations } from '../lint/record-relations.ts';
import { otherRecords, ownRecord } from '../lint/records-around.ts';
import type { RecordEntry } from '../lint/surroundings.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Relation } from '../readings/records/record-links.ts';
import { recordName } from '../readings/records/record-names.ts';
import { baseName } from '../template/file-name.ts';
import type { PictureSource } from './source.ts';

/** The records that a record stands in a chain with: what came before it, what took its place. */
export interface RecordGraph {
  /** As a mermaid flowchart, from the older to the newer. */
  readonly source: string;
  /** Where each record is, by the label of its box. */
  readonly paths: ReadonlyMap<string, string>;
}

interface Arrow {
  readonly from: RecordEntry;
  readonly to: RecordEntry;
  readonly kind: 'superseded by' | 'amended by' | 'relates to';
}

/** Beyond these, nobody tells one from another: the nearest are drawn. */
const MOST_RECORDS = 30;
const LONGEST_TITLE = 60;
const LINES: Readonly<Record<Arrow['kind'], string>> = { 'superseded by': '-->|superseded by|', 'amended by': '-.->|amended by|', 'relates to': '-.-' };

const known = new WeakMap<PictureSource, RecordGraph | undefined>();

/** Nothing for a document that is no record, and for a record that stands alone. */
export function recordGraph(source: PictureSource): RecordGraph | undefined {
  if (!known.has(source)) known.set(source, graphAround(source));
  return known.get(source);
}

function graphAround({ subject }: PictureSource): RecordGraph | undefined {
  if (subject === undefined) return undefined;
  const [own, others] = [ownRecord(subject), otherRecords(subject)];
  if (own === undefined || others === undefined) return undefined;
  const arrows = arrowsBetween(new RecordRelations([own, ...others], subject.surroundings), [own, ...others]);
  const records = nearestTo(own, arrows);
  return records.length < 2 ? undefined : drawn(own, records, arrows);
}

/** What any two say of each other, once, from the older to the newer. */
function arrowsBetween(relations: RecordRelations, all: readonly RecordEntry[]): readonly Arrow[] {
  const found = new Map<string, Arrow>();
  for (const entry of all) {
    for (const link of entry.record.links) {
      const other = relations.targetOf(entry, link);
      if (other === undefined || other === 'missing' || other === entry) continue;
      const arrow = arrowOf(entry, link.relation, other);
      found.set([arrow.kind, arrow.from.path, arrow.to.path].join('\n'), arrow);
    }
  }
  return Array.from(found.values());
}

function arrowOf(entry: RecordEntry, relation: Relation, other: RecordEntry): Arrow {
  switch (relation) {
    case 'supersedes':
      return { from: other, to: entry, kind: 'superseded by' };
    case 'superseded by':
      return { from: entry, to: other, kind: relation };
    case 'amends':
      return { from: other, to: entry, kind: 'amended by' };
    case 'amended by':
      return { from: entry, to: other, kind: relation };
    case 'relates to': {
      const [from, to] = (entry.record.number ?? 0) <= (other.record.number ?? 0) ? [entry, other] : [other, entry];
      return { from, to, kind: relation };
    }
  }
}

function nearestTo(own: RecordEntry, arrows: readonly Arrow[]): readonly RecordEntry[] {
  const neighbours = new Map<RecordEntry, RecordEntry[]>();
  const join = (one: RecordEntry, other: RecordEntry): void => void neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  for (const { from, to } of arrows) {
    join(from, to);
    join(to, from);
  }
  const reached = new Set([own]);
  for (const entry of reached) {
    for (const next of neighbours.get(entry) ?? []) if (reached.size < MOST_RECORDS) reached.add(next);
  }
  return Array.from(reached).sort((a, b) => (a.record.number ?? Infinity) - (b.record.number ?? Infinity));
}

/** The box of the record itself has double sides. */
function drawn(own: RecordEntry, records: readonly RecordEntry[], arrows: readonly Arrow[]): RecordGraph {
  const names = new Map(records.map((entry, index) => [entry, `r${index}`]));
  const labels = labelsOf(records);
  const boxes = records.map((entry) => {
    const text = [labels.get(entry) ?? '', statusOf(entry)].filter((line) => line !== '').map(escaped).join('<br/>');
    return `  ${names.get(entry) ?? ''}${entry === own ? `[["${text}"]]` : `["${text}"]`}`;
  });
  const lines = arrows.flatMap(({ from, to, kind }) => {
    const [start, end] = [names.get(from), names.get(to)];
    return start === undefined || end === undefined ? [] : [`  ${start} ${LINES[kind]} ${end}`];
  });
  return { source: ['flowchart LR', ...boxes, ...lines, ''].join('\n'), paths: new Map(Array.from(labels, ([{ path }, label]) => [label, path])) };
}

/** Two records may have one number and one title: the file tells them apart. */
function labelsOf(records: readonly RecordEntry[]): ReadonlyMap<RecordEntry, string> {
  const taken = new Set<string>();
  return new Map(
    records.map((entry) => {
      const { path, record } = entry;
      const number = recordName(path)?.digits ?? record.number?.toString() ?? '';
      const title = shortened(plainTitle(record.title?.text ?? '') || baseName(path));
      const label = [`${number} ${title}`.trim(), `${title} (${baseName(path)})`, path].find((each) => !taken.has(each)) ?? path;
      taken.add(label);
      return [entry, label];
    }),
  );
}

function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

function statusOf({ record }: RecordEntry): string {
  return shortened(plainTitle(record.status?.value.text ?? '')).replace(/[\s(,:–-]*\d{4}-\d\d-\d\d.*$/, '');
}

/** Nothing in a title means anything to mermaid. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d\ufe0f .,…()/–-]/gu, (sign) => `#${sign.codePointAt(0) ?? 32};`);
}

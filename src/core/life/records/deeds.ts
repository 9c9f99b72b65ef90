import { RecordRelations, inverseOf } from '../../lint/record-relations.ts';
import type { RecordEntry, Surroundings } from '../../lint/surroundings.ts';
import { inWords } from '../../lint/wording.ts';
import type { Relation } from '../../readings/records/record-links.ts';
import { recordName } from '../../readings/records/record-names.ts';
import type { StatusName } from '../../readings/records/status-words.ts';
import { baseName, folderOf } from '../../template/file-name.ts';
import type { Kind } from '../../template/kind.ts';
import { stateOf } from './change-status.ts';
import { allows } from './manners.ts';

/** What can be done with a record as it stands. */
export type Deed = 'accept' | 'reject' | 'supersede' | 'deprecate';

/** How a record stands to others, whichever of both says so. */
export interface Standing {
  readonly relation: Relation;
  readonly others: readonly RecordEntry[];
}

const LEADS_TO: Readonly<Record<Deed, StatusName>> = { accept: 'accepted', reject: 'rejected', supersede: 'superseded', deprecate: 'deprecated' };
/** What is over stays over: whoever wants it back says so by a command. */
const FINAL: readonly (StatusName | undefined)[] = ['rejected', 'deprecated', 'superseded'];
const ORDER: readonly Relation[] = ['superseded by', 'amended by', 'supersedes', 'amends', 'relates to'];

export function deedsFor(own: RecordEntry, kind: Kind): readonly Deed[] {
  const state = stateOf(own);
  const deeds: readonly Deed[] = state === 'accepted' ? ['supersede', 'deprecate'] : state === 'deprecated' ? ['supersede'] : isFinal(state) ? [] : ['accept', 'reject'];
  return deeds.filter((deed) => allows(kind, LEADS_TO[deed]));
}

export function isFinal(state: StatusName | undefined): boolean {
  return FINAL.includes(state);
}

/** The relations that a record has to others, each with the others in the order of their numbers. */
export function standingOf(own: RecordEntry, others: readonly RecordEntry[], surroundings: Surroundings): readonly Standing[] {
  const relations = new RecordRelations([...others, own], surroundings);
  const found = new Map<Relation, Set<RecordEntry>>();
  const add = (relation: Relation, other: RecordEntry): void => void found.set(relation, (found.get(relation) ?? new Set()).add(other));
  for (const [from, link] of [own, ...others].flatMap((entry) => entry.record.links.map((each) => [entry, each] as const))) {
    const to = relations.targetOf(from, link);
    if (to === undefined || to === 'missing' || to === from) continue;
    if (from === own) add(link.relation, to);
    else if (to === own) add(inverseOf(link.relation) ?? link.relation, from);
  }
  return ORDER.flatMap((relation) => {
    const all = Array.from(found.get(relation) ?? []).sort((a, b) => (a.record.number ?? Infinity) - (b.record.number ?? Infinity));
    return all.length === 0 ? [] : [{ relation, others: all }];
  });
}

/** "0009" as the file has it, else what else names the record. */
export function shortName({ path, record }: RecordEntry): string {
  const isFolder = /^(?:readme|index)\.\w+$/i.test(baseName(path));
  return recordName(isFolder ? `${folderOf(path)}.md` : path)?.digits ?? (record.number === undefined ? inWords(record.title?.text ?? baseName(path)) : String(record.number));
}

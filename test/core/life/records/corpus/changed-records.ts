import assert from 'node:assert/strict';
import type { Change, Planned } from '../../../../../src/core/life/change.ts';
import { changeStatus, stateOf } from '../../../../../src/core/life/records/change-status.ts';
import { mannersOf } from '../../../../../src/core/life/records/manners.ts';
import { relate } from '../../../../../src/core/life/records/relate.ts';
import { RecordRelations } from '../../../../../src/core/lint/record-relations.ts';
import { ownRecord, seriesOf } from '../../../../../src/core/lint/records-around.ts';
import type { Subject } from '../../../../../src/core/lint/subject.ts';
import { NOWHERE, type RecordEntry, type Surroundings } from '../../../../../src/core/lint/surroundings.ts';
import type { Relation } from '../../../../../src/core/readings/records/record-links.ts';
import type { StatusName } from '../../../../../src/core/readings/records/status-words.ts';
import { applyEdits, type TextEdit } from '../../../../../src/core/text/edits.ts';
import { changed, changeOf, recordAt, TODAY } from '../records.ts';
import type { ManyRecords, Member, Texts } from './many-records.ts';

/** The records of a corpus, on which one deed after another is done. */
export class ChangedRecords {
  readonly touched = new Set<string>();
  readonly #entries = new Map<string, RecordEntry>();
  readonly #around: Surroundings;
  #texts: Texts;

  constructor(corpus: ManyRecords) {
    this.#texts = corpus.texts();
    this.#around = { ...NOWHERE, exists: (path) => Object.hasOwn(this.#texts, path) };
    for (const { path } of corpus.members) this.#entries.set(path, this.#entryAt(path));
  }

  get texts(): Texts {
    return this.#texts;
  }

  /** The lines that a new status changes. */
  become(own: Member, name: StatusName): readonly string[] {
    const { path } = own;
    const lines = this.#apply(changeStatus(this.#subject(path), { name, day: TODAY, manners: this.#manners(path) }), [path]);
    assert.equal(stateOf(this.#entry(path)), name, path);
    return lines.flat();
  }

  /** The lines that a relation changes in the one record and in the other. */
  relate(from: Member, relation: Relation, inverse: Relation, to: Member): readonly (readonly string[])[] {
    const records = Array.from(this.#entries.values());
    const lines = this.#apply(relate(this.#subject(from.path), relation, this.#subject(to.path), { records, manners: this.#manners(to.path), day: TODAY }), [from.path, to.path]);
    const relations = new RecordRelations(Array.from(this.#entries.values()), this.#around);
    const [one, other] = [this.#entry(from.path), this.#entry(to.path)];
    assert.ok(relations.says(one, relation, other) && relations.says(other, inverse, one), `${from.path} ${relation} ${to.path}`);
    if (relation === 'supersedes') assert.equal(stateOf(other), 'superseded', to.path);
    return lines;
  }

  #apply(planned: Planned, paths: readonly string[]): readonly (readonly string[])[] {
    const change = changeOf(planned);
    const before = this.#texts;
    this.#texts = changed(before, change);
    assert.deepEqual(undone(this.#texts, change), before);
    for (const path of paths) {
      this.#entries.set(path, this.#entryAt(path));
      this.touched.add(path);
    }
    return paths.map((path) => changedLines(before[path] ?? '', this.#texts[path] ?? ''));
  }

  #subject(path: string): Subject {
    return recordAt(this.#texts[path] ?? '', path, this.#around);
  }

  #entryAt(path: string): RecordEntry {
    const entry = ownRecord(this.#subject(path));
    assert.ok(entry, path);
    return entry;
  }

  #entry(path: string): RecordEntry {
    return this.#entries.get(path) ?? this.#entryAt(path);
  }

  #manners(path: string): ReturnType<typeof mannersOf> {
    return mannersOf(Array.from(this.#entries.values()).filter((entry) => seriesOf(entry.path) === seriesOf(path)));
  }
}

/** The files before a change, from what they are after it and its edits turned round. */
function undone(after: Texts, { files }: Change): Texts {
  const before = Object.fromEntries(files.map(({ path, text, edits }) => [path, applyEdits(after[path] ?? '', turnedRound(text, edits))]));
  return { ...after, ...before };
}

function turnedRound(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return Array.from(edits)
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range: { start, end }, text: written }) => {
      const range = { start: start + shift, end: start + shift + written.length };
      shift += written.length - (end - start);
      return { range, text: text.slice(start, end) };
    });
}

/** `-` for a line that is gone, `+` for one that is new; the endings must be those of the file. */
function changedLines(before: string, after: string): readonly string[] {
  assert.equal(after.includes('\r\n'), before.includes('\r\n'));
  assert.ok(!before.includes('\r\n') || !/(?<!\r)\n/.test(after));
  const [old, now] = [before, after].map((text) => text.split(/\r\n|\n/));
  const gone = (old ?? []).filter((line) => !now?.includes(line)).map((line) => `-${line}`);
  return [...gone, ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `+${line}`)];
}

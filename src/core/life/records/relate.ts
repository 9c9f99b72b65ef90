import { writeNote } from '../../lint/record-notes.ts';
import { inverseOf, RecordRelations } from '../../lint/record-relations.ts';
import { ownRecord } from '../../lint/records-around.ts';
import type { Subject } from '../../lint/subject.ts';
import type { RecordEntry } from '../../lint/surroundings.ts';
import type { Relation } from '../../readings/records/record-links.ts';
import { baseName } from '../../template/file-name.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { FileChange, Planned } from '../change.ts';
import { stateOf, statusEdits } from './change-status.ts';
import { allows, type Manners } from './manners.ts';
import { called, sentence } from './record-wording.ts';
import { formBetween, referenceIn } from './reference-form.ts';

/** What there is beside the records that are put in relation. */
export interface RecordsAround {
  /** Every record of the workspace. */
  readonly records: readonly RecordEntry[];
  /** How those of the series write a status. */
  readonly manners: Manners;
  /** The day, as `2026-11-21`. */
  readonly day: string;
}

/** The relations that an author may choose, each as the first record says it of the second. */
export const RELATIONS: readonly Relation[] = ['amends', 'amended by', 'supersedes', 'superseded by', 'relates to'];

/** One record is put in the place of another: both say so, and the older one by its status. */
export function supersede(older: Subject, newer: Subject, around: RecordsAround): Planned {
  return relate(newer, 'supersedes', older, around);
}

/** Writes a relation into both records, each in its own manner; what one of them says already stays. */
export function relate(from: Subject, relation: Relation, to: Subject, around: RecordsAround): Planned {
  const [first, second] = [ownRecord(from), ownRecord(to)];
  if (first === undefined || second === undefined) return { problem: `${(first ? to : from).path} is no decision record: choose another document.` };
  if (first.path === second.path) return { problem: `${sentence(called(first))} cannot be put in relation to itself: choose another record.` };
  const others = around.records.filter(({ path }) => path !== first.path && path !== second.path);
  const relations = new RecordRelations([...others, first, second], from.surroundings);
  const circle = circleOf(first, relation, second, relations);
  if (circle !== undefined) return { problem: circle };
  const inverse = inverseOf(relation) ?? relation;
  const halves = [new Half(from, first, relation, second, others, around), new Half(to, second, inverse, first, others, around)];
  const files = halves.flatMap((half) => half.change(relations));
  const failed = files.find((file) => 'problem' in file);
  if (failed) return failed;
  const changes = files.filter((file): file is FileChange => !('problem' in file));
  if (changes.length === 0) return { problem: `${sentence(called(first))} and ${called(second)} say so already: nothing is left to write.` };
  return { change: { title: titleOf(first, relation, second), files: changes } };
}

/** What one of the two records says of the other. */
class Half {
  readonly #subject: Subject;
  readonly #own: RecordEntry;
  readonly #relation: Relation;
  readonly #other: RecordEntry;
  /** How they name records is how this one does. */
  readonly #others: readonly RecordEntry[];
  readonly #around: RecordsAround;

  constructor(subject: Subject, own: RecordEntry, relation: Relation, other: RecordEntry, others: readonly RecordEntry[], around: RecordsAround) {
    this.#subject = subject;
    this.#own = own;
    this.#relation = relation;
    this.#other = other;
    // The last that names any is followed: the other record only where no neighbour does.
    this.#others = [other, ...others];
    this.#around = around;
  }

  change(relations: RecordRelations): readonly (FileChange | { readonly problem: string })[] {
    const saysSo = relations.says(this.#own, this.#relation, this.#other);
    if (this.#relation === 'superseded by' && !allows(this.#subject.kind, 'superseded')) {
      return [{ problem: `The template of ${called(this.#own)} knows no status for a record that is superseded: add it to the template first.` }];
    }
    const edits = this.#relation === 'superseded by' ? this.#superseded(saysSo) : saysSo ? [] : this.#note();
    if (edits.length > 0) return [{ path: this.#own.path, text: this.#own.plan.text, edits }];
    const isDone = saysSo && (this.#relation !== 'superseded by' || stateOf(this.#own) === 'superseded');
    return isDone ? [] : [{ problem: `${baseName(this.#own.path)} has no place for such a note: close the fence or comment that is still open in it, and try again.` }];
  }

  /** Whoever names another successor already, and what never held, keeps its word. */
  #superseded(saysSo: boolean): readonly TextEdit[] {
    const state = stateOf(this.#own);
    const isNamed = this.#own.record.links.some(({ relation }) => relation === 'superseded by');
    const isOver = state === 'rejected' || state === 'deprecated';
    if (saysSo || isNamed) return [...(saysSo ? [] : this.#note()), ...(state === 'superseded' || isOver ? [] : this.#status())];
    return isOver ? this.#note() : this.#status(`by ${this.#reference()}`);
  }

  #note(): readonly TextEdit[] {
    const isInFrontMatter = this.#own.record.status?.form === 'front matter';
    return writeNote(this.#own, this.#relation, this.#other, formBetween(this.#own, this.#other, this.#others, isInFrontMatter));
  }

  #status(by?: string): readonly TextEdit[] {
    const { manners, day } = this.#around;
    return statusEdits(this.#subject, this.#own, { name: 'superseded', day, manners, ...(by !== undefined && { by }) });
  }

  #reference(): string {
    const form = this.#own.record.status?.form;
    const place = form === 'front matter' ? 'yaml' : form === 'table' ? 'cell' : 'text';
    return referenceIn(place, formBetween(this.#own, this.#other, this.#others, place === 'yaml'), this.#own, this.#other);
  }
}

/** A sentence on the circle that would close. */
function circleOf(first: RecordEntry, relation: Relation, second: RecordEntry, relations: RecordRelations): string | undefined {
  const [older, newer] = relation === 'supersedes' ? [second, first] : [first, second];
  const way = relation === 'supersedes' || relation === 'superseded by' ? relations.circleFrom(older, newer) : undefined;
  if (way === undefined) return undefined;
  return `${sentence(called(newer))} is itself superseded by ${called(older)}${way.length > 2 ? ', through others' : ''}: take that note out first, or choose another record.`;
}

function titleOf(first: RecordEntry, relation: Relation, second: RecordEntry): string {
  if (relation === 'supersedes') return `Supersede ${called(second)}`;
  return relation === 'superseded by' ? `Supersede ${called(first)}` : `Link ${called(first)} and ${called(second)}`;
}

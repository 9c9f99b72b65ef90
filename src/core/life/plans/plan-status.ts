import type { Subject } from '../../lint/subject.ts';
import { titleKey } from '../../plan/titles.ts';
import { readRecord } from '../../readings/records/record.ts';
import { statusName } from '../../readings/records/status-words.ts';
import { statesOf } from '../../template/choices.ts';
import type { TextEdit } from '../../text/edits.ts';
import { statusEdits as editsOfStatus } from '../records/change-status.ts';
import { writeFirstStatus } from '../records/first-status.ts';
import { NO_MANNERS } from '../records/manners.ts';
import { sameCase } from './same-case.ts';

/** The edits that give a plan another status, in the place and the form in which it has one, else as its template has it; nothing where none can stand. */
export function statusEdits(subject: Subject, state: string, today: string): readonly TextEdit[] | undefined {
  const { status } = subject.readings;
  const edits = status === undefined ? writeFirstStatus(subject, state) : isUsual(subject, state) ? asRecords(subject, state, today) : inPlace(subject, state, today);
  return edits.length === 0 ? undefined : edits;
}

/** A word that records have too is written as theirs are: with its sign, its date, its history. */
function asRecords(subject: Subject, state: string, today: string): readonly TextEdit[] {
  const { plan, path, kind, read } = subject;
  const name = statusName(state);
  if (name === undefined) return [];
  return editsOfStatus(subject, { path, kind: kind.id, plan, record: readRecord(plan, path, read) }, { name, day: today, manners: NO_MANNERS });
}

/** Whether the state is what the template calls a state of records. */
function isUsual({ kind }: Subject, state: string): boolean {
  const name = statusName(state);
  const alike = statesOf(kind.root).filter((each) => statusName(each) === name);
  return name !== undefined && (alike[0] === undefined || titleKey(alike[0]) === titleKey(state));
}

/** Other words take the place of the one that stands there. */
function inPlace({ readings: { status } }: Subject, state: string, today: string): readonly TextEdit[] {
  if (status === undefined) return [];
  const word = { range: status.value.range, text: sameCase(status.value.text, state) };
  return status.date === undefined ? [word] : [word, { range: status.date.range, text: today }].sort((a, b) => a.range.start - b.range.start);
}

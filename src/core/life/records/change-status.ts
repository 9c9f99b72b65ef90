import type { Subject } from '../../lint/subject.ts';
import type { RecordEntry } from '../../lint/surroundings.ts';
import { ownRecord } from '../../lint/records-around.ts';
import { headFields } from '../../readings/records/head-fields.ts';
import { isStatusField, statusSection, type Status } from '../../readings/records/status.ts';
import type { StatusName } from '../../readings/records/status-words.ts';
import { statesOf } from '../../template/choices.ts';
import type { TextEdit } from '../../text/edits.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import type { Planned } from '../change.ts';
import { renewDate } from './date-field.ts';
import { writeFirstStatus } from './first-status.ts';
import { allows, wordFor, type Manners } from './manners.ts';
import { called, sentence } from './record-wording.ts';
import { inLettersOf, stateOfWords } from './state-words.ts';
import { tickState } from './status-boxes.ts';
import { addEntry, latestEntry } from './status-entries.ts';
import { editsInLine, lineAround, type LineEdits, type NewStatus, type StatusLine } from './status-line.ts';
import { addRow, latestState, statusTable } from './status-rows.ts';

/** What a record is to become. */
export interface StatusWish {
  readonly name: StatusName;
  /** The day, as `2026-11-21`. */
  readonly day: string;
  /** How its neighbours write a status. */
  readonly manners: Manners;
  /** What stands behind the word: "by [9. Log](0009-log.md)". */
  readonly by?: string;
}

const DEEDS: Readonly<Record<StatusName, string>> = { draft: 'make a draft of', proposed: 'propose', accepted: 'accept', rejected: 'reject', deprecated: 'deprecate', superseded: 'supersede' };

const LONGEST_HEAD = 20_000;

/** The state of a record, also where only a table of its history tells it. */
export function stateOf({ plan, record: { status } }: RecordEntry): StatusName | undefined {
  const history = status === undefined || status.form === 'table' ? statusTable(plan) : undefined;
  if (history) return latestState(history, plan);
  return status && (latestEntry(plan.text, status.value.range.start) ?? stateOfWords(status.value.text));
}

/** The edits that give a record another status, with its day, in the place and the form that it keeps. */
export function changeStatus(subject: Subject, wish: StatusWish): Planned {
  const own = ownRecord(subject);
  if (own === undefined) return { problem: `${subject.path} is no decision record, so it has no such status: open a record first.` };
  if (!allows(subject.kind, wish.name)) {
    return { problem: `The template of ${called(own)} knows no status for "${wish.name}", only ${statesOf(subject.kind.root).join(', ')}: add it to the template first.` };
  }
  if (stateOf(own) === wish.name && wish.by === undefined) return { problem: `${sentence(called(own))} is ${wish.name} already.` };
  const edits = statusEdits(subject, own, wish);
  if (edits.length === 0) return { problem: `${sentence(called(own))} has no place where its status can stand: close the fence or comment that is still open, and try again.` };
  return { change: { title: sentence(`${DEEDS[wish.name]} ${called(own)}`), files: [{ path: subject.path, text: subject.plan.text, edits }] } };
}

export function statusEdits(subject: Subject, own: RecordEntry, { name, day, manners, by }: StatusWish): readonly TextEdit[] {
  const { plan, kind, read } = subject;
  const table = statusTable(plan);
  // A table with a row for each state is a history, whatever else is made of it.
  const status = table && own.record.status?.form === 'table' ? undefined : own.record.status;
  const line = status && lineAround(plan.text, status.value.range, status.whole.range);
  const current = line && sliceOf(plan.text, line.word);
  // What took its place is told in words that every reader of records knows.
  const word = by === undefined ? wordFor(name, kind, manners, current, plan.text) : inLettersOf(current ?? wordFor(name, kind, manners, undefined, ''), name);
  const dates = (): string => `${plan.text.slice(0, LONGEST_HEAD)}\n${manners.heads()}`;
  const to: NewStatus = { name, word, day, dates, signs: manners.signs, ...(by !== undefined && { by }) };
  const row = table && addRow(plan, table, to);
  const { edits, isDated } = status && line ? inPlace(own, status, line, to) : { edits: row ? [] : withoutStatus(subject, to), isDated: false };
  const all = row ? [...edits, row] : edits;
  return all.length === 0 || isDated || row ? all : [...all, ...apart(renewDate(plan, read, name, day, dates), all)];
}

function inPlace({ plan: { text }, record: { links } }: RecordEntry, { value }: Status, line: StatusLine, to: NewStatus): LineEdits {
  const ticked = tickState(text, boxesAround(text, value.range), to);
  if (ticked) return { edits: ticked, isDated: false };
  const entry = addEntry(text, value.range.start, links, to);
  if (entry) return { edits: [entry], isDated: true };
  return editsInLine(line, links, to);
}

/** Nothing is ticked yet, or there is no status at all. */
function withoutStatus(subject: Subject, to: NewStatus): readonly TextEdit[] {
  const { plan, read } = subject;
  const field = headFields(plan, read).find(isStatusField);
  const section = statusSection(plan);
  const ticked = (field && tickState(plan.text, field.range, to)) ?? (section && tickState(plan.text, section.body, to));
  return ticked ?? writeFirstStatus(subject, to.by === undefined ? to.word : `${to.word} ${to.by}`);
}

/** The lines with boxes that the line of the status is one of. */
function boxesAround(text: string, { start, end }: Range): Range {
  const before = /(?:^|[\r\n])((?:[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][^\r\n]*(?:\r\n?|\n))*[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][^\r\n]*)$/.exec(text.slice(Math.max(0, start - 2000), start));
  if (before === null) return { start, end: start };
  const behind = /^[^\r\n]*(?:(?:\r\n?|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][^\r\n]*)*/.exec(text.slice(end, end + 2000));
  return { start: start - (before[1]?.length ?? 0), end: end + (behind?.[0].length ?? 0) };
}

/** Edits of places that the others leave alone. */
function apart(edits: readonly TextEdit[], others: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(({ range }) => others.every((other) => range.end <= other.range.start || other.range.end <= range.start));
}

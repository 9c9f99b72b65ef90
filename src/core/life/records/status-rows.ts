import type { Plan } from '../../plan/plan.ts';
import { tablesOf, type PipeCell, type PipeTable } from '../../plan/tables.ts';
import { titleKey } from '../../plan/titles.ts';
import { lineEndingOf } from '../../template/insert.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { sliceOf } from '../../text/range.ts';
import { saidBy, type StatusName } from '../../readings/records/status-words.ts';
import { likeDate, sortableDay } from './date-styles.ts';
import { inLettersOf, stateOfWords } from './state-words.ts';
import { editsInLine, type NewStatus } from './status-line.ts';
import { rowLike } from './table-row.ts';

const STATUS = /^(?:new )?(?:status|state)$/;
const DAY = /^(?:date|day|when|on|since|datum|fecha|data)$/;
const BESIDE = /^(?:|version|by|who|author|authors|changed by|decided by|approved by|owner|person|name|deciders?|reason|why|notes?|remarks?|comments?|description|changes?|details|link|links|reference|pr|no|nr)$/;

/** A table that tells when a record came into which state, one row for each. */
export interface StatusTable {
  readonly table: PipeTable;
  readonly status: number;
  readonly day: number;
  /** The state of each row. */
  readonly states: readonly StatusName[];
}

/** One row is a statement; several are a history. */
export function statusTable(plan: Plan): StatusTable | undefined {
  return tablesOf(plan).map((table) => asHistory(plan, table)).find((found) => found !== undefined);
}

/** The state in the row with the latest day. */
export function latestState({ table, day, states }: StatusTable, { text }: Plan): StatusName | undefined {
  return states[isFalling(text, table, day) ? 0 : states.length - 1];
}

/** The edit that adds a row for another state, like the latest one. */
export function addRow({ text }: Plan, { table, status, day }: StatusTable, to: NewStatus): TextEdit | undefined {
  const falling = isFalling(text, table, day);
  const model = falling ? table.rows[0] : table.rows.at(-1);
  if (model === undefined) return undefined;
  const row = rowLike(text, table, model, (cell, index) => {
    const said = sliceOf(text, cell.content);
    if (index === day) return likeDate(said, to.day, to.dates);
    return index === status ? statusLike(said, to) : '';
  });
  const ending = lineEndingOf(text);
  const lead = /[^\r\n]*$/.exec(text.slice(Math.max(0, model.range.start - 200), model.range.start))?.[0] ?? '';
  if (falling) return { range: { start: model.range.start, end: model.range.start }, text: `${row}${ending}${lead}` };
  return { range: { start: model.range.end, end: model.range.end }, text: `${ending}${lead}${row}` };
}

function asHistory(plan: Plan, table: PipeTable): StatusTable | undefined {
  const keys = table.head.cells.map(({ content }) => titleKey(sliceOf(plan.text, content)));
  const [status, day] = [keys.findIndex((key) => STATUS.test(key)), keys.findIndex((key) => DAY.test(key))];
  if (status < 0 || day < 0 || table.rows.length < 2 || keys.some((key) => !STATUS.test(key) && !DAY.test(key) && !BESIDE.test(key))) return undefined;
  const states = table.rows.map(({ cells }) => stateIn(cells[status], plan.text));
  const known = states.filter((state) => state !== undefined);
  return known.length === states.length ? { table, status, day, states: known } : undefined;
}

function stateIn(cell: PipeCell | undefined, text: string): StatusName | undefined {
  const word = cell && wordIn(sliceOf(text, cell.content));
  return word && stateOfWords(word.text);
}

function wordIn(said: string): { readonly text: string; readonly start: number } | undefined {
  const found = saidBy({ value: { text: said, range: { start: 0, end: said.length } }, bare: said.replace(/[*_`]/g, ' ') });
  return found && { text: found.value.text, start: found.value.range.start };
}

/** A cell with another status, without what else it says. */
export function statusLike(said: string, to: NewStatus): string {
  const word = wordIn(said);
  if (word === undefined) return to.word;
  const end = word.start + word.text.length;
  const closing = /^[*_`]{0,3}/.exec(said.slice(end))?.[0].length ?? 0;
  const line = { text: said, word: { start: word.start, end }, within: { start: 0, end: end + closing } };
  return applyEdits(said.slice(0, end + closing), editsInLine(line, [], { ...to, word: inLettersOf(word.text, to.word) }).edits);
}

function isFalling(text: string, { rows }: PipeTable, day: number): boolean {
  const days = [rows[0], rows.at(-1)].map((row) => {
    const cell = row?.cells[day];
    return cell ? (sortableDay(sliceOf(text, cell.content)) ?? '') : '';
  });
  return (days[0] ?? '') > (days[1] ?? '');
}

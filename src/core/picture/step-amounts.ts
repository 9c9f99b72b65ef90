import type { Plan } from '../plan/plan.ts';
import { tablesIn } from '../plan/tables.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { DAYS_PER_MONTH, DAYS_PER_WEEK, HOURS_PER_DAY, readEffort } from '../readings/phases/effort.ts';
import type { Phase } from '../readings/phases/phases.ts';
import { EFFORT } from '../readings/phases/step-fields.ts';
import type { Wave } from '../readings/phases/wave.ts';
import { sliceOf } from '../text/range.ts';
import { said } from './step-words.ts';

/** How long a step takes: in the author's words, and in hours where they can be added up. */
export interface Amount {
  readonly text: string;
  readonly hours: number | undefined;
}

/** When a step is done, in the author's words; where they count weeks, months or days from the start, also in hours from there. */
export interface When {
  readonly text: string;
  readonly window: Window | undefined;
}

export interface Window {
  readonly start: number;
  readonly end: number;
}

const LONGEST_LINE = 500;
const LONGEST_STEP = 4000;
const UNIT = 'weeks?|wks?|w|months?|days?';
/** `Week 1 - 3 developers` names one week. */
const COUNTED = String.raw`(?!\s{1,2}(?:hours?|hrs?|h|days?|d|weeks?|people|persons?|devs?|developers?|engineers?|teams?|members?)(?!\p{L}))`;
/** `Weeks 3-4`, `Week: 3`, `W3 to W4`, `Months 1 & 2`; not `3 weeks`. */
const WINDOW = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${UNIT})[\s*_:#.]{0,6}(\d{1,3})(?:\s{0,3}(?:[-–—&+/]|to\b|through\b|until\b|and\b)\s{0,3}(?:(?:${UNIT})\s{0,2})?(\d{1,3})${COUNTED})?(?![\p{L}\p{N}])`,
  'iu',
);
/** What parts an amount from the words of a heading. */
const JOINTS = /[–—()[\]|;,]|\s-\s|:\s/;
const FIELD_LINE = new RegExp(String.raw`^[^\p{L}\p{N}\r\n]{0,20}(?:${EFFORT.join('|')})[*_]{0,3}\s?[:=][*_\s]{0,4}([^\r\n]{1,120})`, 'gimu');

export function amountOf({ effort, schedule, name, note }: Phase): Amount | undefined {
  if (effort !== undefined) return amountIn(effort);
  const isHead = schedule !== undefined && schedule.range.start <= name.range.start && name.range.end <= schedule.range.end;
  const part = isHead ? schedule.text.slice(0, LONGEST_LINE).split(JOINTS).findLast((each) => readEffort(each) !== undefined) : undefined;
  if (part !== undefined) return { text: plainTitle(part), hours: readEffort(part)?.hours };
  return note && amountIn(note)?.hours !== undefined ? amountIn(note) : undefined;
}

/** Waves have no field for it: a remark or a cell of the line that names one, or a line of its own, may tell. */
export function amountOfWave({ text }: Plan, { number, range }: Wave): Amount | undefined {
  const whole = text.slice(range.start, Math.min(range.end, range.start + LONGEST_STEP));
  const own = new RegExp(String.raw`^[^\p{L}\p{N}\r\n]{0,40}waves?[\s#_-]{0,3}${number.text}(?!\d)[^\r\n]{0,${LONGEST_LINE}}`, 'gimu');
  const lines = [/^[^\r\n]*/.exec(whole)?.[0].slice(0, LONGEST_LINE) ?? '', ...(whole.match(own) ?? [])];
  const fields = Array.from(whole.matchAll(FIELD_LINE), ([, value = '']) => value);
  const part = [...lines.flatMap((line) => line.split(JOINTS).slice(1)), ...fields].findLast((each) => readEffort(each) !== undefined);
  return part === undefined ? undefined : { text: plainTitle(part), hours: readEffort(part)?.hours };
}

export function whenOf(plan: Plan, { effort, schedule, name, note }: Phase): When | undefined {
  const own = effort && readEffort(effort.text) === undefined ? windowIn(effort.text) : undefined;
  if (schedule === undefined) return own;
  if (schedule.range.start <= name.range.start && name.range.end <= schedule.range.end) {
    const isTold = note !== undefined && readEffort(note.text) === undefined && windowIn(note.text) !== undefined;
    return own ?? windowIn(isTold ? note.text : schedule.text);
  }
  const text = said(schedule);
  if (text === undefined) return own;
  const field = fieldOf(plan, schedule);
  const written = `${field} ${text}`.trim();
  return windowIn(schedule.text) ?? windowIn(written) ?? own ?? { text: written, window: undefined };
}

/** The first weeks, months or days that a text names by their numbers. */
export function windowIn(text: string): When | undefined {
  const [whole, unit, first, last] = WINDOW.exec(text.slice(0, LONGEST_LINE)) ?? [];
  if (whole === undefined || unit === undefined) return undefined;
  const hours = hoursIn(unit);
  const from = Math.max(1, Number(first));
  const to = Math.max(from, Number(last ?? first));
  return { text: plainTitle(whole).replace(/:\s*/, ' '), window: { start: (from - 1) * hours, end: to * hours } };
}

function amountIn(value: Value): Amount | undefined {
  const text = said(value);
  const hours = readEffort(value.text)?.hours;
  if (hours !== undefined) return { text: text ?? plainTitle(value.text), hours };
  return text === undefined || windowIn(value.text) ? undefined : { text, hours };
}

function hoursIn(unit: string): number {
  const first = unit.charAt(0).toLowerCase();
  if (first === 'd') return HOURS_PER_DAY;
  return HOURS_PER_DAY * (first === 'm' ? DAYS_PER_MONTH : DAYS_PER_WEEK);
}

/** The name under which a value stands: of its column, or before it in its line. */
function fieldOf(plan: Plan, { range }: Value): string {
  const [table] = tablesIn(plan, { start: 0, end: range.start }).slice(-1);
  if (table !== undefined && range.start < table.range.end) {
    const column = table.rows.find((row) => range.start < row.range.end)?.cells.findIndex((cell) => range.start <= cell.range.end) ?? -1;
    const head = table.head.cells[column];
    return head === undefined ? '' : plainTitle(sliceOf(plan.text, head.content));
  }
  const lead = plan.text.slice(Math.max(0, range.start - LONGEST_LINE), range.start).split(/[\r\n]/).at(-1) ?? '';
  return /(\p{L}[\p{L} -]{0,40})[*_]{0,3}\s?[:=][*_\s]{0,6}$/u.exec(lead)?.[1]?.trim() ?? '';
}

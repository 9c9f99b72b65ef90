import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import { readEffort } from '../readings/phases/effort.ts';
import type { Task } from '../readings/phases/tasks.ts';

/** What a task says of its size. */
export interface TaskEstimate {
  readonly value: Value;
  /** Nothing for points, sizes and what is still open. */
  readonly hours: number | undefined;
}

const LONGEST_TASK = 2000;
const AMOUNT = String.raw`((?:\d{1,3}(?:[.,]\d{1,2})?\s?[–-]\s?)?\d{1,3}(?:[.,]\d{1,2})?\s?(?:h|hrs?|hours?|d|days?|w|weeks?|mins?|minutes?))`;
/** `[3h]`, `~3h`, `– 3h`, `: 3h` */
const SET_APART = new RegExp(String.raw`(?:[[(~≈]\s?|\s[–—-]\s|:\s)${AMOUNT}(?=\s?[\])]|[,;.]|\s*$|\s[–—-]\s)`, 'iu');
/** `Estimate: 3h` on a line of its own or among other fields. */
const NAMED = /(?<!\p{L})(?:estimate[ds]?|estimated (?:effort|time)|est\.?|effort|duration|size)[*_`]{0,3}\s?[:=][*_`\s]{0,4}([^\s,;|)\]\r\n*_`][^,;|)\]\r\n*_`]{0,40})/iu;
/** Points and sizes; or an amount amid the words, which may be what the task is about. */
const ROUGHLY = new RegExp(String.raw`[([]\s?(?:\d{1,3}\s?(?:sp|pts?|points?)|x{0,3}[sl]|[sml])\s?[)\]]|(?<![\p{L}\p{N}])(?:\d{1,3}\s?(?:story points?|points?|pts|sp)|${AMOUNT})(?![\p{L}\p{N}])`, 'iu');

/** The estimate of a task, wherever in the task it stands. */
export function estimateOf(text: string, { effort, range }: Task): TaskEstimate | undefined {
  if (effort) return { value: effort, hours: readEffort(effort.text)?.hours };
  const end = Math.min(range.end, range.start + LONGEST_TASK);
  const whole = { text: text.slice(range.start, end), range: { start: range.start, end } };
  const line = partOf(whole, 0, /^[^\r\n]*/.exec(whole.text)?.[0].length);
  const value = found(whole, NAMED) ?? found(line, SET_APART);
  if (value) return { value, hours: readEffort(value.text)?.hours };
  return ROUGHLY.test(line.text) ? { value: line, hours: undefined } : undefined;
}

/** Whether a task has parts to tick. */
export function isSplit(text: string, { range }: Task): boolean {
  return /[\r\n][ \t>]+(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\]/.test(text.slice(range.start, Math.min(range.end, range.start + LONGEST_TASK)));
}

function found(within: Value, pattern: RegExp): Value | undefined {
  const match = pattern.exec(within.text);
  if (match?.[1] === undefined) return undefined;
  const end = match.index + match[0].length;
  return partOf(within, end - match[1].length, end);
}

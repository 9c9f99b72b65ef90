import { plainTitle, withoutEmoji } from '../../plan/titles.ts';

/** Work in hours, whatever unit the author counts in. */
export interface Effort {
  readonly hours: number;
}

export const HOURS_PER_DAY = 8;
export const DAYS_PER_WEEK = 5;
export const DAYS_PER_MONTH = 20;

const LONGEST_EFFORT = 120;

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = String.raw`(?:\d{1,4}(?:[.,]\d{1,2})?(?![\d.,]\d)|(?:half\s+an?|an?|${NUMBER_WORDS.join('|')})(?!\p{L}))`;
const UNIT = String.raw`(?:(?:person|man|developer|dev|engineer|working|work)[\s-])?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|m|h|d|w)(?!\p{L})`;
const LEAD = /(?:(?:about|around|approximately|approx\.?|roughly|circa|ca\.|estimated|est\.|up to|at most|less than|max\.?)\s+|[~≈≤<]\s*){0,2}/iuy;
/** `3 days`, `2-3 days`, `2d to 1w`: the numbers and the units of both ends. */
const AMOUNT = new RegExp(String.raw`(?:(${NUMBER})[\s-]*(${UNIT})?\s*(?:[-–—]|to\b|or\b)\s*)?(${NUMBER})[\s-]*(${UNIT})`, 'iuy');
const JOINT = /\s*(?:[+,&]|and\b)?\s*/iuy;
/** What may follow without changing the amount. */
const TAIL = /^\s*(?:(?:of\s+)?(?:work|effort|development|coding)|(?:in\s+)?total|at most|max\.?|maximum)?\s*(?:[.;,(]|[-–—]\s|$)/iu;

/** The effort that a text states first: `3d`, `2-3 days` (the larger), `about 2 weeks`, `1d 4h`; nothing for prose and for other units. */
export function readEffort(text: string): Effort | undefined {
  const plain = withoutEmoji(plainTitle(text.slice(0, LONGEST_EFFORT)));
  let position = endOfMatch(LEAD, plain, 0);
  let hours: number | undefined;
  for (let amount = amountAt(plain, position); amount !== undefined; amount = amountAt(plain, endOfMatch(JOINT, plain, position))) {
    hours = (hours ?? 0) + amount.hours;
    position = amount.end;
  }
  return hours !== undefined && TAIL.test(plain.slice(position)) ? { hours } : undefined;
}

function amountAt(text: string, position: number): { readonly hours: number; readonly end: number } | undefined {
  AMOUNT.lastIndex = position;
  const [whole, low, lowUnit, high, unit] = AMOUNT.exec(text) ?? [];
  if (whole === undefined || high === undefined || unit === undefined) return undefined;
  const ends = [hoursOf(high, unit), low === undefined ? 0 : hoursOf(low, lowUnit ?? unit)];
  return ends.some(Number.isNaN) ? undefined : { hours: Math.max(...ends), end: position + whole.length };
}

function endOfMatch(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return position + (pattern.exec(text)?.[0].length ?? 0);
}

/** Not a number for a single capital letter: `(3D)` and `2M` are no efforts. */
function hoursOf(number: string, unit: string): number {
  const word = unit.replace(/^.*[\s-]/su, '');
  const perUnit = /^[A-Z]$/.test(word) ? NaN : hoursIn(word.toLowerCase());
  return countOf(number.toLowerCase()) * perUnit;
}

function hoursIn(unit: string): number {
  if (unit.startsWith('mo')) return DAYS_PER_MONTH * HOURS_PER_DAY;
  if (unit.startsWith('m')) return 1 / 60;
  if (unit.startsWith('h')) return 1;
  return unit.startsWith('d') ? HOURS_PER_DAY : DAYS_PER_WEEK * HOURS_PER_DAY;
}

function countOf(number: string): number {
  if (number.startsWith('half')) return 0.5;
  if (/^an?$/.test(number)) return 1;
  const word = NUMBER_WORDS.indexOf(number);
  return word < 0 ? Number(number.replace(',', '.')) : word + 1;
}

/** A day as a document writes it, in the form of another day that is there. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)}|t)?`).join('|')})(\\.?)`;
const ENDING = '(?:st|nd|rd|th)';

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DAY_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const NUMERIC = /(?<![\d/.-])\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/.-])/g;
const DAY_MONTH = new RegExp(`^(\\d{1,2})(${ENDING}?)(\\.?)([ -])${MONTH}(,?[ -])(\\d{4})$`, 'i');
const MONTH_DAY = new RegExp(`^${MONTH}([ ])(\\d{1,2})(${ENDING}?)(,?[ ])(\\d{4})$`, 'i');

/** Any of them, to be looked for in a text. */
export const WRITTEN_DATE = `(?:\\d{4}(?<apart>[-/.])\\d{1,2}\\k<apart>\\d{1,2}|\\d{1,2}(?<between>[-/.])\\d{1,2}\\k<between>(?:\\d{4}|\\d{2})|\\d{1,2}${ENDING}?\\.?[ -]${MONTH},?[ -]\\d{4}|${MONTH} \\d{1,2}${ENDING}?,? \\d{4})(?!\\d)`;

/** The day (`2026-11-21`) as that date is written; as it is where nobody can tell how that one is to be read. Other dates around it may tell whether the day or the month comes first. */
export function likeDate(written: string, day: string, around: () => string = () => ''): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const text = written.trim();
  return numeric(text, year, month, date, around) ?? inWords(text, year, Number(month), Number(date)) ?? day;
}

/** A day that sorts as text; nothing where a date can be read in two ways. */
export function sortableDay(written: string): string | undefined {
  const iso = ISO.exec(written.trim());
  if (iso) return `${iso[1] ?? ''}-${two(Number(iso[3]))}-${two(Number(iso[4]))}`;
  const last = DAY_LAST.exec(written.trim());
  const order = last && orderOf(last);
  if (!last || order === undefined) return wordsToDay(written.trim());
  const [day, month] = order === 'day first' ? [last[1], last[3]] : [last[3], last[1]];
  return `${(last[4] ?? '').padStart(4, '20')}-${two(Number(month))}-${two(Number(day))}`;
}

function numeric(text: string, year: string, month: string, date: string, around: () => string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return [year, ...sized([month, date], iso[3], iso[4])].join(iso[2]);
  const last = DAY_LAST.exec(text);
  const order = last && (orderOf(last) ?? orderIn(around()));
  if (!last || order === undefined) return undefined;
  return [...sized(order === 'day first' ? [date, month] : [month, date], last[1], last[3]), last[4]?.length === 2 ? year.slice(2) : year].join(last[2]);
}

/** Dots part the day from the month; with other signs only a number above 12 tells. */
function orderOf(match: RegExpExecArray | null): 'day first' | 'month first' | undefined {
  if (match === null) return undefined;
  if (match[2] === '.' || Number(match[1]) > 12) return 'day first';
  return Number(match[3]) > 12 ? 'month first' : undefined;
}

/** What the dates of a text show that can be read in one way only, if they agree. */
function orderIn(text: string): 'day first' | 'month first' | undefined {
  const orders = new Set(Array.from(text.matchAll(NUMERIC)).flatMap(([date]) => orderOf(DAY_LAST.exec(date)) ?? []));
  return orders.size === 1 ? Array.from(orders)[0] : undefined;
}

function inWords(text: string, year: string, month: number, date: number): string | undefined {
  const before = DAY_MONTH.exec(text);
  if (before) {
    const [, , ending = '', dot = '', gap = '', name = '', stop = '', comma = ''] = before;
    return `${date}${ending === '' ? '' : endingOf(date)}${dot}${gap}${monthLike(name, stop, month)}${comma}${year}`;
  }
  const behind = MONTH_DAY.exec(text);
  if (!behind) return undefined;
  const [, name = '', stop = '', gap = '', , ending = '', comma = ''] = behind;
  return `${monthLike(name, stop, month)}${gap}${date}${ending === '' ? '' : endingOf(date)}${comma}${year}`;
}

function wordsToDay(text: string): string | undefined {
  const before = DAY_MONTH.exec(text);
  const behind = MONTH_DAY.exec(text);
  const [day, name, year] = before ? [before[1], before[5], before[8]] : behind ? [behind[4], behind[1], behind[7]] : [];
  const month = MONTHS.findIndex((each) => each.slice(0, 3).toLowerCase() === (name ?? '').slice(0, 3).toLowerCase());
  return day === undefined || year === undefined || month < 0 ? undefined : `${year}-${two(month + 1)}-${two(Number(day))}`;
}

/** "Mar", "Mar.", "March", "MARCH". */
function monthLike(name: string, stop: string, month: number): string {
  const whole = MONTHS[month - 1] ?? '';
  const isShort = name.length <= 4 && name.toLowerCase() !== 'may' && name.toLowerCase() !== 'june' && name.toLowerCase() !== 'july';
  const written = isShort ? whole.slice(0, 3) : whole;
  const cased = name === name.toUpperCase() ? written.toUpperCase() : name === name.toLowerCase() ? written.toLowerCase() : written;
  return cased + (isShort ? stop : '');
}

function endingOf(date: number): string {
  if (date >= 11 && date <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][date % 10] ?? 'th';
}

/** With leading zeros, unless a number of the other date goes without. */
function sized(numbers: readonly string[], ...models: readonly (string | undefined)[]): readonly string[] {
  return models.some((model) => model?.length === 1) ? numbers.map((number) => String(Number(number))) : numbers;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

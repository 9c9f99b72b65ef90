const LONGEST = 300;
const YEAR_FIRST = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|');
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}`;
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]{1,3}(?:of\\s)?${MONTH}[\\s,.-]{1,3}(\\d{4})`, 'i');
const MONTH_DAY = new RegExp(`(?<![a-z])${MONTH}\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})`, 'i');
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d{1,3}(?!\d))/;

/** Whether a text tells a day that there is: `impossible` names one that no calendar has, `none` tells nothing of a day or a year. Dates in other scripts and calendars are taken as they are. */
export function judgeDate(text: string): 'date' | 'impossible' | 'none' {
  const written = text.slice(0, LONGEST);
  const days = daysIn(written);
  if (days.length > 0) return days.some(([year, month, day]) => isDay(year, month, day)) ? 'date' : 'impossible';
  if (YEAR.test(written) || YEAR_LAST.test(written)) return 'date';
  return /\p{N}/u.test(written) && /[^\p{ASCII}]/u.test(written) ? 'date' : 'none';
}

/** The first date of a text in each reading that it may have: whether the day or the month comes first, nobody can tell. */
function daysIn(text: string): readonly (readonly [number, number, number])[] {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return [[Number(year), Number(month), Number(day)]];
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (last !== undefined) {
    const century = last.length === 2 ? 2000 : 0;
    return [
      [century + Number(last), Number(second), Number(first)],
      [century + Number(last), Number(first), Number(second)],
      ...(last.length === 2 ? [[century + Number(first), Number(second), Number(last)] as const] : []),
    ];
  }
  const [, dayBefore, monthAfter, itsYear] = DAY_MONTH.exec(text) ?? [];
  if (dayBefore !== undefined) return [[Number(itsYear), monthNamed(monthAfter), Number(dayBefore)]];
  const [, monthBefore, dayAfter, yearAfter] = MONTH_DAY.exec(text) ?? [];
  return monthBefore === undefined ? [] : [[Number(yearAfter), monthNamed(monthBefore), Number(dayAfter)]];
}

function monthNamed(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

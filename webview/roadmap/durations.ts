/** Hours in words, and the marks of an axis: pure. A day has 8 hours, a week 5 days, as efforts are read. */
const DAY = 8;
const WEEK = 5 * DAY;
const MONTH = 4 * WEEK;

/** "2 weeks 1 day 4 hours", and "11 hours" for a task or two: exact, so that sums can be checked. */
export function durationText(hours: number): string {
  const rounded = Math.round(hours * 100) / 100;
  if (rounded < 2 * DAY && rounded % DAY !== 0) return amount(rounded, 'hour');
  const weeks = Math.floor(rounded / WEEK);
  const days = Math.floor((rounded - weeks * WEEK) / DAY);
  const rest = Math.round((rounded - weeks * WEEK - days * DAY) * 100) / 100;
  const parts = [amount(weeks, 'week'), amount(days, 'day'), amount(rest, 'hour')].filter((part) => part !== '');
  return parts.join(' ') || 'no time';
}

function amount(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export interface Axis {
  readonly unit: 'Hour' | 'Day' | 'Week' | 'Month';
  /** The hours from one mark to the next. */
  readonly every: number;
  readonly marks: readonly Mark[];
}

/** Where the hour, day, week or month of this number begins. */
export interface Mark {
  readonly at: number;
  readonly number: number;
}

const UNITS = [
  { unit: 'Hour', hours: 1, upTo: 2 * DAY, steps: [1, 2, 4, 8] },
  { unit: 'Day', hours: DAY, upTo: 3 * WEEK, steps: [1, 5] },
  { unit: 'Week', hours: WEEK, upTo: 60 * WEEK, steps: [1, 2, 4, 8, 12] },
  { unit: 'Month', hours: MONTH, upTo: Infinity, steps: [1, 2, 3, 6, 12, 24, 60, 120, 600] },
] as const;

/** No more marks than there is room for. */
export function axisOf(total: number, most: number): Axis {
  const { unit, hours, steps } = UNITS.find(({ upTo }) => total <= upTo) ?? UNITS[3];
  const step = steps.find((each) => total / (each * hours) <= most) ?? Math.ceil(total / hours / most);
  const every = step * hours;
  const marks = Array.from({ length: Math.max(1, Math.ceil(total / every - 1e-6)) }, (_, index) => ({ at: index * every, number: index * step + 1 }));
  return { unit, every, marks };
}

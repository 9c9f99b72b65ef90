import { plainTitle } from '../../plan/titles.ts';
import { remembered } from '../../text/remembered.ts';
import { isOpen } from '../forms/open-text.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { readQuantity, type Quantity } from './quantity.ts';
import type { Target } from './targets.ts';
import { inBaseUnit } from './units.ts';

/** One figure of a target, so that it can be held against others. */
export interface Figure {
  readonly target: Target;
  /** Where it is written. */
  readonly value: Value;
  /** The words of its name, in lower case and without those that the fields below hold. */
  readonly metric: string;
  /** 95 for `p95`, 50 for the median. */
  readonly percentile: number | undefined;
  readonly bound: Bound | undefined;
  /** Words beside the figure that say when it holds: `average`, `at the peak`. */
  readonly condition: string;
  readonly comparison: Quantity['comparison'];
  readonly amount: number;
  readonly unit: string;
}

export type Bound = 'minimum' | 'target' | 'maximum';

const LONGEST_TARGET = 500;
const PERCENTILE = /(?<![\p{L}\p{N}])p(?:(\d{2}\.\d{1,3})|(\d{2})(\d{0,2}))(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.])(\d{2}(?:\.\d{1,3})?)(?:st|nd|rd|th)[ -]?(?:percentiles?|%ile|pct)|(?<!\p{L})(median)(?!\p{L})/iu;
const BOUND = /(?<!\p{L})(?:(min(?:imum)?)|(max(?:imum)?)|(target(?:ed)?))(?!\p{L})/iu;
const PART_END = /,(?!\d{3}(?!\d))|;|\s\/\s|\((?=p\d{2}[^()]{0,30}\d)/g;
/** What stands beside figures and tells nothing of when they hold. */
const NO_CONDITION = new RegExp(
  `^(?:${[
    'less|than|under|below|at|most|least|up|to|over|above|more|fewer|lower|higher|greater|within|no|not|or|equal|exactly|approx|approximately|about|around|of|the|for|a|an|in|is|be|must|should|and|per|percentile|percentiles|percent',
    '[nuµμm]?s|m?secs?|seconds?|milliseconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|[kmgtp]i?b|bytes?|[kmg]?bps|[rqt]ps|rpm|reqs?|requests?|quer(?:y|ies)|transactions?|txs?|k|million|thousand|users?|events?|messages?|msgs?|cores?',
  ].join('|')})$`,
  'iu',
);

/** The figures of a target, one for each part that has one; none where it is still to be written. */
export function figuresOf(target: Target): readonly Figure[] {
  const { name, target: whole } = target;
  if (whole === undefined || whole.text.length > LONGEST_TARGET || isOpen(whole.text) || isOpen(name.text)) return [];
  const written = figuresIn(whole.text);
  if (written.length === 0) return [];
  const named = nameOf(target);
  return written.map(({ part: { text, range }, percentile, bound, condition, comparison, amount, unit }) => ({
    target,
    value: { text, range: { start: whole.range.start + range.start, end: whole.range.start + range.end } },
    metric: named.metric,
    percentile: percentile ?? named.percentile,
    bound: bound ?? named.bound,
    condition,
    comparison,
    amount,
    unit,
  }));
}

/** What a text says by itself; places count from its start. */
const figuresIn = remembered((text: string): readonly (Omit<Figure, 'target' | 'value' | 'metric'> & { readonly part: Value })[] =>
  partsOf({ text, range: { start: 0, end: text.length } }).flatMap((part) => {
    const quantity = readQuantity(part.text);
    if (quantity === undefined) return [];
    const { percentile, bound, rest } = qualified(part.text);
    const condition = wordsOf(rest.replace(/\d[\d.,]*/g, ' '))
      .filter((word) => /\p{L}/u.test(word) && !NO_CONDITION.test(word))
      .sort()
      .join(' ');
    return [{ part, percentile, bound, condition, comparison: quantity.comparison, ...inBaseUnit(quantity) }];
  }),
);

/** In YAML the last key may only say which figure of the metric above it this is. */
function nameOf({ name, path, source }: Target): Pick<Figure, 'metric' | 'percentile' | 'bound'> {
  const own = ownName(name.text);
  const above = source === 'yaml' && own.metric === '' ? path.at(-2) : undefined;
  return above === undefined ? own : { ...own, metric: wordsOf(above).join(' ') };
}

const ownName = remembered((name: string): Pick<Figure, 'metric' | 'percentile' | 'bound'> => {
  const { percentile, bound, rest } = qualified(plainTitle(name));
  return { percentile, bound, metric: wordsOf(rest).join(' ') };
});

/** What a text says of percentile and bound, and the rest of it. */
function qualified(text: string): { readonly percentile: number | undefined; readonly bound: Bound | undefined; readonly rest: string } {
  const [, decimal, two, more, ordinal, median] = PERCENTILE.exec(text) ?? [];
  const digits = decimal ?? ordinal ?? (two === undefined ? undefined : `${two}.${more ?? ''}`);
  const percentile = median === undefined ? digits && Number(digits) : 50;
  const [, minimum, maximum, wanted] = BOUND.exec(text) ?? [];
  const bound = minimum ? 'minimum' : maximum ? 'maximum' : wanted ? 'target' : undefined;
  return { percentile: percentile || undefined, bound, rest: text.replace(PERCENTILE, ' ').replace(BOUND, ' ') };
}

function partsOf(whole: Value): readonly Value[] {
  const ends = [...Array.from(whole.text.matchAll(PART_END), ({ index }) => index), whole.text.length];
  return ends.map((end, index) => trimmed(partOf(whole, index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end))).filter(({ text }) => text !== '');
}

/** Without the signs that part it from others. */
function trimmed(part: Value): Value {
  const start = /^[\s/(]*/.exec(part.text)?.[0].length ?? 0;
  const isOpened = part.text.includes('(', start);
  return partOf(part, start, part.text.length - (!isOpened && part.text.endsWith(')') ? 1 : 0));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

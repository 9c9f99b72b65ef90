import { plainTitle, titleKey } from '../../plan/titles.ts';
import { isHalf, isMost, Tally } from './census.ts';
import type { PlaceholderFor } from './body.ts';
import { COUNTER } from '../placeholders.ts';

/** A title such as `Risk 2: Storm`, taken apart. */
export interface SeriesTitle {
  readonly lead: string;
  readonly leadKey: string;
  readonly number: number;
  readonly separator: string;
  readonly rest: string;
}

const NUMBERING = /^[^\p{L}\p{N}]*\d{1,3}(?:\.\d{1,3})*[.):]?\s+/u;
const SEPARATOR = /^\s*[\])]?\s*[:.–—-]*\s*/;

export function seriesTitle(title: string): SeriesTitle | undefined {
  const plain = plainTitle(title).replace(NUMBERING, '');
  const digits = /\d+/.exec(plain);
  if (digits === null || digits[0].length > 4) return undefined;
  const lead = plain.slice(0, digits.index);
  const leadKey = titleKey(lead);
  const after = plain.slice(digits.index + digits[0].length);
  const separator = SEPARATOR.exec(after)?.[0] ?? '';
  const rest = after.slice(separator.length);
  const isInsideWord = (separator === '' && rest !== '') || /^[.–—-]\d/.test(after);
  if (isInsideWord || !/\p{L}/u.test(leadKey) || /[{}]/.test(plain)) return undefined;
  return { lead, leadKey, number: Number(digits[0]), separator, rest };
}

/**
 * The words before the number under which these lists have a series; one list alone shows that there is more than one.
 * Where most titles with these words are the same in many documents, number and all, they are sections of their own.
 */
export function seriesLeads(lists: readonly (readonly (SeriesTitle & { readonly isOwn: boolean })[])[]): ReadonlySet<string> {
  const [titles, own, having] = [new Tally(), new Tally(), new Tally()];
  const series = new Set<string>();
  for (const list of lists) {
    const numbers = new Map<string, number>();
    for (const { leadKey, number, rest, isOwn } of list) {
      titles.add(leadKey);
      if (isOwn && rest !== '') own.add(leadKey);
      const first = numbers.get(leadKey);
      if (first === undefined) having.add(leadKey);
      else if (first !== number) series.add(leadKey);
      numbers.set(leadKey, first ?? number);
    }
  }
  return new Set(Array.from(series).filter((lead) => (having.countOf(lead) > 1 || lists.length === 1) && !isMost(own.countOf(lead), titles.countOf(lead))));
}

/** The one title that stands for the series: `Risk {{n}}: {{risk}}`. */
export function titleOfSeries(titles: readonly SeriesTitle[], placeholderFor: PlaceholderFor): string {
  const leads = new Tally();
  const named = titles.filter(({ rest }) => rest !== '');
  const areNamed = isHalf(named.length, titles.length);
  const separators = new Tally();
  for (const { lead, rest, separator } of titles) {
    leads.add(lead);
    if ((rest !== '') === areNamed) separators.add(separator);
  }
  const lead = leads.most;
  return `${lead}{{${COUNTER}}}${separators.most}${areNamed ? restOfSeries(named, placeholderFor(lead)) : ''}`.trim();
}

function restOfSeries(named: readonly SeriesTitle[], placeholder: string): string {
  const first = named[0]?.rest ?? '';
  return named.length > 1 && named.every(({ rest }) => titleKey(rest) === titleKey(first)) ? first : placeholder;
}

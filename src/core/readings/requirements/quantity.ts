import { remembered } from '../../text/remembered.ts';

/** The first quantity of a text, such as `< 200 ms`. */
export interface Quantity {
  readonly amount: number;
  /** In lower case and without spaces, `per` as a slash: `ms`, `%`, `req/sec`; empty for a bare number. */
  readonly unit: string;
  readonly comparison: '<' | '<=' | '>' | '>=' | '=' | undefined;
}

const LONGEST_QUANTITY = 400;
/** A comma before exactly three digits parts thousands, any other is a decimal one; a full stop is decimal unless there are several. */
const AMOUNT = /[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?|[1-9]\d{0,2}(?:\.\d{3}){2,}|\d{1,15}(?:[.,]\d{1,15})?/;
/** Not the digits of a name (`p95`, `AES-256`), a date, a time, a version or `24/7`. */
const NUMBER = new RegExp(String.raw`(?:(?<![\p{L}\p{N}][-.,_/:]?|[.#§])([-−]?)|(?<=\bsub-))([$€£]?)(${AMOUNT.source})(?!\d|[.,:/]\d|-\d+-\d)`, 'giu');
const RANGE_END = /^\s?(?:[-–—]|to\b|\.\.)\s?\d[\d.,]{0,20}/;
const SCALE = /^(?:([kK]|\s?thousand)|(M|\s?million)|\s?billion)(?![\p{L}\p{N}/])/u;
const UNIT = /^(\s{0,2})(?!per\s)([%‰€$£]|\p{L}{0,20})(?:(?:\s?\/\s?|\s+per\s+)(\p{L}{1,20}))?(?![\p{L}\p{N}])/u;
const KNOWN_UNIT =
  /^(?:[%‰€$£]|percent|[nuµμm]?s|m|m?secs?|minutes?|mins?|h|hrs?|hours?|d|days?|weeks?|months?|years?|milliseconds?|(?:micro|nano)?seconds?|[kmgtp]?i?b|bytes?|bits?|[kmgt]?bps|rps|qps|tps|rpm|i?ops|[kmg]?hz|v?cpus?|cores?|x|eur|usd)$/i;
const NO_UNIT = /^(?:across|plus|less|minus|is|as|was|has|always|versus|vs|this|thus|its)$/;

const BEFORE: readonly (readonly [Quantity['comparison'], RegExp])[] = [
  ['<=', /(?:<=|=<|≤|&lt;=|&le;|\b(?:no more than|not more than|less than or equal to|at most|up to|within|max(?:imum)?(?: of)?))$/i],
  ['>=', /(?:>=|≥|&gt;=|&ge;|\b(?:no less than|not less than|no fewer than|greater than or equal to|at least|min(?:imum)?(?: of)?))$/i],
  ['<', /(?:<|&lt;|\b(?:under|below|less than|fewer than|lower than|sub-))$/i],
  ['>', /(?:(?<![-=])>|&gt;|\b(?:over|above|more than|greater than|higher than))$/i],
  ['=', /(?:=|\bexactly)$/i],
];
const AFTER: readonly (readonly [Quantity['comparison'], RegExp])[] = [
  ['>=', /^(?:\+|\s(?:or (?:more|higher|better|greater|above)|min(?:imum)?)(?!\p{L}))/iu],
  ['<=', /^\s(?:or (?:less|fewer|lower|below|faster)|max(?:imum)?)(?!\p{L})/iu],
];

export const readQuantity = remembered((text: string): Quantity | undefined => {
  if (!/\d/.test(text)) return undefined;
  const searched = text.slice(0, LONGEST_QUANTITY);
  for (const match of searched.matchAll(NUMBER)) {
    const [whole, sign, currency = '', digits = ''] = match;
    const before = searched.slice(Math.max(0, match.index - 40), match.index);
    const compared = comparisonIn(BEFORE, before.replace(/[\s*_`~≈\\]+$/, ''));
    const { factor, open, after } = scaleIn(searched.slice(match.index + whole.length).replace(RANGE_END, ''));
    const unit = unitIn(after);
    if (unit === undefined) continue;
    // "PostgreSQL 16" and "TLS 1.3" name a version, "100,000" does not.
    const isName = /[\p{L}\p{N}][)"'*_`]*\s+[*_`]*$/u.test(before) && !/\d[,\s'’]\d{3}/.test(digits);
    if (isName && compared === undefined && unit.name === '' && currency === '' && factor === 1) continue;
    const comparison = compared ?? (open ? '>=' : comparisonIn(AFTER, after.slice(unit.length)));
    return { amount: (sign ? -1 : 1) * factor * numberIn(digits), unit: currency + unit.name, comparison };
  }
  return undefined;
});

function comparisonIn(words: typeof BEFORE, text: string): Quantity['comparison'] {
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}

function scaleIn(text: string): { readonly factor: number; readonly open: boolean; readonly after: string } {
  const [scale = '', thousand, million] = SCALE.exec(text) ?? [];
  const factor = scale === '' ? 1 : thousand ? 1e3 : million ? 1e6 : 1e9;
  const rest = text.slice(scale.length);
  return { factor, open: rest.startsWith('+'), after: rest.replace(/^\+/, '') };
}

/** A unit as it is written; nothing where the digits only begin a word such as `95th` or `2FA`. */
function unitIn(text: string): { readonly name: string; readonly length: number } | undefined {
  const [whole = '', space = '', word = '', per] = UNIT.exec(text) ?? [];
  if (per !== undefined && word !== 'and') return { name: `${word}/${per}`.toLowerCase(), length: whole.length };
  const isPlural = /^\p{Ll}{2,}s$/u.test(word) && !NO_UNIT.test(word);
  if (KNOWN_UNIT.test(word) || (space !== '' && isPlural)) return { name: word.toLowerCase(), length: space.length + word.length };
  return space === '' && /^\p{L}/u.test(text) ? undefined : { name: '', length: 0 };
}

function numberIn(digits: string): number {
  const bare = digits.replace(/[ \u00a0\u202f'’]/g, '');
  const whole = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.|$)/.test(bare) ? bare.replaceAll(',', '') : /\..*\./.test(bare) ? bare.replaceAll('.', '') : bare;
  return Number(whole.replace(',', '.'));
}

import { bareName } from '../forms/bare-names.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

const FIGURE = /\d{1,6}(?:[.,]\d{1,6})?[ \t]{0,2}(?:[%％]|percent\b)/gi;
/** What makes of a figure one end of a range, or a number below zero. */
const BEFORE_OTHER = /(?:[\d.,]|\d[ \t]{0,2}[%％]?[ \t]{0,2}(?:[-–—/]|to|or)[ \t]{0,2}|(?:^|[\s(:])[-−])$/i;
const AFTER_OTHER = /^[ \t]{0,2}(?:[-–—/]|to|or)[ \t]{0,2}\d/i;
const LEADING_FIGURE = /^(?:\*{1,3}|_{1,3})?((?:[~≈][ \t]{0,2})?(?:\d{1,6}(?:[.,]\d{1,6})?|\[[^[\]\r\n]{1,60}\]|\{\{[^{}\r\n]{1,100}\}\}|N)[ \t]{0,2}[%％])(?![ \t]{0,2}(?:[-–—/]|to|or)[ \t]{0,2}\d)/d;

const LONGEST_TEXT = 500;

/** The percentage of a text such as "85%" or "High (85 %)": nothing where there is none from 0 to 100, or more than one. */
export function readConfidence(text: string): number | undefined {
  const within = text.slice(0, LONGEST_TEXT);
  const found = Array.from(within.matchAll(FIGURE));
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const { 0: whole, index } = only;
  if (BEFORE_OTHER.test(within.slice(0, index)) || AFTER_OTHER.test(within.slice(index + whole.length))) return undefined;
  // A comma before three digits may as well part thousands.
  if (/,\d{3}\D/.test(whole)) return undefined;
  const figure = Number(/^[\d.,]+/.exec(whole)?.[0].replace(',', '.'));
  return figure >= 0 && figure <= 100 ? figure : undefined;
}

/** `85%` of "85% – measured in a spike"; the whole text where it does not begin with a figure. */
export function figureOf(text: Value): Value {
  const place = LEADING_FIGURE.exec(text.text.slice(0, LONGEST_TEXT))?.indices?.[1];
  return place ? partOf(text, place[0], place[1]) : bareName(text).name;
}

import { blockAround } from '../../plan/blocks.ts';
import { foundIn } from '../../plan/memory.ts';
import type { Plan } from '../../plan/plan.ts';
import { tablesIn, type PipeRow } from '../../plan/tables.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';

/** A day on which something is to be looked at again. */
export interface ReviewDate {
  readonly place: Value;
  /** The same day as `2026-03-01`. */
  readonly day: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?:${MONTHS.join('|')})[a-z]{0,6}\\.?`;
/** `2026-03-01`, `1 March 2026`, `March 1st, 2026`. */
const DATE = new RegExp(`(?<![\\d-])(?:(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?![\\d-])|(\\d{1,2})(?:st|nd|rd|th)?[ ](${MONTH})[ ,]{1,2}(\\d{4})(?!\\d)|(?<![\\p{L}])(${MONTH})[ ](\\d{1,2})(?:st|nd|rd|th)?,?[ ](\\d{4})(?!\\d))`, 'giu');

const TASKS = 'review|re-?visit|re-?assess|re-?evaluat(?:e|ion)|reconsider|follow[ _-]?up|look at (?:this|it) again';
const BY = '(?:by|before|until|till|due|no later than|not later than)';
const LEAD = '[\\s*_"\'`(]{0,6}';
/** `Next review by:`, `**Follow-up**:`, `review_by =`, with the day right behind, or behind "by". */
const IN_FIELD = new RegExp(
  `(?:^|[|;·•(]|[-*+>]\\s)${LEAD}(?:(?:next|planned|scheduled)[ _-]?)?(?:${TASKS})(?:ment)?(?:[ _-](?:by|date|on|due|at|before|until|deadline)){0,2}[*_"'\`]{0,3}\\s{0,3}[:=|](?:${LEAD}(?:on |${BY} )?|[^.!?]{0,120}\\W${BY}[\\s*_:=(]{1,6})$`,
  'i',
);
/** `Review this by`, `We will revisit it no later than`, `is to be reviewed before`, `next review on`. */
const IN_SENTENCE = new RegExp(
  `(?:(?:^|[.;:!?–—(]\\s|[-*+>]\\s|\\]\\s|\\d[.)]\\s)[\\s*_]{0,4}(?:${TASKS})|\\b(?:to|will|must|should|shall|please|next|due for|needs? an?|be) (?:be )?(?:${TASKS}|reviewed|re-?visited|re-?assessed|re-?evaluated|reconsidered|followed up|looked at again))` +
    `(?:(?: [^\\s.!?]{1,30}){0,8} ${BY}|(?: (?:this|it|that|the|again|decision|adr|record|plan|choice)){0,4} (?:on|in|at))[\\s*_(]{1,4}$`,
  'i',
);
const REVIEW_COLUMN = /^(?:next )?(?:review|revisit|follow up)(?: (?:by|date|on|due))*$/;
const IS_DONE = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[xX]\]\s|~~|\b(?:done|completed|closed)\b/i;

const FARTHEST = 240;

/** The days on which a document means to look at something again: fields, cells, front matter, sentences such as "Review by 2026-03-01". What is ticked or struck through is done. */
export function readReviewDates(plan: Plan): readonly ReviewDate[] {
  return foundIn(plan, datesIn);
}

function datesIn(plan: Plan, piece: Range): readonly ReviewDate[] {
  const text = plan.text.slice(piece.start, piece.end);
  if (!/review|visit|assess|evaluat|reconsider|follow|look at/i.test(text)) return [];
  return Array.from(text.matchAll(DATE)).flatMap((match) => {
    const start = piece.start + match.index;
    const day = dayOf(match);
    const block = blockAround(plan, start);
    if (day === undefined || (block !== undefined && block !== plan.outline.frontMatter?.range)) return [];
    const place = { text: match[0], range: { start, end: start + match[0].length } };
    return isReview(plan, piece, place.range) ? [{ place, day }] : [];
  });
}

function isReview(plan: Plan, piece: Range, { start, end }: Range): boolean {
  const above = plan.text.slice(Math.max(piece.start, start - FARTHEST), start);
  const before = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  const behind = /^[^\r\n]{0,100}/.exec(plan.text.slice(end, end + 100))?.[0] ?? '';
  if (IS_DONE.test(before) || /^[^.;|]*(?:~~|\b(?:done|completed|closed)\b)/i.test(behind)) return false;
  return IN_FIELD.test(before) || IN_SENTENCE.test(before) || isInReviewColumn(plan, piece, start);
}

/** A table may name what the days in a column are for. */
function isInReviewColumn(plan: Plan, piece: Range, offset: number): boolean {
  const table = tablesIn(plan, piece).find(({ range }) => range.start <= offset && offset < range.end);
  const row = table?.rows.find(({ range }) => range.start <= offset && offset < range.end);
  if (table === undefined || row === undefined) return false;
  const index = row.cells.findIndex(({ range }) => range.start <= offset && offset < range.end);
  return REVIEW_COLUMN.test(keyOf(plan, table.head, index)) && !row.cells.some(({ content }) => /^(?:✅|done|closed|completed)/iu.test(sliceOf(plan.text, content)));
}

function keyOf(plan: Plan, { cells }: PipeRow, index: number): string {
  const cell = cells[index];
  return cell === undefined ? '' : titleKey(sliceOf(plan.text, cell.content));
}

function dayOf([, year, month, day, dayFirst, monthSecond, yearLast, monthFirst, daySecond, yearBehind]: RegExpMatchArray): string | undefined {
  if (year !== undefined) return `${year}-${month ?? ''}-${day ?? ''}`;
  const named = (monthSecond ?? monthFirst ?? '').slice(0, 3).toLowerCase();
  const number = Number(dayFirst ?? daySecond);
  if (!MONTHS.includes(named) || number < 1 || number > 31) return undefined;
  return `${yearLast ?? yearBehind ?? ''}-${String(MONTHS.indexOf(named) + 1).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

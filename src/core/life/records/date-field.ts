import { frontMatterLines, headLines } from '../../plan/head-lines.ts';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { StatusName } from '../../readings/records/status-words.ts';
import { headFields } from '../../readings/records/head-fields.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import type { TextEdit } from '../../text/edits.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { likeDate, WRITTEN_DATE } from './date-styles.ts';

/** Names of the day on which a record was decided, and of that on which it last changed. */
const DECIDED: readonly string[] = ['date', 'decision date', 'date of decision', 'decided', 'decided on', 'date decided', 'status date'];
const CHANGED: readonly string[] = ['updated', 'updated on', 'updated at', 'last updated', 'last update', 'last modified', 'status date', 'last reviewed status'];
const NAMED: Partial<Record<StatusName, readonly string[]>> = {
  accepted: ['accepted', 'accepted on', 'date accepted', 'accepted date', 'approved on', 'date approved', 'approval date'],
  rejected: ['rejected', 'rejected on', 'date rejected'],
  deprecated: ['deprecated', 'deprecated on', 'date deprecated'],
  superseded: ['superseded on', 'date superseded'],
};
const DATE = new RegExp(`(?<!\\d)(?<day>${WRITTEN_DATE})`, 'diu');
/** `{YYYY-MM-DD when the decision was last updated}`, `YYYY-MM-DD`. */
const FORM = /^["']?[{[<]?\s*(?:YYYY|DD|MM)[-/.](?:MM|DD|YYYY)[-/.](?:YYYY|DD|MM)\b/i;
const LONGEST_VALUE = 300;

/** Sets the day of a record where a field keeps it: of its decision when it is decided, of its last change in every case. */
export function renewDate(plan: Plan, read: ReadMarkdown, name: StatusName, day: string, dates: () => string): readonly TextEdit[] {
  const fields = headFields(plan, read);
  const isDecided = name === 'accepted' || name === 'rejected';
  // In front matter it is by its custom the day of the last change.
  const isMeant = (key: string, form: string): boolean => (DECIDED.includes(key) && (isDecided || form === 'front matter')) || CHANGED.includes(key) || (NAMED[name]?.includes(key) ?? false);
  const edits = fields.filter(({ key, form }) => isMeant(key, form)).flatMap(({ whole }) => renewed(sliceOf(plan.text, whole.range), whole.range, day, dates));
  const written = new Set(edits.map(({ range }) => range.start));
  const empty = [...frontMatterLines(plan), ...headLines(plan, headOf(plan))]
    .filter(({ key, value, isYaml }) => value.end === value.start && isMeant(key, isYaml ? 'front matter' : 'label') && !fields.some((field) => field.key === key))
    .map((line): TextEdit => emptyField(plan.text, line.name.end, line.value.start, day));
  return [...edits, ...empty.filter(({ range }) => !written.has(range.start))];
}

function renewed(said: string, range: Range, day: string, dates: () => string): readonly TextEdit[] {
  const bounded = said.slice(0, LONGEST_VALUE);
  const match = DATE.exec(bounded);
  const [from, to] = match?.indices?.groups?.['day'] ?? [];
  if (match !== null && from !== undefined && to !== undefined) return [{ range: { start: range.start + from, end: range.start + to }, text: likeDate(bounded.slice(from, to), day, dates) }];
  return isOpen(bounded) || FORM.test(bounded) ? [{ range, text: day }] : [];
}

function emptyField(text: string, nameEnd: number, valueStart: number, day: string): TextEdit {
  const between = text.slice(nameEnd, valueStart);
  const offset = nameEnd + between.trimEnd().length;
  return { range: { start: offset, end: offset }, text: ` ${day}` };
}

/** Above the second section. */
function headOf({ outline: { frontMatter }, title, sections, text }: Plan): Range {
  const start = frontMatter?.range.end ?? 0;
  const end = sections[title ? sections.indexOf(title) + 1 : 0]?.heading.range.start ?? text.length;
  return { start, end: Math.max(start, Math.min(end, start + 20_000)) };
}

import type { Plan } from '../plan/plan.ts';
import { sectionAt } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';

/** `<!-- groundplan-ignore task-size: agreed with the team -->`, and the same with `-section` and `-file`. */
export interface Suppression {
  /** The comment. */
  readonly range: Range;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The part of the document in which the findings of these rules are left out. */
  readonly covers: Range;
}

/** More than a document has. */
const MOST = 2000;

const COMMENT = /<!--[ \t]*groundplan-ignore(-section|-file)?(?![\w-])([^\r\n]{0,500}?)-->/g;

export function readSuppressions(plan: Plan): readonly Suppression[] {
  const { text, outline } = plan;
  if (!text.includes('groundplan-ignore')) return [];
  const suppressions: Suppression[] = [];
  let fence = 0;
  for (const match of text.matchAll(COMMENT)) {
    const range = { start: match.index, end: match.index + match[0].length };
    while ((outline.fences[fence]?.range.end ?? Infinity) <= range.start) fence++;
    // What stands in a fence is an example.
    if ((outline.fences[fence]?.range.start ?? Infinity) < range.start) continue;
    const [names = '', ...reason] = (match[2] ?? '').split(':');
    suppressions.push({
      range,
      rules: names.split(/[\s,]+/).filter((name) => name !== ''),
      reason: reason.join(':').trim(),
      covers: coveredBy(plan, range, match[1]),
    });
    if (suppressions.length === MOST) break;
  }
  return suppressions;
}

function coveredBy(plan: Plan, { start, end }: Range, extent: string | undefined): Range {
  const whole = { start: 0, end: plan.text.length };
  if (extent === '-file') return whole;
  if (extent === '-section') return sectionAt(plan, start)?.range ?? whole;
  const line = lineAround(plan, start, end);
  const around = plan.text.slice(line.start, start) + plan.text.slice(end, line.end);
  // Alone on its line it speaks of the next one.
  return around.trim() === '' ? below(plan, line.end) : line;
}

function lineAround({ lines, text }: Plan, start: number, end: number): Range {
  const next = lines.lineAt(end) + 1;
  return { start: lines.startOf(lines.lineAt(start)), end: lines.startOf(next) > end ? lines.startOf(next) : text.length };
}

/** The next line that is not empty; a fence that begins there as a whole, as no comment can stand in it. */
function below(plan: Plan, from: number): Range {
  const rest = /\S/g;
  rest.lastIndex = from;
  const start = rest.exec(plan.text)?.index;
  if (start === undefined) return { start: plan.text.length, end: plan.text.length };
  const line = lineAround(plan, start, start);
  return plan.outline.fences.find(({ range }) => range.start >= line.start && range.start < line.end)?.range ?? line;
}

export function covers({ rules, covers }: Suppression, rule: string, { start }: Range): boolean {
  return rules.includes(rule) && covers.start <= start && (start < covers.end || covers.start === covers.end);
}

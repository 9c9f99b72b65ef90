import { forbiddenTechnologies, type Forbidden } from '../lint/forbidden-technologies.ts';
import { isProposed } from '../lint/proposals.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** Names that are words as well: they count only as they are written, and not where a sentence goes on behind them. */
const WORDS = /^(?:go|swift|rust|react|node|express|spring|flask|chef|puppet|salt|ruby|dart|helm|consul|vault|envoy|storm|spark|beam|elm|crystal|julia|make|shell|ray|celery|next|nest|ember|oracle|access|excel|word|teams|slack|linear|notion|temporal|airflow|basic|scratch|electron|tower|horizon)$/i;

export const noForbiddenTechnology = defineRule({
  id: 'no-forbidden-technology',
  summary: 'A plan proposes no technology that its constraints forbid.',
  severity: 'error',
  fixable: false,
  *check(subject) {
    const forbidden = forbiddenTechnologies(subject);
    if (forbidden.size === 0) return;
    const { plan } = subject;
    const seen = new Set<string>();
    let spared: readonly Range[] | undefined;
    for (const match of plan.text.matchAll(patternOf(forbidden))) {
      const technology = forbidden.get(match[0].toLowerCase().replace(/\s+/g, ' '));
      const range = { start: match.index, end: match.index + match[0].length };
      if (technology === undefined || (WORDS.test(technology.name) && !isName(plan.text, range, technology.name))) continue;
      const place = `${String(unitAt(subject, range.start))} ${technology.constraint.range.start.toString()} ${technology.name.toLowerCase()}`;
      if (seen.has(place)) continue;
      spared ??= sparedIn(subject);
      if (spared.some(({ start, end }) => start <= range.start && range.end <= end) || !isProposed(plan, range)) continue;
      seen.add(place);
      yield problemWith(technology, sliceOf(plan.text, range), range);
    }
  },
});

function problemWith({ constraint, path }: Forbidden, written: string, range: Range): Problem {
  const where = path === undefined ? `"${inWords(constraint.text.text)}"` : `the constraints in ${path}`;
  return {
    message: `"${inWords(written)}" is proposed here, but ${where} ${path === undefined ? 'forbids' : 'forbid'} it: choose another technology, or change the constraint.`,
    range,
    related: [{ message: 'The constraint', ...(path !== undefined && { path }), range: constraint.text.range }],
  };
}

function patternOf(forbidden: ReadonlyMap<string, Forbidden>): RegExp {
  const names = Array.from(forbidden.keys(), (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\t]+')).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}_.@#-])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}

function isName(text: string, { start, end }: Range, name: string): boolean {
  if (text.slice(start, end) !== name) return false;
  const beginsSentence = /(?:^|[.!?\r\n]\s*|[-*+]\s+|["“(]\s*)$/.test(text.slice(Math.max(0, start - 5), start));
  return !beginsSentence || !/^[ \t]+\p{Ll}/u.test(text.slice(end, end + 5));
}

/** A diagram, or a line: what is proposed there twice is said once. */
function unitAt({ plan }: Subject, offset: number): number {
  const fence = plan.outline.fences.find(({ range }) => range.start <= offset && offset < range.end);
  return plan.lines.lineAt(fence?.range.start ?? offset);
}

/** Where things are named without being proposed: the constraints, options that were weighed, what may go wrong, comments. */
function sparedIn({ plan, readings }: Subject): readonly Range[] {
  const { frontMatter, comments, fences } = plan.outline;
  const options = [...readings.options, ...readings.decisions.flatMap((decision) => decision.options)].map(({ range }) => range);
  const asides = readings.decisions.flatMap(({ problem, alternatives, tradeoffs, risk }) => [problem, alternatives, tradeoffs, risk].flatMap((value) => value?.range ?? []));
  const risks = readings.risks.flatMap(({ range, mitigation, contingency }) => without(range, [mitigation?.range, contingency?.range]));
  const removed = fences.filter(({ language }) => language === 'diff').flatMap(({ content }) => removedLines(plan.text, content));
  return [...(frontMatter ? [frontMatter.range] : []), ...comments, ...readings.places('constraints').map(({ range }) => range), ...options, ...asides, ...risks, ...removed];
}

function without(range: Range, holes: readonly (Range | undefined)[]): readonly Range[] {
  const inOrder = holes.filter((hole) => hole !== undefined).sort((a, b) => a.start - b.start);
  const starts = [range.start, ...inOrder.map(({ end }) => end)];
  return starts.map((start, index) => ({ start, end: inOrder[index]?.start ?? range.end }));
}

function removedLines(text: string, content: Range): readonly Range[] {
  return Array.from(sliceOf(text, content).matchAll(/^-.*$/gm), ({ 0: line, index }) => ({ start: content.start + index, end: content.start + index + line.length }));
}

import { forbiddenTechnologies, type Forbidden } from '../lint/forbidden-technologies.ts';
import { isProposed } from '../lint/proposals.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { firstFrom } from '../plan/blocks.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
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
    const constraints = subject.readings.places('constraints').map(({ range }) => range);
    const seen = new Set<string>();
    let spared: readonly Range[] | undefined;
    for (const range of foundIn(plan, finderOf(forbidden))) {
      const technology = forbidden.get(sliceOf(plan.text, range).toLowerCase().replace(/\s+/g, ' '));
      if (technology === undefined || (WORDS.test(technology.name) && !isName(plan.text, range, technology.name))) continue;
      // Most names stand where they are forbidden.
      if (constraints.some(({ start, end }) => start <= range.start && range.end <= end)) continue;
      spared ??= sparedIn(subject);
      if (spared.some(({ start, end }) => start <= range.start && range.end <= end)) continue;
      const place = `${String(unitAt(plan, range.start))} ${technology.constraint.range.start.toString()} ${technology.name.toLowerCase()}`;
      if (seen.has(place) || !isProposed(plan, range)) continue;
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

type Finder = (plan: Plan, piece: Range) => readonly Range[];
const MOST_FINDERS = 50;
const finders = new Map<string, Finder>();

/** What finds these names in a piece of the text. The same names have the same finder, by which it is remembered what it found. */
function finderOf(forbidden: ReadonlyMap<string, Forbidden>): Finder {
  const names = Array.from(forbidden.keys(), (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\t]+')).sort((a, b) => b.length - a.length).join('|');
  const known = finders.get(names);
  if (known !== undefined) return known;
  if (finders.size >= MOST_FINDERS) finders.clear();
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.@#-])(?:${names})(?![\\p{L}\\p{N}_])`, 'giu');
  const finder: Finder = ({ text }, { start, end }) => Array.from(text.slice(start, end).matchAll(pattern), ({ 0: name, index }) => ({ start: start + index, end: start + index + name.length }));
  finders.set(names, finder);
  return finder;
}

function isName(text: string, { start, end }: Range, name: string): boolean {
  if (text.slice(start, end) !== name) return false;
  const beginsSentence = /(?:^|[.!?\r\n]\s*|[-*+]\s+|["“(]\s*)$/.test(text.slice(Math.max(0, start - 5), start));
  return !beginsSentence || !/^[ \t]+\p{Ll}/u.test(text.slice(end, end + 5));
}

/** A diagram, or a line: what is proposed there twice is said once. */
function unitAt({ lines, outline }: Plan, offset: number): number {
  const fence = outline.fences[firstFrom(outline.fences.length, (index) => (outline.fences[index]?.range.start ?? Infinity) > offset) - 1]?.range;
  return lines.lineAt(fence !== undefined && offset < fence.end ? fence.start : offset);
}

/** Where else things are named without being proposed: options that were weighed, what may go wrong, comments. */
function sparedIn({ plan, readings }: Subject): readonly Range[] {
  const { frontMatter, comments, fences } = plan.outline;
  const options = [...readings.options, ...readings.decisions.flatMap((decision) => decision.options)].map(({ range }) => range);
  const asides = readings.decisions.flatMap(({ problem, alternatives, tradeoffs, risk }) => [problem, alternatives, tradeoffs, risk].flatMap((value) => value?.range ?? []));
  const risks = readings.risks.flatMap(({ range, mitigation, contingency }) => without(range, [mitigation?.range, contingency?.range]));
  const removed = fences.filter(({ language }) => language === 'diff').flatMap(({ content }) => removedLines(plan.text, content));
  return [...(frontMatter ? [frontMatter.range] : []), ...comments, ...options, ...asides, ...risks, ...removed];
}

function without(range: Range, holes: readonly (Range | undefined)[]): readonly Range[] {
  const inOrder = holes.filter((hole) => hole !== undefined).sort((a, b) => a.start - b.start);
  const starts = [range.start, ...inOrder.map(({ end }) => end)];
  return starts.map((start, index) => ({ start, end: inOrder[index]?.start ?? range.end }));
}

function removedLines(text: string, content: Range): readonly Range[] {
  return Array.from(sliceOf(text, content).matchAll(/^-.*$/gm), ({ 0: line, index }) => ({ start: content.start + index, end: content.start + index + line.length }));
}

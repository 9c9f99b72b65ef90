import { defineRule, type Problem } from '../lint/rule.ts';
import { sourcesOf, type Source } from '../lint/sources.ts';
import type { Subject } from '../lint/subject.ts';
import { comparableFigures, figuresWithin, type ComparableFigure } from '../lint/comparable-figures.ts';
import { inWords } from '../lint/wording.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import type { Bound } from '../readings/requirements/figures.ts';

/** More is worse there: the least that is borne may be above what is aimed for. */
const LESS_IS_BETTER = /latenc|time|delay|error|loss|fail|lag|duration|defect|bug|cost|downtime/i;

export const consistentTargets = defineRule({
  id: 'consistent-targets',
  summary: 'Targets do not contradict each other, nor the documents they come from.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    const { nfrs, metrics, context } = subject.readings;
    const figures = comparableFigures(subject, [...nfrs, ...metrics]);
    if (figures.length === 0) return;
    yield* figuresWithin(figures).flatMap((group) => [...percentilesUpsideDown(group), ...boundsUpsideDown(group)]);
    yield* twoTargets([...comparableFigures(subject, context), ...figures]);
    yield* againstSources(subject, figures);
  },
});

/** Of one distribution a higher percentile is never the smaller one. */
function percentilesUpsideDown(group: readonly ComparableFigure[]): readonly Problem[] {
  const sorted = group.filter(({ percentile, comparison }) => percentile !== undefined && !comparison?.startsWith('>')).toSorted((a, b) => (a.percentile ?? 0) - (b.percentile ?? 0));
  return sorted.flatMap((higher, index) => {
    const lower = sorted[index - 1];
    if (lower === undefined || lower.percentile === higher.percentile || lower.amount <= higher.amount) return [];
    const [below, above] = [nameOfPercentile(lower), nameOfPercentile(higher)];
    return [
      {
        message: `The ${above} of ${quoted(higher)} is below its ${below} (${said(higher)} against ${said(lower)}): it takes in more, so it cannot be less. Correct one of the two.`,
        range: higher.value.range,
        related: [{ message: `The ${below}`, range: lower.value.range }],
      },
    ];
  });
}

function boundsUpsideDown(group: readonly ComparableFigure[]): readonly Problem[] {
  if (group.every(({ bound }) => bound === undefined)) return [];
  const lowest = lowestOf(group);
  return group.flatMap((lower) => {
    const above = boundsAbove(lower)
      .flatMap((bound) => lowest.get(keyOf(lower, bound)) ?? [])
      .find((higher) => lower.amount > higher.amount && isBoundOf(lower, higher));
    if (above === undefined) return [];
    const [below, bound] = [lower.bound ?? 'target', above.bound ?? 'target'];
    return [
      {
        message: `The ${below} of ${quoted(lower)} is above its ${bound} (${said(lower)} against ${said(above)}): correct one of the two.`,
        range: lower.value.range,
        related: [{ message: `The ${bound}`, range: above.value.range }],
      },
    ];
  });
}

function lowestOf(group: readonly ComparableFigure[]): ReadonlyMap<string, ComparableFigure> {
  const lowest = new Map<string, ComparableFigure>();
  for (const figure of group) {
    const key = keyOf(figure, figure.bound ?? 'target');
    const known = lowest.get(key);
    if (known === undefined || figure.amount < known.amount) lowest.set(key, figure);
  }
  return lowest;
}

function keyOf({ percentile }: ComparableFigure, bound: Bound): string {
  return `${bound} ${String(percentile ?? '')}`;
}

function boundsAbove({ bound, unit, metric, condition }: ComparableFigure): readonly Bound[] {
  if (bound === 'maximum') return [];
  if (bound !== 'minimum') return ['maximum'];
  return unit === 'ms' || LESS_IS_BETTER.test(`${metric} ${condition}`) ? ['maximum'] : ['target', 'maximum'];
}

/** A figure that is not said to be a bound is held against a maximum only where both are of one target. */
function isBoundOf(lower: ComparableFigure, higher: ComparableFigure): boolean {
  return lower.bound !== undefined || lower.target === higher.target;
}

function* twoTargets(figures: readonly ComparableFigure[]): Iterable<Problem> {
  const first = new Map<string, ComparableFigure>();
  for (const figure of figures) {
    if (figure.identity === undefined) continue;
    const known = first.get(figure.identity);
    if (known === undefined) first.set(figure.identity, figure);
    else if (differ(known, figure) && known.target.range.start !== figure.target.range.start && !(known.target.source === 'yaml' && figure.target.source === 'yaml')) {
      yield {
        message: `${quoted(figure)} is to be ${said(figure)} here and ${said(known)} in "${inWords(known.target.category)}": settle on one.`,
        range: figure.value.range,
        related: [{ message: 'The other target', range: known.value.range }],
      };
    }
  }
}

function* againstSources(subject: Subject, figures: readonly ComparableFigure[]): Iterable<Problem> {
  const named = figures.filter(({ identity }) => identity !== undefined);
  if (named.length === 0) return;
  for (const source of sourcesOf(subject)) {
    const known = soleFigures(subject, source, named);
    for (const figure of named) {
      const other = known.get(figure.identity ?? '');
      if (other === undefined || !differ(other, figure)) continue;
      yield {
        message: `${quoted(figure)} is to be ${said(figure)} here and ${said(other)} in ${source.path}: settle on one.`,
        range: figure.value.range,
        related: [{ message: 'The other target', path: source.path, range: other.value.range }],
      };
    }
  }
}

const known = new WeakMap<Plan, readonly ComparableFigure[]>();

/** Other documents stay as they are while this one is written. */
function figuresOf(plan: Plan, read: ReadMarkdown): readonly ComparableFigure[] {
  const figures = known.get(plan) ?? comparableFigures({ plan, read });
  known.set(plan, figures);
  return figures;
}

/** The figures of another document that name the same metrics, as far as it agrees with itself. */
function soleFigures(subject: Subject, { plan }: Source, wanted: readonly ComparableFigure[]): ReadonlyMap<string, ComparableFigure> {
  const text = plan.text.toLowerCase();
  if (!wanted.some(({ metric }) => text.includes(metric.split(' ')[0] ?? ''))) return new Map();
  const found = new Map<string, ComparableFigure>();
  const torn = new Set<string>();
  for (const figure of figuresOf(plan, subject.read)) {
    if (figure.identity === undefined) continue;
    const known = found.get(figure.identity);
    if (known && differ(known, figure)) torn.add(figure.identity);
    found.set(figure.identity, figure);
  }
  for (const identity of torn) found.delete(identity);
  return found;
}

/** A floor and a ceiling of the same metric go together. */
function differ(one: ComparableFigure, other: ComparableFigure): boolean {
  const [a, b] = [one.comparison?.[0], other.comparison?.[0]];
  const isRange = (a === '<' && b === '>') || (a === '>' && b === '<');
  return one.amount !== other.amount && !isRange;
}

function quoted({ target, metric }: ComparableFigure): string {
  return `"${inWords(target.source === 'yaml' ? metric : target.name.text)}"`;
}

function said({ value }: ComparableFigure): string {
  return inWords(value.text);
}

function nameOfPercentile({ percentile }: ComparableFigure): string {
  return percentile === undefined ? 'target' : `p${String(percentile)}`;
}

import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { wholeLevel, type Level } from '../readings/risks/levels.ts';
import { stepOf } from '../readings/risks/ratings.ts';
import type { LevelCount, RiskCount } from '../readings/risks/risk-counts.ts';
import type { Risk } from '../readings/risks/risk.ts';
import type { Range } from '../text/range.ts';
import { numberIn } from '../text/number-words.ts';

/** A figure that is not what is there. */
export interface WrongFigure {
  readonly figure: Value;
  readonly right: number;
  /** Of which level; nothing where all risks are counted. */
  readonly level: string | undefined;
  /** The section whose risks are counted, where those of others are not. */
  readonly within: Section | undefined;
}

interface Scope {
  readonly risks: readonly Risk[];
  readonly within: Section | undefined;
}

type Source = 'probability' | 'impact' | 'rating';

/** What a count has wrong: it may count all risks, or those of any section that it stands in. */
export function wrongFigures(plan: Plan, count: RiskCount, risks: readonly Risk[], around: Range, unread: () => number): readonly WrongFigure[] {
  const scopes = scopesOf(plan, count.range.start, risks, around);
  const wrong = scopes.map((scope) => wrongIn(count, scope));
  if (wrong.some((figures) => figures.length === 0)) return [];
  // What is counted beyond what is read may be written in a form that is not read.
  return (wrong.at(-1) ?? []).filter(({ figure, right, level }) => level !== undefined || (numberIn(figure.text) ?? 0) <= right || (numberIn(figure.text) ?? 0) > right + unread());
}

function scopesOf(plan: Plan, offset: number, risks: readonly Risk[], around: Range): readonly Scope[] {
  const scopes: Scope[] = [];
  for (let section = sectionAt(plan, offset); section && section.range.start > around.start; section = section.parent) {
    const { range } = section;
    const own = risks.filter((risk) => risk.range.start >= range.start && risk.range.end <= range.end);
    if (own.length > 0 && own.length < risks.length) scopes.unshift({ risks: own, within: section });
  }
  return [{ risks, within: undefined }, ...scopes];
}

function wrongIn({ totals, levels }: RiskCount, { risks, within }: Scope): readonly WrongFigure[] {
  const names = new Set(risks.map(({ name }) => titleKey(name.text)));
  const wrong: WrongFigure[] = totals
    .filter(({ text }) => numberIn(text) !== risks.length && numberIn(text) !== names.size)
    .map((figure) => ({ figure, right: names.size, level: undefined, within }));
  const byLevel = sourcesOf(risks).map((source) => levels.flatMap((each) => wrongLevel(each, levels, risks, source) ?? []));
  // Where it is not sure by what they are counted, any way to count them may be meant.
  const surely = byLevel.length === 1 ? (byLevel[0] ?? []) : [];
  return [...wrong, ...surely.map((each) => ({ ...each, within }))];
}

/** Risks are counted by their rating, or by their impact where nothing else is said of them. */
function sourcesOf(risks: readonly Risk[]): readonly Source[] {
  if (risks.every(({ rating }) => rating && levelIn(rating))) return ['rating'];
  return risks.some(({ probability, rating }) => probability !== undefined || rating !== undefined) ? ['impact', 'probability'] : ['impact'];
}

function wrongLevel({ figure, level, field }: LevelCount, all: readonly LevelCount[], risks: readonly Risk[], source: Source): Omit<WrongFigure, 'within'> | undefined {
  const steps = risks.flatMap((risk) => {
    const value = risk[field ?? source];
    const own = value && levelIn(value);
    return own ? [stepOf(own)] : [];
  });
  // One that nobody can place may be counted as any.
  if (steps.length < risks.length) return undefined;
  const step = stepOf(level);
  const exact = steps.filter((each) => each === step).length;
  const isHighest = all.every((other) => stepOf(other.level) <= step);
  const right = isHighest ? steps.filter((each) => each >= step).length : exact;
  const said = numberIn(figure.text);
  return said === exact || said === right ? undefined : { figure, right, level: NAMES[step] ?? '' };
}

const NAMES = ['very low', 'low', 'medium', 'high', 'critical'];

function levelIn({ text }: Value): Level | undefined {
  const level = wholeLevel(text);
  return level?.scale === 'numbers' ? undefined : level;
}

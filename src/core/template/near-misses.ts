import type { Plan, Section } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import { spellingDistance } from '../text/spelling.ts';
import type { ContractSection } from './kind.ts';
import type { Match, MissingSection } from './match.ts';
import { fill, type Values } from './placeholders.ts';

/** A heading that was meant to be one of a missing section, and is spelled otherwise. */
export interface NearMiss {
  readonly missing: MissingSection;
  readonly section: Section;
  /** The title that was meant: of those the template knows the one that is most like it. */
  readonly title: string;
}

/** A word is a slip of another where it differs in so many letters at most; short words that differ are other words. */
const SLIPS: readonly { readonly from: number; readonly most: number }[] = [
  { from: 10, most: 2 },
  { from: 4, most: 1 },
];
/** A title of fewer letters is met by accident where the section does not belong, or is said in another way. */
const SHORT_TITLE = 9;
const MOST_SLIPS = 3;
const LONGEST_KEY = 120;
/** With an "and" left out. */
const MOST_DIFFERENT = MOST_SLIPS + 4;

export function nearMisses(plan: Plan, match: Match, values: Values, isSaidElsewhere: (section: ContractSection) => boolean): readonly NearMiss[] {
  const wanted = match.missing.map((each) => ({ missing: each, titles: titlesOf(each.section, values) }));
  if (wanted.length === 0) return [];
  const claimed = new Set(match.found.values());
  const known = new Set(wanted.flatMap(({ titles }) => titles.map(({ key }) => key)));
  const free = plan.sections.filter((section) => section !== plan.title && !claimed.has(section) && !known.has(section.key) && section.key.length <= LONGEST_KEY);
  const pairs = wanted.flatMap(({ missing, titles }) => free.flatMap((section) => nearest(missing, titles, section)));
  const likely = pairs.filter(({ missing, section }) => section.key.length >= SHORT_TITLE || (isAtHome(section, missing, plan, match) && !isSaidElsewhere(missing.section)));
  return firstOfEach(likely.sort((a, b) => a.distance - b.distance));
}

interface WantedTitle {
  readonly title: string;
  readonly key: string;
}

interface Pair extends NearMiss {
  readonly distance: number;
}

/** Titles that say something still unknown, such as the name of a decision, are like any other. */
function titlesOf({ title, also }: ContractSection, values: Values): readonly WantedTitle[] {
  return [title, ...also].flatMap((each) => {
    const filled = fill(each, values);
    return filled.includes('{{') ? [] : [{ title: filled, key: titleKey(filled) }];
  });
}

function nearest(missing: MissingSection, titles: readonly WantedTitle[], section: Section): readonly Pair[] {
  let best: Pair | undefined;
  for (const { title, key } of titles) {
    // Every word begins as it should: most of a document is told apart by its first letter.
    if (section.key[0] !== key[0] || Math.abs(section.key.length - key.length) > MOST_DIFFERENT) continue;
    const distance = titleDistance(section.key, key);
    if (distance < (best?.distance ?? MOST_SLIPS + 1)) best = { missing, section, title, distance };
  }
  return best === undefined ? [] : [best];
}

/** Whether the section stands where the missing one is looked for. */
function isAtHome(section: Section, { parent, siblings }: MissingSection, plan: Plan, match: Match): boolean {
  const within = parent && match.found.get(parent);
  if (within !== undefined) return section.range.start > within.range.start && section.range.end <= within.range.end;
  return section.parent === undefined || section.parent === plan.title || siblings.some((sibling) => match.found.get(sibling)?.parent === section.parent);
}

/** Counted word by word: "Team tasks" is not like "Team risks". "And" counts for nothing, as many write "&". */
function titleDistance(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length !== right.length) return splitDistance(left.join(''), right.join(''));
  return left.reduce((sum, word, index) => sum + wordDistance(word, right[index] ?? ''), 0);
}

/** "Non functional" and "nonfunctional" have the same letters. */
function splitDistance(a: string, b: string): number {
  return a.length < SHORT_TITLE || a !== b ? Infinity : 1;
}

function wordDistance(a: string, b: string): number {
  if (a === b) return 0;
  const most = SLIPS.find(({ from }) => Math.max(a.length, b.length) >= from)?.most ?? 0;
  if (most === 0 || a[0] !== b[0] || /\p{N}/u.test(a + b)) return Infinity;
  const distance = spellingDistance(a, b, most);
  return distance > most ? Infinity : distance;
}

function wordsOf(key: string): readonly string[] {
  return key.split(' ').filter((word) => word !== 'and');
}

/** Each section and each heading once. */
function firstOfEach(pairs: readonly Pair[]): readonly NearMiss[] {
  const taken = new Set<unknown>();
  return pairs.filter(({ missing, section }) => {
    if (taken.has(missing.section) || taken.has(section)) return false;
    taken.add(missing.section).add(section);
    return true;
  });
}

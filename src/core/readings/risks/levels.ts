/** Levels of risks in the words authors use, and the scale they belong to. */

export interface Level {
  /** Counts from 0, lowest first, within the scale. */
  readonly rank: number;
  readonly scale: ScaleName;
}

export type ScaleName = 'words' | 'five words' | 'numbers';

const WORDS = ['low', 'medium', 'high', 'critical'] as const;
const SYNONYMS: Readonly<Record<string, (typeof WORDS)[number]>> = {
  negligible: 'low',
  minor: 'low',
  unlikely: 'low',
  moderate: 'medium',
  med: 'medium',
  possible: 'medium',
  major: 'high',
  likely: 'high',
  severe: 'critical',
  catastrophic: 'critical',
};
/** Lights that say the level by themselves where no word follows. */
const SIGNS: readonly (readonly [string, (typeof WORDS)[number]])[] = [
  ['🟢', 'low'],
  ['🟡', 'medium'],
  ['🟠', 'high'],
  ['🔴', 'high'],
];
const LONGEST_LEVEL = 80;

/** The level a text states first: `🔴 Critical`, `Medium to high` (medium), `very high`, `4`, `4/5`; nothing for prose. */
export function readLevel(text: string): Level | undefined {
  const sign = SIGNS.find(([sign]) => text.startsWith(sign))?.[1];
  const words = text.slice(0, LONGEST_LEVEL).toLowerCase().match(/[\p{L}]+|\d+%?/gu) ?? [];
  const [first = '', second = ''] = words;
  if (/^[1-5]$/.test(first) && (words.length === 1 || second === '5' || second === 'of')) return { rank: Number(first) - 1, scale: 'numbers' };
  if (first === 'very' && second === 'low') return { rank: 0, scale: 'five words' };
  if (first === 'very' && second === 'high') return { rank: 4, scale: 'five words' };
  const word = first === '' ? sign : (WORDS.find((known) => known === first) ?? (Object.hasOwn(SYNONYMS, first) ? SYNONYMS[first] : undefined));
  return word === undefined ? undefined : { rank: WORDS.indexOf(word), scale: 'words' };
}

/** The names of the levels that a set of levels needs, lowest first: three words, four with a critical one, five where the author uses five. */
export function commonScale(levels: readonly Level[]): readonly string[] {
  if (levels.some(({ scale }) => scale === 'numbers') && !levels.some(({ scale }) => scale !== 'numbers')) return ['1', '2', '3', '4', '5'];
  if (levels.some(({ scale }) => scale !== 'words')) return ['Very low', 'Low', 'Medium', 'High', 'Very high'];
  return levels.some(({ rank }) => rank === 3) ? ['Low', 'Medium', 'High', 'Critical'] : ['Low', 'Medium', 'High'];
}

/** Where a level stands in the common scale. */
export function rankIn(scale: readonly string[], level: Level): number {
  if (level.scale === 'words' && scale.length === 5) return level.rank + 1;
  return Math.min(level.rank, scale.length - 1);
}

import { plainTitle, withoutEmoji } from '../../plan/titles.ts';
import { remembered } from '../../text/remembered.ts';
import { LEVEL_WORDS, PLAIN_WORDS, SHORT_LEVELS, type LevelWord } from './level-words.ts';

/** Levels of risks in the words authors use, and the scale they belong to. */

export interface Level {
  /** Counts from 0, lowest first, within the scale. */
  readonly rank: number;
  readonly scale: ScaleName;
}

export type ScaleName = 'words' | 'five words' | 'numbers';

const WORDS = ['low', 'medium', 'high', 'critical'] as const;
/** Lights that say the level by themselves where no word follows. */
const SIGNS: readonly (readonly [string, LevelWord])[] = [
  ['🟢', 'low'],
  ['🟡', 'medium'],
  ['🟠', 'high'],
  ['🔴', 'high'],
];
/** What makes more of a level, and what makes nothing of it. */
const STRONG = /^(?:very|extremely|exceptionally|almost|nearly|virtually|sehr|très|muy|molto|muito|zeer)$/;
const WEAK = /^(?:quite|rather|fairly|relatively|pretty|reasonably|somewhat|generally|mostly|overall)$/;
/** Words beside a level that only say of what. */
const OF_WHAT = /^(?:risks?|priority|impact|probability|prob|likelihood|severity|level)$/;
const LONGEST_LEVEL = 80;

/** The level a text states first: `🔴 Critical`, `Medium to high` (medium), `very high`, `4`, `4/5`; nothing for prose. */
export const readLevel = remembered((text: string): Level | undefined => {
  const words = wordsOf(text);
  const [first = '', second = ''] = words;
  const isPlain = PLAIN_WORDS.has(first) || (STRONG.test(first) && PLAIN_WORDS.has(second)) || /^\d/.test(first);
  return wholeLevel(text) ?? (isPlain ? levelAt(words) : levelSetOff(text));
});

/** `Hoch – weil es oft regnet`, `Élevé (trois fois par an)`: words that mean other things too, where something parts them from the rest. */
function levelSetOff(text: string): Level | undefined {
  const head = /^([^\r\n\d]{1,40}?)(?:[ \t]+-[ \t]|[ \t]{0,3}[–—:：(<\r\n])/u.exec(text)?.[1];
  return head === undefined ? undefined : wholeLevel(head);
}

/** The level of a text that states one and says nothing else but its number: `**High**`, `High (3)`, `Medium risk`. */
export const wholeLevel = remembered((text: string): Level | undefined => {
  if (text.length > LONGEST_LEVEL) return undefined;
  const all = wordsOf(withoutEmoji(plainTitle(text)));
  const named = all.slice(OF_WHAT.test(all[0] ?? '') ? 1 : 0, OF_WHAT.test(all.at(-1) ?? '') ? -1 : undefined);
  if (all.length === 0) return ofWord(signOf(plainTitle(text)));
  const isNumber = named.every((word) => /^\d/.test(word));
  const words = isNumber ? named : named.filter((word) => !/^\d/.test(word));
  const isWhole = words.length === 1 || isNumber || (words.length === 2 && (STRONG.test(words[0] ?? '') || WEAK.test(words[0] ?? '')));
  return isWhole ? levelAt(words) : undefined;
});

function levelAt(words: readonly string[]): Level | undefined {
  const [first = '', second = ''] = words;
  if (/^[1-5]$/.test(first) && (words.length === 1 || second === '5' || second === 'of')) return { rank: Number(first) - 1, scale: 'numbers' };
  if (/^\d+$/.test(first) && words.length === 2) return ofWord(wordNamed(second));
  if (WEAK.test(first)) return ofWord(wordNamed(second));
  if (STRONG.test(first)) return strengthened(wordNamed(second));
  if (words.every((word) => Object.hasOwn(SHORT_LEVELS, word))) return ofWord(SHORT_LEVELS[first]);
  return ofWord(wordNamed(first));
}

function strengthened(word: LevelWord | undefined): Level | undefined {
  if (word === 'low' || word === 'lowest') return ofWord('lowest');
  return word === 'medium' ? ofWord('medium') : word && ofWord('highest');
}

function ofWord(word: LevelWord | undefined): Level | undefined {
  if (word === undefined) return undefined;
  if (word === 'lowest') return { rank: 0, scale: 'five words' };
  return word === 'highest' ? { rank: 4, scale: 'five words' } : { rank: WORDS.indexOf(word), scale: 'words' };
}

function wordNamed(word: string): LevelWord | undefined {
  return LEVEL_WORDS.get(word);
}

function signOf(text: string): LevelWord | undefined {
  return SIGNS.find(([sign]) => text.startsWith(sign))?.[1];
}

function wordsOf(text: string): readonly string[] {
  return text.slice(0, LONGEST_LEVEL).normalize('NFC').toLowerCase().match(/[\p{L}]+|\d+%?/gu) ?? [];
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

import { remembered } from '../../text/remembered.ts';
import { spellingDistance } from '../../text/spelling.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { readLevel, type Level } from './levels.ts';

/** A word that stands where a level is meant, and is on no scale. */
export interface UnknownLevel {
  readonly word: Value;
  /** What it comes nearest to, where that can be told. */
  readonly meant: Level | undefined;
}

/** How much in other words. */
const AMOUNTS: Readonly<Record<string, string>> = {
  low: 'tiny small little light mild weak easy',
  medium: 'normal fair',
  high: 'big large great strong bad heavy important dangerous',
  critical: 'huge enormous massive gigantic giant immense tremendous devastating disastrous fatal deadly terrible horrible awful vast colossal',
};
const MEANT: ReadonlyMap<string, string> = new Map(Object.entries(AMOUNTS).flatMap(([level, words]) => words.split(' ').map((word) => [word, level] as const)));
const SPELLED = ['low', 'medium', 'moderate', 'high', 'critical', 'severe', 'minor', 'major', 'negligible', 'unlikely', 'possible', 'likely', 'catastrophic'];
/** What authors say where they give no level. */
const NO_LEVEL = /^(?:none|nil|zero|no|nothing|na|unknown|unclear|open|varies|variable|mixed|same|ditto|idem|info|informational|accepted|closed|mitigated|resolved|retired|done)$/;
const ADVERB = /^(?:very|extremely|quite|rather|really|pretty|super|so|too)$/;
const LONGEST = 40;

/** Prose says what happens, and figures have scales of their own: neither is a level that nobody knows. */
export function unknownLevel(value: Value, isAmongLevels: boolean): UnknownLevel | undefined {
  const found = (isAmongLevels ? unknownAmongLevels : unknownAlone)(value.text);
  return found && { word: partOf(value, found.start, found.end), meant: found.meant };
}

const unknownAmongLevels = remembered((text) => unknownIn(text, true));
const unknownAlone = remembered((text) => unknownIn(text, false));

function unknownIn(text: string, isAmongLevels: boolean): { readonly start: number; readonly end: number; readonly meant: Level | undefined } | undefined {
  if (text.length > LONGEST || /\d|[:;,.()/→>%$€£]/.test(text) || readLevel(text) !== undefined) return undefined;
  const words = Array.from(text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length > 2 || (words.length === 2 && !ADVERB.test(first[0].toLowerCase()))) return undefined;
  const meant = meantBy(last[0].toLowerCase(), isAmongLevels);
  const isLevel = meant !== undefined || (isAmongLevels && words.length === 1);
  if (!isLevel || NO_LEVEL.test(last[0].toLowerCase())) return undefined;
  return { start: first.index, end: last.index + last[0].length, meant: meant === undefined ? undefined : readLevel(meant) };
}

function meantBy(word: string, isAmongLevels: boolean): string | undefined {
  const most = word.length >= 6 || isAmongLevels ? 2 : 1;
  if (MEANT.has(word)) return MEANT.get(word);
  if (word.length < 3) return undefined;
  // Few slip on the first letter, and many other words differ in it.
  const near = SPELLED.filter((known) => known[0] === word[0]).map((known) => ({ known, distance: spellingDistance(word, known, most) }));
  const [best] = near.filter(({ distance, known }) => distance <= most && distance * 2 < known.length).sort((a, b) => a.distance - b.distance);
  return best?.known;
}

import { plainTitle, withoutEmoji } from '../plan/titles.ts';

const LONGEST_NAME = 60;

/** A title, a name or a value as a message says it: without decoration and not too long. */
export function inWords(text: string): string {
  const plain = withoutEmoji(plainTitle(text));
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

import { plainTitle } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { isBlank } from '../template/placeholders.ts';

/** How far along a step is. */
export type StepState = 'planned' | 'active' | 'blocked' | 'done';

const LONGEST_STATUS = 120;
/** What says nothing: signs alone, and words for nothing. */
const NOTHING = /^[^\p{L}\p{N}]*$|^[^\p{L}\p{N}]*(?:n\/?a|none|nothing)[^\p{L}\p{N}]*$/iu;
/** In their order: "not done" is not done, and "almost done" neither. */
const STATES: readonly (readonly [StepState, RegExp])[] = [
  ['blocked', /block|on hold|paused|stopped|cancel|dropped|abandoned|[⛔🛑]/iu],
  ['planned', /\bnot\b|\bto.?do\b|planned|pending|\bopen\b|proposed|backlog|queued|future|upcoming|\bnext\b|[⏳📋🔲⬜❌]/iu],
  ['active', /(?<!\d)\d{1,2}\s?%|partial|partly|almost|mostly|\bin\s(?:work|progress|development|review|test)|active|ongoing|underway|\bwip\b|current|doing|started|begun|[🚧🔄🏗🟡]/iu],
  ['done', /done|complete|finished|shipped|delivered|closed|released|implemented|[✅✔☑🟢]/iu],
];

/** The plain words of a value that somebody has filled in. */
export function said(value: Value | undefined): string | undefined {
  if (value === undefined || isOpen(value.text) || NOTHING.test(value.text.slice(0, LONGEST_STATUS))) return undefined;
  return plainTitle(value.text) || undefined;
}

/** The plain words of a name, which may be open in part. */
export function named(value: Value | undefined): string | undefined {
  if (value === undefined || isBlank(value.text)) return undefined;
  const plain = plainTitle(value.text);
  return /[\p{L}\p{N}]/u.test(plain) ? plain : undefined;
}

export function stateIn(status: string): StepState | undefined {
  const text = status.slice(0, LONGEST_STATUS);
  return STATES.find(([, pattern]) => pattern.test(text))?.[0];
}

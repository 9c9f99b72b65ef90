import type { Phase } from '../readings/phases/phases.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { inWords } from './wording.ts';

/** `Phase 2 "Storage"`, as a message calls a phase. */
export function phaseName({ name, number, title }: Phase): string {
  const word = /^[^\p{L}\p{N}]*\p{L}/u.test(name.text) ? inWords(name.text) : undefined;
  const isNamed = title.text !== name.text && title.text !== '' && !isBlank(title.text);
  const quoted = ` "${inWords(title.text)}"`;
  if (number === undefined) return title.text === name.text ? `Phase${quoted}` : `${word ?? 'Phase'}${isNamed ? quoted : ''}`;
  return `${word ?? `Phase ${number.text}`}${isNamed ? quoted : ''}`;
}

/** Number and title, where it is named. */
export function phaseHead({ name, title }: Phase): Range {
  const isBehind = title.range.start >= name.range.start && title.range.end > name.range.end;
  return { start: name.range.start, end: isBehind ? title.range.end : name.range.end };
}

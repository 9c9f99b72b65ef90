import { isOpen } from '../readings/forms/open-text.ts';
import type { Finding, RelatedPlace } from './rule.ts';
import type { Subject } from './subject.ts';
import { inWords, listed } from './wording.ts';

/** What still stands in the way of an approval. */
export interface OpenEnds {
  readonly gates: readonly RelatedPlace[];
  readonly errors: readonly RelatedPlace[];
  readonly placeholders: readonly RelatedPlace[];
}

/** The check that finds what is still to be written. */
const PLACEHOLDERS = 'no-placeholders';
/** A gate that was struck out, or does not apply here. */
const DROPPED = /^~~[^~]+~~|(?:^|[\s([])(?:n\/a|not applicable)[\s)\].:]*$|^(?:n\/a|not applicable)\b/i;

export function openEnds({ readings }: Subject, found: readonly Finding[]): OpenEnds {
  const errors = found.filter(({ rule, severity }) => severity === 'error' && rule !== PLACEHOLDERS);
  return {
    // A gate that nobody has written yet is a placeholder.
    gates: readings.gates.filter(({ done, text }) => !done && !isOpen(text.text) && !DROPPED.test(text.text.slice(0, 500))).map(({ text }) => ({ message: `Not ticked: "${inWords(text.text)}"`, range: text.range })),
    errors: errors.map(({ message, range }) => ({ message, range })),
    placeholders: found.filter(({ rule }) => rule === PLACEHOLDERS).map(({ message, range }) => ({ message, range })),
  };
}

/** "2 gates are not ticked, 1 error is open and 3 placeholders are left"; nothing where nothing is open. */
export function openEndsInWords({ gates, errors, placeholders }: OpenEnds): string | undefined {
  const said = [
    ...counted(gates.length, 'gate is not ticked', 'gates are not ticked'),
    ...counted(errors.length, 'error is open', 'errors are open'),
    ...counted(placeholders.length, 'placeholder is left', 'placeholders are left'),
  ];
  return said.length === 0 ? undefined : listed(said);
}

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

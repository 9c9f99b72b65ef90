import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan } from '../plan/plan.ts';
import { readStatus } from '../readings/records/status.ts';

const ACCEPTED = /^(?:accepted|approved|decided|adopted|implemented)\b/i;

/** The text of a record when it was first accepted. The versions begin with the oldest, and each is read only when it is needed. */
export function acceptedTextIn(versions: Iterable<() => string>, read: ReadMarkdown): { readonly text: string } | 'none' {
  for (const version of versions) {
    const text = version();
    if (ACCEPTED.test(readStatus(readPlan(text), read)?.value.text ?? '')) return { text };
  }
  return 'none';
}

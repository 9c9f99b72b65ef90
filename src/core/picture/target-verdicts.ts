import { targetSections } from '../lint/target-sections.ts';
import { covers } from '../lint/suppressions.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { isMeasurable, isVagueAlone } from '../readings/requirements/measures.ts';
import type { Target } from '../readings/requirements/targets.ts';
import { sliceOf } from '../text/range.ts';
import type { Note } from './notes.ts';
import type { PictureSource } from './source.ts';

/** Whether anyone can tell if it is reached; `open` is what nobody has written yet. */
export type Verdict = 'measurable' | 'unclear' | 'open';

/** The check that knows what the template expects of each target. */
export const MEASURABLE = 'measurable-targets';
/** Vague words in a longer text may be about anything. */
const MOST_WORDS = 6;

/** Judges targets as the check does that is about them; where it says nothing at all it may be off, and the plainest cases are told without it. */
export function judge(source: PictureSource): (target: Target, notes: readonly Note[]) => Verdict {
  const isHeard = source.findings.some(({ rule }) => rule === MEASURABLE);
  const isPlainlyUnclear = isHeard ? () => false : plainCases(source);
  return (each, notes) => {
    if (each.target === undefined || isOpen(each.target.text) || isOpen(each.name.text)) return 'open';
    return notes.some(({ rule }) => rule === MEASURABLE) || isPlainlyUnclear(each, each.target.text) ? 'unclear' : 'measurable';
  };
}

function plainCases({ plan, subject }: PictureSource): (each: Target, said: string) => boolean {
  if (subject === undefined) return () => false;
  const metrics = new Set(targetSections(subject).flatMap(({ reading, targets }) => (reading === 'metrics' ? targets : [])));
  return (each, said) => {
    if (each.source === 'yaml' || isMeasurable(said) || (/\d/.test(each.name.text) && isMeasurable(each.name.text))) return false;
    if (each.source === 'item' && isMeasurable(sliceOf(plan.text, each.range))) return false;
    if (subject.suppressions.some((suppression) => covers(suppression, MEASURABLE, each.target?.range ?? each.range))) return false;
    return metrics.has(each) || (isVagueAlone(said) && said.split(/\s+/).length <= MOST_WORDS);
  };
}

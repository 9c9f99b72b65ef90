import { defineRule, type Outcome, type Problem } from '../lint/rule.ts';
import type { Suppression } from '../lint/suppressions.ts';
import type { TextEdit } from '../text/edits.ts';

export const validSuppressions = defineRule({
  id: 'valid-suppressions',
  summary: 'A comment that leaves findings out names a check that finds something there, and the reason.',
  severity: 'warning',
  fixable: true,
  check: () => [],
  *review({ plan, suppressions }, outcome) {
    for (const suppression of suppressions) {
      const problem = problemOf(suppression, outcome);
      if (problem !== undefined) yield { range: suppression.range, ...problem(plan.text) };
    }
  },
});

function problemOf(suppression: Suppression, { ran, known, used }: Outcome): ((text: string) => Omit<Problem, 'range'>) | undefined {
  const { rules, reason } = suppression;
  const unknown = rules.find((rule) => !known.has(rule));
  if (rules.length === 0) return () => ({ message: 'This comment leaves out no check: write it as <!-- groundplan-ignore the-check: the reason -->.' });
  if (unknown !== undefined) return () => ({ message: `There is no check "${unknown.slice(0, 60)}": name one that this comment is to leave out.` });
  if (reason === '') return () => ({ message: `This comment leaves ${rules.join(', ')} out without saying why: write the reason after a colon.` });
  // A check that is switched off finds nothing anywhere: the comment may still be needed.
  if (used.has(suppression) || rules.some((rule) => !ran.has(rule))) return undefined;
  return (text) => ({
    message: `${rules.join(', ')} ${rules.length === 1 ? 'finds' : 'find'} nothing here any more: remove this comment.`,
    fix: { title: 'Remove the comment', edits: [removal(text, suppression)] },
  });
}

/** With its line, where it is alone on one. */
function removal(text: string, { range: { start, end } }: Suppression): TextEdit {
  const before = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 200))?.[0];
  if (!before || after === undefined) return { range: { start, end }, text: '' };
  return { range: { start: start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0), end: end + after.length }, text: '' };
}

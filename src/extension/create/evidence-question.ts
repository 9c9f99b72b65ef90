import { evidenceInWords, proposedEvidence, type EvidenceDraft } from '../../core/life/plans/evidence.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { askForSeveral } from './pick-several.ts';
import { askForText, askInSteps, BACK, type Answer, type StepPlace } from './quick-steps.ts';

const OTHER = 'other';

/** Lets the author choose what shows that a plan may move on: ticked gates, what it is made from, or what they name themselves. The answer is a list as JSON. */
export async function askForEvidence(place: StepPlace, subject: Subject): Promise<Answer> {
  const proposed = proposedEvidence(subject);
  const choices = proposed.map((each, index) => ({ answer: String(index), label: each.kind, description: `${each.result}, ${each.ref}`, detail: each.from, picked: each.isProof }));
  for (;;) {
    const chosen = await askForSeveral(place, 'What shows that it may? Choose what the record is to name.', [...choices, { answer: OTHER, label: 'Something Else…', description: 'of which kind, with which result, and where it can be seen' }]);
    if (chosen === undefined || chosen === BACK) return chosen;
    const drafts: readonly EvidenceDraft[] = chosen.flatMap((answer) => proposed[Number(answer)] ?? []).map(({ kind, result, ref }) => ({ kind, result, ref }));
    if (!chosen.includes(OTHER)) return JSON.stringify(drafts);
    const own = await askForOther(place);
    if (own === undefined) return undefined;
    if (own !== BACK) return JSON.stringify([...drafts, own]);
  }
}

/** The evidence of an answer. */
export function evidenceIn(answer: string | undefined): readonly EvidenceDraft[] {
  const parsed: unknown = JSON.parse(answer === undefined || answer === '' ? '[]' : answer);
  return Array.isArray(parsed) ? parsed.flatMap((each: unknown) => asEvidence(each)) : [];
}

function asEvidence(each: unknown): readonly EvidenceDraft[] {
  if (typeof each !== 'object' || each === null || !('kind' in each) || !('result' in each) || !('ref' in each)) return [];
  return [{ kind: String(each.kind), result: String(each.result), ref: String(each.ref) }];
}

/** Three questions more; the way back from the first one leads to the list. */
async function askForOther({ title }: StepPlace): Promise<EvidenceDraft | typeof BACK | undefined> {
  const way = { isBack: false };
  const text = (name: string, prompt: string, canBeEmpty: boolean) => ({
    name,
    ask: async (place: StepPlace, given: Readonly<Record<string, string>>): Promise<Answer> => {
      const answer = await askForText(
        { ...place, canGoBack: true },
        {
          value: '',
          prompt: (said) => `${prompt} ${preview({ ...given, [name]: said })}`,
          problem: (said) => (canBeEmpty || said.trim() !== '' ? undefined : 'Write a few words, or press Escape to cancel.'),
        },
      );
      if (answer !== BACK || place.canGoBack) return answer;
      way.isBack = true;
      return undefined;
    },
  });
  const answers = await askInSteps(title, [
    text('kind', 'Of which kind is it, as in "design_review" or "load_test"?', false),
    text('result', 'What came of it, as in "validated"?', false),
    text('ref', 'Where can it be seen? A file, an address or a ticket.', true),
  ]);
  if (answers === undefined) return way.isBack ? BACK : undefined;
  return { kind: answers['kind'] ?? '', result: answers['result'] ?? '', ref: answers['ref'] ?? '' };
}

function preview({ kind = '', result = '', ref = '' }: Readonly<Record<string, string>>): string {
  return kind.trim() === '' ? '' : `Writes ${evidenceInWords({ kind, result, ref })}.`;
}

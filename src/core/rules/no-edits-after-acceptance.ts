import { decidedParts, type DecidedPart } from '../lint/decided-parts.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import { Subject } from '../lint/subject.ts';
import { NOWHERE } from '../lint/surroundings.ts';
import { inWords } from '../lint/wording.ts';
import { readPlan } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { statusName, type StatusName } from '../readings/records/status-words.ts';
import { isRecordKind, isRequired } from '../template/kind.ts';
import { fill } from '../template/placeholders.ts';

/** What was accepted once stays, whatever became of it. */
const WAS_ACCEPTED: readonly (StatusName | undefined)[] = ['accepted', 'deprecated', 'superseded'];
const REMEDY = 'put it back, and write what is new into a record that supersedes this one';

export const noEditsAfterAcceptance = defineRule({
  id: 'no-edits-after-acceptance',
  summary: 'An accepted record says what it said when it was accepted.',
  severity: 'information',
  fixable: false,
  *check(subject) {
    const { plan, path, recognition, read, kind, surroundings, readings } = subject;
    if (!isRecordKind(kind) || !WAS_ACCEPTED.includes(statusName(readings.status?.value.text ?? ''))) return;
    const accepted = surroundings.acceptedText(path);
    if (accepted === undefined || accepted === 'none' || accepted.text === plan.text) return;
    const then = decidedParts(new Subject(readPlan(accepted.text), path, recognition, read, NOWHERE));
    const now = decidedParts(subject);
    // Another form altogether: a comparison would mark everything.
    if (!now.some(({ contract }) => then.some((part) => part.contract === contract))) return;
    for (const part of now) {
      const before = then.find(({ contract }) => contract === part.contract);
      const problem = before ? changed(before, part) : added(part);
      if (problem) yield problem;
    }
    for (const part of then) if (now.every(({ contract }) => contract !== part.contract)) yield* removed(part, subject);
  },
});

/** What was still open then may be written later. */
function changed(before: DecidedPart, { place, words }: DecidedPart): Problem | undefined {
  if (before.words === words || isOpen(before.words)) return undefined;
  return { message: `"${inWords(place.title)}" has changed since this record was accepted: ${REMEDY}.`, range: place.anchor };
}

function added({ place, words }: DecidedPart): Problem | undefined {
  if (isOpen(words)) return undefined;
  return { message: `"${inWords(place.title)}" was added after this record was accepted: take it out, and write what is new into a record that supersedes this one.`, range: place.anchor };
}

/** What every such record has is for another rule to miss. */
function* removed({ contract, words }: DecidedPart, { plan, values }: Subject): Iterable<Problem> {
  if (isRequired(contract, values) || isOpen(words) || plan.title === undefined) return;
  yield { message: `"${inWords(fill(contract.title, values))}" is gone since this record was accepted: ${REMEDY}.`, range: plan.title.heading.range };
}

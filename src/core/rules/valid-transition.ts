import * as z from 'zod/mini';
import { defineRule, option } from '../lint/rule.ts';
import { sampleTransition } from '../lint/sample-transition.ts';
import { missingInEntries, missingParts, wrongDates } from '../lint/transition-gaps.ts';
import { differingRisks } from '../lint/transition-risks.ts';
import { keyProblem, unknownKeys, wrongStates } from '../lint/transition-words.ts';
import { transitionStatesOf } from '../template/choices.ts';

export const validTransition = defineRule({
  id: 'valid-transition',
  summary: 'A transition record says all that its template asks for, in states that there are, and tells the risks that the plan tells.',
  severity: 'warning',
  fixable: true,
  options: z.object({ also: option('Further states that a plan may be in.', z._default(z.array(z.string()), [])) }),
  *check(subject, { also }) {
    const { plan, kind, readings } = subject;
    const sample = sampleTransition(kind);
    const { transition } = readings;
    if (sample === undefined || transition === undefined) return;
    const unknown = unknownKeys(transition);
    yield* missingParts(plan, transition, sample, new Set(unknown.flatMap(({ meant }) => meant ?? [])));
    yield* unknown.map(keyProblem);
    const states = transitionStatesOf(kind.root);
    yield* wrongStates(transition, states.length === 0 ? [] : [...states, ...also]);
    yield* missingInEntries(transition, sample);
    yield* wrongDates(transition);
    yield* differingRisks(subject);
  },
});

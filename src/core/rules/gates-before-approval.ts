import * as z from 'zod/mini';
import { openEnds, openEndsInWords } from '../lint/open-ends.ts';
import { stateOf } from '../lint/plan-state.ts';
import { defineRule, option } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';

/** More than anyone looks at. */
const MOST_RELATED = 100;

export const gatesBeforeApproval = defineRule({
  id: 'gates-before-approval',
  summary: 'A plan moves on only when its gates are ticked, it has no errors, and nothing in it is left to be filled in.',
  severity: 'error',
  fixable: false,
  options: z.object({ open: option('States in which gates, errors and placeholders may still be open, besides the first one of the template.', z._default(z.array(z.string()), [])) }),
  check: () => [],
  *conclude(subject, found, { open }) {
    const state = stateOf(subject, open);
    if (state?.isClosed !== true) return;
    const ends = openEnds(subject, found);
    const said = openEndsInWords(ends);
    if (said === undefined) return;
    const { place, first } = state;
    yield {
      message: `This plan is ${inWords(place.text)}, but ${said}: finish what is open, or set the state back${first === undefined ? '' : ` to ${first}`}.`,
      range: place.range,
      related: [...ends.gates, ...ends.errors, ...ends.placeholders].sort((a, b) => a.range.start - b.range.start).slice(0, MOST_RELATED),
    };
  },
});

import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { readReviewDates, type ReviewDate } from '../readings/records/review-dates.ts';
import { statusName, type StatusName } from '../readings/records/status-words.ts';

/** Nobody looks at these again. */
const AT_REST: readonly (StatusName | undefined)[] = ['superseded', 'rejected', 'deprecated'];
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export const overdueReview = defineRule({
  id: 'overdue-review',
  summary: 'What was to be looked at again by some day has been.',
  severity: 'information',
  fixable: false,
  *check(subject) {
    const { surroundings, readings } = subject;
    const { today } = surroundings;
    if (today === undefined || AT_REST.includes(statusName(readings.status?.value.text ?? ''))) return;
    for (const { day, place } of reviewDates(subject)) {
      if (day < today) yield { message: `This was to be looked at again by ${day}: do so, and write the next date or take this one out.`, range: place.range };
    }
  },
});

/** Those of the text, and the days on which the steps after a transition are due. */
function reviewDates({ plan, readings }: Subject): readonly ReviewDate[] {
  const followUps = readings.transition?.followUps ?? [];
  const due = followUps.flatMap(({ done, due }) => (due && !done && ISO_DAY.test(due.text) ? [{ place: due, day: due.text }] : []));
  const found = readReviewDates(plan).filter(({ place }) => followUps.every((each) => each.due?.range.start !== place.range.start));
  return [...due, ...found].sort((a, b) => a.place.range.start - b.place.range.start);
}

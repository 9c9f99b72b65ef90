import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readReviewDates } from '../../../../src/core/readings/records/review-dates.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

function daysIn(text: string): readonly string[] {
  return readReviewDates(readPlan(text)).map(({ place, day }) => {
    assert.equal(text.slice(place.range.start, place.range.end), place.text);
    return day;
  });
}

const DUE = [
  'Review by 2026-03-01',
  'Review this by 2026-03-01.',
  'Review it again on 2026-03-01',
  '- Review by: 2026-03-01',
  '**Review by**: 2026-03-01',
  '**Review by:** **2026-03-01**',
  '**Date**: 2025-01-01 · **Next review**: 2026-03-01',
  '* Follow-up: 2026-03-01',
  '- Follow-up: a test with the load of August, by 2026-03-01',
  '- **Follow-up**: measure it (Ada, due 2026-03-01)',
  'Follow-up: load test - owner=Ada - due=2026-03-01',
  'Revisit: 1 March 2026',
  'Revisit by March 1st, 2026',
  'We keep it small. Revisit this decision before 2026-03-01.',
  'This is to be reviewed no later than 2026-03-01.',
  'We will look at it again before 2026-03-01.',
  'We will reassess by 2026-03-01',
  'The next review is due by 2026-03-01.',
  '| Review by | 2026-03-01 |\n|--|--|\n| Owner | Ada |',
  '| Decision | Review by |\n|--|--|\n| One log | 2026-03-01 |',
  '- [ ] Review by 2026-03-01',
  '> Review by 2026-03-01',
];
const NOT_DUE = [
  '**Date**: 2026-03-01',
  'Reviewed by Ada on 2026-03-01',
  '**Last reviewed**: 2026-03-01',
  'Last review: 2026-03-01',
  'Reviewers: Ada, since 2026-03-01',
  'The review on 2026-03-01 found nothing.',
  'Review meeting on 2026-03-01: all agreed.',
  'Review: held on 2026-03-01',
  'We follow the rules of 2026-03-01.',
  'Review by Ada, see the notes of 2026-03-01',
  '- [x] Review by 2026-03-01',
  '~~Review by 2026-03-01~~',
  'Review by 2026-03-01 (done)',
  '```\nReview by 2026-03-01\n```',
  '<!-- Review by 2026-03-01 -->',
  'Review by 2026-13-01',
  'Review by 99 March 2026',
  '| Decision | Review by | Status |\n|--|--|--|\n| One log | 2026-03-01 | done |',
];

describe('readReviewDates', () => {
  for (const text of DUE) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(daysIn(`# T\n\n${text}\n`), ['2026-03-01']);
      assert.deepEqual(daysIn(`\uFEFF# T\n\n${text}\n`.replaceAll('\n', '\r\n')), ['2026-03-01']);
    });
  }
  for (const text of NOT_DUE) it(`takes for none: ${JSON.stringify(text)}`, () => assert.deepEqual(daysIn(`# T\n\n${text}\n`), []));

  it('reads front matter', () => {
    assert.deepEqual(daysIn('---\nstatus: accepted\ndate: 2025-01-01\nreview-by: 2026-03-01\n---\n\n# T\n'), ['2026-03-01']);
    assert.deepEqual(daysIn('---\nnext_review: "2026-03-01"\n---\n'), ['2026-03-01']);
  });

  it('takes any text, and keeps pace with long ones', () => {
    fc.assert(fc.property(anyText(), (text) => void daysIn(`Review by 2026-03-01 ${text} follow-up: 2026-03-01`)), { numRuns: RUNS });
    assert.equal(daysIn(`# T\n\n${'Review a b c d e f g by 2026-03-01; '.repeat(5000)}`).length, 5000);
    daysIn(`# T\n\n${'review '.repeat(50_000)}2026-03-01`);
  });
});

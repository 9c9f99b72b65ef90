import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAYS_PER_MONTH, DAYS_PER_WEEK, HOURS_PER_DAY, readEffort } from '../../../../src/core/readings/phases/effort.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const DAY = HOURS_PER_DAY;
const WEEK = DAYS_PER_WEEK * DAY;
const MONTH = DAYS_PER_MONTH * DAY;

function hours(text: string): number | undefined {
  return readEffort(text)?.hours;
}

describe('readEffort', () => {
  it('counts in hours, with days, weeks and months of work', () => {
    assert.deepEqual([HOURS_PER_DAY, DAYS_PER_WEEK, DAYS_PER_MONTH], [8, 5, 20]);
    for (const text of ['3d', '3 d', '3 days', '3-day', '3 Days', '**3 days**', '`3d`', '⏱️ 3 days', '24h', 'three days', '3 person-days', '3 working days']) assert.equal(hours(text), 3 * DAY, text);
    for (const text of ['4 weeks', '4w', '4 wks', 'four weeks']) assert.equal(hours(text), 4 * WEEK, text);
    for (const text of ['1 month', 'a month', '20 days', '20d']) assert.equal(hours(text), MONTH, text);
    for (const text of ['4h', '4 hours', '4hrs', '240 min']) assert.equal(hours(text), 4, text);
    for (const text of ['90m', '90 min', '90 minutes', '1.5h', '1,5 h']) assert.equal(hours(text), 1.5, text);
    assert.equal(hours('1.5d'), 12);
    assert.equal(hours('half a day'), 4);
    assert.equal(hours('0d'), 0);
  });

  it('takes the larger end of a range', () => {
    for (const text of ['2-3 days', '2–3 days', '2 — 3d', '2 to 3 days', '2d-3d', '2 days to 3 days', '3-2 days', '2 or 3 days']) assert.equal(hours(text), 3 * DAY, text);
    assert.equal(hours('4h - 1d'), DAY);
  });

  it('sums what is written in several units', () => {
    assert.equal(hours('1d 4h'), 12);
    assert.equal(hours('1d4h'), 12);
    assert.equal(hours('1 week, 2 days'), WEEK + 2 * DAY);
    assert.equal(hours('1 week and 2 days'), WEEK + 2 * DAY);
    assert.equal(hours('3d + 1d'), 4 * DAY);
  });

  it('bears words around the amount that do not change it', () => {
    for (const text of ['about 2 weeks', '~2 weeks', 'est. ~2w', 'up to 2 weeks', '2 weeks (two people)', '2 weeks; then a break', '2 weeks, side by side', '2 weeks – one team', '2 weeks.', '2 weeks of work', '2 weeks in total']) {
      assert.equal(hours(text), 2 * WEEK, text);
    }
  });

  it('is silent about everything else', () => {
    const others = ['', ' ', 'Xd', '{{effort}}', '[EFFORT]', 'TBD', '—', '3', 'some time', '2 sprints', '5 points', '2-week sprint', '3 daisies', 'day 3', 'Week 1-2', 'Weeks 1-4', '2 weeks after launch', '3 days per table', '3 days/table'];
    others.push('Domain + Contracts', '3D', '2M', '4H', 'M', '> 3 days', '3+ days', '1,000h', '12345d', '1.2.3d', 'v3 days', '-3 days', 'ten', 'the day', 'android');
    for (const text of others) assert.equal(hours(text), undefined, text);
  });

  it('never throws, and gives a number of hours that is none below zero', () => {
    const word = fc.constantFrom('3', '2-', '1.5', '0', ',', 'd', 'days', ' week', ' ', 'to ', 'about ', '~', 'a ', 'half ', '(', ')', '\r\n', '🎯', 'שבוע', '٣', '-', '\t');
    const text = fc.oneof(fc.array(word, { maxLength: 9 }).map((words) => words.join('')), anyText());
    fc.assert(fc.property(text, (written) => (hours(written) ?? 0) >= 0), { numRuns: 10 * RUNS });
  });

  it('reads no more of a long text than its beginning', () => {
    for (const part of ['1', '1d ', 'about ', ' ', '2-', '*']) assert.equal(hours(part.repeat(200_000)), hours(part.repeat(1000)), part);
  });
});

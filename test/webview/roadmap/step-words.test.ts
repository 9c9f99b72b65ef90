import assert from 'node:assert/strict';
import { mermaidOf } from '../../../webview/roadmap/mermaid-text.ts';
import { graphOf, markedIn } from '../../../webview/roadmap/step-graph.ts';
import { afterText, effortText, fullName, progressText, roundsText, rowFacts, timesText, timeText, unseenText } from '../../../webview/roadmap/step-words.ts';
import { NO_WORKS, step, stepsPicture, timed } from './steps-of.ts';

const place = { line: 0, range: { start: 0, end: 0 } };
/** 1, then 2 (long) and 3 (short), then 4. */
const PLAN = stepsPicture(
  [
    timed(1, 0, 80, true, { title: 'Ground', effort: '2 weeks' }),
    timed(2, 80, 200, true, { title: 'Booking', effort: '3 weeks', status: 'In work', after: [1], column: 1, works: { ...NO_WORKS, progress: { done: 2, total: 3, hoursLeft: undefined, unsized: 1 } } }),
    timed(3, 80, 120, false, { effort: '1 week', after: [1], column: 1 }),
    timed(4, 200, 216, true, { effort: '2d', after: [2, 3], column: 2 }),
  ],
  { times: { total: 216, inTurn: 256, critical: [1, 2, 4] } },
);

describe('the words for steps', () => {
  it('name a step by what it has', () => {
    assert.deepEqual([step(1, { title: 'Data' }), step(1), step(1, { label: undefined, title: 'MVP' }), step(7, { label: undefined })].map(fullName), ['Phase 1: Data', 'Phase 1', 'MVP', 'Number 7']);
  });

  it('say in a row what the picture shows', () => {
    const [, second, , last] = PLAN.steps;
    assert.ok(second && last);
    assert.equal(rowFacts(second, PLAN), 'In work · 3 weeks · after Phase 1 · 2 of 3 done');
    assert.equal(unseenText(second, PLAN, true), ', In work, after Phase 1, on the critical path');
    assert.equal(rowFacts(step(1, { state: 'done' }), PLAN), 'Done');
    assert.equal(afterText(last, PLAN), 'after Phase 2 and Phase 3');
    assert.equal(timeText(last, true), 'begins after 5 weeks, ends after 5 weeks 2 days, on the critical path');
    assert.equal(timeText(timed(1, 0, 16, false), false), 'begins at once, ends after 2 days');
    const untimed = step(1, { time: { start: 40, end: 40, hours: undefined, isSet: false, slack: 8, isCritical: false, tooEarlyFor: [] } });
    assert.deepEqual([timeText(untimed, false), effortText(untimed)], ['begins after 1 week, does not say how long it takes and counts as no time', 'no effort given']);
  });

  it('say what is done and what is left', () => {
    assert.equal(progressText({ done: 5, total: 12, hoursLeft: 18, unsized: 0 }), '5 of 12 done, 2 days 2 hours left');
    assert.equal(progressText({ done: 5, total: 12, hoursLeft: 3, unsized: 2 }), '5 of 12 done, 3 hours left and 2 not estimated');
    assert.equal(progressText({ done: 1, total: 2, hoursLeft: undefined, unsized: 1 }), '1 of 2 done');
  });

  it('say how long it all takes, in figures that can be added up', () => {
    assert.deepEqual(timesText(PLAN, 'phase'), {
      sentence: '5 weeks 2 days if everything that can run side by side does; 6 weeks 2 days one after the other.',
      sums: [
        'A day counts as 8 hours, a week as 5 days, a month as 20 days; of a range the longer end counts.',
        'The longest way through: Phase 1 (2 weeks) + Phase 2 (3 weeks) + Phase 4 (2 days) = 5 weeks 2 days.',
        'One after the other: Phase 1 (2 weeks) + Phase 2 (3 weeks) + Phase 3 (1 week) + Phase 4 (2 days) = 6 weeks 2 days.',
      ],
    });
    const chain = stepsPicture([timed(1, 0, 8, true), timed(2, 8, 16, true)], { times: { total: 16, inTurn: 16, critical: [1, 2] } });
    assert.equal(timesText(chain, 'phase')?.sentence, '2 days, one after the other.');
    assert.equal(timesText(stepsPicture([step(1)]), 'phase'), undefined);
  });

  it('name those that give no effort, and what the document places itself', () => {
    const untimed = (number: number) => step(number, { time: { start: 0, end: 0, hours: undefined, isSet: false, slack: 0, isCritical: false, tooEarlyFor: [] } });
    const times = { total: 80, inTurn: 80, critical: [1] };
    const sentence = (...numbers: readonly number[]): string | undefined => timesText(stepsPicture([timed(1, 0, 80, true), ...numbers.map(untimed)], { times }), 'phase')?.sentence;
    assert.equal(sentence(2), '2 weeks, one after the other. Phase 2 does not say how long it takes and counts as no time.');
    assert.equal(sentence(2, 3), '2 weeks, one after the other. Phase 2 and Phase 3 do not say how long they take and count as no time.');
    assert.equal(sentence(2, 3, 4, 5), '2 weeks, one after the other. 4 phases do not say how long they take and count as no time.');
    const [late] = [timed(1, 80, 160, true)];
    const set = stepsPicture([{ ...late, time: late.time && { ...late.time, isSet: true } }], { times: { total: 160, inTurn: 80, critical: [1] } });
    assert.equal(timesText(set, 'phase')?.sentence, '4 weeks as the document has it; 2 weeks one after the other.');
    assert.equal(timesText(set, 'phase')?.sums[1], 'The longest way through: 2 weeks before it + Phase 1 (2 weeks) = 4 weeks.');
  });

  it('say in how many rounds waves run', () => {
    assert.equal(roundsText(PLAN, 'wave'), '4 waves in 3 rounds, up to 2 side by side.');
    assert.equal(roundsText(stepsPicture([step(1), step(2, { column: 1 })]), 'wave'), '2 waves, one after the other.');
    assert.equal(roundsText(stepsPicture([step(1), step(2)], { circles: [[1, 2]] }), 'wave'), '2 waves, of which some wait for each other.');
  });
});

describe('the graph of steps', () => {
  it('marks the critical path where it tells something', () => {
    assert.deepEqual([...markedIn(PLAN)], [1, 2, 4]);
    assert.deepEqual([...markedIn(stepsPicture([timed(1, 0, 8, true), timed(2, 8, 16, true)], { times: { total: 16, inTurn: 16, critical: [1, 2] } }))], []);
    assert.deepEqual(graphOf(PLAN, markedIn(PLAN)), {
      columns: [0, 1, 1, 2],
      edges: [
        { from: 0, to: 1, kind: 'critical' },
        { from: 0, to: 2, kind: 'plain' },
        { from: 1, to: 3, kind: 'critical' },
        { from: 2, to: 3, kind: 'plain' },
      ],
    });
  });

  it('has what is not among the steps in the column before the first that waits for it', () => {
    const picture = stepsPicture([step(1, { column: 1 }), step(2, { column: 2, after: [1], wrong: [1] })], { outside: [{ name: 'Phase 9', isMissing: true, before: [2], ...place }] });
    assert.deepEqual(graphOf(picture, new Set()), { columns: [1, 2, 1], edges: [{ from: 2, to: 1, kind: 'wrong' }, { from: 0, to: 1, kind: 'wrong' }] });
  });

  it('is copied as a flowchart, whatever signs its names have', () => {
    const hostile = stepsPicture([step(1, { title: 'A "b" <c> #1; `d`\nend' }), step(2, { after: [1], wrong: [1] })], { outside: [{ name: 'Phase 9', isMissing: true, before: [2], ...place }] });
    assert.equal(
      mermaidOf(hostile),
      ['flowchart LR', '  s1["Phase 1: A #34;b#34; #60;c#62; #35;1#59; #96;d#96; end"]', '  s2["Phase 2"]', '  s3(["Phase 9"])', '  s3 -.-> s2', '  s1 -.-> s2', ''].join('\n'),
    );
    assert.match(mermaidOf(PLAN), /s1\["Phase 1: Ground<br\/>2 weeks"\]\n[^]*s1 ==> s2\n {2}s1 --> s3\n/);
  });
});

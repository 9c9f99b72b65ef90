import assert from 'node:assert/strict';
import { windowIn } from '../../../src/core/picture/step-amounts.ts';
import { named, said, stateIn } from '../../../src/core/picture/step-words.ts';

const value = (text: string) => ({ text, range: { start: 0, end: text.length } });

describe('the words of steps', () => {
  it('tell how far along they are', () => {
    const states = (words: readonly string[], state: string | undefined): void => {
      for (const word of words) assert.equal(stateIn(word), state, word);
    };
    states(['Done', '✅ Done', 'complete', 'Completed', 'Finished', 'shipped 🎉', '100% complete', '✔', 'Delivered in May'], 'done');
    states(['In work', 'in progress', 'IN-PROGRESS'.replace('-', ' '), 'active', '🚧', '80% complete', 'Almost done', 'Partially complete', 'Ongoing', 'WIP', 'Started'], 'active');
    states(['Planned', 'Not started', 'not done', 'To do', 'TODO', 'pending', 'Proposed', '⏳ waits', 'Backlog'], 'planned');
    states(['Blocked by legal', '⛔', 'On hold', 'Cancelled'], 'blocked');
    states(['Yes', 'Q3', '', 'abandonment is no state of an x'.slice(0, 0)], undefined);
  });

  it('are nothing where nothing is said', () => {
    for (const text of ['', '-', '—', 'n/a', 'None', 'TBD', '{{status}}', 'Xd', '[STATUS]']) assert.equal(said(value(text)), undefined, text);
    assert.equal(said(value('**In** work')), 'In work');
    assert.equal(named(value('{{title}}')), undefined);
    assert.equal(named(value('Data {{store}}')), 'Data {{store}}');
    assert.equal(named(value('🚀')), undefined);
  });

  it('name weeks, months and days from the start', () => {
    const hours = (text: string): unknown => {
      const { window } = windowIn(text) ?? {};
      return window && [window.start, window.end];
    };
    for (const text of ['Weeks 3-4', 'weeks 3 – 4', 'Week 3 to Week 4', 'W3-W4', 'Weeks 3 & 4', '**Weeks**: 3-4', 'Weeks #3-4', 'Foundation (Weeks 3-4, 2 people)', 'Weeks: 3 through 4', 'wk 3-4']) assert.deepEqual(hours(text), [80, 160], text);
    assert.deepEqual(hours('Week 3'), [80, 120]);
    assert.deepEqual(hours('Week 1'), [0, 40]);
    assert.deepEqual(hours('Month 2'), [160, 320]);
    assert.deepEqual(hours('Days 1-5'), [0, 40]);
    assert.deepEqual(hours('Week 4-2'), [120, 160]);
    assert.deepEqual(hours('Week 0'), [0, 40]);
    for (const text of ['Week 3 - 2 people', 'Week 3 - 4 developers', 'Week 3 (4 people)', 'Week 3 - 10 days']) assert.deepEqual(hours(text), [80, 120], text);
    for (const text of ['3 weeks', 'two weeks', 'Sprint 1-2', 'W3C compliance', 'Q3', 'weekly', '3-4', 'Week 2024', 'Phase 3']) assert.equal(hours(text), undefined, text);
    assert.equal(windowIn('(Weeks: 3-4)')?.text, 'Weeks 3-4');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisOf, durationText } from '../../../webview/roadmap/durations.ts';

describe('durations', () => {
  it('are said exactly', () => {
    const texts = [0, 0.5, 1, 3, 8, 11, 16, 17, 24, 40, 48, 100, 160, 181.5, 2000].map(durationText);
    assert.deepEqual(texts, ['no time', '0.5 hours', '1 hour', '3 hours', '1 day', '11 hours', '2 days', '2 days 1 hour', '3 days', '1 week', '1 week 1 day', '2 weeks 2 days 4 hours', '4 weeks', '4 weeks 2 days 5.5 hours', '50 weeks']);
    assert.equal(durationText(1 / 3), '0.33 hours');
  });

  it('have an axis in units that fit', () => {
    const marks = (total: number, most: number): unknown => {
      const axis = axisOf(total, most);
      return [axis.unit, axis.every, axis.marks.map(({ number }) => number)];
    };
    assert.deepEqual(marks(11, 12), ['Hour', 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]]);
    assert.deepEqual(marks(11, 6), ['Hour', 2, [1, 3, 5, 7, 9, 11]]);
    assert.deepEqual(marks(48, 8), ['Day', 8, [1, 2, 3, 4, 5, 6]]);
    assert.deepEqual(marks(120, 4), ['Day', 40, [1, 6, 11]]);
    assert.deepEqual(marks(256, 8), ['Week', 40, [1, 2, 3, 4, 5, 6, 7]]);
    assert.deepEqual(marks(480, 6), ['Week', 80, [1, 3, 5, 7, 9, 11]]);
    assert.deepEqual(marks(5000, 6), ['Month', 960, [1, 7, 13, 19, 25, 31]]);
  });

  it('have no more marks than there is room for, and each within the whole', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 40 }), (total, most) => {
        const { every, marks } = axisOf(total, most);
        assert.ok(marks.length >= 1 && marks.length <= most + 1 && every > 0);
        for (const { at } of marks) assert.ok(at >= 0 && at < total + 1e-6);
      }),
    );
  });
});

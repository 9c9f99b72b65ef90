import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  carried, fitted, frameHeight, isLarger, isSame, MARGIN, panned, reframed, revealing, zoomed, type Look, type Point, type Size,
} from '../../../webview/diagrams/pan-zoom.ts';

const frame: Size = { width: 400, height: 300 };
const small: Size = { width: 200, height: 100 };
const wide: Size = { width: 1600, height: 400 };

/** Which point of the picture is seen there. */
function seenAt({ scale, x, y }: Look, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

function near(one: Point, other: Point): void {
  assert.ok(Math.hypot(one.x - other.x, one.y - other.y) < 0.01, `${JSON.stringify(one)} is not near ${JSON.stringify(other)}`);
}

describe('fitting a picture into its frame', () => {
  it('shows a small one as it was drawn, in the middle', () => {
    assert.deepEqual(fitted(small, frame), { scale: 1, x: 100, y: 100 });
  });

  it('shows it larger only where that is wished for', () => {
    const { scale, x, y } = fitted(small, frame, 2);
    assert.equal(scale, (400 - 2 * MARGIN) / 200);
    near({ x, y }, { x: MARGIN, y: (300 - 100 * scale) / 2 });
  });

  it('shows the whole of a large one', () => {
    const { scale, x, y } = fitted(wide, frame);
    assert.equal(scale, (400 - 2 * MARGIN) / 1600);
    near({ x, y }, { x: MARGIN, y: (300 - 400 * scale) / 2 });
    assert.equal(isLarger({ scale, x, y }, wide, frame), false);
  });

  it('bears a frame without any room', () => {
    assert.ok(fitted(wide, { width: 0, height: 0 }).scale > 0);
  });
});

describe('the height of a frame', () => {
  it('is that of the picture in the width of the page', () => {
    assert.equal(frameHeight({ width: 300, height: 500 }, 700), 500 + 2 * MARGIN);
    assert.equal(frameHeight({ width: 1000, height: 800 }, 500 + 2 * MARGIN), 400 + 2 * MARGIN);
  });

  it('is more for a wide picture, less than the page could take for a very high one', () => {
    assert.equal(frameHeight({ width: 8000, height: 2000 }, 400), 200 + 2 * MARGIN);
    assert.equal(frameHeight({ width: 8000, height: 90 }, 400), 90 + 2 * MARGIN);
    assert.equal(frameHeight({ width: 300, height: 9000 }, 700), 2000 + 2 * MARGIN);
  });
});

describe('zooming', () => {
  it('keeps what lies under the pointer', () => {
    const before = zoomed(fitted(wide, frame), wide, frame, 6, { x: 200, y: 150 });
    const at = { x: 120, y: 90 };
    const after = zoomed(before, wide, frame, 1.3, at);
    assert.ok(Math.abs(after.scale / before.scale - 1.3) < 1e-9);
    near(seenAt(after, at), seenAt(before, at));
  });

  it('ends at the whole picture and at four times its size', () => {
    const whole = fitted(wide, frame);
    assert.equal(isSame(zoomed(whole, wide, frame, 0.1, { x: 10, y: 10 }), whole), true);
    assert.equal(zoomed(whole, wide, frame, 1000, { x: 10, y: 10 }).scale, 4);
    assert.equal(zoomed(fitted(small, frame), small, frame, 0.5, { x: 1, y: 1 }).scale, 1);
  });

  it('makes a picture that was shown larger than it was drawn smaller again', () => {
    assert.equal(zoomed(fitted(small, frame, 2), small, frame, 0.01, { x: 0, y: 0 }).scale, 1);
  });
});

describe('panning', () => {
  it('moves a picture that is larger than its frame', () => {
    const look = zoomed(fitted(wide, frame), wide, frame, 4, { x: 200, y: 150 });
    const moved = panned(look, wide, frame, 30, -20);
    assert.deepEqual({ x: moved.x - look.x, y: moved.y - look.y, scale: moved.scale }, { x: 30, y: -20, scale: look.scale });
  });

  it('leaves no edge of the frame empty, and a small picture where it is', () => {
    const look = zoomed(fitted(wide, frame), wide, frame, 4, { x: 200, y: 150 });
    assert.equal(panned(look, wide, frame, 99_999, 0).x, MARGIN);
    assert.equal(panned(look, wide, frame, -99_999, 0).x, frame.width - MARGIN - wide.width * look.scale);
    assert.equal(isSame(panned(fitted(small, frame), small, frame, 50, 50), fitted(small, frame)), true);
  });
});

describe('a look that goes on', () => {
  const look = zoomed(fitted(wide, frame), wide, frame, 5, { x: 100, y: 100 });
  const middle = { x: frame.width / 2, y: frame.height / 2 };

  it('keeps the middle when the frame changes', () => {
    const larger = { width: 500, height: 260 };
    near(seenAt(reframed(look, wide, frame, larger), { x: 250, y: 130 }), seenAt(look, middle));
  });

  it('stays with a picture that was drawn anew in the same size, to the pixel', () => {
    const same = carried(look, wide, wide, frame);
    assert.ok(same && isSame(same, look));
  });

  it('keeps its share of a picture that has grown a little', () => {
    const grown = { width: 1800, height: 440 };
    const after = carried(look, wide, grown, frame);
    assert.ok(after);
    assert.equal(after.scale, look.scale);
    const [before, now] = [seenAt(look, middle), seenAt(after, middle)];
    near({ x: now.x / grown.width, y: now.y / grown.height }, { x: before.x / wide.width, y: before.y / wide.height });
  });

  it('is given up for another picture', () => {
    assert.equal(carried(look, wide, { width: 1600, height: 700 }, frame), undefined);
    assert.equal(carried(look, wide, { width: 800, height: 400 }, frame), undefined);
  });
});

describe('bringing a part into sight', () => {
  const look: Look = { scale: 1, x: -300, y: -20 };

  it('moves nothing when it is there', () => {
    assert.deepEqual(revealing(look, wide, frame, { x: 400, y: 100, width: 80, height: 40 }), look);
  });

  it('moves as little as is needed, to any side', () => {
    assert.equal(revealing(look, wide, frame, { x: 100, y: 100, width: 80, height: 40 }).x, MARGIN - 100);
    assert.equal(revealing(look, wide, frame, { x: 1000, y: 100, width: 80, height: 40 }).x, frame.width - MARGIN - 1080);
    assert.equal(revealing(look, wide, frame, { x: 400, y: 330, width: 80, height: 40 }).y, frame.height - MARGIN - 370);
  });

  it('shows the beginning of what is larger than the frame', () => {
    assert.equal(revealing(look, wide, frame, { x: 500, y: 100, width: 700, height: 40 }).x, MARGIN - 500);
  });
});

describe('whatever is done to a picture', () => {
  it('some of it is seen, and the numbers stay numbers', () => {
    const length = fc.double({ min: 1, max: 20_000, noNaN: true });
    const steps = fc.array(fc.record({ factor: fc.double({ min: 0.01, max: 50, noNaN: true }), x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.record({ width: length, height: length }), fc.record({ width: fc.integer({ min: 100, max: 2000 }), height: fc.integer({ min: 100, max: 2000 }) }), steps, (picture, room, moves) => {
        let look = fitted(picture, room);
        for (const { factor, x, y } of moves) look = panned(zoomed(look, picture, room, factor, { x, y }), picture, room, x, y);
        assert.ok(Number.isFinite(look.scale + look.x + look.y));
        assert.ok(look.x < room.width && look.y < room.height && look.x + picture.width * look.scale > 0 && look.y + picture.height * look.scale > 0);
      }),
    );
  });
});

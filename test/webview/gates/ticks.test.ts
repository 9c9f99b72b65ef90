import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Ticks, type Tickable } from '../../../webview/gates/ticks.ts';

/** A box on the screen: what it shows, and what the document says. */
class Box implements Tickable {
  isDone = false;
  isDrawn = false;

  constructor(
    readonly name: string,
    public place: number | undefined,
  ) {}

  drawTick(done: boolean): void {
    this.isDrawn = done;
  }

  /** The next picture. */
  show(done: boolean): void {
    this.isDone = done;
    this.isDrawn = done;
  }
}

const PATIENCE_MS = 30;

describe('ticks on their way into the document', () => {
  let sent: (readonly [number, boolean])[];
  let ticks: Ticks;
  const first = (): Box => new Box('First', 10);

  beforeEach(() => {
    sent = [];
    ticks = new Ticks((place, done) => sent.push([place, done]), PATIENCE_MS);
    ticks.drawn('Plan');
  });

  const click = (box: Box, done: boolean): void => {
    box.isDrawn = done;
    ticks.want(box, done);
  };

  it('are sent at once, and come back with the next picture', async () => {
    const box = first();
    click(box, true);
    assert.deepEqual([sent, box.isDrawn], [[[10, true]], true]);
    box.show(true);
    ticks.drawn('Plan');
    await setTimeout(3 * PATIENCE_MS);
    assert.deepEqual([sent.length, box.isDrawn], [1, true]);
  });

  it('wait for each other, and go to where their boxes stand by then', () => {
    const [one, other] = [first(), new Box('Other', 20)];
    click(one, true);
    click(other, true);
    assert.deepEqual(sent, [[10, true]]);
    one.show(true);
    other.show(false);
    other.place = 25;
    ticks.drawn('Plan');
    assert.deepEqual(sent, [[10, true], [25, true]]);
    assert.equal(other.isDrawn, true, 'still shows what is wanted');
  });

  it('take the last wish for one box', () => {
    const [one, other] = [first(), new Box('Other', 20)];
    click(one, true);
    click(other, true);
    click(other, false);
    one.show(true);
    ticks.drawn('Plan');
    assert.deepEqual(sent, [[10, true]]);
  });

  it('send the opposite wish once the first has arrived', () => {
    const one = first();
    click(one, true);
    click(one, false);
    one.show(true);
    ticks.drawn('Plan');
    assert.deepEqual(sent, [[10, true], [10, false]]);
    assert.equal(one.isDrawn, false);
  });

  it('are sent once more where the picture is older than the wish, and nothing else is lost', () => {
    const [one, other] = [first(), new Box('Other', 20)];
    click(one, true);
    click(other, true);
    ticks.drawn('Plan');
    assert.deepEqual([sent, one.isDrawn, other.isDrawn], [[[10, true], [10, true]], true, true]);
    one.show(true);
    ticks.drawn('Plan');
    assert.deepEqual(sent.at(-1), [20, true]);
  });

  it('are one wish however often a box is pressed', () => {
    const [one, other] = [first(), new Box('Other', 20)];
    for (const done of [true, false, true]) click(one, done);
    click(other, true);
    ticks.drawn('Plan');
    assert.equal(one.isDrawn, true);
    one.show(true);
    ticks.drawn('Plan');
    assert.deepEqual(sent, [[10, true], [10, true], [20, true]]);
  });

  it('are taken back where the document was never drawn with them', async () => {
    const [one, other] = [first(), new Box('Other', 20)];
    click(one, true);
    click(other, true);
    await setTimeout(3 * PATIENCE_MS);
    assert.deepEqual([one.isDrawn, other.isDrawn, sent.length], [false, false, 1]);
    click(other, true);
    assert.deepEqual(sent, [[10, true], [20, true]]);
  });

  it('never reach another document, or another gate', () => {
    const [one, other, third] = [first(), new Box('Other', 20), new Box('Third', 30)];
    for (const box of [one, other]) click(box, true);
    ticks.drawn('Another plan');
    assert.deepEqual(sent, [[10, true]]);
    click(one, true);
    click(third, true);
    one.show(true);
    Object.assign(third, { name: 'Something else' });
    ticks.drawn('Another plan');
    assert.deepEqual(sent, [[10, true], [10, true]]);
  });
});

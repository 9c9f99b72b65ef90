import assert from 'node:assert/strict';
import { Pool } from '../../webview/pool.ts';

describe('a pool of marks', () => {
  it('keeps a mark for each number, makes those that are missing and forgets the others', () => {
    const made: number[] = [];
    const shown: string[] = [];
    const pool = new Pool<string>((number) => {
      made.push(number);
      // All that it hands on is the element.
      return { element: { number } as unknown as HTMLElement, show: (item) => shown.push(`${number} ${item}`) };
    });
    const [one, two] = pool.show(['a', 'b']);
    assert.deepEqual(pool.show(['c', 'd', 'e']).slice(0, 2), [one, two]);
    assert.equal(pool.show(['f'])[0], one);
    assert.notEqual(pool.show(['g', 'h'])[1], two);
    assert.deepEqual(made, [1, 2, 3, 2]);
    assert.deepEqual(shown, ['1 a', '2 b', '1 c', '2 d', '3 e', '1 f', '1 g', '2 h']);
  });
});

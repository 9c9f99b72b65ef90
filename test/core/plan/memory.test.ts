import assert from 'node:assert/strict';
import { foundIn, Memory } from '../../../src/core/plan/memory.ts';
import { readPlan, type Plan } from '../../../src/core/plan/plan.ts';
import { sliceOf, type Range } from '../../../src/core/text/range.ts';

/** Finds the capital letters of a piece, and writes down which pieces it was asked about. */
function finder(): { readonly find: (plan: Plan, piece: Range) => readonly Range[]; readonly asked: string[] } {
  const asked: string[] = [];
  const find = ({ text }: Plan, { start, end }: Range): readonly Range[] => {
    asked.push(text.slice(start, end).trim());
    return Array.from(text.slice(start, end).matchAll(/[A-Z]/g), ({ index }) => ({ start: start + index, end: start + index + 1 }));
  };
  return { find, asked };
}

describe('foundIn', () => {
  it('finds piece by piece, from one heading to the next', () => {
    const { find, asked } = finder();
    const plan = readPlan('X\n# a\nB\n## c\nd\n# e\nF\n');
    assert.deepEqual(foundIn(plan, find).map((range) => sliceOf(plan.text, range)), ['X', 'B', 'F']);
    assert.deepEqual(asked, ['X', '# a\nB', '## c\nd', '# e\nF']);
  });

  it('looks only into the pieces that reach into a span, and as a whole into those', () => {
    const { find, asked } = finder();
    const plan = readPlan('X\n# a\nB\n## c\nD\n# e\nF\n');
    const at = plan.text.indexOf('B');
    assert.deepEqual(foundIn(plan, find, { start: at + 1, end: plan.text.indexOf('## c') + 1 }).map((range) => sliceOf(plan.text, range)), ['B', 'D']);
    assert.deepEqual(foundIn(plan, find, { start: 0, end: 0 }), []);
    assert.deepEqual(asked, ['# a\nB', '## c\nD']);
  });

  it('reads after a change the piece that changed, and moves what stands below it', () => {
    const { find, asked } = finder();
    const memory = new Memory();
    const before = '# a\nB\n# c\nD\n# e\nf\n';
    foundIn(readPlan(before, memory), find);
    asked.length = 0;
    for (const text of [before.replace('B', 'new B'), before.replace('B', 'B and B'), before]) {
      const plan = readPlan(text, memory);
      assert.deepEqual(foundIn(plan, find).map((range) => sliceOf(text, range)), text.includes('and') ? ['B', 'B', 'D'] : ['B', 'D']);
    }
    assert.deepEqual(asked, ['# a\nnew B', '# a\nB and B']);
  });
});

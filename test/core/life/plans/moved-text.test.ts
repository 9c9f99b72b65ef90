import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definitionsFor, movedText, withHeadingsBelow } from '../../../../src/core/life/plans/moved-text.ts';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const MOVE = { from: 'docs/plans/a.md', to: 'docs/adr/7.md' };

function moved(text: string, part = text, move = MOVE): string {
  const start = text.indexOf(part);
  return movedText(readPlan(text), { start, end: start + part.length }, move);
}

describe('movedText', () => {
  it('leads where it led before', () => {
    for (const [link, expected] of [
      ['b.md', '../plans/b.md'],
      ['./b.md#x', '../plans/b.md#x'],
      ['../adr/8.md', '8.md'],
      ['../../src/', '../../src/'],
      ['#here', '../plans/a.md#here'],
      ['a%20b.md?x=1#y', '../plans/a%20b.md?x=1#y'],
      ['https://x.org/b.md', 'https://x.org/b.md'],
      ['/docs/b.md', '/docs/b.md'],
      ['mailto:a@b.c', 'mailto:a@b.c'],
      ['../../../up.md', '../../../up.md'],
    ] as const) {
      assert.equal(moved(`See [it](${link}).`), `See [it](${expected}).`);
      assert.equal(moved(`![x](<${link}> "t")`), `![x](<${expected}> "t")`);
    }
    assert.equal(moved('`[it](b.md)` and\n\n```\n[it](b.md)\n```\n'), '`[it](b.md)` and\n\n```\n[it](b.md)\n```\n', 'code is no link');
    assert.equal(moved('[it](b.md#x)', undefined, { from: 'docs/a.md', to: 'docs/7.md' }), '[it](b.md#x)', 'in the same folder');
    assert.equal(moved('[it](#x)', undefined, { from: 'docs/a.md', to: 'docs/7.md' }), '[it](a.md#x)');
  });

  it('begins at the edge, with what is indented below it', () => {
    const text = '- a\n  - **Choice**: b\n    - c\n\n          d\n  - e\n';
    assert.equal(moved(text, 'b\n    - c\n\n          d'), 'b\n- c\n\n      d');
    assert.equal(moved('1. x\r\n   y\r\n', 'x\r\n   y'), 'x\ny');
  });

  it('brings the definitions that it needs', () => {
    const text = 'See [a][One], [two] and [x][three].[^n]\n\n[one]: b.md "t"\n[TWO]: <c.md>\n[other]: d.md\n[^n]: Said in [e](e.md)\n  twice\n[^m]: no\n';
    assert.deepEqual(definitionsFor(readPlan(text), 'See [a][One], [two] and [x][three].[^n]', MOVE), ['[one]: ../plans/b.md "t"', '[TWO]: <../plans/c.md>', '[^n]: Said in [e](../plans/e.md)\n  twice']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(60), fc.nat(60), (text, a, b) => {
        const plan = readPlan(text);
        const range = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        assert.equal(typeof movedText(plan, range, MOVE), 'string');
        definitionsFor(plan, text, MOVE);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('withHeadingsBelow', () => {
  it('shifts all headings alike, unless one would be too deep', () => {
    assert.equal(withHeadingsBelow('x\n\n##### A\n\n###### B\n', 2), 'x\n\n### A\n\n#### B\n');
    assert.equal(withHeadingsBelow('A\n===\n\n## B\n', 2), '### A\n\n#### B\n');
    assert.equal(withHeadingsBelow('# A\n\n##### B\n', 2), '# A\n\n##### B\n');
    assert.equal(withHeadingsBelow('```\n# no\n```\n', 2), '```\n# no\n```\n');
  });
});

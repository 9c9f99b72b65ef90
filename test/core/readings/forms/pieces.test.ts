import assert from 'node:assert/strict';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { headedPieces } from '../../../../src/core/readings/forms/pieces.ts';
import { read } from '../../support/markdown.ts';

function piecesIn(text: string): readonly string[] {
  return headedPieces(readPlan(text), { start: 0, end: text.length }, read).map(({ range, section, heading, blocks }) => {
    assert.equal(section === undefined, heading === undefined);
    return `${text.slice(range.start, range.end).split('\n')[0] ?? ''}: ${blocks.length}`;
  });
}

describe('headedPieces', () => {
  it('cuts a span at its headings', () => {
    assert.deepEqual(piecesIn('Before.\n\n# Plan\n\nText.\n\n- a\n\n## Goals\n'), ['Before.: 1', '# Plan: 2', '## Goals: 0']);
  });

  it('begins with the heading behind a byte-order mark', () => {
    assert.deepEqual(piecesIn('\uFEFF# Plan\n\nText.\n'), ['# Plan: 1']);
    assert.deepEqual(piecesIn('\uFEFFBefore.\n'), ['Before.: 1']);
  });

  it('has none in a text that says nothing', () => {
    assert.deepEqual([piecesIn(''), piecesIn('\uFEFF')], [[], []]);
  });
});

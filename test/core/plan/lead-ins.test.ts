import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leadIns } from '../../../src/core/plan/lead-ins.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { RUNS } from '../support/runs.ts';

/** The titles, after checking that each range slices to its bold words. */
function titles(text: string): readonly string[] {
  return leadIns(readPlan(text)).map(({ title, range }) => {
    assert.match(text.slice(range.start, range.end), /^\*\*[^*\r\n]+\*\*$/);
    assert.ok(text.slice(range.start, range.end).includes(title));
    return title;
  });
}

describe('leadIns', () => {
  it('are bold words with a colon that begin a line', () => {
    assert.deepEqual(titles('**Status**: Accepted\n**Context:** why\n**Decision** : what\n   **Deciders**:\n'), ['Status', 'Context', 'Decision', 'Deciders']);
    assert.deepEqual(titles('3. **Buffering Strategy:** none\n12)\t**Data Flow**: one\n'), ['Buffering Strategy', 'Data Flow']);
    assert.deepEqual(titles('**🎯 目的**: x\r\n**سياق**: y\r**a_b**: z'), ['🎯 目的', 'سياق', 'a_b']);
    assert.deepEqual(titles('\uFEFF# T\n\n**Status**: x\n'), ['Status']);
  });

  it('are not bold words of other places', () => {
    const others = ['Some **Status**: x', '- **Status**: x', '> **Status**: x', '    **Status**: x', '\t**Status**: x', '**Status** is open', '***Status***: x', '__Status__: x', '# **Status**: x', '**Sta\ntus**: x', '****: x', '**Status: x', `**${'x'.repeat(121)}**: x`, '1234. **Status**: x'];
    for (const text of others) assert.deepEqual(titles(`${text}\n`), [], text);
  });

  it('are not in fences, comments and front matter', () => {
    assert.deepEqual(titles('---\nnote: |\n  **Front**: x\n---\n**A**: x\n\n```\n**Fence**: x\n```\n\n**B**: x\n\n<!--\n**Comment**: x\n-->\n\n~~~\n**Tilde**: x\n~~~\n**C**: x\n'), ['A', 'B', 'C']);
    assert.deepEqual(titles('**A**: x\n\n```\n**Never closed**: x\n'), ['A']);
    assert.deepEqual(titles('<!-- a -->\n**A**: x\n<!-- b --> \n'), ['A']);
  });

  it('never throws, whatever the text', () => {
    const line = fc.constantFrom('**A**: x', '**B:**', '1. **C**: y', '```', '<!--', '-->', '---', '# T', '', '**', ':', '  **D** :', '> **E**:', '🎯');
    const text = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(text, (written) => void titles(written)), { numRuns: 3 * RUNS });
  });

  it('are read in a hostile text as in any other', () => {
    for (const unit of ['**', '**a', '1. ', ' ', '```\n', '<!-- -->\n']) assert.deepEqual(titles(unit.repeat(2000)), [], unit);
    for (const unit of ['**a**: b\n', '**a**: b\n```\n```\n']) assert.equal(titles(unit.repeat(2000)).length, 2000, unit);
    assert.deepEqual(titles('**a**:'.repeat(2000)), ['a']);
  });
});

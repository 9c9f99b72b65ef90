import assert from 'node:assert/strict';
import { cellSlot, fieldSlot, lineSlot, yamlSlot, type Slot } from '../../../src/core/assist/slots.ts';

/** The slot at the `¦` of a line, with what stands in it now. */
function at(marked: string, find: (line: string, column: number) => Slot | undefined): readonly [key: string, text: string, lead: string] | undefined {
  const line = marked.replace('¦', '');
  const slot = find(line, marked.indexOf('¦'));
  return slot && [slot.key, line.slice(slot.start, slot.end), slot.lead];
}

describe('fieldSlot', () => {
  it('is the value behind a name, with a space where there is none', () => {
    assert.deepEqual(at('**Impact**: Hi¦gh', fieldSlot), ['impact', 'High', '']);
    assert.deepEqual(at('  - __Risk Level__:¦', fieldSlot), ['risk level', '', ' ']);
    assert.deepEqual(at('- [ ] Impact: ¦x', fieldSlot), undefined);
    assert.deepEqual(at('港口: 甲¦', fieldSlot), ['港口', '甲', '']);
  });

  it('ends where something else begins', () => {
    for (const [marked, text] of [['Impact: Low¦; high', 'Low'], ['Impact: Low¦ – for now', 'Low'], ['Impact: Low¦[1]', 'Low'], ['Impact: blue-¦green', 'blue-green'], ['Impact: {{a, b ¦(c)}} d', '{{a, b (c)}}']] as const) assert.equal(at(marked, fieldSlot)?.[1], text);
  });

  it('is nowhere but in the value', () => {
    for (const marked of ['Imp¦act: Low', 'Impact: Low; ¦high', 'Impact: ¦**Low**', 'Impact: ¦ Low', 'Impact: Low ¦', '¦', 'no field¦']) assert.equal(at(marked, fieldSlot), undefined, marked);
  });
});

describe('yamlSlot', () => {
  it('is the value of a key at the left edge', () => {
    assert.deepEqual(at('status: acc¦epted', yamlSlot), ['status', 'accepted', '']);
    assert.deepEqual(at('status:¦', yamlSlot), ['status', '', ' ']);
    assert.deepEqual(at('status: "a, #b: ¦\\" c" # d', yamlSlot), ['status', '"a, #b: \\" c"', '']);
    assert.deepEqual(at("adr-status: 'a # ¦b'", yamlSlot), ['adr status', "'a # b'", '']);
    assert.deepEqual(at('status: C#¦ 7', yamlSlot), ['status', 'C# 7', '']);
    assert.deepEqual(at('status: "never ¦closed', yamlSlot), ['status', '"never closed', '']);
  });

  it('is nowhere else', () => {
    for (const marked of [' status: ¦', '- status: ¦', 'status:¦x', '# status: ¦', 'status: x # ¦y', 'status: x ¦# y', '---¦', '¦']) assert.equal(at(marked, yamlSlot), undefined, marked);
  });
});

describe('lineSlot', () => {
  const state = (marked: string): string | undefined => at(marked, (line, column) => lineSlot('status', line, column))?.[1];

  it('is a line of a word or two, without the signs of a list or quotation', () => {
    for (const [marked, text] of [['¦', ''], ['  ¦ ', ''], ['Acc¦', 'Acc'], ['- ¦', ''], ['> 1. Partly superseded by¦', 'Partly superseded by'], ['{{one of ¦many more words}}', '{{one of many more words}}'], ['承認¦', '承認']] as const) assert.equal(state(marked), text, marked);
  });

  it('is no prose, no field, no heading and no number', () => {
    for (const marked of ['one two three four¦', 'Status: x¦', '## ¦', '**Accepted**¦', '12¦', '- ¦ Accepted', '| ¦', '---¦', '![x](y)¦']) assert.equal(state(marked), undefined, marked);
  });
});

describe('cellSlot', () => {
  const cell = (header: string, marked: string): readonly string[] | undefined => at(marked, (line, column) => cellSlot(header, line, column));

  it('is the cell in the column of that name', () => {
    assert.deepEqual(cell('| A | **Risk Level** (1–5) |', '| x | Hi¦gh |'), ['risk level', 'High', '']);
    assert.deepEqual(cell('| A \\| B | C |', '| x \\| y | ¦ |'), ['c', '', '']);
    assert.deepEqual(cell('|A|B', '|x|y¦'), ['b', 'y', '']);
  });

  it('is no line below a header, and no cell beyond it', () => {
    for (const [header, marked] of [['| A |', '| -¦ |'], ['| A |', '|:-:|¦'], ['', '| x¦ |'], ['| A', '| x | y¦ |'], ['| A |', '¦| x |'], ['| A |', '| x ¦ |']] as const) assert.equal(cell(header, marked), undefined, marked);
  });

  it('takes no longer for a hostile line', () => {
    for (const unit of ['-', '|', '\\|', ':-', ' ', '| ']) cellSlot(`|${unit.repeat(1000)}`, `|${unit.repeat(1000)}x`, 500);
  });
});

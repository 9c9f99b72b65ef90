import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readGates, type Gate } from '../../../../src/core/readings/phases/gates.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function gatesIn(text: string, start = 0): readonly Gate[] {
  return readGates(readPlan(text), { start, end: text.length }, read);
}

/** `group | x | text` for every gate, after checking that box and text slice to what they say. */
function plain(text: string, start = 0): readonly string[] {
  return gatesIn(text, start).map(({ group, box, done, text: said, range }) => {
    for (const value of [box, said]) assert.equal(text.slice(value.range.start, value.range.end), value.text);
    assert.equal(box.text.toLowerCase() === 'x', done);
    assert.ok(range.start < box.range.start && box.range.end < said.range.start && said.range.end <= range.end && range.end <= text.length);
    return `${group} | ${box.text} | ${said.text}`;
  });
}

describe('readGates', () => {
  it('reads checklists under their headings', () => {
    const text = '## Quality Gates\n\n### 🏛️ Architecture *Review*\n- [ ] Every queue has an owner\n- [x] Limits are measured\n\n### Security Review\n* [X] Keys rotate\n+ [ ] Logs hold no names\n';
    assert.deepEqual(plain(text), [
      '🏛️ Architecture Review |   | Every queue has an owner',
      '🏛️ Architecture Review | x | Limits are measured',
      'Security Review | X | Keys rotate',
      'Security Review |   | Logs hold no names',
    ]);
  });

  it('reads numbered, nested and quoted items as gates of their own', () => {
    const text = '## Gates\n\n1. [X] One\n   more\n   - [ ] Two\n     * [x] Three\n   - plain\n     - [ ] Four\n2) [ ] Five\n\n> - [x]  Six\n> -\n>   [ ] Seven\n';
    assert.deepEqual(plain(text), ['Gates | X | One\n   more', 'Gates |   | Two', 'Gates | x | Three', 'Gates |   | Four', 'Gates |   | Five', 'Gates | x | Six', 'Gates |   | Seven']);
  });

  it('takes the whole item for its range', () => {
    const text = '- [ ] One\n  - [ ] Two\n\n- [ ] Three\n';
    assert.deepEqual(gatesIn(text).map(({ range }) => text.slice(range.start, range.end)), ['- [ ] One\n  - [ ] Two', '- [ ] Two', '- [ ] Three']);
  });

  it('groups by the heading of the span where none stands in it, and by nothing where there is none at all', () => {
    const text = '# Plan\n\n## Gates\n\n- [ ] One\n';
    assert.deepEqual(plain(text, text.indexOf('- [')), ['Gates |   | One']);
    assert.deepEqual(plain('- [ ] One\n'), [' |   | One']);
  });

  it('keeps decoration out of the box and in the text', () => {
    assert.deepEqual(plain('- [ ] **Tests** pass\n- [x] `make` works\n- [ ] [x] odd\n- [ ] {{gate}}\n- [x] <!-- none -->\n- [ ] [link](a.md)\n'), [
      ' |   | **Tests** pass',
      ' | x | `make` works',
      ' |   | [x] odd',
      ' |   | {{gate}}',
      ' | x | <!-- none -->',
      ' |   | [link](a.md)',
    ]);
  });

  it('reads no other items', () => {
    assert.deepEqual(plain('- One\n- [] Two\n- [y] Three\n- [x]Four\n- [ ]\n\n[ ] Five\n\n```\n- [ ] Six\n```\n\n<!--\n- [ ] Seven\n-->\n\n| [ ] Eight |\n|--|\n| - [ ] Nine |\n'), []);
  });

  it('reads only its span', () => {
    const text = '## A\n\n- [ ] One\n\n## B\n\n- [ ] Two\n';
    assert.deepEqual(readGates(readPlan(text), { start: 0, end: text.indexOf('## B') }, read).map((gate) => gate.text.text), ['One']);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs and other scripts', () => {
    assert.deepEqual(plain('\uFEFF- [ ] One\r\n-\t[x]\tTwo 🎯\r\n'), [' |   | One', ' | x | Two 🎯']);
    assert.deepEqual(plain('\uFEFF# שערים\r\n\r\n* [ ] בדיקה\r\n\t1. [x] 検査\r\n- [\t] Tab\r\n'), ['שערים |   | בדיקה', 'שערים | x | 検査', 'שערים | \t | Tab']);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('# Gates', '### A (b)', '- [ ] one', '* [x] **two**', '  - [X] three', '1. [ ] four', '> - [ ] five', '-', '  [ ] six', '- [ ]', '- [', '\t- [x] seven', '', '```', '<!--', '-->', 'prose', '\uFEFF- [ ] mark', '---');
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
  });
});

import assert from 'node:assert/strict';
import { addMark, markContent, NO_MARKS, READINGS, type Marks } from '../../../src/core/template/marks.ts';

/** The marks of a section below which these comments stand; a sentence for the first that is not understood. */
function marks(...contents: readonly string[]): Marks | string {
  return contents.reduce<Marks | string>((known, content) => (typeof known === 'string' ? known : addMark(known, content)), NO_MARKS);
}

describe('addMark', () => {
  it('adds up what several marks say', () => {
    assert.deepEqual(marks('optional', 'repeat 2', 'reads risks', 'reads status', 'also "Risks", "Dangers"', 'also "What could go wrong?"', 'column "Path", "Endpoint"', 'when number > 1', 'values "Open", "Closed"', 'values "In review"', 'from previous_debt'), {
      optional: true,
      repeat: 2,
      reads: ['risks', 'status'],
      also: ['Risks', 'Dangers', 'What could go wrong?'],
      columns: [['Path', 'Endpoint']],
      when: { value: 'number', above: 1 },
      values: ['Open', 'Closed', 'In review'],
      from: 'previous_debt',
    });
  });

  it('changes nothing that was known before', () => {
    addMark(NO_MARKS, 'optional');
    addMark(NO_MARKS, 'reads risks');
    assert.deepEqual(NO_MARKS, { optional: false, repeat: undefined, reads: [], also: [], columns: [], when: undefined, values: [], from: undefined });
  });

  it('knows every reading', () => {
    for (const name of READINGS) assert.deepEqual(addMark(NO_MARKS, `reads ${name}`), { ...NO_MARKS, reads: [name] });
  });

  it('bears any white space', () => {
    assert.deepEqual(marks('also\n  "Risks"\n  "Dangers"', 'when number>1', 'repeat\t3'), { ...NO_MARKS, also: ['Risks', 'Dangers'], when: { value: 'number', above: 1 }, repeat: 3 });
  });

  it('says what a mark needs', () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['optionel', /^"optionel" is not a mark; known are: optional, repeat, reads, also, column, values, when, from\.$/],
      ['Optional', /is not a mark/],
      ['', /is not a mark/],
      ['constructor x', /is not a mark/],
      ['optional please', /is not a mark/],
      ['repeat', /is not a mark/],
      ['repeat many', /needs a number, as in "repeat 1"/],
      ['repeat -1', /needs a number/],
      ['repeat 1.5', /needs a number/],
      ['repeat 1e3', /needs a number/],
      ['reads minds', /"minds" is not something a section can be read as; known are: risks, nfr,/],
      ['reads risks, nfr', /is not something a section can be read as/],
      ['also Risks', /double quotes/],
      ["also 'Risks'", /double quotes/],
      ['also ""', /double quotes/],
      ['also "Risks", Dangers', /double quotes/],
      ['also "Risks" and "Dangers"', /double quotes/],
      ['also "Risks", "Dangers', /double quotes/],
      ['also “Risks”', /double quotes/],
      ['column "Path"', /that of the table first, as in: column "Path", "Endpoint"/],
      ['values Open', /Words after "values" stand in double quotes, as in: values "Proposed"/],
      ['when it rains', /when number > 1/],
      ['when number >= 1', /when number > 1/],
      ['when number > -1', /when number > 1/],
      ['from', /is not a mark/],
      ['from previous debt', /needs the name of a value, as in "from previous_debt"/],
      ['from {{debt}}', /needs the name of a value/],
      ['from ../debt', /needs the name of a value/],
    ];
    for (const [content, message] of wrong) {
      const added = addMark(NO_MARKS, content);
      assert.ok(typeof added === 'string', content);
      assert.match(added, message);
      assert.match(added, /\.$/);
    }
  });
});

describe('markContent', () => {
  it('is what stands in the comment', () => {
    assert.equal(markContent('<!-- plan: optional -->'), 'optional');
    assert.equal(markContent('<!--plan:optional-->'), 'optional');
    assert.equal(markContent('<!--\r\n  plan: also "A",\r\n  "B"\r\n-->'), 'also "A",\r\n  "B"');
    assert.equal(markContent('<!-- plan: -->'), '');
  });

  it('is in no other comment', () => {
    for (const comment of ['<!-- planned -->', '<!-- a plan: b -->', '<!-- Plan: optional -->', '<!---->', 'plan: optional', '<!-- plan: optional']) assert.equal(markContent(comment), undefined, comment);
  });

  it('takes no longer for a hostile comment', () => {
    for (const filling of [' ', 'a ', '\n', '--', '-->']) markContent(`<!-- plan: x${filling.repeat(300_000)}y -->`);
    for (const filling of [' ', '\t\n']) markContent(`<!--${filling.repeat(300_000)}plan x -->`);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unknownLevel } from '../../../../src/core/readings/risks/unknown-levels.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const read = (text: string, isAmongLevels = false) => unknownLevel({ text, range: { start: 0, end: text.length } }, isAmongLevels);

describe('unknownLevel', () => {
  const words: readonly (readonly [string, string, number | undefined])[] = [
    ['Huge', 'Huge', 3],
    ['🔥 **tiny**', 'tiny', 0],
    ['very big', 'very big', 2],
    ['Hgih', 'Hgih', 2],
    ['Meduim', 'Meduim', 1],
    ['Critcal', 'Critcal', 3],
  ];
  for (const [text, word, rank] of words) {
    it(`tells what ${JSON.stringify(text)} means`, () => {
      const found = read(text);
      assert.deepEqual([found?.word.text, found?.meant?.rank], [word, rank]);
      assert.equal(text.slice(found?.word.range.start, found?.word.range.end), word);
    });
  }

  it('takes any single word for one among levels', () => {
    assert.equal(read('Purple'), undefined);
    assert.deepEqual([read('Purple', true)?.word.text, read('Purple', true)?.meant], ['Purple', undefined]);
    for (const text of ['none', 'Data loss', '€5k', 'P1', 'High', 'yes/no']) assert.equal(read(text, true), undefined, text);
  });

  it('never throws', () => {
    fc.assert(fc.property(anyText(), fc.boolean(), (text, isAmongLevels) => void read(text, isAmongLevels)), { numRuns: RUNS });
  });
});

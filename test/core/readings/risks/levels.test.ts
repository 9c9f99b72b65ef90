import assert from 'node:assert/strict';
import { commonScale, rankIn, readLevel, wholeLevel } from '../../../../src/core/readings/risks/levels.ts';

describe('readLevel', () => {
  const levels: readonly (readonly [string, number | undefined])[] = [
    ['High', 2],
    ['🔴 Critical', 3],
    ['**low**', 0],
    ['Medium to high', 1],
    ['Low-Medium', 0],
    ['Very high', 4],
    ['4', 3],
    ['4/5', 3],
    ['likely', 2],
    ['🔴', 2],
    ['🟢', 0],
    ['negligible', 0],
    ['Huge', undefined],
    ['35%', undefined],
    ['Very low', 0],
    ['Almost certain', 4],
    ['quite high', 2],
    ['H', 2],
    ['VL', 0],
    ['Hoch', 2],
    ['élevé', 2],
    ['高', 2],
    ['3 (Medium)', 1],
    ['Likely to slow the port down', 2],
    ['Remote offices are cut off', undefined],
    ['Certain users cannot log in', undefined],
    ['The whole port stops', undefined],
    ['constructor', undefined],
    ['', undefined],
  ];
  for (const [text, rank] of levels) it(`reads ${JSON.stringify(text)}`, () => assert.equal(readLevel(text)?.rank, rank));
});

describe('wholeLevel', () => {
  const levels: readonly (readonly [string, number | undefined])[] = [
    ['**High**', 2],
    ['🔴 **CRITICAL**', 3],
    ['🟡', 1],
    ['High (3)', 2],
    ['Medium Risk', 1],
    ['Prob. H', 2],
    ['Low Impact', 0],
    ['Very high', 4],
    ['4', 3],
    ['Low-Medium', undefined],
    ['High, as always', undefined],
    ['Impact', undefined],
    ['16', undefined],
    ['35%', undefined],
    ['', undefined],
  ];
  for (const [text, rank] of levels) it(`reads ${JSON.stringify(text)}`, () => assert.equal(wholeLevel(text)?.rank, rank));
});

describe('commonScale', () => {
  const scaleOf = (...texts: readonly string[]) => commonScale(texts.flatMap((text) => readLevel(text) ?? []));

  it('has as many levels as the author uses', () => {
    assert.deepEqual(scaleOf('Low', 'High'), ['Low', 'Medium', 'High']);
    assert.deepEqual(scaleOf('Low', 'Critical'), ['Low', 'Medium', 'High', 'Critical']);
    assert.deepEqual(scaleOf('3', '5'), ['1', '2', '3', '4', '5']);
    assert.equal(scaleOf('Very low', 'High').length, 5);
  });

  it('puts words into a scale of five between its ends', () => {
    const five = scaleOf('Very low', 'High');
    assert.equal(five[rankIn(five, readLevel('High') ?? { rank: 0, scale: 'words' })], 'High');
  });
});

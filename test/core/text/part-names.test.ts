import assert from 'node:assert/strict';
import { areNamed, partName, wordsIn } from '../../../src/core/text/part-names.ts';

const isNamed = (label: string, ...lines: readonly string[]): boolean => areNamed(partName(label), ` ${lines.flatMap(wordsIn).join(' ')} `);

describe('areNamed', () => {
  it('finds a name whose words stand next to each other, in whatever case, form of writing or line', () => {
    assert.equal(isNamed('Tide clock', 'The **tide-clock** ticks.'), true);
    assert.equal(isNamed('tide clock', 'Two TideClocks'), true);
    assert.equal(isNamed('Tide clock', 'the tide', 'clock'), true);
    assert.equal(isNamed('Café', 'the CAFE\u0301 next door'), true);
  });

  it('finds none in parts of words, in another order, or with others between', () => {
    assert.equal(isNamed('Tide clock', 'tide clockwork'), false);
    assert.equal(isNamed('Tide clock', 'clock tide'), false);
    assert.equal(isNamed('Tide clock', 'tide and clock'), false);
  });

  it('takes a name without words for known', () => {
    assert.equal(isNamed('–', 'x'), true);
  });
});

import assert from 'node:assert/strict';
import { quote } from '../../../src/core/scaffold/quote.ts';

describe('quote', () => {
  it('is one line, without what a template would read more into', () => {
    for (const [text, expected] of [
      ['A  plain\r\n\ttext ', 'A plain text'],
      ['use {{name}} and {{ }}', 'use name and'],
      ['a <!-- why? --> b', 'a why? b'],
      ['{{<!--}}-->', ''],
      ['{one} } {', '{one} } {'],
      ['', ''],
    ] as const) assert.equal(quote(text), expected);
  });

  it('is as long as anyone reads, of whole signs', () => {
    assert.equal(quote('x'.repeat(240)), 'x'.repeat(240));
    assert.equal(quote('x'.repeat(241)), `${'x'.repeat(240)} …`);
    assert.equal(quote(`a${'🚢'.repeat(200)}`), `a${'🚢'.repeat(119)} …`);
    assert.equal(quote(`${'x'.repeat(239)} yyy`), `${'x'.repeat(239)} …`);
  });
});

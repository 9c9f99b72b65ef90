import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../../src/core/text/yaml-text.ts';
import { anyText } from '../support/any-text.ts';

describe('yamlText', () => {
  it('is a plain text as it is', () => {
    for (const text of ['Bookings', 'GET /berths', 'v2 of it', 'awaiting-approval', 'a.b_c', '2 quays', 'nothing', 'yes please']) assert.equal(yamlText(text), text);
  });

  it('is in quotes where YAML would read something else', () => {
    for (const text of ['', ' a', 'a ', '- a', 'a: b', 'a #b', '{{name}}', '[NAME]', '*a', '&a', '!a', '@a', '"a"', "it's", 'a\nb', '港', 'true', 'No', 'off', 'NULL', '1', '1.50', '1e3', '1_000', '.5', '~', '-1', '0x1f', '0o17', '2026-01-02', '2nd']) assert.equal(yamlText(text), JSON.stringify(text));
  });

  it('is read back as that text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(12), fc.string({ unit: fc.constantFrom('a', '1', ' ', '-', '.', '/', ':', '#', '"', "'", '0x', 'e', '+', '_', '\n', '\t', '\\'), maxLength: 8 })), (text) => {
        // Half a character is none that YAML could hold.
        if (!/\p{Cs}/u.test(text)) assert.deepEqual(parse(`a: ${yamlText(text)}\n`), { a: text });
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slug } from '../../../src/core/text/slug.ts';
import { RUNS } from '../support/runs.ts';

const HOSTILE = fc.string({ unit: fc.constantFrom('.', '..', '/', '\\', '../', 'a', ':', '~', '\0', '\n', '%2e', '%2f', '"', "'", '`', '$', '{{', '}}', '🎯', '𠮷', '-', '_', ' ', 'con', '港', '\u0301', '\u202E', '\uD800'), maxLength: 40 });

describe('slug', () => {
  it('keeps letters and digits of any script, in lower case', () => {
    assert.equal(slug(' Ünïted/港 "x" '), 'ünïted-港-x');
    assert.equal(slug('Use_one LOG, not 2!', '_'), 'use_one_log_not_2');
    assert.equal(slug('سجل القرارات'), 'سجل-القرارات');
    assert.equal(slug('U\u0308bung'), 'übung');
  });

  it('leaves no name empty', () => {
    for (const nothing of ['', ' ', '🎯', '../..', '---', '"\'']) assert.equal(slug(nothing), '_', nothing);
  });

  it('is of a length that file systems bear, and of whole signs', () => {
    assert.equal(slug('a'.repeat(500)).length, 80);
    assert.equal(slug(`${'a'.repeat(79)} b`), 'a'.repeat(79));
    assert.equal(Array.from(slug(`a${'𠮷'.repeat(200)}`)).at(-1), '𠮷');
    fc.assert(fc.property(HOSTILE, fc.constantFrom('-', '_'), (text, joint) => assert.match(slug(text.repeat(9), joint), /^(?:_|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?|\p{M}+)$/u)), { numRuns: 5 * RUNS });
  });

  it('is a slug already', () => {
    fc.assert(fc.property(HOSTILE, (text) => slug(text) === '_' || slug(slug(text)) === slug(text)), { numRuns: 5 * RUNS });
  });
});

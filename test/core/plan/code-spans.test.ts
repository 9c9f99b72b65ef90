import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeSpans, nestedFences } from '../../../src/core/plan/code-spans.ts';
import { RUNS } from '../support/runs.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const spansIn = (text: string): readonly string[] => codeSpans(text, whole(text)).map(({ start, end }) => text.slice(start, end));
const fencesIn = (text: string): readonly string[] => nestedFences(text, whole(text)).map(({ start, end }) => text.slice(start, end));

describe('codeSpans', () => {
  it('finds code between backticks of one number', () => {
    assert.deepEqual(spansIn('a `b` c ``d ` e`` `f'), ['`b`', '``d ` e``']);
    assert.deepEqual(spansIn('a `b\nc` d'), ['`b\nc`']);
    assert.deepEqual(spansIn('a \\`b` c` d'), ['` c`']);
  });

  it('finds none across paragraphs, items and rows', () => {
    for (const text of ['a `b\n\nc` d', '- a `b\n- c` d', '1. a `b\n2. c` d', '| a `b |\n| c` d |', 'a `b\r\n\r\nc` d', 'a `b\n# c` d']) assert.deepEqual(spansIn(text), [], text);
  });

  it('counts from the start of the document', () => {
    const text = '`a` b `c`';
    assert.deepEqual(codeSpans(text, { start: 3, end: text.length }), [{ start: 6, end: 9 }]);
  });
});

describe('nestedFences', () => {
  it('finds fences in lists and quotes', () => {
    assert.deepEqual(fencesIn('- a\n  ```sh\n  b\n  ```\n- c'), ['  ```sh\n  b\n  ```']);
    assert.deepEqual(fencesIn('> ~~~\n> b\n> ~~~'), ['> ~~~\n> b\n> ~~~']);
    assert.deepEqual(fencesIn('- ````\n  ```\n  b\n  ````'), ['- ````\n  ```\n  b\n  ````']);
  });

  it('finds none that is never closed, and no code within a line', () => {
    assert.deepEqual(fencesIn('- a\n  ```sh\n  b'), []);
    assert.deepEqual(fencesIn('```a``` b\n```'), []);
  });
});

describe('both', () => {
  it('give ranges in order and apart, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('`', '``', '```', '~~~', 'a', ' ', '\n', '\r\n', '- ', '> ', '\\', '|') });
    fc.assert(
      fc.property(text, (any) => {
        for (const find of [codeSpans, nestedFences]) {
          const found = find(any, whole(any));
          found.forEach(({ start, end }, index) => assert.ok(start < end && end <= any.length && start >= (found[index - 1]?.end ?? 0)));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

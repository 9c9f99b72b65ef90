import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RUNS } from '../support/runs.ts';
import { indexOf, RECORD, SAMPLE, told, type Texts } from './sample-workspace.ts';

describe('an index that follows what changes', () => {
  /** Texts that a path may have: those of the sample, those of its neighbours, and ones that are of no kind. */
  const paths = Object.keys(SAMPLE);
  const TEXTS = [...Object.values(SAMPLE), '', '# Notes\n\n[one](0001-one-log.md)\n', RECORD('1. Twin', '\nSupersedes [2](0002-two-logs.md), see [none](none.md#x)\n')];
  const change = fc.record({ path: fc.constantFrom(...paths, 'docs/adr/0001-twin.md', 'plans/MASTER-PLAN.md', 'other/PHASE-1-ARCHITECTURE-PLAN.md'), text: fc.option(fc.nat(TEXTS.length - 1), { nil: undefined, freq: 3 }), asks: fc.boolean() });

  it('tells what a fresh one tells, whatever came in whatever order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), fc.boolean(), (changes, isFilled) => {
        const index = isFilled ? indexOf(SAMPLE) : indexOf({});
        const texts = new Map(isFilled ? Object.entries(SAMPLE) : []);
        const now = (): Texts => Object.fromEntries(texts);
        for (const { path, text, asks } of changes) {
          if (text === undefined) {
            index.remove(path);
            texts.delete(path);
          } else {
            texts.set(path, TEXTS[text] ?? '');
            index.set(path, TEXTS[text] ?? '');
          }
          // What was worked out in between is kept, and must not show.
          if (asks) told(index, now());
        }
        const fresh = told(indexOf(now()), now());
        assert.deepEqual(told(index, now()), fresh);
        assert.deepEqual(told(indexOf(Object.fromEntries(Array.from(texts).reverse())), now()), fresh);
      }),
      { numRuns: RUNS },
    );
  });
});

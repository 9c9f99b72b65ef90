import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meaningAt } from '../../../src/core/language/name-at.ts';
import { definitionOf, referencesTo } from '../../../src/core/language/references.ts';
import { planRename } from '../../../src/core/language/rename.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { RUNS } from '../support/runs.ts';
import type { Texts } from '../workspace/sample-workspace.ts';
import { DESIGN, HARBOUR, PHASE_1, shelfOf, TASKS } from './harbour.ts';

const PATHS = [DESIGN, TASKS, PHASE_1, 'docs/adr/0001-one-log.md', 'docs/adr/0002-two-piers.md'];
const NAMES = fc.constantFrom('R-7', 'R-003', 'T-9', 'Mooring', 'Neap Tide', 'Über 🚢 Kai', 'ميناء قديم', 'A (b)', 'x', '`code`', '**Bold**', 'a-b', '1', 'Phase 3', 'Risk', 'Log & "quote"', '#1');
const PIECES = fc.constantFrom('R-1 ', 'R-10, ', 'ADR-0001 ', 'Berth Service ', '`R-1` ', '\n```\nR-1\n```\n', '🚢 ', 'Phase 1 ', 'Phases 1 and 2. ', 'T-01 ', '[x](#phase-1-deep-water-4-weeks) ', '<!-- R-1 -->', '\n\n', '| R-1 | ', 'Tolls ', 'Deep Water ');

/** The workspace with some more said in it, with these line endings. */
const workspaces = fc.tuple(fc.array(PIECES, { maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([pieces, end]): Texts => {
  const own = HARBOUR[DESIGN] ?? '';
  const more = own.replace('R-1 and R-10 were', `${pieces.join('')}R-1 and R-10 were`);
  return Object.fromEntries(Object.entries({ ...HARBOUR, [DESIGN]: more }).map(([path, text]) => [path, text.replaceAll('\n', end)]));
});
const places = fc.tuple(fc.constantFrom(...PATHS), fc.double({ min: 0, max: 1, noNaN: true }));

describe('renaming, whatever and wherever', () => {
  it('and back again gives every byte back', () => {
    let count = 0;
    fc.assert(
      fc.property(workspaces, places, NAMES, (texts, [path, share], next) => {
        const offset = Math.floor(share * (texts[path]?.length ?? 0));
        const there = planRename(shelfOf(texts), path, offset, next);
        if ('problem' in there) return;
        const after: Texts = { ...texts, ...Object.fromEntries(there.change.files.map((file) => [file.path, applyEdits(file.text, file.edits)])) };
        const first = there.change.files.flatMap((file) => file.edits.filter(({ text }) => text === next).map(({ range }) => ({ path: file.path, start: range.start, old: file.text.slice(range.start, range.end) })))[0];
        if (first === undefined) return;
        const back = planRename(shelfOf(after), first.path, first.start, first.old);
        assert.ok('change' in back, `${next} cannot be renamed back to ${first.old}: ${'problem' in back ? back.problem : ''}`);
        const again: Texts = { ...after, ...Object.fromEntries(back.change.files.map((file) => [file.path, applyEdits(file.text, file.edits)])) };
        assert.deepEqual(again, texts);
        count += 1;
      }),
      { numRuns: RUNS },
    );
    assert.ok(count > 0);
  });

  it('every place that is found leads to the same definition', () => {
    fc.assert(
      fc.property(workspaces, places, (texts, [path, share]) => {
        const shelf = shelfOf(texts);
        const meaning = meaningAt(shelf, path, Math.floor(share * (texts[path]?.length ?? 0)));
        if (meaning?.what !== 'name') return;
        const definition = definitionOf(shelf, meaning);
        const found = referencesTo(shelf, meaning);
        assert.ok(found.some((place) => place.path === definition?.path && place.range.start === definition.range.start), 'the definition is one of them');
        for (const { path: where, range } of found) {
          const there = meaningAt(shelf, where, range.start);
          assert.deepEqual(there && definitionOf(shelf, there), definition, `${where} ${range.start}`);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { Citations, readRequirements } from '../../../../src/core/readings/requirements/requirement-ids.ts';

const idsIn = (text: string): readonly string[] => readRequirements(readPlan(text)).map(({ id }) => id.text);

describe('requirements', () => {
  it('are read in every form of writing their numbers', () => {
    const text = '# UC\n\nFR-1: a line\n\n| ID | What |\n|--|--|\n| FR-2 | row |\n| **FR-03** | row |\n\n- `FR-4`: item\n- [ ] **REQ-BOOK-005** box\n1. NFR_6 – numbered\n\n### FR-7. Heading\n\n- (FR-8) words\n- FR-9.1: part\n> FR-10: quote\n';
    assert.deepEqual(idsIn(text), ['FR-1', 'FR-2', 'FR-03', 'FR-4', 'REQ-BOOK-005', 'NFR_6', 'FR-7', 'FR-8', 'FR-9.1', 'FR-10']);
  });

  it('have other letters only where requirements are told', () => {
    assert.deepEqual(idsIn('# UC\n\n## Requirements\n\n### R1 — Books\n\n- R1.1: a\n- SEC-1: b\n- SEC-2: c\n- TLS-13: alone of its sort\n\n## Risks\n\n- R2: fire\n'), ['R1', 'R1.1', 'SEC-1', 'SEC-2']);
  });

  it('are none in a sentence, in code, in a comment, and behind a word', () => {
    assert.deepEqual(idsIn('# Requirements\n\nMeets FR-1 and more.\n\n```\nFR-2: code\n```\n\n<!--\nFR-3: comment\n-->\n\nFR-4 is met.\n'), []);
  });

  it('are each read once, where they are told first', () => {
    assert.deepEqual(idsIn('- FR-1: a\n- FR-01: b\n'), ['FR-1']);
  });

  it('lie in the text, whatever it is', () => {
    const piece = fc.constantFrom('FR-1', 'FR-', '1', '-', '- ', '| ', '**', ': ', '\n', '\r\n', '\r', '# Requirements\n', '`', '[', ']', '😀', ' to ', ', ', '9', '.', '```\n', '<!--', '-->');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const plan = readPlan(pieces.join(''));
        for (const { id } of readRequirements(plan)) assert.equal(plan.text.slice(id.range.start, id.range.end), id.text);
        new Citations(plan).has('FR-1');
      }),
    );
  });
});

describe('citations', () => {
  const cites = (text: string, ...keys: readonly string[]): readonly string[] => keys.filter((key) => new Citations(readPlan(text)).has(key));

  it('are numbers by themselves, in lists and in ranges', () => {
    assert.deepEqual(cites('FR-1, 2 and 4; NFR-1 to NFR-3.', 'FR-1', 'FR-2', 'FR-3', 'FR-4', 'NFR-1', 'NFR-2', 'NFR-3', 'NFR-4'), ['FR-1', 'FR-2', 'FR-4', 'NFR-1', 'NFR-2', 'NFR-3']);
    assert.deepEqual(cites('(FR-1)–(FR-3), REQ-001/2', 'FR-2', 'REQ-1', 'REQ-2'), ['FR-2', 'REQ-1', 'REQ-2']);
  });

  it('go no further than numbers of the same sort', () => {
    assert.deepEqual(cites('A-1 to B-4, C-1 – 20 ms', 'A-2', 'B-2', 'B-4', 'C-1'), ['B-4', 'C-1']);
    assert.deepEqual(cites('FR-1 to FR-9999', 'FR-400', 'FR-9000'), ['FR-400']);
  });

  it('of a whole are citations of its parts, and the other way round', () => {
    assert.deepEqual(cites('FR-1', 'FR-1.2', 'FR-2.1'), ['FR-1.2']);
    assert.deepEqual(cites('FR-1.2', 'FR-1', 'FR-1.3'), ['FR-1', 'FR-1.3']);
  });

  it('may be all of a sort, or end in the number', () => {
    assert.deepEqual(cites('FR-* and book.md#booking-nfr-2', 'FR-7', 'NFR-2', 'NFR-3'), ['FR-7', 'NFR-2']);
  });
});

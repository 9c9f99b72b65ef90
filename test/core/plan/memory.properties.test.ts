import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Checker, type Reading } from '../../../src/core/checker.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { foundIn, Memory } from '../../../src/core/plan/memory.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { checker } from '../documents.ts';
import { RUNS } from '../support/runs.ts';

/** What is typed, pasted and taken away: what changes one piece, and what changes how others are read. */
const TYPED = ['x', ' ', '\n', '\n\n', '`', '```\n', '|', '# ', '\n## Risks\n', '\n### Phase 3: More\n', '<!-- ', ' -->', '- ', '**', 'TBD', '{{name}}', 'High', '0', '\r\n', '---\n', '| a | b |\n|---|---|\n| 1 | 2 |\n', '[x](#y)', 'see ADR-0042', '[y]: z.md\n', '**Status**: Accepted\n', '> '];

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(400) }),
    text: fc.constantFrom(...TYPED),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('the memory of a checker', () => {
  it('changes nothing about what is read and found, whatever is typed', () => {
    const documents = checker.kinds.map(({ body, id }) => ({ text: body, path: `docs/${id}.md`, kind: id })).concat(examples());
    fc.assert(
      fc.property(fc.constantFrom(...documents), edits, ({ text, path }, typed) => {
        const remembering = newChecker();
        let current = text;
        remembering.check(current, path, DEFAULT_SETTINGS);
        for (const edit of typed) {
          current = edited(current, edit);
          assert.deepEqual(all(remembering.check(current, path, DEFAULT_SETTINGS)), all(newChecker().check(current, path, DEFAULT_SETTINGS)));
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('finds in pieces what stands in them, wherever they have moved', () => {
    const memory = new Memory();
    let reads = 0;
    const words = (text: string): readonly string[] => {
      const plan = readPlan(text, memory);
      return foundIn(plan, find).map(({ range }) => sliceOf(text, range));
    };
    const find = ({ text }: { readonly text: string }, { start, end }: { readonly start: number; readonly end: number }) => {
      reads += 1;
      return Array.from(text.slice(start, end).matchAll(/\w+/g), ({ 0: word, index }) => ({ range: { start: start + index, end: start + index + word.length } }));
    };
    assert.deepEqual(words('# One\n\ntwo\n\n## Three\n\nfour\n'), ['One', 'two', 'Three', 'four']);
    assert.equal(reads, 2);
    assert.deepEqual(words('# One\n\ntwo and\n\n## Three\n\nfour\n'), ['One', 'two', 'and', 'Three', 'four']);
    assert.equal(reads, 3);
    assert.deepEqual(words('# One\n\ntwo\n\n## Three\n\nfour\n'), ['One', 'two', 'Three', 'four']);
    assert.equal(reads, 3);
  });
});

function newChecker(): Checker {
  return new Checker((rule, error) => {
    throw new Error(`The rule ${rule.id} failed: ${String(error)}`);
  });
}

function edited(text: string, { at, length, text: typed }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + length);
}

/** Everything that a reading tells. */
function all({ subject, findings }: Reading): unknown {
  if (subject === undefined) return { findings };
  const { risks, nfrs, metrics, context, phases, waves, decisions, options, gates, debt, stack, services, contracts, constraints, tasks, diagrams, transition, status } = subject.readings;
  const readings = { risks, nfrs, metrics, context, phases, waves, decisions, options, gates, debt, stack, services, contracts, constraints, tasks, diagrams, transition, status };
  return { kind: subject.kind.id, readings, findings };
}

function examples(): readonly { readonly text: string; readonly path: string; readonly kind: string }[] {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return files.map((file) => ({ text: readFileSync(`examples/${file}`, 'utf8'), path: file, kind: file }));
}

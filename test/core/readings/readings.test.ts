import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Subject } from '../../../src/core/lint/subject.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { readRecord } from '../../../src/core/readings/records/record.ts';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import type { Range } from '../../../src/core/text/range.ts';
import { checker } from '../documents.ts';
import { read } from '../support/markdown.ts';
import { RUNS } from '../support/runs.ts';

const ANSWERS = { number: '2', name: 'Berths', title: 'Keep one log', feature: 'Berths', system: 'Harbour', story: 'PORT-7', date: '2026-03-01', source: 'booking' };
const DOCUMENTS = checker.kinds.map((kind) => ({ kind, text: scaffold(kind, ANSWERS).contents }));

/** Everything that can be read from a document of a kind. */
function everything(kind: (typeof DOCUMENTS)[number]['kind'], text: string): unknown {
  const plan = readPlan(text);
  const { readings } = new Subject(plan, 'x.md', { kind, values: ANSWERS, reason: '' }, read, NOWHERE);
  const { risks, nfrs, metrics, phases, waves, decisions, options, gates, debt, stack, services, contracts, constraints, tasks, diagrams, transition, status } = readings;
  return { risks, nfrs, metrics, phases, waves, decisions, options, gates, debt, stack, services, contracts, constraints, tasks, diagrams, transition, status, record: readRecord(plan, 'docs/adr/0007-x.md', read) };
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

/** Every range lies in the text, and every value slices to what it claims. */
function assertPlaces(reading: unknown, text: string): void {
  if (typeof reading !== 'object' || reading === null) return;
  if (isRange(reading)) {
    assert.ok(reading.start >= 0 && reading.start <= reading.end && reading.end <= text.length, `${reading.start}–${reading.end} lies in ${text.length} characters`);
    return;
  }
  if ('text' in reading && 'range' in reading && typeof reading.text === 'string' && Object.keys(reading).length === 2) {
    const { start, end } = reading.range as { start: number; end: number };
    assert.equal(text.slice(start, end), reading.text);
  }
  for (const part of Object.values(reading)) assertPlaces(part, text);
}

describe('all readings', () => {
  const line = fc.constantFrom('', '# Plan', '## Risks', '## Phases', '### Phase 2: Core (3d)', '| Risk | Impact |', '|--|--|', '| a | High |', '- **Owner**: Ada', '1. **Fire**', '   - Impact: 3', '- [ ] T-01 Work (3h) after T-02', '```', '```yaml', 'latency: { p50: 3ms }', '```mermaid', 'Wave 2: Core (Depends on Wave 1)', '[TRANSITION|a] by b', 'Status: Accepted', '---', '<!--', '-->', '> - **Impact**: x', '\t- tab', '## مخاطر', '### 港の危険', '**Status**: ✅ Accepted; supersedes ADR-0042');
  const edit = fc.record({ at: fc.nat(20_000), remove: fc.nat(80), lines: fc.array(line, { maxLength: 5 }) });
  const mutated = fc.tuple(fc.constantFrom(...DOCUMENTS), fc.array(edit, { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean()).map(([{ kind, text }, edits, ending, mark]) => {
    const changed = edits.reduce((current, { at, remove, lines }) => {
      const place = at % (current.length + 1);
      return `${current.slice(0, place)}${lines.join('\n')}${current.slice(place + remove)}`;
    }, text);
    return { kind, text: (mark ? '\uFEFF' : '') + changed.replaceAll('\n', ending) };
  });

  it('read every template of their kind', () => {
    for (const { kind, text } of DOCUMENTS) assertPlaces(everything(kind, text), text);
  });

  it('survive any edit with places that hold', () => {
    fc.assert(fc.property(mutated, ({ kind, text }) => assertPlaces(everything(kind, text), text)), { numRuns: Math.ceil(RUNS / 5) });
  });

  it('read the same whatever ends the lines', () => {
    for (const { kind, text } of DOCUMENTS) {
      const texts = (source: string): string => JSON.stringify(everything(kind, source), (_, value: unknown) => (isRange(value) ? undefined : value)).replaceAll('\\r\\n', '\\n');
      assert.equal(texts(`\uFEFF${text.replaceAll('\n', '\r\n')}`), texts(text), kind.id);
    }
  });
});

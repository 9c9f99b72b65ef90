import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tablesOf } from '../../../src/core/plan/tables.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { RUNS } from '../support/runs.ts';

const RULE = 'required-columns';
const PLAN = 'plans/ARCHITECTURAL-PLAN-berths.md';
const withRisks = (...lines: readonly string[]): string => ['# Architectural Plan: Berths', '', '## Risk Assessment', '', ...lines, ''].join('\n');
const riskMessages = (...lines: readonly string[]): readonly string[] => messagesOf(RULE, withRisks(...lines), PLAN);

const DESIGN = 'plans/architecture-design-x.md';
const withTargets = (...lines: readonly string[]): string => ['# Harbour Architecture Design', '', '## NFRs', '', '### Performance Targets', '', ...lines, ''].join('\n');
const withStack = (...lines: readonly string[]): string => ['# Harbour Architecture Design', '', '## Technology Stack', '', '### Backend Technologies', '', ...lines, ''].join('\n');

const USE_CASE = 'docs/book-PLAN.md';
const withApi = (...lines: readonly string[]): string => ['# Use Case Plan: Book', '', '## 5. API Design', '', ...lines, ''].join('\n');

describe('required-columns', () => {
  it('finds a table that lacks a column, at its head', () => {
    const text = withRisks('| Risk | Mitigation |', '|------|------------|', '| Fire | Water |');
    const [finding, ...others] = findingsOf(RULE, text, PLAN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The table in "Risk Assessment" has no column "Impact": add it.');
    assert.equal(sliceOf(text, finding.range), '| Risk | Mitigation |');
    assert.equal(finding.severity, 'error');
  });

  it('names all that are lacking, table by table', () => {
    assert.deepEqual(riskMessages('| Risk |', '|---|', '| Fire |'), ['The table in "Risk Assessment" has no columns "Impact" and "Mitigation": add them.']);
    assert.equal(riskMessages('| Risk | Impact |', '|---|---|', '| Fire | High |', '', '| Risk | Mitigation |', '|---|---|', '| Flood | Dams |').length, 2);
    assert.deepEqual(messagesOf(RULE, replaceSection(phasePlan(), 'Document History', '### Document History\n\n| Version | Date | Changes |\n|-|-|-|\n| 1 | 2026 | x |')), ['The table in "Document History" has no column "Author": add it.']);
  });

  it('takes every name that a reading knows, more words and several names for the column', () => {
    const heads = ['| ID | Threat | Severity | Response |', '| Risk name | Likelihood | Consequence | Countermeasure | Owner |', '| **Risk** | 🔴 Impact (1-5) | Mitigation plan |', '| Risk | Impact/Likelihood | How we mitigate |', '| Area | Risk level | Mitigation |'];
    for (const head of heads) assert.deepEqual(riskMessages(head, head.replace(/[^|]/g, '-'), head.replace(/[^|]+/g, 'x')), [], head);
    const targets = ['| KPI | SLO | Measured by | Verification |', '| Requirement | Target value | Measurement method | Test |'];
    for (const head of targets) assert.deepEqual(messagesOf(RULE, withTargets(head, '|---|---|---|---|', '| a | 1 ms | b | c |'), DESIGN), [], head);
    const stacks = ['| Component | Technology | Reason |', '| Microservice | Language / Framework | Why |', '| Service | Tech Stack | Justification |'];
    for (const head of stacks) assert.deepEqual(messagesOf(RULE, withStack(head, '|---|---|---|', '| a | b | c |'), DESIGN), [], head);
    assert.deepEqual(messagesOf(RULE, withStack('| Service | Language | Why |', '|---|---|---|', '| a | b | c |'), DESIGN), ['The table in "Backend Technologies" has no column "Framework": add it.']);
    assert.deepEqual(messagesOf(RULE, withApi('| Verb | Endpoint | Body | Returns | Authentication | Error codes |', '|-|-|-|-|-|-|', '| a | b | c | d | e | f |'), USE_CASE), []);
  });

  it('takes what stands elsewhere in the section for the column', () => {
    assert.deepEqual(riskMessages('| Risk | Impact |', '|---|---|', '| Fire | High |', '', '| Risk | Mitigation |', '|---|---|', '| **Fire** | Water |'), []);
    assert.deepEqual(messagesOf(RULE, withApi('| Method | Path | Auth |', '|-|-|-|', '| GET | /a | none |', '', '#### Request', '', '**Response**: JSON', '', '**Error codes** (`E_*`): 404'), USE_CASE), []);
  });

  it('leaves tables of something else alone', () => {
    assert.deepEqual(riskMessages('### Risk 1: Fire', '', '- **Impact**: High', '', '| Level | Meaning |', '|---|---|', '| High | Bad |'), []);
    assert.deepEqual(riskMessages('| Level | Meaning |', '|---|---|', '| High | Bad |', '', '| Risk | Impact | Mitigation |', '|---|---|---|', '| Fire | High | Water |'), []);
    assert.deepEqual(riskMessages('| Level | Meaning |', '|---|---|', '| High | Bad |'), [], 'that there is no risk is for required-risks to say');
    const matrix = ['# Use Case Plan: Book', '', '## 2. System Structure', '', '| Criterion | Monolith | Services | Verdict |', '|---|---|---|---|', '| Cost | low | high | Monolith |'].join('\n');
    assert.deepEqual(messagesOf(RULE, matrix, USE_CASE), []);
    assert.deepEqual(messagesOf(RULE, withApi('```http', 'GET /a', '```', '', '| Code | Meaning |', '|---|---|', '| 404 | gone |'), USE_CASE), []);
  });

  it('says nothing of documents of no known kind', () => {
    assert.deepEqual(messagesOf(RULE, '# Notes\n\n## Risks\n\n| Risk |\n|---|\n| Fire |\n', 'notes.md'), []);
  });

  describe('its fix', () => {
    const fixedRisks = (...lines: readonly string[]): readonly string[] => {
      const result = fixedBy(RULE, withRisks(...lines), PLAN);
      assert.deepEqual(messagesOf(RULE, result, PLAN), []);
      assert.equal(fixedBy(RULE, result, PLAN), result);
      return result.split('\n').slice(4, -1);
    };

    it('adds the column where the template has it, as wide as its title where the table is aligned', () => {
      assert.deepEqual(fixedRisks('| Risk | Owner | Mitigation |', '|------|-------|------------|', '| Fire | Ada   | Water      |'), [
        '| Risk | Impact | Owner | Mitigation |',
        '|------|--------|-------|------------|',
        '| Fire |        | Ada   | Water      |',
      ]);
      assert.deepEqual(fixedRisks('| Risk | Impact |', '| ---- | ------ |', '| Fire | High |'), ['| Risk | Impact | Mitigation |', '| ---- | ------ | ---------- |', '| Fire | High | |']);
    });

    it('adds several at once, at the front and at the end', () => {
      assert.deepEqual(fixedRisks('| Impact |', '|:-:|', '| High |', '', '### Details', '', '| Risk | Impact | Mitigation |', '|-|-|-|', '| Fire | High | Water |').slice(0, 3), ['| Impact |', '|:-:|', '| High |'], 'of one column nobody can tell what it is');
      assert.deepEqual(fixedRisks('| Risk |', '|:----|', '| Fire |'), ['| Risk | Impact | Mitigation |', '|:----|-----|-----|', '| Fire | | |']);
      assert.deepEqual(fixedRisks('| Impact | Mitigation |', '|---|---|', '| High | Water |'), ['| Risk | Impact | Mitigation |', '|---|---|---|', '| | High | Water |']);
    });

    it('keeps tables without pipes at their edges, compact ones, and those in quotes', () => {
      assert.deepEqual(fixedRisks('Risk | Impact', '-----|-------', 'Fire | High'), ['Risk | Impact | Mitigation', '-----|-------|------------', 'Fire | High | |']);
      assert.deepEqual(fixedRisks('Impact | Mitigation', ':-- | ---', 'High | Water'), ['Risk | Impact | Mitigation', '--- | :-- | ---', '| | High | Water']);
      assert.deepEqual(fixedRisks('|Risk|Impact|', '|-|-|', '|Fire|High|'), ['|Risk|Impact|Mitigation|', '|-|-|-|', '|Fire|High| |']);
      assert.deepEqual(fixedRisks('> | Risk | Impact |', '> |---|---|', '> | Fire | High |'), ['> | Risk | Impact | Mitigation |', '> |---|---|---|', '> | Fire | High | |']);
    });

    it('leaves rows that end before the column as they are', () => {
      assert.deepEqual(fixedRisks('| Risk | Impact |', '|---|---|', '| Fire |', '| Flood | High | x |')[2], '| Fire |');
    });

    it('keeps line endings and all cells of any table', () => {
      const cell = fc.constantFrom('', ' ', ' a ', 'b', ' `c` ', ' \\| ', ' 🔴', '  d  ');
      const row = fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.boolean(), fc.boolean()).map(([cells, isOpened, isClosed]) => (isOpened ? '|' : '') + cells.join('|') + (isClosed ? '|' : ''));
      fc.assert(
        fc.property(fc.array(row, { maxLength: 4 }), fc.constantFrom('| Risk | Impact |', 'Risk|Impact', '|Impact |Risk', 'Mitigation | Risk|'), fc.constantFrom('|---|---|', '-|-', ':--|--:'), fc.constantFrom('\n', '\r\n'), (rows, head, dashes, eol) => {
          const text = withRisks(head, dashes, ...rows).replaceAll('\n', eol);
          const result = fixedBy(RULE, text, PLAN);
          assert.deepEqual(messagesOf(RULE, result, PLAN), []);
          assert.equal(result.split(eol).length, text.split(eol).length);
          const [before, after] = [text, result].map((each) => tablesOf(readPlan(each))[0]);
          assert.equal(after?.head.cells.length, 3);
          assert.equal(after.rows.length, before?.rows.length);
          const cellsOf = (source: string, cells: (typeof after.head.cells) | undefined): readonly string[] => (cells ?? []).map(({ content }) => sliceOf(source, content)).filter((said) => said !== '');
          after.rows.forEach((each, index) => assert.deepEqual(cellsOf(result, each.cells), cellsOf(text, before?.rows[index]?.cells)));
        }),
        { numRuns: RUNS * 2 },
      );
    });
  });
});

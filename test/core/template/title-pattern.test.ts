import assert from 'node:assert/strict';
import fc from 'fast-check';
import { titleKey } from '../../../src/core/plan/titles.ts';
import { expressionAround, titlePattern } from '../../../src/core/template/title-pattern.ts';
import { RUNS } from '../support/runs.ts';

describe('titlePattern', () => {
  const match = (pattern: string, title: string) => titlePattern(pattern).match(title);

  it('takes every spelling of one title', () => {
    for (const title of ['🎯 Phase Vision Alignment', 'Phase vision alignment', '1. Phase Vision Alignment:', '**Phase Vision Alignment** (Optional)', 'PHASE VISION ALIGNMENT']) assert.deepEqual(match('🎯 Phase Vision Alignment', title), {}, title);
    for (const title of ['Phase Vision', 'The Phase Vision Alignment', 'Phase Vision Alignments', '']) assert.equal(match('🎯 Phase Vision Alignment', title), undefined, title);
  });

  it('tells what stands for a placeholder', () => {
    assert.deepEqual(match('Phase {{number}} Architecture', '🏗️ Phase 3 Architecture'), { number: '3' });
    assert.deepEqual(match('ADR {{number}}: {{title}}', 'ADR-0042: Keep one log'), { number: '0042', title: 'keep one log' });
    assert.deepEqual(match('{{name}}: Use Case Plan', 'Book a "berth" — use case plan'), { name: 'book a berth' });
    assert.deepEqual(match('Runbook: {{ service }}', 'Runbook: 港 🎯'), { service: '港' });
  });

  it('takes only digits for a number, and one to be written for none', () => {
    assert.equal(match('Phase {{number}} Architecture', 'Phase Three Architecture'), undefined);
    assert.deepEqual(match('Phase {{number}} Architecture', 'Phase [NUMBER] Architecture'), {});
    assert.deepEqual(match('Phase {{number}} Architecture', 'Phase N Architecture'), {});
    assert.equal(match('Phase {{number}} Architecture', 'Phase Architecture'), undefined);
  });

  it('bears placeholders in a closing remark, which is no part of a title', () => {
    assert.deepEqual(match('Runbook (for {{team}})', 'Runbook'), {});
    assert.deepEqual(match('Runbook (for {{team}})', 'Runbook (for the night watch)'), {});
    assert.equal(match('Runbook (for {{team}})', 'Runbooks'), undefined);
    assert.deepEqual(match('{{name}} Runbook (for {{team}})', 'Billing Runbook'), { name: 'billing' });
    assert.equal(titlePattern('Harbour Design ({{status}})').distinctive, false);
  });

  it('never takes what says nothing for every title', () => {
    for (const pattern of ['{{title}}', '{{number}}. {{title}}', '{{a}} {{b}}', '🎯', '']) assert.equal(match(pattern, 'Keep one log'), undefined, pattern);
  });

  it('takes signs of a title for themselves', () => {
    assert.deepEqual(match('Costs ($) {{year}} [draft?]', 'costs 2026 draft'), { year: '2026' });
    assert.equal(match('a.c', 'abc'), undefined);
  });

  it('says which titles no other document has by accident', () => {
    const isDistinctive = (title: string): boolean => titlePattern(title).distinctive;
    for (const title of ['Phase {{number}} Architecture Plan', 'Master Implementation Plan', 'System Design: {{system}}']) assert.equal(isDistinctive(title), true, title);
    for (const title of ['Implementation Plan', '{{title}}', 'Runbook: {{service}}', 'Decision: {{title}}', '{{number}}. {{title}}']) assert.equal(isDistinctive(title), false, title);
  });

  it('matches a key as it matches the title it is made from', () => {
    const word = fc.constantFrom('Phase', '3', 'Architecture', '(x)', ':', '🎯', '{{number}}', '{{n}}', '[NAME]', '**b**', '1.', 'n');
    const title = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(title, title, (pattern, written) => {
        const made = titlePattern(pattern);
        assert.deepEqual(made.matchKey(titleKey(written)), made.match(written));
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it('takes no longer for a hostile title', () => {
    const pattern = titlePattern('{{a}} of {{b}} in {{c}}');
    for (const unit of ['of ', 'in ', 'a', ' ', '(']) assert.equal(pattern.match(unit.repeat(300_000)), undefined);
  });

  it('takes what comes first into each placeholder, as trying all ways would', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '-', '1', ' '), maxLength: 3 });
    const name = fc.constantFrom('name', 'title', 'number', 'date');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, name), { minLength: 1, maxLength: 4 }), part, fc.string({ unit: fc.constantFrom('a', 'b', '-', '1', ' ', '2026-01-01'), maxLength: 14 }), (holes, last, text) => {
        const parts = [...holes.map(([each]) => each), last];
        const names = holes.map(([, each]) => each);
        const open = names.map((each) => (each === 'number' ? '(\\d+|number|n)' : each === 'date' ? '(\\d{4}-\\d{2}-\\d{2})' : '(.+?)'));
        const expected = new RegExp(`^${parts.map((each, index) => each + (open[index] ?? '')).join('')}$`).exec(text);
        assert.deepEqual(expressionAround(parts, names, '').exec(text)?.slice(), expected?.slice());
      }),
      { numRuns: 50 * RUNS },
    );
  });

  it('takes no longer for many placeholders in a long title', () => {
    const names = Array.from({ length: 40 }, (_, index) => `h${index}`);
    const expression = expressionAround([...names.map(() => 'a '), 'x'], names, '');
    assert.equal(expression.exec('a '.repeat(300)), null);
  });
});

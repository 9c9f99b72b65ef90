import assert from 'node:assert/strict';
import { sliceOf } from '../../../src/core/text/range.ts';
import { findingsOf, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'no-empty-cells';
const PLAN = 'plans/IMPLEMENTATION-PLAN.md';
const withPhases = (...lines: readonly string[]): string => ['# Implementation Plan', '', '## Phases', '', ...lines, ''].join('\n');
const HEAD = ['| Phase | Goal | Depends on | Status | Plan |', '|---|---|---|---|---|'];
const REMEDY = 'fill it in, or write "-" where there is nothing to say.';

describe('no-empty-cells', () => {
  it('finds an empty cell, and marks it', () => {
    const text = withPhases(...HEAD, '| 1 | Berths | | Done | a |', '| 2 | Prices | 1 | Done ||', '|| Tides | 1 | Done | c |');
    const findings = findingsOf(RULE, text, PLAN);
    assert.deepEqual(findings.map(({ message }) => message), [
      `"Depends on" is empty in the row "1" of the table in "Phases": ${REMEDY}`,
      `"Plan" is empty in the row "2" of the table in "Phases": ${REMEDY}`,
      `"Phase" is empty in row 3 of the table in "Phases": ${REMEDY}`,
    ]);
    assert.deepEqual(findings.map(({ range }) => sliceOf(text, range)), [' ', '||', '||']);
    assert.deepEqual(findings.map(({ severity, fix }) => [severity, fix]), findings.map(() => ['warning', undefined]));
  });

  it('names the column as the author does', () => {
    const text = withPhases('| Milestone | Objective | Prerequisites | State | Plan |', '|---|---|---|---|---|', '| 1 | | None | Done | a |');
    assert.deepEqual(messagesOf(RULE, text, PLAN), [`"Objective" is empty in the row "1" of the table in "Phases": ${REMEDY}`]);
  });

  it('finds an empty column once, and an empty row once', () => {
    const text = withPhases(...HEAD, '| 1 | | None | Done | a |', '| | | | | |', '| 2 | | 1 | Done | b |');
    const findings = findingsOf(RULE, text, PLAN);
    assert.deepEqual(findings.map(({ message }) => message), [`The column "Goal" of the table in "Phases" is empty: ${REMEDY}`, 'A row of the table in "Phases" is empty: fill it in or delete it.']);
    assert.deepEqual(findings.map(({ range }) => sliceOf(text, range)), ['Goal', '| | | | | |']);
  });

  it('takes any sign, word or blank for something that is said', () => {
    for (const cell of ['-', '—', 'n/a', 'None', '{{goal}}', '[GOAL]', 'TBD', '<!-- later -->', '&nbsp;', '❌']) {
      assert.deepEqual(messagesOf(RULE, withPhases(...HEAD, `| 1 | ${cell} | None | Done | a |`), PLAN), [], cell);
    }
  });

  it('leaves other columns, other tables and cells that are not there alone', () => {
    assert.deepEqual(messagesOf(RULE, withPhases(`${HEAD[0] ?? ''} Note |`, '|---|---|---|---|---|---|', '| 1 | Berths | None | Done | a | |'), PLAN), []);
    assert.deepEqual(messagesOf(RULE, withPhases(...HEAD, '| 1 | Berths | None | Done |'), PLAN), []);
    assert.deepEqual(messagesOf(RULE, withPhases(...HEAD, '| 1 | Berths | None | Done | a |', '', '| Level | Meaning |', '|---|---|', '| High | |'), PLAN), []);
    assert.deepEqual(messagesOf(RULE, `${withPhases(...HEAD)}\n## Elsewhere\n\n| a | b |\n|---|---|\n| 1 | |\n`, PLAN), []);
    assert.deepEqual(messagesOf(RULE, withPhases(...HEAD), PLAN), []);
  });

  it('leaves what a risk or a target does not say to their own checks', () => {
    const risks = ['# Architectural Plan: Berths', '', '## Risk Assessment', '', '| Risk | Impact | Mitigation |', '|---|---|---|', '| Fire | | |', '| | High | Water |', ''].join('\n');
    const plan = 'plans/ARCHITECTURAL-PLAN-berths.md';
    assert.deepEqual(messagesOf(RULE, risks, plan), [`"Risk" is empty in row 2 of the table in "Risk Assessment": ${REMEDY}`]);
    assert.deepEqual(messagesOf('required-risk-fields', risks, plan).length, 1);
    const targets = ['# Harbour Architecture Design', '', '## NFRs', '', '### Performance Targets', '', '| Metric | Target | Measurement | Validation |', '|---|---|---|---|', '| Latency | 1 ms | probes | |', '| Errors | | | |', ''].join('\n');
    const design = 'plans/architecture-design-x.md';
    assert.deepEqual(messagesOf(RULE, targets, design), ['Target', 'Measurement', 'Validation'].map((title) => `"${title}" is empty in the row "Errors" of the table in "Performance Targets": ${REMEDY}`));
    assert.deepEqual(messagesOf('required-verification', targets, design).length, 1);
  });

  it('works with any line ending', () => {
    const text = replaceSection(phasePlan(), 'Document History', '### Document History\n\n| Version | Date | Author | Changes |\n|-|-|-|-|\n| 1.0 | 2026-03-01 | | x |').replaceAll('\n', '\r\n');
    assert.deepEqual(messagesOf(RULE, text), [`"Author" is empty in the row "1.0" of the table in "Document History": ${REMEDY}`]);
  });
});

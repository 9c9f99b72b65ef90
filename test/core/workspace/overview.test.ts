import assert from 'node:assert/strict';
import { changedRows } from '../../../src/core/workspace/changed-rows.ts';
import { countsInWords, type FindingCounts } from '../../../src/core/workspace/finding-counts.ts';
import type { WorkspaceIndex } from '../../../src/core/workspace/index.ts';
import { overview, type OverviewSource, type Row } from '../../../src/core/workspace/overview.ts';
import { around, indexOf, RECORD, SAMPLE, type Texts } from './sample-workspace.ts';

function source(texts: Texts, findings: Readonly<Record<string, FindingCounts>> = {}, name = 'harbour', index: WorkspaceIndex = indexOf(texts)): OverviewSource {
  return { root: `file:///${name}`, name, index, problems: index.problems(around(texts)), findings: new Map(Object.entries(findings)) };
}

/** Label and description, further in below another row. */
function drawn(rows: readonly Row[], depth = 0): readonly string[] {
  return rows.flatMap(({ label, description, children }) => [`${'  '.repeat(depth)}${label}${description === '' ? '' : ` (${description})`}`, ...drawn(children, depth + 1)]);
}

const AT = { line: 7, column: 2 };

describe('the overview of a workspace', () => {
  it('shows plans by kind with the phases below their plan, and records by what their status means', () => {
    assert.deepEqual(drawn(overview([source(SAMPLE)])), [
      'Plans (8)',
      '  Architectural Plan (1)',
      '    Architectural Plan: Berths',
      '  Architect Plan (1)',
      '    Harbour Architecture Design (PLANNED)',
      '  Master Plan (3)',
      '    Implementation Plan',
      '      Phase 1 Architecture Plan',
      '      Phase 2 Architecture Plan (Draft)',
      '  Use-Case Plan (1)',
      '    Use Case Plan: Book a berth (awaiting-approval)',
      '  System Design (1)',
      '    System Design: Harbour',
      '  Task Breakdown (1)',
      '    Task Breakdown: Berths',
      'Decision Records (5)',
      '  Proposed (1)',
      '    3. Keep three logs',
      '  Accepted (2)',
      '    2. Keep two logs',
      '    5. Decision: Keep five logs 🪵 (Adopted)',
      '  Rejected (1)',
      '    4. Keep four logs',
      '  Superseded (1)',
      '    1. Keep one log',
    ]);
  });

  it('shows what was found, the worst first, and what leads nowhere', () => {
    const texts = {
      'adr/0001-a.md': RECORD('1. A', '\n[b](0009-none.md)\n').replace('Accepted', 'On hold'),
      'adr/0001-b.md': RECORD('1. B').replace('Accepted', ''),
      'plans/PHASE-10-ARCHITECTURE-PLAN.md': '# Phase 10 Architecture Plan\n',
      'plans/PHASE-9-ARCHITECTURE-PLAN.md': '# Phase 9 Architecture Plan\n',
    };
    const findings = { 'adr/0001-a.md': { errors: 0, warnings: 2, remarks: 1, at: AT }, 'adr/0001-b.md': { errors: 1, warnings: 0, remarks: 0, at: AT }, 'gone.md': { errors: 0, warnings: 1, remarks: 0, at: AT } };
    const rows = overview([source(texts, findings)]);
    assert.deepEqual(drawn(rows), [
      'Plans (2)',
      '  Phase Plan (2)',
      '    Phase 9 Architecture Plan',
      '    Phase 10 Architecture Plan',
      'Decision Records (2)',
      '  On hold (1)',
      '    1. A (2 warnings, 1 remark)',
      '  Without a Status (1)',
      '    1. B (1 error)',
      'Findings (3)',
      '  1. B (1 error)',
      '  1. A (2 warnings, 1 remark)',
      '  gone.md (1 warning)',
      'Orphans (4)',
      '  1. A (adr)',
      '  1. B (adr)',
      '  Phase 10 Architecture Plan (plans)',
      '  Phase 9 Architecture Plan (plans)',
      'Broken Links (1)',
      '  0009-none.md (0001-a.md:19)',
      'Duplicate Numbers (2)',
      '  1. A (adr)',
      '  1. B (adr)',
    ]);
    const all = rows.flatMap(everyRow);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.deepEqual(all.find(({ sort }) => sort === 'link')?.place, { root: 'file:///harbour', path: 'adr/0001-a.md', at: { line: 18, column: 4 } });
    assert.deepEqual(rows.find(({ id }) => id === 'findings')?.children[0]?.place?.at, AT);
  });

  it('names the folder of each document where there are several', () => {
    const record = { 'adr/0001-a.md': RECORD('1. A', '\n[up](../README.md)\n'), 'README.md': '' };
    assert.deepEqual(drawn(overview([source(record), source(record, {}, 'lighthouse')])), ['Decision Records (2)', '  Accepted (2)', '    1. A (harbour)', '    1. A (lighthouse)']);
    assert.deepEqual(overview([source({})]), []);
  });

  it('never hangs a plan below itself', () => {
    const master = (name: string, other: string): Texts => ({ [name]: `# Implementation Plan\n\n## Vision\n\n## Goals\n\n## Phases\n\n[other](${other})\n` });
    const rows = overview([source({ ...master('a/MASTER-PLAN.md', '../b/MASTER-PLAN.md'), ...master('b/MASTER-PLAN.md', '../a/MASTER-PLAN.md') })]);
    assert.deepEqual(drawn(rows), ['Plans (2)', '  Master Plan (2)', '    Implementation Plan', '    Implementation Plan']);
  });
});

describe('what changes in the overview', () => {
  const before = overview([source(SAMPLE)]);
  const after = (texts: Texts, findings: Readonly<Record<string, FindingCounts>> = {}): readonly string[] | 'all' => changedRows(before, overview([source(texts, findings)]));

  it('is nothing where the same is shown', () => {
    assert.deepEqual(after(SAMPLE), []);
    assert.deepEqual(after({ ...SAMPLE, 'notes.md': '# Notes\n' }), []);
  });

  it('is one row where one says something else, and its group where another came', () => {
    const phase = SAMPLE['plans/PHASE-2-ARCHITECTURE-PLAN.md'] ?? '';
    assert.deepEqual(after({ ...SAMPLE, 'plans/PHASE-2-ARCHITECTURE-PLAN.md': phase.replace('Draft', 'Approved') }), ['file:///harbour plans/PHASE-2-ARCHITECTURE-PLAN.md']);
    assert.deepEqual(after({ ...SAMPLE, 'docs/adr/0006-f.md': RECORD('6. F', '\n[1](0001-one-log.md)\n') }), ['records']);
    assert.deepEqual(after({ ...SAMPLE, 'plans/PHASE-3-ARCHITECTURE-PLAN.md': phase.replaceAll('2', '3') }), ['plans']);
  });

  it('is everything where a group came or went', () => {
    assert.equal(after(SAMPLE, { 'docs/adr/0001-one-log.md': { errors: 1, warnings: 0, remarks: 0, at: AT } }), 'all');
  });
});

describe('counts in words', () => {
  it('leave out what is not there', () => {
    assert.equal(countsInWords({ errors: 2, warnings: 1, remarks: 0 }), '2 errors, 1 warning');
    assert.equal(countsInWords({ errors: 0, warnings: 0, remarks: 3 }), '3 remarks');
    assert.equal(countsInWords({ errors: 0, warnings: 0, remarks: 0 }), '');
  });
});

function everyRow(row: Row): readonly Row[] {
  return [row, ...row.children.flatMap(everyRow)];
}

import assert from 'node:assert/strict';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import { findingsOf, fixedBy, kindNamed, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'required-rollback';
const PATH = 'plans/ARCHITECTURAL-PLAN-berths.md';

const plan = (sections: string) => `# Architectural Plan: Berths\n\n## Executive Summary\n\n- **Overview**: Berths\n\n${sections}\n\n## Implementation Phases\n\n### Phase 1: Berths\n\n- Files: berths/\n- Estimated effort: 3d\n`;
const found = (text: string, path = PATH) => findingsOf(RULE, text, path).map(({ range }) => text.slice(range.start, range.end));

describe('required-rollback', () => {
  it('finds a breaking change without a way back', () => {
    const text = plan('## Breaking Changes\n\n- **Berths API**: v1 goes; callers migrate by May');
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Breaking Changes" is hard to take back, and the plan does not say how: write a rollback strategy.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Breaking Changes');
    assert.equal(finding.severity, 'warning');
  });

  it('finds migrations in headings, fields and phases, once for the document', () => {
    assert.deepEqual(found(plan('## Proposed Architecture\n\n### Data Migration\n\nBookings move to the new table.')), ['Data Migration']);
    assert.deepEqual(found(plan('### Database Design\n\n- **Schema changes**: `berths.length` is dropped\n- **Migration strategy**: Both tables are written for two weeks')), ['Schema changes']);
    assert.deepEqual(found(plan('### Database Design\n\n- Migration strategy: Both tables are written for two weeks')), ['Migration strategy']);
    assert.deepEqual(found(plan('').replace('Phase 1: Berths', 'Phase 1: Data Layer (Repository + Migrations)')), ['Phase 1: Data Layer (Repository + Migrations)']);
    assert.deepEqual(found(plan('').replace('- Files', '- Migrate the bookings of 2019\n- Files')), ['Migrate the bookings of 2019']);
    assert.deepEqual(found(plan('## Breaking Changes\n\nv1 goes.\n\n## Data Migration\n\nAll of it.')), ['Breaking Changes']);
    assert.equal(findingsOf(RULE, plan('## Breaking Changes\n\nv1 goes.\n\n## Data Migration\n\nAll of it.'), PATH)[0]?.related?.length, 1);
  });

  it('takes any way back for one', () => {
    const breaking = (way: string) => plan(`## Breaking Changes\n\nv1 goes.\n\n${way}`);
    for (const way of ['## Rollback Strategy\n\nThe old table stays.', '## Rollback\n\nThe old table stays.', '**Rollback plan**: the old table stays', '- **Rollback**: the old table stays', '- Rollback strategy: the old table stays', '## How to roll back\n\nThe old table stays.', 'If errors rise, the release is rolled back within ten minutes.', '| Rollback | old table |\n|--|--|\n| a | b |', '## Back-out plan\n\nOld table.', '- [ ] Rollback script tested']) {
      assert.deepEqual(found(breaking(way)), [], way);
    }
    assert.deepEqual(found(plan('### Database Design\n\n- **Migration strategy**: Each step has a down migration')), []);
    for (const way of ['There is no rollback.', 'The change cannot be rolled back.', '- No rollback', 'Nothing about it.']) assert.deepEqual(found(breaking(way)), ['Breaking Changes'], way);
  });

  it('is not content with a plan that a risk only names', () => {
    assert.deepEqual(found(plan('## Breaking Changes\n\nv1 goes.\n\n## Risk Assessment\n\n| Risk | Impact | Mitigation |\n|--|--|--|\n| Data migration fails | High | Dry run, rollback plan |')), ['Breaking Changes']);
  });

  it('leaves mentions, denials and blanks alone', () => {
    for (const text of [
      '## Risk Assessment\n\n| Risk | Impact | Mitigation |\n|--|--|--|\n| Breaking API changes | High | Versions |\n\n### Risk 1: Data migration fails\n\n- **Impact**: High',
      '## Breaking Changes\n\nNone.',
      '## Breaking Changes\n\nNo breaking changes are made.',
      '## Breaking Changes\n\n- **{{contract}}**: {{what changes}}',
      '## Breaking Changes\n\n<!-- Which contracts change? -->',
      '## No Breaking Changes\n\nAll callers go on.',
      '### Database Design\n\n- **Migration strategy**: Not needed, the table is new\n- **Schema changes**: A new table `berths`',
      '### Database Design\n\n- **Migration strategy**: {{how data moves}}\n- **Schema changes**: TBD',
      'A data migration would be needed if the port grew.',
      '### Migration Runner\n\nIt starts the scripts.',
      '## Current State Analysis\n\n### Data Migration of 2019\n\nIt took a year.',
      '```yaml\nmigration: dual write\n```',
      '- **Versioning**: breaking changes get a new version',
    ]) {
      assert.deepEqual(found(plan(text)), [], text);
    }
  });

  it('leaves records, and plans whose phases have plans of their own', () => {
    assert.deepEqual(found('# 7. Migrate the bookings\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nOld.\n\n## Decision\n\nWe will.\n\n## Data Migration\n\nAll of it.\n\n## Consequences\n\n- New\n', 'docs/architecture/ADR-007-migrate.md'), []);
    assert.deepEqual(found('# Implementation Plan\n\n## Vision\n\nx\n\n## Goals\n\n1. y\n\n## Phases\n\n| Phase | Goal | Status | Plan |\n|--|--|--|--|\n| 1 | Data migration | Planned | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n', 'plans/IMPLEMENTATION-PLAN.md'), []);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
  });

  it('looks at other kinds too, which have no section for it', () => {
    const text = replaceSection(phasePlan(), 'Abstractions and Interfaces', '### Abstractions and Interfaces\n\nNone.').replace('### CRDs', '### Schema Migration\n\nBookings move.\n\n### CRDs');
    const [finding] = findingsOf(RULE, text);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'Schema Migration');
    assert.equal(finding?.fix, undefined);
  });

  it('is fixed by the section of the template', () => {
    const whole = scaffold(kindNamed('architectural-plan'), { feature: 'Berths' }).contents;
    const text = replaceSection(replaceSection(whole, 'Rollback Strategy', ''), 'Breaking Changes', '## Breaking Changes\n\n- **Berths API**: v1 goes');
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const result = fixedBy(RULE, written, PATH);
      assert.match(result.replaceAll('\r\n', '\n'), /v1 goes\n\n## Rollback Strategy\n\n- \*\*Trigger\*\*: \{\{/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
      assert.equal(result.includes('\r\n') ? result.replaceAll('\r\n', '').includes('\n') : false, false);
    }
  });
});

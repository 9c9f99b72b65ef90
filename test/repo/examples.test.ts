import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { checker } from '../core/documents.ts';
import { read, repositoryFiles } from './files.ts';

describe('the examples', () => {
  const kinds = new Map(
    repositoryFiles()
      .filter((file) => /^examples\/.*\.md$/.test(file))
      .map((file) => [file.replace('examples/', ''), checker.check(read(file), file, DEFAULT_SETTINGS)] as const),
  );

  it('are each of the kind that they show', () => {
    assert.deepEqual(Object.fromEntries(Array.from(kinds, ([file, { subject }]) => [file, subject?.kind.id])), {
      'README.md': undefined,
      'docs/architecture/SYSTEM_DESIGN.md': 'system-design',
      'docs/architecture/context.md': undefined,
      'docs/book-a-berth.md': undefined,
      'docs/constraints.md': undefined,
      'docs/decisions/0001-keep-bookings-in-one-log.md': 'adr-madr',
      'docs/decisions/0002-take-payment-on-arrival.md': 'adr-madr',
      'docs/decisions/0003-take-payment-on-booking.md': 'adr-madr',
      'docs/quality-targets.md': undefined,
      'docs/requirements.md': undefined,
      'plans/IMPLEMENTATION-PLAN.md': 'master-plan',
      'plans/PHASE-1-ARCHITECTURE-PLAN.md': 'phase-plan',
      'plans/PHASE-2-ARCHITECTURE-PLAN.md': 'phase-plan',
      'plans/architecture-design-PORT-7-2026-03-02.md': 'architect-plan',
    });
  });

  it('are whole, but for the one that shows what is marked', () => {
    const marked = Array.from(kinds).filter(([, { findings }]) => findings.length > 0);
    assert.deepEqual(marked.map(([file]) => file), ['plans/PHASE-2-ARCHITECTURE-PLAN.md']);
  });
});

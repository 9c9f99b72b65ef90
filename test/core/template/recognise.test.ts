import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker } from '../documents.ts';

function recognise(text: string, path: string) {
  const recognition = checker.check(text, path, DEFAULT_SETTINGS).subject?.recognition;
  return recognition && { kind: recognition.kind.kind, values: recognition.values, reason: recognition.reason };
}

describe('recognise', () => {
  it('goes by an explicit mark first', () => {
    const found = recognise('---\ngroundplan:\n  kind: phase-plan\n---\n# Anything\n', 'notes.md');
    assert.ok(found);
    assert.equal(found.kind, 'phase-plan');
    assert.match(found.reason, /front matter/);
    assert.equal(recognise('---\ngroundplan: phase-plan\n---\n# Anything\n', 'notes.md')?.kind, 'phase-plan');
  });

  it('goes by the file name, whatever its case and folder', () => {
    const found = recognise('', 'docs/phase-12-architecture-plan.MD');
    assert.ok(found);
    assert.equal(found.values['number'], '12');
    assert.match(found.reason, /file name/);
  });

  it('goes by the title', () => {
    const found = recognise('# 🎯 Phase 4 architecture plan\n', 'notes.md');
    assert.ok(found);
    assert.deepEqual(found.values, { number: '4', previous: 'Phase 3 Assessment', previous_number: '3' });
    assert.match(found.reason, /title/);
  });

  it('leaves everything else alone, templates too', () => {
    assert.equal(recognise('# Readme\n\n## Risks\n', 'README.md'), undefined);
    assert.equal(recognise('# The Phase Plan\n', 'PHASE-ARCHITECTURE-PLAN.md'), undefined);
    assert.equal(recognise('---\ngroundplan:\n  kind: phase-plan\n  file: x.md\n---\n# T\n', 'PHASE-1-ARCHITECTURE-PLAN.md'), undefined);
    assert.equal(recognise('---\ngroundplan: [\n---\n', 'a.md'), undefined);
  });
});

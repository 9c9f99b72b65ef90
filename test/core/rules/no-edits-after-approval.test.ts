import assert from 'node:assert/strict';
import { approvePlan } from '../../../src/core/life/plans/advance-plan.ts';
import { findingsOf, messagesOf } from '../documents.ts';
import { documentAt, textsAfter } from '../life/plans/texts.ts';

const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const TEXT = '# System Design: Berths\n\nFor skippers.\n\n## Context\n\n- **Users**: 400 at [once](load.md)\n\n## Constraints\n\n| Constraint | Reason |\n|---|---|\n| PostgreSQL only | one person |\n\n## Next\n\n- [ ] Rehearse\n';
const APPROVED = approved(DESIGN, TEXT);

function approved(path: string, text: string, state?: string): string {
  return textsAfter(approvePlan(documentAt(path, text), state, 'Ada Byron', '2026-03-01'))[path] ?? '';
}

const edit = (from: string | RegExp, to: string, text = APPROVED) => {
  const edited = text.replace(from, to);
  assert.notEqual(edited, text);
  return edited;
};
const messages = (text: string, path = DESIGN) => messagesOf('no-edits-after-approval', text, path);

describe('no-edits-after-approval', () => {
  it('finds a section that has changed since, at its heading', () => {
    const text = edit('400', '500');
    const [finding, ...others] = findingsOf('no-edits-after-approval', text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Context" changed since Ada Byron approved the plan on 2026-03-01: have the plan approved again, or put back what it said.');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## Context');
    assert.equal(finding.severity, 'information');
  });

  it('finds what was added, and what is gone', () => {
    assert.deepEqual(messages(edit('## Next', '## Cost\n\nMore.\n\n## Next')), ['"Cost" was added since Ada Byron approved the plan on 2026-03-01: have the plan approved again, or take it out.']);
    assert.deepEqual(messages(edit(/## Next[^]*/, '')), ['A section is gone since Ada Byron approved the plan on 2026-03-01: put it back, or have the plan approved again.']);
    assert.deepEqual(messages(edit(/## Constraints[^]*/, '')), ['2 sections are gone since Ada Byron approved the plan on 2026-03-01: put them back, or have the plan approved again.']);
    assert.equal(messages(edit('400', '500', edit('one person', 'two people'))).length, 2);
  });

  it('bears ticks, other links, tables that are set anew, comments, line breaks and another order', () => {
    const changes: readonly (readonly [string | RegExp, string])[] = [
      ['- [ ] Rehearse', '- [x] Rehearse'],
      ['load.md', '../load.md#peak'],
      ['|---|---|\n| PostgreSQL only | one person |', '| --- | --- |\n| PostgreSQL only | one person     |'],
      ['- **Users**', '* __Users__'],
      ['400 at', '400\n  at'],
      ['## Next', '<!-- seen -->\n\n## Next'],
      ['For skippers.', 'For all skippers.'],
      ['## Next', '## What comes next'],
      [/(## Constraints[^]*)(## Next[^]*)/, '$2\n$1'],
      [/\n/g, '\r\n'],
      [/^/, '\uFEFF'],
    ];
    for (const [from, to] of changes) assert.deepEqual(messages(edit(from, to)), [], to);
  });

  it('says less where less is known, and nothing of marks that are none', () => {
    assert.deepEqual(messages(edit('400', '500', edit(/approved-by: .*\n/, ''))), ['"Context" changed since the plan was approved on 2026-03-01: have the plan approved again, or put back what it said.']);
    assert.match(messages(edit('400', '500', edit(/approved-on: .*\n/, '')))[0] ?? '', /since Ada Byron approved the plan: /);
    assert.deepEqual(messages(edit('400', '500', edit(/approved-content: .*\n/, 'approved-content: by all of us\n'))), []);
    assert.deepEqual(messages(edit('400', '500', edit(/approved-content: .*\n/, ''))), []);
  });

  it('is silent while a plan is not in the state of an approval', () => {
    const path = 'docs/booking-PLAN.md';
    const text = approved(path, '---\nstatus: awaiting-approval\n---\n# Use Case Plan: Booking\n\n## 1. Use Case Alignment\n\nAll.\n', 'approved');
    assert.match(text, /^---\nstatus: approved\napproved-by: Ada Byron\n/);
    const edited = edit('All.', 'Some.', text);
    assert.equal(messages(edited, path).length, 1);
    assert.deepEqual(messages(edit('status: approved', 'status: awaiting-approval', edited), path), []);
  });

  it('leaves a plan alone that nobody approved, a record too', () => {
    assert.deepEqual(messages(TEXT), []);
    assert.deepEqual(messages(edit('# System Design: Berths', '# 7. Log\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny', edit('400', '500')), 'docs/adr/0007-log.md'), []);
  });
});

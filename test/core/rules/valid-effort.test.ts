import assert from 'node:assert/strict';
import { findingsOf, messagesOf } from '../documents.ts';

const PLAN = 'plans/ARCHITECTURAL-PLAN-harbour.md';

const withEffort = (effort: string): string => `# Architectural Plan: Harbour\n\n## Implementation Phases\n\n### Phase 2: Quay\n\n- Files: src/\n- Estimated effort: ${effort}\n`;

describe('valid-effort', () => {
  it('finds an effort that is none, at its words', () => {
    const text = withEffort('some time, as needed').replaceAll('\n', '\r\n');
    const [finding, ...others] = findingsOf('valid-effort', text, PLAN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'Phase 2 "Quay" is to take "some time, as needed", which nobody can add up: write a duration such as "3d" or "2-3 weeks".');
    assert.equal(finding.severity, 'warning');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'some time, as needed');
  });

  it('finds vague words in any form of phase', () => {
    for (const effort of ['a bit', 'a while', 'not much', 'quick', 'soon', 'a few days', 'several weeks', 'depends', '**not much** 🙂', 'as long as it takes']) assert.equal(messagesOf('valid-effort', withEffort(effort), PLAN).length, 1, effort);
    const phases = (body: string): string => `# Architectural Plan: Harbour\n\n## Implementation Phases\n\n${body}\n`;
    for (const body of ['| Phase | Effort |\n|--|--|\n| Quay | a bit |', '1. **Phase 1: Quay**\n   - **Effort**: a bit', '### Stage 1: Quay\n\n**Duration:** a bit']) assert.equal(messagesOf('valid-effort', phases(body), PLAN).length, 1, body);
  });

  it('leaves every way to say how much alone', () => {
    const efforts = ['3d', '3 days', '2-3 weeks', 'about 2 weeks', '1d 4h', '3 person-days', '5 PD', '8 story points', '8', '13 SP', '2 sprints', 'two weeks', 'half a day', 'a week', 'a couple of days', 'one sprint', 'Week 1-4', 'Weeks 1–4', 'Q3 2026', '2026-03-01', 'March', 'until May'];
    efforts.push('M', 'XL', 'S (see legend)', 'Small', 'Medium', 'high', 'ongoing', 'none', 'done', '✅ Completed', 'included above', '½ day', '> 3 days', '3+ weeks', '3 Wochen', '三日 (3d)');
    for (const effort of efforts) assert.deepEqual(messagesOf('valid-effort', withEffort(effort), PLAN), [], effort);
  });

  it('leaves what is still open to the check of blanks', () => {
    for (const effort of ['Xd', 'X days', 'N weeks', 'XX h', '{{number of}}d', '[EFFORT]', '[X] days', '<effort>', '{effort}', 'TBD', 'tbc', 'TODO', 'to be estimated', 'unknown', '?', '??', '-', '—', '']) {
      assert.deepEqual(messagesOf('valid-effort', withEffort(effort), PLAN), [], effort);
    }
  });

  it('takes no time over long texts', () => {
    for (const unit of ['a ', 'x', '?', '{', '[', '<', 'an  ']) messagesOf('valid-effort', withEffort(unit.repeat(50_000)), PLAN);
  });
});

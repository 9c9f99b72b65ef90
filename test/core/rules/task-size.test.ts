import assert from 'node:assert/strict';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, messagesOf } from '../documents.ts';

const PATH = 'plans/HARBOUR-TASKS.md';
const tasks = (lines: string, heading = '### Phase 1: Quay'): string => `# Task Breakdown: Harbour\n\n## Tasks\n\n${heading}\n\n${lines}\n`;
const found = (line: string): readonly string[] => messagesOf('task-size', tasks(line), PATH);

describe('task-size', () => {
  it('finds a task that takes too long, at its estimate', () => {
    const text = tasks('- [ ] T-01 Drive **piles** (6h), files: src/\n- [ ] T-02 Lay planks (4h)').replaceAll('\n', '\r\n');
    const [finding, ...others] = findingsOf('task-size', text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'T-01 "Drive piles" takes 6h, and a task may take 4 hours: split it.');
    assert.equal(finding.severity, 'warning');
    assert.equal(text.slice(finding.range.start, finding.range.end), '6h');
    assert.deepEqual(found('- [ ] Drive piles (3-5h)'), ['The task "Drive piles" takes 3-5h, and a task may take 4 hours: split it.']);
  });

  it('reads estimates in days, and wherever they stand', () => {
    for (const line of ['T-1 Piles (1d)', 'T-1 Piles (1 week)', 'T-1 Piles [6h]', 'T-1 Piles - 6h', 'T-1 Piles – ~6h', 'T-1 Piles: 1 day', 'T-1 Piles\n  - Estimate: 6h', 'T-1 Piles\n  **Effort**: 6h', 'T-1 Piles (est: 6h)', 'T-1 Piles (5h, after T-0)']) {
      assert.equal(found(`- [ ] ${line}`).filter((message) => message.includes('split it')).length, 1, line);
    }
    for (const line of ['T-1 Piles (30 min)', 'T-1 Piles [2h]', 'T-1 Piles - 4h', 'T-1 Piles (half a day)', 'T-1 Piles\n  - Estimate: 3h', 'T-1 Piles (3 points)', 'T-1 Piles (M)', 'T-1 Piles, 2 SP', 'T-1 Piles 2h', 'T-1 Keep records for 10 days (1h)', 'T-1 Keep records for 10 days']) {
      assert.deepEqual(found(`- [ ] ${line}`), [], line);
    }
  });

  it('takes the hours that a team allows', () => {
    const limited = (hours: unknown): readonly string[] => findingsOf('task-size', tasks('- [ ] T-1 Piles (6h)\n- [ ] T-2 Planks (2h)'), PATH, NOWHERE, { hours }).map(({ message }) => message);
    assert.deepEqual(limited(8), []);
    assert.deepEqual(limited(1), ['T-1 "Piles" takes 6h, and a task may take one hour: split it.', 'T-2 "Planks" takes 2h, and a task may take one hour: split it.']);
    assert.deepEqual(limited('many'), ['T-1 "Piles" takes 6h, and a task may take 4 hours: split it.']);
  });

  it('finds a task without an estimate, at its id and title', () => {
    const text = tasks('- [ ] T-01 Drive piles after T-00\n- [ ] Lay planks');
    const findings = findingsOf('task-size', text, PATH);
    assert.deepEqual(findings.map(({ message }) => message), [
      'T-01 "Drive piles" has no estimate: write its hours in parentheses behind the title, as in "(2h)".',
      'The task "Lay planks" has no estimate: write its hours in parentheses behind the title, as in "(2h)".',
    ]);
    assert.deepEqual(findings.map(({ range }) => text.slice(range.start, range.end)), ['T-01 Drive piles', 'Lay planks']);
  });

  it('finds a task that stands below no phase and names none', () => {
    assert.deepEqual(messagesOf('task-size', tasks('- [ ] T-1 Piles (2h)\n- [ ] T-2 Planks (2h), phase 2', ''), PATH), ['T-1 "Piles" does not say which phase it is from: put it below a heading such as "Phase 1".']);
    for (const heading of ['### Phase 1: Quay', '### Wave 2', '### Quay', '**Phase 1: Quay**']) assert.deepEqual(messagesOf('task-size', tasks('- [ ] T-1 Piles (2h)', heading), PATH), [], heading);
  });

  it('leaves what is done, split or still open alone', () => {
    for (const line of ['- [x] T-1 Piles (6h)', '- [X] T-1 Piles', '- [ ] T-1 Piles (8h)\n  - [ ] Oak (4h)\n  - [ ] Steel (4h)', '- [ ] T-01 {{task}} ({{number of}}h), files: {{files}}', '- [ ] {{task}}', '- [ ] T-1 Piles (Xh)', '- [ ] T-1 [TASK] ({{hours}}h)', '- Piles']) assert.deepEqual(found(line), [], line);
  });

  it('looks only where a template has tasks', () => {
    assert.deepEqual(messagesOf('task-size', '# Phase 2 Architecture Plan\n\n## Success Criteria\n\n- [ ] All waves are done\n'), []);
  });

  it('takes no time over long texts', () => {
    for (const unit of ['(1h ', '- 1h ', 'estimate: ', '1 ', '~', '[']) messagesOf('task-size', tasks(`- [ ] T-1 ${unit.repeat(20_000)}`), PATH);
    messagesOf('task-size', tasks('- [ ] Piles\n'.repeat(5_000), '**Quay**\n\n'.repeat(5_000)), PATH);
  });
});

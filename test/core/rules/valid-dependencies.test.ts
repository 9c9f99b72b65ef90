import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/lint/lint.ts';
import { findingsOf, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'valid-dependencies';
const TASKS = 'plans/HARBOUR-TASKS.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';

const waves = (...lines: readonly string[]): string => replaceSection(phasePlan(), 'Wave Dependency Graph', `### Wave Dependency Graph\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``);
const chart = (...lines: readonly string[]): string => waves(...lines).replace('```\nflowchart', '```mermaid\nflowchart');
const tasks = (...lines: readonly string[]): string => `# Task Breakdown: Harbour\n\n## Tasks\n\n### Phase 1: Quay\n\n${lines.map((line) => `- [ ] ${line}`).join('\n')}\n`;
const phases = (...rows: readonly string[]): string => `# Implementation Plan\n\n## Phases\n\n| Phase | Goal | Depends on |\n|--|--|--|\n${rows.join('\n')}\n`;

/** Long enough that they stand below several phases. */
function manyTasks(count: number, after: (number: number) => string): string {
  const lines = Array.from({ length: count }, (_, index) => `${index % 500 === 0 ? `\n### Phase ${index / 500 + 1}: Quay\n\n` : ''}- [ ] T-${index + 1} Piles (2h) after ${after(index + 1)}`);
  return `# Task Breakdown: Harbour\n\n## Tasks\n${lines.join('\n')}\n`;
}

/** Each message with the text that it marks. */
function said(findings: readonly Finding[], text: string): readonly string[] {
  return findings.map(({ message, range }) => `${message} <${text.slice(range.start, range.end)}>`);
}

function found(text: string, path?: string): readonly string[] {
  return said(findingsOf(RULE, text, path), text);
}

describe('valid-dependencies', () => {
  describe('among waves', () => {
    it('finds one that is not there, that comes later, and a wave that waits for itself', () => {
      const text = waves('Wave 1: Keel (MUST BE FIRST)', 'Wave 2: Hull (Depends on Wave 3)', 'Wave 3: Rig (after Wave 9 and Wave 3)', 'Wave 4: Sea (after Waves 1 & 3)');
      assert.deepEqual(found(text), [
        'Wave 2 waits for wave 3, which comes after it: let it wait for earlier waves only, or change their order. <3>',
        'Wave 3 waits for wave 9, which is not in this plan: name a wave that is, or take that out. <9>',
        'Wave 3 waits for itself: name the wave that it waits for, or take that out. <3>',
      ]);
      const [later] = findingsOf(RULE, text);
      assert.equal(later?.severity, 'error');
      assert.deepEqual(later.related?.map(({ message, range }) => [message, range.start]), [['Wave 3 stands here.', text.indexOf('Wave 3: Rig') + 5]]);
      assert.equal(later.range.start, text.indexOf('Wave 3)') + 5);
    });

    it('finds a circle once, naming its members in their order', () => {
      const text = waves('Wave 1: Keel', 'Wave 2: Hull (after Wave 4)', 'Wave 3: Rig (after Wave 2)', 'Wave 4: Sea (after Wave 3)', 'Wave 5: Land (after Wave 6)', 'Wave 6: Home (after Wave 5)').replaceAll('\n', '\r\n');
      const findings = findingsOf(RULE, text);
      assert.deepEqual(said(findings, text), [
        'Wave 2 waits for wave 4, wave 4 for wave 3 and wave 3 for wave 2: none of them can begin until one of these dependencies goes. <4>',
        'Wave 5 waits for wave 6 and wave 6 for wave 5: none of them can begin until one of these dependencies goes. <6>',
      ]);
      assert.deepEqual(findings[0]?.related?.map(({ message }) => message), ['Wave 4 stands here.', 'Wave 3 stands here.']);
    });

    it('finds waves that are called parallel and wait for each other', () => {
      assert.deepEqual(found(waves('Wave 1: Keel', 'Wave 2 & 3: Rig (PARALLEL after Wave 1)', '  ├─→ Wave 2: Mast', '  └─→ Wave 3: Sails (after Wave 2)')), [
        'Wave 3 is called parallel to wave 2 and waits for it: let them run one after the other, or take the dependency out. <2>',
      ]);
      assert.deepEqual(found(waves('Wave 1: Keel', 'Wave 2: Mast (PARALLEL with Wave 4)', 'Wave 3: Rope (after Wave 2)', 'Wave 4: Sails (Depends on Wave 3)')), [
        'Wave 4 is called parallel to wave 2 and waits for wave 3, which waits for wave 2: let them run one after the other, or take the dependency out. <3>',
      ]);
      assert.deepEqual(found(waves('Wave 1: Keel', 'Wave 2 & 3: Rig (PARALLEL after Wave 2)')), ['Wave 2 waits for itself: name the wave that it waits for, or take that out. <2>']);
      assert.deepEqual(found(waves('Wave 1: Keel', 'Wave 2 & 3: Rig (after Wave 1)', 'Wave 4: Sea (not parallel with Wave 3, after Wave 3)')), []);
    });

    it('reads flowcharts, headings and tables', () => {
      assert.deepEqual(messagesOf(RULE, chart('flowchart LR', 'a[Wave 1: Keel] --> b[Wave 2: Hull]', 'c[Wave 3: Rig] --> b')), ['Wave 2 waits for wave 3, which comes after it: let it wait for earlier waves only, or change their order.']);
      const section = (body: string): string => replaceSection(phasePlan(), 'Wave Dependency Graph', `### Wave Dependency Graph\n\n${body}`);
      assert.deepEqual(found(section('#### Wave 1: Keel\n\n#### Wave 2: Hull\n\n**Depends on**: Wave 1, Wave 7')), ['Wave 2 waits for wave 7, which is not in this plan: name a wave that is, or take that out. <7>']);
      assert.deepEqual(found(section('| Wave | Depends on |\n|--|--|\n| 1 | – |\n| 2 | Wave 3 |')), ['Wave 2 waits for wave 3, which is not in this plan: name a wave that is, or take that out. <3>']);
    });

    it('leaves sound graphs alone', () => {
      assert.deepEqual(found(phasePlan()), []);
      assert.deepEqual(found(waves('Wave 1: Keel (MUST BE FIRST)', 'Wave 2: Hull (Depends on Wave 1)', 'Wave 3 & 4: Rig (PARALLEL after Wave 2)', '  ├─→ Wave 3: Mast', '  └─→ Wave 4: Sails', 'Wave 5: Sea (Depends on Waves 3 & 4)')), []);
      assert.deepEqual(found(waves('Wave 0: Wood', 'Wave 1: Keel (after Wave 0)', 'Wave 2a: Hull', 'Wave 2b: Rig', 'Wave 3: Sea (after Wave 2)')), []);
      assert.deepEqual(found(waves('Wave 3: Rig (after Wave 2)', 'Wave 4: Sea (after Wave 3)')), []);
      assert.deepEqual(found(waves('Wave {{n}}: Keel', 'Wave 2: Hull (Depends on Wave {{n}})')), []);
    });
  });

  describe('among phases', () => {
    it('finds the same in a table, also where only numbers stand', () => {
      assert.deepEqual(found(phases('| 1 | Quay | |', '| 2 | Crane | 1, 3 |', '| 3 | Ships | Phase 7 |', '| 4 | Sea | 4 |'), MASTER), [
        'Phase 2 waits for phase 3, which comes after it: let it wait for earlier phases only, or change their order. <3>',
        'Phase 3 waits for phase 7, which is not in this plan: name a phase that is, or take that out. <7>',
        'Phase 4 waits for itself: name the phase that it waits for, or take that out. <4>',
      ]);
    });

    it('finds the same below headings, also in a list', () => {
      const text = '# Architectural Plan: Harbour\n\n## Implementation Phases\n\n### Phase 1: Quay\n\n- **Depends on**: Phase 2\n\n### Phase 2: Crane\n\n**Dependencies**:\n- Phase 1\n- Phase 8\n';
      assert.deepEqual(found(text, 'plans/ARCHITECTURAL-PLAN-harbour.md'), [
        'Phase 1 waits for phase 2 and phase 2 for phase 1: none of them can begin until one of these dependencies goes. <2>',
        'Phase 2 waits for phase 8, which is not in this plan: name a phase that is, or take that out. <8>',
      ]);
    });

    it('leaves phases of other plans, earlier ones and parts alone', () => {
      assert.deepEqual(found(phases('| 1 | Quay | Phase 9 of the platform plan |', '| 2 | Crane | [Phase 12](../other/PLAN.md) |', '| 3 | Ships | none |'), MASTER), []);
      assert.deepEqual(found(phases('| 4 | Quay | 3 |', '| 5 | Crane | 1, 4 |'), MASTER), []);
      assert.deepEqual(found(phases('| 1.1 | Quay | |', '| 1.2 | Crane | 1.1 |', '| 2 | Sea | 1 |', '| MVP | Land | 2 |'), MASTER), []);
      assert.deepEqual(found(phases('| 1 | Quay | |', '| 2 | Crane | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |'), MASTER), []);
    });
  });

  describe('among tasks', () => {
    it('finds what is not there, comes later, or is the task itself', () => {
      assert.deepEqual(found(tasks('T-01 Piles (2h) after T-02', 'T-02 Planks (2h) after T-09, T-02', 'Paint (1h) after T-03', 'T-03 Flag (1h) after t1'), TASKS), [
        'T-01 waits for T-02, which comes after it: let it wait for earlier tasks only, or change their order. <T-02>',
        'T-02 waits for T-09, which is not in this plan: name a task that is, or take that out. <T-09>',
        'T-02 waits for itself: name the task that it waits for, or take that out. <T-02>',
        'The 3rd task waits for T-03, which comes after it: let it wait for earlier tasks only, or change their order. <T-03>',
      ]);
    });

    it('finds a circle over phases', () => {
      assert.deepEqual(messagesOf(RULE, `${tasks('T-1 Piles (2h) after T-3', 'T-2 Planks (2h) after T-1')}\n### Phase 2: Crane\n\n- [ ] T-3 Hook (1h) after T-2\n`, TASKS), [
        'T-1 waits for T-3, T-3 for T-2 and T-2 for T-1: none of them can begin until one of these dependencies goes.',
      ]);
    });

    it('knows tasks below other tasks, and one id in several spellings', () => {
      assert.deepEqual(found(tasks('T-01 Piles (2h)\n  - [ ] T-02 Oak', 'TASK-3 Planks (2h) after T1, T-2', '**T-4** Paint (1h) after task_03'), TASKS), []);
    });
  });

  it('names only some of many members of a circle', () => {
    const [message, ...others] = messagesOf(RULE, manyTasks(3_000, (number) => `T-${number === 1 ? 3_000 : number - 1}`), TASKS);
    assert.deepEqual(others, []);
    assert.equal(message, 'T-1 waits for T-3000, T-3000 for T-2999, T-2999 for T-2998, T-2998 for T-2997, T-2997 for T-2996 and so on, 3000 tasks in all: none of them can begin until one of these dependencies goes.');
  });

  it('bears thousands of tasks that wait for each other in every way', () => {
    const count = 2_000;
    assert.ok(messagesOf(RULE, manyTasks(count, (number) => `T-${count - number}, T-${((number * 7) % count) + 1}, T-${number + 1}`), TASKS).length > 1000);
    assert.equal(messagesOf(RULE, manyTasks(count, (number) => `T-${number + 50_000}`), TASKS).length, count);
  });
});

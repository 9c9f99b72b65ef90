import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeInto, mergeInWords, mergeTasks, type TasksMerge } from '../../../../src/core/life/plans/merge-tasks.ts';
import { draftStages, tasksOfPlan } from '../../../../src/core/scaffold/tasks-of-plan.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { messagesOf } from '../../documents.ts';
import { RUNS } from '../../support/runs.ts';
import { documentAt, textsAfter } from './texts.ts';

const TASKS = 'plans/berths-TASKS.md';

function readingsOf(phases: string) {
  return documentAt('plans/architecture-design-berths.md', `# Berths Architecture Design\n\n## Implementation Roadmap\n\n${phases}`).readings;
}

/** The list of tasks as the command writes it the first time. */
function begun(phases: string): string {
  return `# Task Breakdown: Berths\n\n## Tasks\n\n${tasksOfPlan(readingsOf(phases)) ?? ''}\n`;
}

function merged(text: string, phases: string): { readonly text: string } & TasksMerge {
  const merge = mergeTasks(documentAt(TASKS, text), draftStages(readingsOf(phases)));
  assert.ok(!('problem' in merge), JSON.stringify(merge));
  return { ...merge, text: applyEdits(text, merge.edits) };
}

const ONE = '### Phase 1: Quay (1 day)\n\n- Piles\n- Planks\n\n### Phase 2: Crane\n\n- Hook\n';

describe('draftStages', () => {
  const lines = (phases: string): readonly string[] => (tasksOfPlan(readingsOf(phases)) ?? '').split('\n').filter((line) => line.startsWith('- '));

  it('takes the estimate that a deliverable has itself', () => {
    assert.deepEqual(lines('### Phase 1: A (1 day)\n\n- Piles (2h)\n- Planks – 30 min\n- Rope [~3h]\n- Nails\n'), ['- [ ] T-01 Piles (2h)', '- [ ] T-02 Planks (30 min)', '- [ ] T-03 Rope (3h)', '- [ ] T-04 Nails (3h)'], 'the rest of the day is shared among the others');
    assert.deepEqual(lines('### Phase 1: A\n\n- Piles (of oak)\n- Version 2 - new\n'), ['- [ ] T-01 Piles (of oak) ({{hours up to 4}}h)', '- [ ] T-02 Version 2 - new ({{hours up to 4}}h)']);
  });

  it('makes several tasks of a deliverable that takes longer than one may, each after the one before', () => {
    assert.deepEqual(lines('### Phase 1: A\n\n- Rope (2h)\n\n### Phase 2: B\n\n- Search (10h)\n- Print (1 day)\n\n### Phase 3: C\n\n- Sell\n').map((line) => line.slice(6)), [
      'T-01 Rope (2h)',
      'T-02 Search, part 1 of 3 (4h) after T-01',
      'T-03 Search, part 2 of 3 (4h) after T-02',
      'T-04 Search, part 3 of 3 (2h) after T-03',
      'T-05 Print, part 1 of 2 (4h) after T-01',
      'T-06 Print, part 2 of 2 (4h) after T-05',
      'T-07 Sell ({{hours up to 4}}h) after T-06',
    ]);
    assert.deepEqual(lines('### Phase 1: A\n\n- All of it (3 months)\n'), ['- [ ] T-01 All of it ({{hours up to 4}}h)'], 'that is for its author to break down');
  });
});

describe('mergeTasks', () => {
  it('adds what is new with the next ids, below the tasks of its phase, and changes nothing else', () => {
    const text = begun(ONE).replace('- [ ] T-01 Piles', '- [x] T-01 Piles of oak').replace('\n\n### Phase 2: Crane', '\n- [ ] T-09 by hand (1h)\n\n### Phase 2: The crane');
    const { text: after, added, unasked } = merged(text, '### Phase 1: Quay (1 day)\n\n- Rope\n- Piles\n- Planks\n\n### Phase 2: Crane\n\n- Hook\n- Grease (6h)\n\n### Phase 3: Sea\n\n- Buoys (1h)\n');
    assert.equal(
      after,
      '# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 1: Quay\n\n- [x] T-01 Piles of oak (4h)\n- [ ] T-02 Planks (4h)\n- [ ] T-09 by hand (1h)\n- [ ] T-10 Rope (3h)\n\n### Phase 2: The crane\n\n- [ ] T-03 Hook ({{hours up to 4}}h) after T-02\n- [ ] T-11 Grease, part 1 of 2 (4h) after T-02\n- [ ] T-12 Grease, part 2 of 2 (2h) after T-11\n\n### Phase 3: Sea\n\n- [ ] T-13 Buoys (1h) after T-12\n',
    );
    assert.deepEqual(added, ['T-10', 'T-11', 'T-12', 'T-13']);
    assert.deepEqual(unasked, ['T-09']);
    assert.deepEqual(messagesOf('valid-dependencies', after, TASKS), []);
    assert.equal(merged(after, '### Phase 1: Quay (1 day)\n\n- Rope\n- Piles\n- Planks\n\n### Phase 2: Crane\n\n- Hook\n- Grease (6h)\n\n### Phase 3: Sea\n\n- Buoys (1h)\n').text, after);
  });

  it('keeps a task whose deliverable is gone, and says so', () => {
    const { text, unasked, edits } = merged(begun(ONE), '### Phase 1: Quay\n\n- Piles\n\n### Phase 2: Crane\n\n- Hook\n');
    assert.equal(text, begun(ONE));
    assert.deepEqual([unasked, edits], [['T-02'], []]);
  });

  it('knows a task by its words in another phase, in another order, and where words were added or left out', () => {
    const text = '# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 1: Quay\n\n- [ ] T-03 Hook\n- [ ] T-01 **Piles**, of oak and pine (3h)\n\n### Phase 2: Crane\n\n- [ ] T-02 Planks (2h)\n';
    assert.deepEqual(merged(text, '### Phase 1: Quay\n\n- Oak piles\n- Planks (8h)\n\n### Phase 2: Crane\n\n- Hook\n').added, ['T-04'], 'the second part of the planks');
    assert.deepEqual(merged(text, '### Phase 1: Quay\n\n- Paint\n').added, ['T-04']);
  });

  it('writes in the form of the tasks that are there', () => {
    const list = (tasks: string) => `# Task Breakdown: Berths\n\n## Tasks\n\n${tasks}`;
    const added = (tasks: string) => {
      const text = list(tasks);
      const { edits } = merged(text, '### Phase 1: Quay\n\n- Piles\n- Rope (2h)\n');
      return edits.map((edit) => edit.text).join('');
    };
    assert.equal(added('### Phase 1: Quay\n\n* [ ] TASK_007 Piles\n'), '\n* [ ] TASK_008 Rope (2h)');
    assert.equal(added('### Phase 1: Quay\n\n> - [ ] t3 Piles\n'), '\n> - [ ] t4 Rope (2h)');
    assert.equal(added('### Phase 1: Quay\n\n- Day one\n  - [ ] T-1 Piles\n    - of oak\n'), '\n  - [ ] T-2 Rope (2h)');
    assert.equal(added('#### Phase 1: Quay\n\nNothing yet.\n'), '\n\n- [ ] T-01 Piles ({{hours up to 4}}h)\n- [ ] T-02 Rope (2h)');
    assert.equal(added('- [ ] T-01 Piles\n'), '\n\n### Phase 1: Quay\n\n- [ ] T-02 Rope (2h)');
    assert.equal(added('#### Phase 4: Sea\n\n- [ ] T-40 Buoys\n'), '\n\n#### Phase 1: Quay\n\n- [ ] T-41 Piles ({{hours up to 4}}h)\n- [ ] T-42 Rope (2h)');
    assert.match(added('### Phase 1: Quay\r\n\r\n- [ ] T-01 Piles\r\n'), /^\r\n- \[ \] T-02 Rope \(2h\)$/);
  });

  it('waits only for tasks that stand before it', () => {
    const text = '# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 2: Crane\n\n- [ ] T-05 Hook\n\n### Phase 1: Quay\n\n- [ ] T-06 Piles\n';
    const { text: after } = merged(text, '### Phase 1: Quay\n\n- Piles\n\n### Phase 2: Crane\n\n- Hook\n- Rope (2h)\n');
    assert.ok(after.includes('- [ ] T-05 Hook\n- [ ] T-07 Rope (2h)\n'), after);
    assert.deepEqual(messagesOf('valid-dependencies', after, TASKS), []);
  });

  it('is one change, and a sentence', () => {
    const subject = documentAt(TASKS, begun(ONE));
    const merge = merged(begun(ONE), `${ONE}- Rope\n`);
    assert.deepEqual(textsAfter(mergeInto(subject, merge)), { [TASKS]: merge.text });
    assert.equal(mergeInWords(merge, 'berths-TASKS.md'), 'One task was added to berths-TASKS.md: T-04.');
    assert.equal(mergeInWords({ edits: [], added: [], unasked: ['T-02', '"by hand"'] }, 'x.md'), 'x.md has a task for every deliverable. 2 tasks stay that no deliverable of the plan asks for: T-02, "by hand".');
    assert.equal(mergeInWords({ edits: [], added: Array.from({ length: 9 }, (_, index) => `T-${index}`), unasked: [] }, 'x.md'), '9 tasks were added to x.md: T-0, T-1, T-2, T-3, T-4, T-5 and 3 more.');
  });

  it('says what is in the way where no task can stand', () => {
    const text = '# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 1: Quay\n\n```\nnever closed\n';
    assert.deepEqual(mergeTasks(documentAt(TASKS, text), draftStages(readingsOf(ONE))), { problem: `The new tasks find no place in ${TASKS}: close the fence or comment that is left open in it, and run the command again.` });
  });

  it('loses no tick and no edit, and changes nothing the second time, whatever stands in plan and list', () => {
    const deliverable = fc.constantFrom('Piles', 'Planks (2h)', 'Hook (10h)', 'Piles', 'Rope, files: x', 'after T-01', '{{x}}', 'T-7 odd', '**Bold** (3h)', '日本', 'Grease – 1 day', 'see [x](y.md)', '`code`', 'phase 2', 'a: b');
    const phases = fc.array(fc.tuple(fc.constantFrom('Phase 1: A', 'Phase 2: B (1 day)', 'Phase 3', 'Phase 10: {{x}}'), fc.array(deliverable, { maxLength: 4 })), { maxLength: 3 });
    const asText = (list: readonly (readonly [string, readonly string[]])[]): string => list.map(([head, works]) => `### ${head}\n\n${works.map((work) => `- ${work}\n`).join('')}\n`).join('');
    const edit = fc.tuple(fc.constantFrom<readonly [RegExp, string]>([/\[ \]/, '[x]'], [/Piles/, 'Piles of oak'], [/Phase 2: B/, '🏗️ Phase 2: other'], [/- \[ \] T-02[^\n]*\n/, ''], [/\n\n### /, '\n- [ ] by hand\n\n### '], [/\(4h\)/, '(1h)'], [/- \[ \] T-01/, '- [ ]'], [/after [^\n]*/, '']), fc.nat(3));
    fc.assert(
      fc.property(phases, phases, fc.array(edit, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (first, second, edits, ending) => {
        let text = begun(asText(first));
        for (const [[from, to], times] of edits) for (let time = 0; time <= times; time++) text = text.replace(from, to);
        text = text.replaceAll('\n', ending);
        const stages = draftStages(readingsOf(asText(second)));
        const merge = mergeTasks(documentAt(TASKS, text), stages);
        if ('problem' in merge) return;
        const after = applyEdits(text, merge.edits);
        assert.ok(merge.edits.every(({ range }) => range.start === range.end), 'nothing but insertions');
        const again = mergeTasks(documentAt(TASKS, after), stages);
        assert.deepEqual('edits' in again && again.edits, [], after);
        for (const line of text.split(/\r?\n/)) assert.ok(after.includes(line), line);
        if (ending === '\r\n') assert.ok(!/[^\r]\n/.test(after), after);
        // A deliverable may itself speak of tasks.
        const isSound = !asText(second).includes('after T-') && messagesOf('valid-dependencies', text, TASKS).length === 0;
        if (isSound) assert.deepEqual(messagesOf('valid-dependencies', after, TASKS), [], after);
      }),
      { numRuns: RUNS },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import type { LintSettings } from '../../../src/core/lint/lint-settings.ts';
import type { Picture } from '../../../src/core/picture/picture.ts';
import type { StepPicture, StepsPicture } from '../../../src/core/picture/steps.ts';
import { anyText } from '../support/any-text.ts';
import { RUNS } from '../support/runs.ts';
import { checker, phasePlan, replaceSection } from '../documents.ts';

const PLAN = 'plans/ARCHITECTURAL-PLAN-harbour.md';
const ROADMAP = 'plans/architecture-design-shop-2026-01-01.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';
const TASKS = 'plans/HARBOUR-TASKS.md';

function draw(text: string, path: string, settings: LintSettings = DEFAULT_SETTINGS): Picture {
  return checker.draw(checker.check(text, path, settings));
}

const plan = (body: string): string => `# Architectural Plan: Harbour\n\n## Implementation Phases\n\n${body}\n`;
const roadmap = (text: string, path = PLAN): StepsPicture => draw(text, path).roadmap;
const phases = (body: string): StepsPicture => roadmap(plan(body));
const waves = (...lines: readonly string[]): string => replaceSection(phasePlan(), 'Wave Dependency Graph', `### Wave Dependency Graph\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``);
const wavesIn = (...lines: readonly string[]): StepsPicture => draw(waves(...lines), 'plans/PHASE-2-ARCHITECTURE-PLAN.md').waves;

/** Names, and what each comes after, by number. */
function orderIn({ steps }: StepsPicture): readonly unknown[] {
  return steps.map(({ label, title, after, column }) => [label, title, after, column]);
}

/** Start and end of each step in hours. */
function timesIn({ steps }: StepsPicture): readonly unknown[] {
  return steps.map(({ time }) => (time === undefined ? undefined : [time.start, time.end]));
}

const HARBOUR = plan(
  [
    '### Phase 1: Ground (2 weeks)\n\n- Charts\n- Status: ✅ Done',
    '### Phase 2: Booking\n\n- Depends on: Phase 1\n- Estimated effort: 3 weeks\n- [x] Queue\n- [ ] References\n- Status: In work\n- Files: src/a.ts, src/b.ts',
    '### Phase 3: Board\n\n- Depends on: Phase 1\n- Estimated effort: 6 days',
    '### Phase 4: Page\n\n- Depends on: Phase 2\n- Estimated effort: 1 week',
    '### Phase 5: Training\n\n- Depends on: Phase 1\n- Estimated effort: Xd',
    '### Phase 6: Opening\n\n- Depends on: Phases 3, 4 and 5\n- Estimated effort: 2d',
  ].join('\n\n'),
);

describe('the roadmap of a document', () => {
  it('has its phases with all that they say', () => {
    const [first, second] = roadmap(HARBOUR).steps;
    assert.deepEqual(
      [first, second].map((step) => ({ ...step, time: undefined, works: step?.works.items.map(({ text, done }) => [text, done]), range: HARBOUR.slice(step?.range.start, (step?.range.start ?? 0) + 11) })),
      [
        { number: 1, label: 'Phase 1', title: 'Ground', goal: undefined, status: '✅ Done', state: 'done', effort: '2 weeks', when: undefined, time: undefined, after: [], wrong: [], beside: [], column: 0, works: [['Charts', undefined]], files: [], line: 4, range: '### Phase 1' },
        { number: 2, label: 'Phase 2', title: 'Booking', goal: undefined, status: 'In work', state: 'active', effort: '3 weeks', when: undefined, time: undefined, after: [1], wrong: [], beside: [], column: 1, works: [['Queue', true], ['References', false]], files: ['src/a.ts', 'src/b.ts'], line: 9, range: '### Phase 2' },
      ],
    );
    assert.deepEqual(second?.works.progress, { done: 1, total: 2, hoursLeft: undefined, unsized: 1 });
    assert.equal(HARBOUR.slice(second.works.items[0]?.range.start, second.works.items[0]?.range.end), 'Queue');
  });

  it('begins each phase when those it depends on are done', () => {
    const picture = roadmap(HARBOUR);
    assert.deepEqual(orderIn(picture), [['Phase 1', 'Ground', [], 0], ['Phase 2', 'Booking', [1], 1], ['Phase 3', 'Board', [1], 1], ['Phase 4', 'Page', [2], 2], ['Phase 5', 'Training', [1], 1], ['Phase 6', 'Opening', [3, 4, 5], 3]]);
    assert.deepEqual(timesIn(picture), [[0, 80], [80, 200], [80, 128], [200, 240], [80, 80], [240, 256]]);
    assert.deepEqual(picture.times, { total: 256, inTurn: 304, critical: [1, 2, 4, 6] });
    assert.deepEqual(picture.steps.map(({ time }) => [time?.isCritical, time?.slack, time?.hours]), [[true, 0, 80], [true, 0, 120], [false, 112, 48], [true, 0, 40], [false, 160, undefined], [true, 0, 16]]);
    assert.equal(picture.isAsWritten, false);
  });

  it('lets phases follow each other where none says what it depends on', () => {
    const picture = phases('### Phase 1: A (3d)\n\n### Phase 2: B\n\n- Estimated effort: 2-3 days\n\n### Phase 3: C (1 week)\n');
    assert.equal(picture.isAsWritten, true);
    assert.deepEqual(timesIn(picture), [[0, 24], [24, 48], [48, 88]]);
    assert.deepEqual(picture.times, { total: 88, inTurn: 88, critical: [1, 2, 3] });
    assert.deepEqual(phases('### Phase 1: A\n\n### Phase 2: B (parallel with Phase 1)\n\n### Phase 3: C\n').steps.map(({ after, beside, column }) => [after, beside, column]), [[[], [], 0], [[], [1], 0], [[1, 2], [], 1]]);
  });

  it('counts only what is named where anything is', () => {
    const picture = phases('### Phase 1: A (3d)\n\n### Phase 2: B (2d)\n\n### Phase 3: C (1d)\n\n- Depends on: Phase 1\n');
    assert.deepEqual(picture.steps.map(({ after }) => after), [[], [], [1]]);
    assert.deepEqual(timesIn(picture), [[0, 24], [0, 16], [24, 32]]);
  });

  it('has no times where no phase says how long it takes', () => {
    const picture = phases('### Phase 1: A\n\n- Estimated effort: Xd\n\n### Phase 2: B\n\n- Effort: {{effort}}\n\n### Phase 3: C (M)\n');
    assert.equal(picture.times, undefined);
    assert.deepEqual(picture.steps.map(({ effort, time }) => [effort, time]), [[undefined, undefined], [undefined, undefined], [undefined, undefined]]);
  });

  it('places phases in the weeks that the document names', () => {
    const picture = roadmap('# Shop Architecture Design\n\n## Implementation Roadmap\n\n### Phase 1: Core (Weeks 1-4)\n- A\n\n### Phase 2: More\n- **Weeks**: 3-8\n- B\n\n### Phase 3: Scale (4 weeks)\n- C\n\n### Phase 4: Rest (Q3 2026)\n- D\n', ROADMAP);
    assert.deepEqual(timesIn(picture), [[0, 160], [80, 320], [320, 480], [480, 480]]);
    assert.deepEqual(picture.steps.map(({ effort, when, time }) => [effort, when, time?.isSet]), [[undefined, 'Weeks 1-4', true], [undefined, 'Weeks 3-8', true], ['4 weeks', undefined, false], [undefined, undefined, false]]);
    assert.deepEqual(picture.times, { total: 480, inTurn: 560, critical: [2, 3] });
    assert.deepEqual(picture.steps[1]?.time?.tooEarlyFor, [1]);
  });

  it('reads the weeks of a table, and other times as they are written', () => {
    const table = (column: string, ...cells: readonly string[]): StepsPicture => roadmap(`# Implementation Plan\n\n## Phases\n\n| Phase | Goal | ${column} |\n|--|--|--|\n${cells.map((cell, index) => `| ${index + 1} | G | ${cell} |`).join('\n')}\n`, MASTER);
    assert.deepEqual(timesIn(table('Weeks', '1-2', '3')), [[0, 80], [80, 120]]);
    assert.deepEqual(timesIn(table('Duration', '2 weeks', 'Week 4')), [[0, 80], [120, 160]]);
    assert.deepEqual(timesIn(table('Timeline', 'Month 1', 'Months 2-3')), [[0, 160], [160, 480]]);
    assert.deepEqual(table('Due', 'May 3', 'TBD').steps.map(({ when }) => when), ['Due May 3', undefined]);
    assert.equal(table('Sprint', '1-2').times, undefined);
  });

  it('has a roadmap whose headings say how long each phase takes', () => {
    const text = '# E-commerce Architecture Design\n\n## Implementation Roadmap\n\n### Phase 1: Core Services (4 weeks)\n- User Service\n\n### Phase 2: Advanced Features (4 weeks)\n- Payments\n\n### Phase 3: Scale and Optimization (4 weeks)\n- Tuning\n';
    const picture = roadmap(text, ROADMAP);
    assert.deepEqual(orderIn(picture), [['Phase 1', 'Core Services', [], 0], ['Phase 2', 'Advanced Features', [1], 1], ['Phase 3', 'Scale and Optimization', [2], 2]]);
    assert.deepEqual(picture.times, { total: 480, inTurn: 480, critical: [1, 2, 3] });
  });

  it('calls a phase of a table by its number, and by its goal where it has no title', () => {
    const picture = roadmap('# Implementation Plan\n\n## Phases\n\n| Phase | Goal | Depends on | Status | Plan |\n|--|--|--|--|--|\n| 1 | Float | None | Done | |\n| 2 | Sail | 1 | In work | |\n| 3 | Race | 1, 2 | Planned | |\n', MASTER);
    assert.deepEqual(picture.steps.map(({ label, title, state, after, column }) => [label, title, state, after, column]), [['Phase 1', 'Float', 'done', [], 0], ['Phase 2', 'Sail', 'active', [1], 1], ['Phase 3', 'Race', 'planned', [1, 2], 2]]);
    assert.deepEqual(phases('| # | Phase | Effort |\n|--|--|--|\n| 1 | 30 piles | 2d |\n| 2 | Launch | 1d |\n').steps.map(({ label, title }) => [label, title]), [['Phase 1', '30 piles'], ['Phase 2', 'Launch']]);
    assert.deepEqual(phases('### MVP: Rowing\n\n### Iteration 2\n').steps.map(({ label, title }) => [label, title]), [[undefined, 'MVP: Rowing'], [undefined, 'Iteration 2']]);
  });

  it('takes blanks for nothing said', () => {
    assert.deepEqual(orderIn(phases('### Phase {{n}}: {{title}} ({{note}})\n\n- Files: {{paths}}\n- Estimated effort: {{number of}}d\n\n### Phase 2: {{title}}\n')), [['Unnamed phase', undefined, [], 0], ['Phase 2', undefined, [1], 1]]);
  });

  it('tells how far along a phase is by its status, or by its ticks', () => {
    const states = (...bodies: readonly string[]): unknown => phases(bodies.map((body, index) => `### Phase ${index + 1}: ${body}`).join('\n\n')).steps.map(({ state, status }) => [state, status]);
    assert.deepEqual(states('A\n\n- Status: {{Planned/In work/Done}}', 'B ✅', 'C\n\n- [x] One\n- [x] Two', 'D\n\n- [x] One\n- [ ] Two', 'E\n\n- [ ] One', 'F\n\n- Status: ✅', 'G\n\n- Status: Blocked\n- [x] One'), [
      [undefined, undefined],
      ['done', undefined],
      ['done', undefined],
      ['active', undefined],
      [undefined, undefined],
      ['done', undefined],
      ['blocked', 'Blocked'],
    ]);
  });

  it('draws a circle with its finding, and the rest in its place', () => {
    const text = plan('### Phase 1: A (1d)\n\n### Phase 2: B (2d)\n\n- Depends on: Phase 1, Phase 4\n\n### Phase 3: C (3d)\n\n- Depends on: Phase 2\n\n### Phase 4: D (4d)\n\n- Depends on: Phase 3\n\n### Phase 5: E (1d)\n\n- Depends on: Phase 4\n');
    const picture = roadmap(text);
    assert.deepEqual(picture.circles, [[2, 4, 3]]);
    assert.deepEqual(picture.steps.map(({ after, wrong, column }) => [after, wrong, column]), [[[], [], 0], [[1, 4], [4], 1], [[2], [2], 2], [[3], [3], 3], [[4], [], 4]]);
    const [problem] = picture.problems.filter(({ isOrder }) => isOrder);
    assert.equal(problem?.message, 'Phase 2 waits for phase 4, phase 4 for phase 3 and phase 3 for phase 2: none of them can begin until one of these dependencies goes.');
    assert.deepEqual([problem.severity, problem.steps, text.slice(problem.range.start, problem.range.end)], ['error', [2, 4, 3], '4']);
    assert.deepEqual(timesIn(picture), [[0, 8], [8, 24], [24, 48], [48, 80], [80, 88]]);
  });

  it('says of a circle itself what no check says', () => {
    const text = plan('### Phase 1: A\n\n- Depends on: Phase 2\n\n### Phase 2: B\n\n- Depends on: Phase 1\n');
    const off = { ...DEFAULT_SETTINGS, rules: { 'valid-dependencies': 'off' as const } };
    assert.deepEqual(draw(text, PLAN, off).roadmap.problems.map(({ message, isOrder, steps, line }) => [message, isOrder, steps, line]).slice(-1), [
      ['Phase 1 and phase 2 wait for each other: none of them can begin until one of these dependencies goes.', true, [1, 2], 6],
    ]);
  });

  it('draws what is not there, and what is told elsewhere', () => {
    const picture = phases('### Phase 1: A\n\n### Phase 2: B\n\n- Depends on: Phase 9\n\n### Phase 3: C\n\n- Depends on: Phase 2, Phase 9\n');
    assert.deepEqual(picture.outside.map(({ name, isMissing, before, line }) => [name, isMissing, before, line]), [['Phase 9', true, [2, 3], 8]]);
    assert.deepEqual(picture.steps.map(({ after, column }) => [after, column]), [[[], 0], [[], 1], [[2], 2]]);
    assert.deepEqual(picture.problems.filter(({ isOrder }) => isOrder).map(({ steps }) => steps), [[2], [3]]);
    assert.deepEqual(phases('### Phase 3: C\n\n### Phase 4: D\n\n- Depends on: Phase 2\n').outside.map(({ name, isMissing }) => [name, isMissing]), [['Phase 2', false]]);
  });

  it('draws no line from a phase to itself', () => {
    const picture = phases('### Phase 1: A\n\n- Depends on: Phase 1\n\n### Phase 2: B\n');
    assert.deepEqual([picture.steps[0]?.after, picture.circles, picture.outside], [[], [], []]);
    assert.deepEqual(picture.problems.filter(({ isOrder }) => isOrder).map(({ steps }) => steps), [[1]]);
  });

  it('marks a dependency on a later phase', () => {
    const picture = phases('### Phase 1: A\n\n- Depends on: Phase 2\n\n### Phase 2: B\n');
    assert.deepEqual(picture.steps.map(({ after, wrong, column }) => [after, wrong, column]), [[[2], [2], 1], [[], [], 0]]);
  });

  it('has the findings of each phase, and none of what is missing beside it', () => {
    const { problems } = phases('### Phase 1: A (3d)\n\n- A\n\n### Phase 2: B\n\n- Estimated effort: soonish\n- B\n');
    assert.deepEqual(problems.map(({ severity, steps, isOrder }) => [severity, steps, isOrder]), [['warning', [2], false]]);
    assert.match(problems[0]?.message ?? '', /soonish/);
  });

  it('stops at two hundred phases, and says how many more there are', () => {
    const rows = Array.from({ length: 250 }, (_, index) => `| ${index + 1} | 1d | ${index === 0 ? '-' : index} |`).join('\n');
    const picture = phases(`| Phase | Effort | Depends on |\n|--|--|--|\n${rows}`);
    assert.deepEqual([picture.steps.length, picture.more, picture.times?.total], [200, 50, 1600]);
  });

  it('bears Windows line endings, a byte-order mark, and other scripts', () => {
    const text = `\uFEFF${HARBOUR.replace('Booking', 'שלום 🚀').replaceAll('\n', '\r\n')}`;
    const picture = roadmap(text);
    assert.equal(picture.steps[1]?.title, 'שלום 🚀');
    assert.deepEqual(timesIn(picture), timesIn(roadmap(HARBOUR)));
    assert.ok(text.slice(picture.steps[1].range.start).startsWith('### Phase 2'));
  });

  it('is empty for a document of no known kind', () => {
    assert.deepEqual(draw('# Notes\n\n### Phase 1: A (3d)\n', 'notes.md').roadmap.steps, []);
  });
});

describe('the tasks of a roadmap', () => {
  const tasks = (body: string): StepsPicture => roadmap(`# Task Breakdown: Harbour\n\n## Tasks\n\n${body}\n`, TASKS);

  it('stand under the headings of their phases', () => {
    const picture = tasks('### Phase 1: Quay\n\n- [x] T-01 Draw (3h)\n- [ ] T-02 Piles (4h) after T-01\n- [ ] T-03 Planks after T-02\n\n### Phase 2: Boats (2d)\n\n- [ ] T-04 Keel (4h)\n');
    assert.deepEqual(picture.steps.map(({ label, title, effort, after, state, line }) => [label, title, effort, after, state, line]), [['Phase 1', 'Quay', undefined, [], 'active', 4], ['Phase 2', 'Boats', '2d', [1], undefined, 10]]);
    assert.deepEqual(picture.steps[0]?.works.items.map(({ id, text, effort, hours, after, done }) => [id, text, effort, hours, after, done]), [
      ['T-01', 'Draw', '3h', 3, [], true],
      ['T-02', 'Piles', '4h', 4, ['T-01'], false],
      ['T-03', 'Planks', undefined, undefined, ['T-02'], false],
    ]);
    assert.deepEqual(picture.steps.map(({ works }) => [works.areTasks, works.hours, works.progress]), [
      [true, 7, { done: 1, total: 3, hoursLeft: 4, unsized: 1 }],
      [true, 4, { done: 0, total: 1, hoursLeft: 4, unsized: 0 }],
    ]);
    assert.deepEqual([picture.isAsWritten, timesIn(picture)], [true, [[0, 7], [7, 23]]]);
  });

  it('are placed in the days that their heading names', () => {
    const picture = tasks('### Core methods (Day 1)\n\n- [ ] T-01 Draw (3h)\n\n### Hot path (Day 1-2) ⭐\n\n- [ ] T-02 Piles (4h)\n');
    assert.deepEqual(picture.steps.map(({ title, when }) => [title, when]), [['Core methods (Day 1)', 'Day 1'], ['Hot path (Day 1-2) ⭐', 'Day 1-2']]);
    assert.deepEqual(timesIn(picture), [[0, 8], [0, 16]]);
  });

  it('order their phases where they wait for tasks of other ones', () => {
    const picture = tasks('### Phase 1: Quay\n\n- [ ] T-01 Draw (3h)\n\n### Phase 2: Boats\n\n- [ ] T-02 Keel (4h) after T-01\n- [ ] T-03 Hull (4h) after T-02\n\n### Phase 3: Crew\n\n- [ ] T-04 Hire (2h) after T-01, T-09\n\n### Phase 4: End\n\n- [ ] T-05 Row (1h) after T-03, T-04\n');
    assert.deepEqual(picture.steps.map(({ after }) => after), [[], [1], [1], [2, 3]]);
    assert.deepEqual([picture.isAsWritten, picture.outside], [false, []]);
    assert.deepEqual(timesIn(picture), [[0, 3], [3, 11], [3, 5], [11, 12]]);
  });

  it('make no circle of their phases', () => {
    const picture = tasks('### Phase 1: Quay\n\n- [ ] T-01 Draw (3h) after T-03\n\n### Phase 2: Boats\n\n- [ ] T-02 Keel (4h)\n- [ ] T-03 Hull (4h)\n');
    assert.deepEqual([picture.circles, picture.steps.map(({ after }) => after)], [[], [[], [1]]]);
    assert.deepEqual(picture.problems.map(({ steps }) => steps), [[1]]);
  });

  it('belong to the phase that they name, or to their heading, or to none', () => {
    const picture = roadmap('# Task Breakdown: Harbour\n\n## Tasks\n\n- [ ] T-01 Loose (1h)\n- [ ] T-02 Named (1h), phase 2\n\n### Phase 1: Quay\n\n#### Backend\n\n- [ ] T-03 Below (1h)\n\n### Odds\n\n- [x] T-04 Sweep (1h)\n', TASKS);
    assert.deepEqual(picture.steps.map(({ label, title, works }) => [label, title, works.items.map(({ id }) => id)]), [['Phase 2', undefined, ['T-02']], ['Phase 1', 'Quay', ['T-03']], [undefined, 'Odds', ['T-04']]]);
    assert.deepEqual(picture.loose.items.map(({ id }) => id), ['T-01']);
  });

  it('are listed up to two hundred of a phase', () => {
    const picture = tasks(`### Phase 1: Quay\n\n${Array.from({ length: 230 }, (_, index) => `- [x] T-${index + 1} Pile (1h)`).join('\n')}\n`);
    assert.deepEqual([picture.steps[0]?.works.items.length, picture.steps[0]?.works.more, picture.steps[0]?.works.progress?.total, picture.steps[0]?.works.hours], [200, 30, 230, 230]);
  });
});

describe('the waves of a document', () => {
  it('share a column where they run side by side', () => {
    const picture = wavesIn('Wave 1: Keel (MUST BE FIRST)', '  └─→ Draws the frame', '', 'Wave 2: Hull (Depends on Wave 1)', '', 'Wave 3 & 4: Rig (PARALLEL after Wave 2)', '  ├─→ Wave 3: Mast', '  └─→ Wave 4: Sails', '', 'Wave 5: Launch (Depends on Waves 3 & 4)');
    assert.deepEqual(orderIn(picture), [['Wave 1', 'Keel', [], 0], ['Wave 2', 'Hull', [1], 1], ['Wave 3', 'Mast', [2], 2], ['Wave 4', 'Sails', [2], 2], ['Wave 5', 'Launch', [3, 4], 3]]);
    assert.deepEqual(picture.steps.map(({ beside }) => beside), [[], [], [4], [3], []]);
    assert.deepEqual([picture.steps[0]?.status, picture.steps[0]?.works.items.map(({ text }) => text), picture.times], ['Must be first', ['Draws the frame'], undefined]);
  });

  it('share a column also where they wait for different ones, but not where one waits for the other', () => {
    assert.deepEqual(wavesIn('Wave 1: A', 'Wave 2: B (after Wave 1)', 'Wave 3 & 4: C', '  ├─→ Wave 3: D (after Wave 1)', '  └─→ Wave 4: E (after Wave 2)').steps.map(({ column }) => column), [0, 1, 2, 2]);
    assert.deepEqual(wavesIn('Wave 1: A', 'Wave 2 & 3: B (PARALLEL after Wave 1)', '  ├─→ Wave 2: C', '  └─→ Wave 3: D (after Wave 2)').steps.map(({ column, wrong }) => [column, wrong]), [[0, []], [1, []], [2, [2]]]);
  });

  it('follow each other, side by side where they share a line, where none says what it waits for', () => {
    assert.deepEqual(wavesIn('Wave 1: A', 'Wave 2 & 3: B', 'Wave 4: C').steps.map(({ after, column }) => [after, column]), [[[], 0], [[1], 1], [[1], 1], [[2, 3], 2]]);
  });

  it('take the time that their line names', () => {
    const picture = wavesIn('Wave 1: A (2 days)', 'Wave 2: B (after Wave 1, 3 days)', 'Wave 3: C (after Wave 1)', '  Duration: 1 week');
    assert.deepEqual(timesIn(picture), [[0, 16], [16, 40], [16, 56]]);
    assert.deepEqual(picture.times, { total: 56, inTurn: 80, critical: [1, 3] });
    assert.deepEqual(timesIn(wavesIn('Wave 1 & 2: A (3 days)', '  ├─→ Wave 1: B', '  └─→ Wave 2: C (1 day)', 'Wave 12: D (after Wave 1 & 2)')), [[0, 24], [0, 8], [24, 24]]);
  });

  it('tell apart what is said of several that wait by the same words', () => {
    const picture = wavesIn('Wave 1: A', 'Wave 2 & 3: B (PARALLEL after Wave 9)');
    assert.deepEqual(picture.problems.filter(({ isOrder }) => isOrder).map(({ message, steps }) => [message.slice(0, 6), steps]), [['Wave 2', [2]], ['Wave 3', [3]]]);
    assert.deepEqual(picture.outside.map(({ name, isMissing, before }) => [name, isMissing, before]), [['Wave 9', true, [2, 3]]]);
  });

  it('are read from a flowchart with its own places', () => {
    const text = waves('x').replace('```\nx', '```mermaid\nflowchart LR\n  a[Wave 1: Keel] --> b[Wave 2: Hull]\n  b --> a');
    const picture = draw(text, 'plans/PHASE-2-ARCHITECTURE-PLAN.md').waves;
    assert.deepEqual([picture.circles, picture.steps.map(({ wrong }) => wrong)], [[[1, 2]], [[2], [1]]]);
    assert.equal(picture.problems.filter(({ isOrder }) => isOrder).length, 1);
    assert.equal(text.slice(picture.steps[0]?.range.start, picture.steps[0]?.range.end), 'a[Wave 1: Keel]');
  });
});

describe('every roadmap', () => {
  const amounts = fc.constantFrom('', '3d', '2 weeks', '1-2 days', '90 minutes', 'Xd', 'Weeks 3-4', 'Week 1', '{{n}}d', '0d');
  const phase = fc.record({ effort: amounts, needs: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }), done: fc.boolean() });
  const document = fc.array(phase, { maxLength: 12 }).map((all) =>
    plan(all.map(({ effort, needs, done }, index) => `### Phase ${index + 1}: P${index + 1}\n\n- Estimated effort: ${effort}\n- Depends on: ${needs.map((need) => `Phase ${need}`).join(', ')}\n- [${done ? 'x' : ' '}] Work`).join('\n\n')),
  );

  it('has sound edges, times and a path as long as the whole', () => {
    fc.assert(
      fc.property(document, (text) => {
        const picture = roadmap(text);
        isSound(picture);
        isTimely(picture);
      }),
      { numRuns: RUNS },
    );
  });

  it('is drawn of any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const drawn = [draw(plan(text), PLAN), draw(`# Task Breakdown: X\n\n## Tasks\n\n${text}`, TASKS), draw(waves(text), 'plans/PHASE-2-ARCHITECTURE-PLAN.md')];
        for (const { roadmap: phasesDrawn, waves: wavesDrawn } of drawn) for (const picture of [phasesDrawn, wavesDrawn]) isSound(picture);
      }),
      { numRuns: RUNS },
    );
  });

  function isSound({ steps, outside, circles, problems }: StepsPicture): void {
    const numbers = new Set(steps.map(({ number }) => number));
    const named = [...steps.flatMap(({ after, wrong, beside }) => [...after, ...wrong, ...beside]), ...outside.flatMap(({ before }) => before), ...circles.flat(), ...problems.flatMap((each) => each.steps)];
    for (const number of named) assert.ok(numbers.has(number));
    for (const { after, wrong, number, column, range } of steps) {
      assert.ok(!after.includes(number) && wrong.every((each) => after.includes(each)) && range.start <= range.end);
      if (circles.length === 0) for (const need of after) assert.ok(columnOf(steps, need) < column);
    }
  }

  function isTimely({ steps, times }: StepsPicture): void {
    for (const { time } of steps) assert.ok(time === undefined || (time.start >= 0 && time.start <= time.end && time.slack >= 0));
    if (times === undefined) return;
    const path = times.critical.map((number) => steps[number - 1]);
    assert.ok(path.length > 0 && times.total > 0);
    path.forEach((step, index) => {
      const next = path[index + 1];
      assert.ok(step?.time?.isCritical);
      if (next !== undefined) assert.ok(next.after.includes(step.number) && Math.abs((next.time?.start ?? NaN) - step.time.end) < 1e-6);
    });
    const length = path.reduce((sum, step) => sum + (step?.time?.hours ?? 0), path[0]?.time?.start ?? 0);
    assert.ok(Math.abs(length - times.total) < 1e-6);
    assert.ok(path[0]?.time?.start === 0 || path[0]?.time?.isSet === true);
  }

  function columnOf(steps: readonly StepPicture[], number: number): number {
    return steps[number - 1]?.column ?? Infinity;
  }
});

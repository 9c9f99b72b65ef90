import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { splitAtCommas } from '../../../../src/core/readings/forms/comma-lists.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { namedLines } from '../../../../src/core/readings/forms/named-lines.ts';
import { readHead } from '../../../../src/core/readings/phases/heads.ts';
import { naming } from '../../../../src/core/readings/phases/naming.ts';
import { numbersNamed } from '../../../../src/core/readings/phases/numbers.ts';
import { readPhases, type Phase } from '../../../../src/core/readings/phases/phases.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function phasesIn(text: string): readonly Phase[] {
  return readPhases(readPlan(text), { start: 0, end: text.length }, read);
}

/** What a phase says, without what it leaves out, after checking that every value slices to its text. */
function plain(text: string): readonly Record<string, unknown>[] {
  return phasesIn(text).map(({ range, name, schedule, hasMore, ...said }) => {
    for (const value of [name, schedule]) if (value) textOf(text, value);
    assert.equal(typeof hasMore, 'boolean');
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    const fields: readonly (readonly [string, Value | readonly Value[] | undefined])[] = Object.entries(said);
    return Object.fromEntries(fields.flatMap(([field, value]) => (value === undefined || ('length' in value && value.length === 0) ? [] : [[field, textOf(text, value)]])));
  });
}

function textOf(text: string, value: Value | readonly Value[]): unknown {
  if (!('range' in value)) return value.map((each) => textOf(text, each));
  assert.equal(text.slice(value.range.start, value.range.end), value.text);
  return value.text;
}

/** `number|title` of each phase. */
function names(text: string): readonly string[] {
  return phasesIn(text).map(({ number, title }) => `${number?.text ?? ''}|${title.text}`);
}

function rows(...cells: readonly string[]): string {
  return `## Phases\n\n${cells[0] ?? ''}\n${(cells[0] ?? '').replace(/[^|]+/g, '--')}\n${cells.slice(1).join('\n')}\n`;
}

describe('readPhases', () => {
  it('reads headings with a note, files, an effort and deliverables', () => {
    const text = '## Implementation Phases\n\n### Phase 1: Ground (Harbour + Charts)\n- Files: src/harbour/{map,tide}.ts, `docs/`\n- Estimated effort: 3d\n\n### Phase 2: Sea & Sky\n- Tide tests, storm drills\n- Lights\n- **Estimated effort**: Xd\n';
    assert.deepEqual(plain(text), [
      { number: '1', title: 'Ground', note: 'Harbour + Charts', effort: '3d', files: ['src/harbour/{map,tide}.ts', 'docs/'] },
      { number: '2', title: 'Sea & Sky', effort: 'Xd', deliverables: ['Tide tests, storm drills', 'Lights'] },
    ]);
    assert.deepEqual(phasesIn(text).map(({ range }) => text.slice(range.start, range.end)), [
      text.slice(text.indexOf('### Phase 1'), text.indexOf('\n\n### Phase 2')),
      text.slice(text.indexOf('### Phase 2')).trimEnd(),
    ]);
  });

  it('tells what else a phase says, and what stands for an effort', () => {
    const said = (body: string): readonly unknown[] => phasesIn(`## Phases\n\n### Phase 1: Ground\n\n${body}\n`).map(({ name, schedule, hasMore }) => [name.text, schedule?.text, hasMore]);
    for (const body of ['', '- Chart', '**Goal**: dry', '**Deliverables**:\n- Chart', '**Success Criteria**\n\n- Dry', '<!-- later -->', '---']) assert.deepEqual(said(body), [['Phase 1', undefined, false]], body);
    for (const body of ['We drive piles.', '| Work |\n|--|\n| Piles |', '```\npiles\n```', '**First steps**\n\n- Piles', '#### Piles\n\nOak.', '> Piles']) assert.deepEqual(said(body), [['Phase 1', undefined, true]], body);
    assert.deepEqual(said('- **Due**: May 3'), [['Phase 1', 'May 3', false]]);
    assert.deepEqual(phasesIn('## P\n\n### Phase 2 — Data (Weeks 1-4)\n').map(({ schedule }) => schedule?.text), ['Phase 2 — Data (Weeks 1-4)']);
    assert.deepEqual(phasesIn(rows('| Phase | Effort | Activities |', '| Ground | 3d | Piles |', '| Sea | 2d | |')).map(({ name, hasMore }) => [name.text, hasMore]), [['Ground', true], ['Sea', false]]);
  });

  it('takes a note for the effort where it is one', () => {
    const text = '## Implementation Roadmap\n\n### Phase 1: Keel (4 weeks)\n- Frame\n- [x] **Planks** and nails\n\n### Phase 2: Mast (v2) (Week 3-4)\n### Phase 3: Sails (about 2 weeks) ✅\n### Phase 4 (2 days): Flag\n### Phase 5: Oars (5d) later\n';
    assert.deepEqual(plain(text), [
      { number: '1', title: 'Keel', note: '4 weeks', effort: '4 weeks', deliverables: ['Frame', '**Planks** and nails'] },
      { number: '2', title: 'Mast (v2)', note: 'Week 3-4' },
      { number: '3', title: 'Sails', note: 'about 2 weeks', effort: 'about 2 weeks' },
      { number: '4', title: 'Flag', note: '2 days', effort: '2 days' },
      { number: '5', title: 'Oars (5d) later', note: '5d', effort: '5d' },
    ]);
  });

  it('reads headings as people write them', () => {
    const head = (heading: string): readonly string[] => names(`## Plan\n\n### ${heading}\n`);
    for (const heading of ['Phase 2: Data', '🚀 Phase 2 — Data', 'PHASE 2 - Data', 'Phase 2 – Data', 'Phase 2. Data', '3.1 Phase 2: Data', '3. Phase 2: Data', '**Phase 2: Data**', '**Phase 2**: Data', '**Phase 2:** Data', '[Phase 2: Data](PHASE-2.md)', '[Phase 2](PHASE-2.md): Data', '2️⃣ Phase 2: Data', 'Phase 2 ✅: Data', 'Phase #2: Data', 'Iteration 2: Data', 'Milestone 2 — Data', 'Stage 2: Data', 'Phase 2: Data ##']) {
      assert.deepEqual(head(heading), ['2|Data'], heading);
    }
    assert.deepEqual(head('Phase 2'), ['2|']);
    assert.deepEqual(head('Phase 2.1: Data'), ['2.1|Data']);
    assert.deepEqual(head('Iteration 2'), ['2|Iteration 2']);
    assert.deepEqual(head('MVP'), ['|MVP']);
    assert.deepEqual(head('MVP: Rowing'), ['|MVP: Rowing']);
    assert.deepEqual(head('Phase {{n}}: {{title}} ({{note}})'), ['|{{title}}']);
    assert.deepEqual(head('Phase [NUMBER]: [NAME]'), ['|[NAME]']);
    assert.deepEqual(head('Phase X: Name'), ['|Name']);
    assert.deepEqual(head('Phase 2a: Data'), ['|Data']);
    assert.deepEqual(head('Phase II: Data'), ['|Data']);
    assert.deepEqual(head('Phase 4A'), ['|Phase 4A']);
    assert.deepEqual(head('Phase 1 *(done)*'), ['1|']);
    assert.deepEqual(head('Phase 1: Keel ✅ COMPLETED'), ['1|Keel ✅ COMPLETED']);
    assert.deepEqual(head('Phase 2: `a` and **b**'), ['2|`a` and **b**']);
    for (const heading of ['Phases', 'Phase dependencies', 'Phase Overview', 'Phase 2 Deliverables', 'Phases 1-3: Summary', 'MVP Features', 'MVP vs Nice-to-Have', 'After Phase 2: Rest', 'Two-phase commit', 'Milestones', 'Data layer', '2. Data layer', 'Phase 2nd: x']) {
      assert.deepEqual(head(heading), [], heading);
    }
  });

  it('reads fields of every form', () => {
    const text =
      '## Phases\n\n### Phase 1: Keel\n\n### Phase 2: Mast\n\n**Goal**: Stand upright\n**Status:** ✅ Done\n**Duration**: 2-3 days\n\nTimeline: May\n\n**Depends on**: Phase 1\n\n**Plan**: [Mast](PHASE-2.md)\n\n**Deliverables**:\n- Mast\n  - of oak\n- Rope: ten fathoms\n\n**Exit criteria**:\n- It stands\n\n**Step 1**: Hoist\n- Pull\n\nDone when:\n- It holds\n\nAlso wanted:\n- Paint\n\n### Phase 3: Sail\n\n- **Dependencies**:\n  - Phase 1\n  - Phase 2 (mast)\n  - Canvas, 3 bolts\n- **Files**:\n  - a.ts, b.ts\n- Owner: Ada\n- Deliverables: Sail, reef\n- **Hem**: twice sewn\n\n#### Success Criteria\n\n- Wind in it\n\n#### Tasks\n\n- Sew\n- Status: hoisted\n';
    assert.deepEqual(plain(text), [
      { number: '1', title: 'Keel' },
      { number: '2', title: 'Mast', effort: '2-3 days', deliverables: ['Mast', 'Rope: ten fathoms', 'Paint'], dependsOn: ['1'], status: '✅ Done', goal: 'Stand upright', plan: '[Mast](PHASE-2.md)' },
      { number: '3', title: 'Sail', files: ['a.ts', 'b.ts'], deliverables: ['Sail', 'reef', '**Hem**: twice sewn', 'Sew', 'Status: hoisted'], dependsOn: ['1', '2'] },
    ]);
  });

  it('reads the numbers of other phases and no other numbers', () => {
    const numbers = (value: string): unknown => plain(`## Phases\n\n### Phase 9: Last\n\n- Depends on: ${value}\n`)[0]?.['dependsOn'];
    for (const value of ['Phase 1, 2', 'Phases 1 & 2', '1, 2', '1 and 2.', '#1, #2', 'Phase 1 and Phase 2', '[Phase 1](PHASE-7.md), [Phase 2](x#3)', '[1](a), [2](b)', 'Phase 1 (charts, 3 of them), Phase 2', '**Phase 1**, **Phase 2**', 'Phase 1 complete; Phase 2 signed off', 'Phase 1-2', 'Phase 1, Phase 2, Node 20', 'Phase 1, 2 (in parallel with Phase 3)', 'Milestone 1, Stage 2']) {
      assert.deepEqual(numbers(value), ['1', '2'], value);
    }
    assert.deepEqual(numbers('Phase 1, 2 engineers'), ['1']);
    assert.deepEqual(numbers('Phase 1 – 3 days'), ['1']);
    for (const value of ['—', '-', 'None', 'None (Phase 1 comes first)', 'N/A', 'Node 20', 'PostgreSQL 15, Redis 7', '2 engineers', 'multiphase 3', 'Wave 1', '{{what must be done first}}', '[PHASES]', '30%', '2024', 'Phase X']) assert.equal(numbers(value), undefined, value);
  });

  it('reads numbered headings only where they have fields of a phase', () => {
    const text = '## Phases\n\n### 1. Keel\n- Estimated effort: 2d\n\n### 2. Mast (oak)\n- Mast\n\n#### 1. Rope\n\n- Files: a\n';
    assert.deepEqual(plain(text), [
      { number: '1', title: 'Keel', effort: '2d' },
      { number: '2', title: 'Mast', note: 'oak', deliverables: ['Mast'] },
    ]);
    assert.deepEqual(names('## Phases\n\n### 1. Keel\n- Wood\n- **Status**: open\n\n### 2. Mast\n'), []);
    assert.deepEqual(names('## Phases\n\n### 1. Keel\n- Effort: 2d\n\n### Phase 1: Mast\n'), ['1|Mast']);
  });

  it('reads a heading without a sign after the number only where it has fields', () => {
    assert.deepEqual(names('## Plan\n\n### Phase 1 Keel\n- Effort: 3d\n\n### Phase 1 Deliverables\n- Wood\n'), ['1|Keel']);
  });

  it('reads the heading of the span itself only where it has fields and no other heading is a phase', () => {
    assert.deepEqual(plain('## Phase 2: Mast\n\n- Effort: 3d\n\n### Notes\n'), [{ number: '2', title: 'Mast', effort: '3d' }]);
    assert.deepEqual(names('## Phase 2: Mast\n\nText.\n'), []);
    assert.deepEqual(names('## Phase 2: Mast\n\n- Effort: 3d\n\n### Phase 1: Keel\n'), ['1|Keel']);
  });

  it('reads the outer of phases in phases, and the phases in stages', () => {
    assert.deepEqual(names('## Plan\n\n### Phase 1: A\n\n#### Milestone 1: B\n\n#### Phase 1.1: C\n\n- **Phase 7**: D\n\n### Phase 2: E\n'), ['1|A', '2|E']);
    assert.deepEqual(names('# Plan\n\n## Stage 1: A\n\n### Phase 1: B\n\n### Phase 2: C\n\n## Stage 2: D\n\n### Phase 3: E\n\n## Stage 3: F\n'), ['1|B', '2|C', '3|E']);
    assert.deepEqual(names('# Plan\n\n## MVP\n\n## Phase 2: B\n\n## Iteration 3 (1 week)\n'), ['|MVP', '2|B', '3|Iteration 3']);
  });

  it('reads tables under any names of their columns', () => {
    const text = rows('| Phase | Goal | Depends on | Status | Plan |', '| 1 | Float | — | ✅ Done | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |', '| [Phase 2](PHASE-2.md) | Sail | Phase 1 | Planned | |', '| **Phase 3: Race** (2 weeks) | Win | 1, 2 | | |', '| 4 - Rest | | 1–3 |', '| | x | | | |', '| **Total** | 4 weeks | | | |');
    assert.deepEqual(plain(text), [
      { number: '1', title: '', status: '✅ Done', goal: 'Float', plan: '[Phase 1](PHASE-1-ARCHITECTURE-PLAN.md)' },
      { number: '2', title: '', status: 'Planned', goal: 'Sail', dependsOn: ['1'] },
      { number: '3', title: 'Race', note: '2 weeks', effort: '2 weeks', goal: 'Win', dependsOn: ['1', '2'] },
      { number: '4', title: 'Rest', dependsOn: ['1', '3'] },
    ]);
    assert.deepEqual(plain(rows('| # | Phase | Duration | Deliverables | Prerequisites |', '| 1 | Keel | 4 weeks | Frame, planks (oak, ash) | |', '| 2 | 30% of sails | 2w | Mast<br>Rope, knots | #1 |')), [
      { number: '1', title: 'Keel', effort: '4 weeks', deliverables: ['Frame', 'planks (oak, ash)'] },
      { number: '2', title: '30% of sails', effort: '2w', deliverables: ['Mast', 'Rope, knots'], dependsOn: ['1'] },
    ]);
    assert.deepEqual(plain(rows('| Phase | Name | Effort |', '| Phase 1 | Keel | 3d |', '| MVP | Raft | |', '| {{phase_number}} | {{name}} | |')), [
      { number: '1', title: 'Keel', effort: '3d' },
      { title: 'Raft' },
      { title: '{{name}}' },
    ]);
    assert.deepEqual(names(rows('| Milestone | Status |', '| Milestone 1: Keel | done |', '| 2 | open |', '| Launch day | open |')), ['1|Keel', '2|']);
  });

  it('reads no other tables', () => {
    for (const table of [
      rows('| Phase | Risk | Status |', '| 1 | Fire | open |'),
      rows('| Task | Phase | Effort |', '| Row | 1 | 3h |'),
      rows('| Phase | Task | Effort |', '| 1 | Row | 3h |'),
      rows('| Metric | Phase 1 | Phase 2 |', '| p95 | 3 | 2 |'),
      rows('| Phase | Name | Phone |', '| 1 | Ada | 12 |'),
      rows('| Wave | Phase | Effort |', '| 1 | 2 | 3h |'),
      rows('| Version | Date | Status |', '| 1.0 | May | ok |'),
      rows('| Milestone | Phase | Status |', '| Launch | 1 | ok |'),
    ]) {
      assert.deepEqual(names(table), [], table);
    }
  });

  it('reads items and paragraphs that begin with a phase in bold', () => {
    const text = '## Phases\n\n1. **Phase 1: Keel** (4 weeks)\n   - Frame\n   - Depends on: Phase 0\n2. **Phase 2: Mast** – Effort: 3d, Status: open\n\n- **Phase 3**: Sail (2 weeks)\n  **Goal**: Wind\n- **Phase 4 (1 week)**: Flag\n- [ ] **Phase 5** — Crew\n- **MVP**: Raft\n- **Phase 6: Anchor (iron)** (1d)\n';
    assert.deepEqual(plain(text), [
      { number: '1', title: 'Keel', note: '4 weeks', effort: '4 weeks', deliverables: ['Frame'], dependsOn: ['0'] },
      { number: '2', title: 'Mast', effort: '3d', status: 'open' },
      { number: '3', title: 'Sail', note: '2 weeks', effort: '2 weeks', goal: 'Wind' },
      { number: '4', title: 'Flag', note: '1 week', effort: '1 week' },
      { number: '5', title: 'Crew' },
      { title: 'Raft' },
      { number: '6', title: 'Anchor (iron)', note: '1d', effort: '1d' },
    ]);
    assert.deepEqual(plain('## Phases\n\nFirst this.\n\n**Phase 1: Keel (2 weeks)**\n- Frame\n\n**Phase 2: Mast**\n\n- **Effort**: 1d\n- Rope\n'), [
      { number: '1', title: 'Keel', note: '2 weeks', effort: '2 weeks', deliverables: ['Frame'] },
      { number: '2', title: 'Mast', effort: '1d', deliverables: ['Rope'] },
    ]);
    assert.deepEqual(names('## Phases\n\n- Rollout\n  - **Phase 1**: Keel\n    - **Phase 9**: no\n  - **Phase 2**: Mast\n'), ['1|Keel', '2|Mast']);
  });

  it('reads no other items', () => {
    assert.deepEqual(names('## Phases\n\n- Phase 1: plain\n- **Phase 1 MUST**: Define\n- **Phase 1** is over\n- **Phase gate**: x\n- see **Phase 2**: y\n- **Phases 1-3**: all\n\nIn **Phase 1**: z\n\n```\n### Phase 1: Code\n```\n\n<!--\n### Phase 1: Comment\n-->\n'), []);
  });

  it('counts the first form that names a phase', () => {
    const text = `${rows('| Phase | Goal |', '| 1 | Float |', '| 2 | Sail |')}\n- **Phase 2**: Mast\n\n### Phase 1: Keel\n\n### Phase 3: Sail\n`;
    assert.deepEqual(names(text), ['2|Mast', '1|Keel', '3|Sail']);
    assert.deepEqual(names('## Phases\n\n### Phase 1: A\n\n### Phase 1: B\n'), ['1|A', '1|B']);
    assert.deepEqual(names(`${rows('| Phase | Goal |', '| 1 | Float |')}\n| Phase | Effort |\n|--|--|\n| 1 | 3d |\n`), ['1|']);
  });

  it('reads only its span', () => {
    const text = '## A\n\n### Phase 1: Keel\n\n## B\n\n### Phase 2: Mast\n';
    assert.deepEqual(readPhases(readPlan(text), { start: text.indexOf('## B'), end: text.length }, read).map(({ title }) => title.text), ['Mast']);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs and other scripts', () => {
    const text = '\uFEFF## 🎯 שלבים\r\n\r\n### Phase 1:\tיסוד 🧱 (3 days)\r\n\r\n-\tFiles:\tä.ts,\tö.ts\r\n- **Depends on**:\tPhase 0\r\n-\t基礎\r\n';
    assert.deepEqual(plain(text), [{ number: '1', title: 'יסוד 🧱', note: '3 days', effort: '3 days', files: ['ä.ts', 'ö.ts'], dependsOn: ['0'], deliverables: ['基礎'] }]);
    assert.deepEqual(plain('\uFEFF| Phase | Goal |\r\n|--|--|\r\n| 1 | 目標 |\r\n'), [{ number: '1', title: '', goal: '目標' }]);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Phases', '### Phase 1: Keel (2 weeks)', '### 2. Mast', '#### Deliverables', '# MVP', '- Effort: 3d', '- **Files**: a, {b, c', '- **Depends on**: Phase 1, 2', '- **Phase 3: x** (y', '**Phase 4**: z', '**Deliverables**:', '1. item', '  - nested', '| # | Phase | Goal | Depends on |', '|--|--|--|--|', '| 1 | Phase 1: a | b | 1, 2 |', '| Phase | Effort |', '|--|--|', '| [Phase 2](a) | 3d |', '', '> - **Phase 5**: q', '```', '<!--', '-->', '---', '\uFEFF', '\t- x', 'Phase 6: setext', '===', '[Phase 7: `a`](b) **c');
    const document = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
  });

  it('reads long lines, and many, as it reads short ones', () => {
    const value = (text: string): Value => ({ text, range: { start: 0, end: text.length } });
    const words = naming('phase');
    for (const part of [', ', '(', '[a](b) ', ' ', '1 - ']) {
      const rest = `${part.repeat(30_000 / part.length)}x`;
      assert.deepEqual(readHead(value(`Phase 1: ((((${rest}`), words.head)?.numbers.map(({ text }) => text), ['1'], part);
      assert.deepEqual(numbersNamed([value(`Phase 1, 2, ${rest}`)], words).map(({ text }) => text), ['1', '2'], part);
      assert.deepEqual(namedLines(value(`Depends on: ${rest}`), () => true).named.map(({ key, range }) => [key, range.end]), [['depends on', 12 + rest.length]], part);
      assert.equal(splitAtCommas(value(`a.ts, ${rest}`))[0]?.text, 'a.ts', part);
      const short = rest.slice(-200);
      for (const start of ['### Phase 1: ((((', '- **Phase 1**: x (', '| Phase | Goal |\n|--|--|\n| 1 | ']) assert.deepEqual(phasesIn(`## P\n\n${start}${short}\n`).map(({ number }) => number?.text), ['1'], start + part);
    }
    for (const each of ['### Phase 1: a\n- b\n', '- **Phase 1**: a\n']) assert.equal(phasesIn(`## P\n\n${each.repeat(20)}`).length, 20);
  });
});

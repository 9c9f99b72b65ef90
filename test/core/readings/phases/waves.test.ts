import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { wavesInChart } from '../../../../src/core/readings/phases/wave-chart.ts';
import { wavesInText } from '../../../../src/core/readings/phases/wave-lines.ts';
import type { Wave } from '../../../../src/core/readings/phases/wave.ts';
import { readWaves } from '../../../../src/core/readings/phases/waves.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function wavesIn(text: string): readonly Wave[] {
  return readWaves(readPlan(text), { start: 0, end: text.length }, read);
}

/** What a wave says, without what it leaves out, after checking that every value slices to its text. */
function plain(text: string): readonly Record<string, unknown>[] {
  return wavesIn(text).map(({ range, number, name, dependsOn, parallelWith, isFirst, isParallel, items }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    const said = {
      number: textOf(text, number),
      ...(name && { name: textOf(text, name) }),
      ...(dependsOn.length > 0 && { dependsOn: dependsOn.map((each) => textOf(text, each)) }),
      ...(parallelWith.length > 0 && { parallelWith }),
      ...(isFirst && { isFirst }),
      ...(isParallel && { isParallel }),
      ...(items.length > 0 && { items: items.map((each) => textOf(text, each)) }),
    };
    return said;
  });
}

function textOf(text: string, { text: said, range }: Value): string {
  assert.equal(text.slice(range.start, range.end), said);
  return said;
}

function graph(...lines: readonly string[]): string {
  return `## Waves\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
}

function chart(...lines: readonly string[]): string {
  return `## Waves\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

describe('readWaves', () => {
  it('reads a text graph', () => {
    const text = graph('Wave 1: Keel (MUST BE FIRST)', '  ├─→ Draws the frame', '  └─→ Makes models', '  ', 'Wave 2: Hull (Depends on Wave 1)', '  └─→ Planks after Wave 1', '', 'Wave 3 & 4: Rig (PARALLEL after Wave 2)', '  ├─→ Wave 3: Mast of oak (Independent)', '  └─→ Wave 4: Sails (Independent)', '', 'Wave 5: Launch (Depends on Waves 3 & 4)', '  └─→ Floats');
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Keel', isFirst: true, items: ['Draws the frame', 'Makes models'] },
      { number: '2', name: 'Hull', dependsOn: ['1'], items: ['Planks after Wave 1'] },
      { number: '3', name: 'Mast of oak', dependsOn: ['2'], parallelWith: [4], isParallel: true },
      { number: '4', name: 'Sails', dependsOn: ['2'], parallelWith: [3], isParallel: true },
      { number: '5', name: 'Launch', dependsOn: ['3', '4'], items: ['Floats'] },
    ]);
    const ranges = wavesIn(text).map(({ range }) => text.slice(range.start, range.end));
    assert.equal(ranges[2], ranges[3]);
    assert.ok(ranges[2]?.startsWith('Wave 3 & 4') && ranges[2].endsWith('Wave 4: Sails (Independent)'));
  });

  it('reads the signs and indents of any tree', () => {
    for (const sign of ['├─→ ', '└── ', '|-- ', '+-- ', '`-- ', '-> ', '--> ', '→ ', '- ', '* ', '']) {
      assert.deepEqual(plain(graph('Wave 1: Keel', `\t${sign}Frame |`, '   ↓', '   |', '   v', 'Wave 2: Hull (after 1)')), [{ number: '1', name: 'Keel', items: ['Frame'] }, { number: '2', name: 'Hull', dependsOn: ['1'] }], sign);
    }
    assert.deepEqual(plain(graph('Boat', '├── Wave 1: Keel', '│   ├── Frame', '│   └── Depends on: Wave 0', '├── Wave 2 - Hull - depends on Wave 1', '│', '└── done')), [
      { number: '1', name: 'Keel', dependsOn: ['0'], items: ['Frame'] },
      { number: '2', name: 'Hull', dependsOn: ['1'] },
    ]);
  });

  it('reads waves that stand below the wave they wait for', () => {
    assert.deepEqual(plain(graph('Wave 1: Keel', '├─→ Wave 2: Hull', '│     └─→ Wave 4: Launch (after Waves 2 and 3)', '└─→ Wave 3: Rig', '      └─→ Rope')), [
      { number: '1', name: 'Keel' },
      { number: '2', name: 'Hull', dependsOn: ['1'] },
      { number: '4', name: 'Launch', dependsOn: ['2', '3'] },
      { number: '3', name: 'Rig', dependsOn: ['1'], items: ['Rope'] },
    ]);
    assert.deepEqual(plain(graph('Wave 1: Keel', '  └─→ Wave 2: may start', 'Wave 2: Hull')), [{ number: '1', name: 'Keel', items: ['Wave 2: may start'] }, { number: '2', name: 'Hull' }]);
  });

  it('shares the lines below several waves, but not those below one of them', () => {
    assert.deepEqual(plain(graph('Waves 3, 4 and 5: Rig', '  ├─→ Rope', '  ├─→ Wave 4: Sails', '  │     └─→ Reef', '  └─→ Tar')), [
      { number: '3', name: 'Rig', parallelWith: [4, 5], items: ['Rope', 'Tar'] },
      { number: '4', name: 'Sails', parallelWith: [3, 5], items: ['Rope', 'Reef', 'Tar'] },
      { number: '5', name: 'Rig', parallelWith: [3, 4], items: ['Rope', 'Tar'] },
    ]);
  });

  it('reads what one of several waves waits for below them', () => {
    assert.deepEqual(plain(graph('Wave 2 & 3: Rig (PARALLEL after Wave 1)', '  ├─→ Wave 2: Mast', '  └─→ Wave 3: Sails (after Wave 2)')).map(({ number, dependsOn }) => [number, dependsOn]), [['2', ['1']], ['3', ['1', '2']]]);
  });

  it('reads lists of numbers', () => {
    const numbers = (line: string): unknown => plain(graph(line)).map(({ number, parallelWith }) => [number, parallelWith]);
    for (const line of ['Wave 3 & 4: Rig', 'Waves 3 & 4: Rig', 'Wave 3-4: Rig', 'Waves 3–4 (Rig)', 'Wave 3, 4: Rig', 'Wave 3 and 4', 'Waves 3 to 4 - Rig', 'WAVE 3/4: Rig', '🌊 Wave 3 + 4: Rig', '**Wave 3 & 4**: Rig', '1. Wave 3 & 4: Rig']) {
      assert.deepEqual(numbers(line), [['3', [4]], ['4', [3]]], line);
    }
    assert.deepEqual(numbers('Wave 3 - 2 weeks'), [['3', undefined]]);
    assert.deepEqual(plain(graph('Wave 3-5: Rig', '  └─→ Wave 4: Sails')).map(({ number, name, parallelWith }) => [number, name, parallelWith]), [
      ['3', 'Rig', [4, 5]],
      ['5', 'Rig', [3, 4]],
      ['4', 'Sails', [3, 5]],
    ]);
    for (const line of ['Wave 3 → Wave 4', 'Wave 3 --> Wave 4', 'Waves', 'Wave {{n}}: Rig', 'Wave [N]: Rig', 'Wave 3 is last', 'Microwave 3: Rig', 'Wave 3.1: Rig', 'Wave 3.1.2: Rig', 'Wave 2024: Rig']) assert.deepEqual(numbers(line), [], line);
  });

  it('reads what a wave waits for, and how it runs', () => {
    const said = (remark: string): unknown => plain(graph(`Wave 9: Rig ${remark}`)).map((wave) => Object.fromEntries(Object.entries(wave).filter(([field]) => field !== 'number' && field !== 'name')))[0];
    for (const remark of ['(Depends on Wave 1 & 2)', '(depends on: Waves 1 and 2)', '(after Wave 1, 2)', '(After 1 & 2)', '(dependent on Wave 1, Wave 2; not Wave 3)', '(Depends on Wave 1, Wave 2, but not Wave 3)', '(blocked by Wave 1-2)', '*(blocked on Wave 1 and 2)*', '[after Wave 1 and Wave 2]', '(after Wave 1, after Wave 2)', '(oak) (after Waves 1 & 2, 3 days)']) {
      assert.deepEqual(said(remark), { dependsOn: ['1', '2'] }, remark);
    }
    for (const remark of ['(PARALLEL after Wave 2)', '(parallel, after 2)', '(after Wave 2) (in parallel)', '(after Wave 2, parallel with Wave 3)']) assert.deepEqual(said(remark), { dependsOn: ['2'], isParallel: true }, remark);
    for (const remark of ['(MUST BE FIRST)', '(first)', '[Must be first!]']) assert.deepEqual(said(remark), { isFirst: true }, remark);
    for (const remark of ['first', 'in parallel', '(after the first wave)', '(not parallel)', '(after 2 weeks)', '(independent)', '(not after Wave 2)', '(before Wave 2)']) assert.deepEqual(said(remark), {}, remark);
  });

  it('names a wave without its remarks', () => {
    const name = (line: string): unknown => plain(graph(line))[0]?.['name'];
    for (const line of ['Wave 1: Keel (oak) (MUST BE FIRST)', 'Wave 1 (after Wave 0): Keel (oak)', '**Wave 1: Keel (oak)** (first)', 'Wave 1 — Keel (oak) [after Wave 0]', 'Wave 1: Keel (oak), depends on Wave 0']) assert.equal(name(line), 'Keel (oak)', line);
    assert.equal(name('Wave 1'), undefined);
    assert.equal(name('Wave 1 (MUST BE FIRST)'), undefined);
    assert.equal(name('Wave 1: {{contracts}} (MUST BE FIRST)'), '{{contracts}}');
  });

  it('reads only fences that hold plain text', () => {
    for (const language of ['', 'text', 'txt', 'plaintext']) assert.equal(wavesIn(`~~~${language}\nWave 1: Keel\n~~~\n`).length, 1);
    for (const language of ['yaml', 'go', 'sh']) assert.equal(wavesIn(`~~~${language}\nWave 1: Keel\n~~~\n`).length, 0);
    assert.deepEqual(plain(graph('All waves of the sea', 'and wave 3 of them')), []);
  });

  it('reads a flowchart', () => {
    const text = chart('flowchart LR', '  W1[Wave 1: Keel] --> W2["Wave 2: Hull (PARALLEL)"]', '  W2 -->|planks| W3(Wave 3 & 4: Rig);', '  W3 --> W5{{Wave 5}}', '  W1 -.-> W5', '  W5 --- W6([Wave 6: Launch (MUST BE FIRST)])', '  W6 --> Done', '  style W1 fill:#f00');
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Keel' },
      { number: '2', name: 'Hull', dependsOn: ['1'], isParallel: true },
      { number: '3', name: 'Rig', dependsOn: ['2'], parallelWith: [4] },
      { number: '4', name: 'Rig', dependsOn: ['2'], parallelWith: [3] },
      { number: '5', dependsOn: ['3', '4', '1'] },
      { number: '6', name: 'Launch', isFirst: true },
    ]);
    const [first, second] = wavesIn(text);
    assert.deepEqual(second?.dependsOn[0], first?.number);
    assert.equal(first && text.slice(first.range.start, first.range.end), 'W1[Wave 1: Keel]');
  });

  it('reads the links and labels of a flowchart wherever they stand', () => {
    const edges = (...lines: readonly string[]): unknown => plain(chart(...lines)).map(({ number, dependsOn }) => [number, dependsOn]);
    const both = [
      ['1', undefined],
      ['2', ['1']],
    ];
    for (const line of ['a --> b', 'a-->b', 'a ==> b', 'a -.-> b', 'a ---> b', 'a -- then --> b', 'a--then-->b', 'a == then ==> b', 'a -. then .-> b', 'a -->|then| b', 'a:::now --> b:::next', 'x --> y; a --> b', 'a & x --> y & b', 'a --> b --> x', 'a --> b %% c']) {
      assert.deepEqual(edges('graph TD', 'a[Wave 1]', 'b[Wave 2]', line), both, line);
    }
    for (const line of ['a --- b', 'a <--> b', 'a --x b', 'a ~~~ b', '%% a --> b', 'a -> b', 'click a --> b', 'a']) assert.deepEqual(edges('graph TD', 'a[Wave 1]', 'b[Wave 2]', line), [['1', undefined], ['2', undefined]], line);
    assert.deepEqual(edges('---', 'title: x', '---', '%%{init: {}}%%', 'graph TD; a --> b; a["Wave 1"]; b["Wave 2<br/>Hull"]'), both);
    assert.deepEqual(edges('flowchart', 'Wave1 --> Wave_2'), both);
    assert.deepEqual(edges('flowchart', 'w.1-a[Wave 1: a] --> w.1-b[Wave 2: b]', 'w.1-a --> w.1-b', 'w.1-b[Wave 7]'), both);
    assert.deepEqual(edges('sequenceDiagram', 'a[Wave 1] --> b[Wave 2]'), []);
    assert.deepEqual(edges('graph TD', 'W1 --> W2', 'a[Wave {{n}}] --> b[Ninth wave]'), []);
  });

  it('reads subgraphs as waves of what is in them', () => {
    assert.deepEqual(plain(chart('flowchart TB', 'subgraph W1 [Wave 1: Keel]', '  a[Frame] --> b[Ribs]', 'end', 'subgraph Wave 2', '  c[Planks]', 'end', 'subgraph W3["Wave 3: Rig"]', 'd', 'end', 'b --> c', 'Wave 2', 'W1 --> W3')), [
      { number: '1', name: 'Keel', items: ['Frame', 'Ribs'] },
      { number: '2', dependsOn: ['1'], items: ['Planks'] },
      { number: '3', name: 'Rig', dependsOn: ['1'] },
    ]);
  });

  it('reads headings', () => {
    const text = '## Waves\n\n### 🌊 Wave 1: Keel (MUST BE FIRST)\n\n- Frame\n- [ ] Ribs\n  - of oak\n- **Benefit**: strong\n\n### Wave 2 — Hull\n\n**Depends on**: Wave 1, 2 carpenters\n**Parallel**: no\n\n**Deliverables**:\n- Planks\n\n### Waves 3 & 4: Rig (PARALLEL after Wave 2)\n\n- Tar\n\n#### Wave 3: Mast\n\n- Oak\n\n#### Wave 4: Sails\n\n### Wave 5\n\n- **Dependencies**:\n  - Wave 3\n  - Wave 4\n- Parallel: yes\n\n### Wave dependency graph\n\n### Wave 6 notes\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Keel', isFirst: true, items: ['Frame', 'Ribs', '**Benefit**: strong'] },
      { number: '2', name: 'Hull', dependsOn: ['1'], items: ['Planks'] },
      { number: '3', name: 'Mast', dependsOn: ['2'], parallelWith: [4], isParallel: true, items: ['Tar', 'Oak'] },
      { number: '4', name: 'Sails', dependsOn: ['2'], parallelWith: [3], isParallel: true, items: ['Tar'] },
      { number: '5', dependsOn: ['3', '4'], isParallel: true },
    ]);
    assert.deepEqual(plain('## Wave 1: Keel\n\n- Frame\n'), []);
  });

  it('reads tables with a column of waves', () => {
    assert.deepEqual(plain('## Waves\n\n| Wave | Name | Depends on | Items | Parallel |\n|--|--|--|--|--|\n| 1 | Keel | — | Frame, ribs | |\n| Wave 2: Hull | | 1 | | |\n| 3 & 4 | Rig | Wave 2 | Mast<br>Sails | ✅ |\n'), [
      { number: '1', name: 'Keel', items: ['Frame', 'ribs'] },
      { number: '2', name: 'Hull', dependsOn: ['1'] },
      { number: '3', name: 'Rig', dependsOn: ['2'], parallelWith: [4], isParallel: true, items: ['Mast', 'Sails'] },
      { number: '4', name: 'Rig', dependsOn: ['2'], parallelWith: [3], isParallel: true, items: ['Mast', 'Sails'] },
    ]);
    assert.deepEqual(plain('## Waves\n\n| Wave | Plans | Dependencies |\n|--|--|--|\n| 0 | 1.1 | None |\n| 1 | 1.2, 1.3 | 1.1 |\n'), [{ number: '0' }, { number: '1' }]);
    for (const head of ['| Task | Wave | Effort |', '| Wave | Task | Effort |', '| Wave | Owner |', '| Phase | Effort |', '| Wave | Risk | Status |']) assert.deepEqual(plain(`## W\n\n${head}\n${head.replace(/[^|]+/g, '--')}\n| 1 | 2 | 3h |\n`), [], head);
  });

  it('reads items in bold where there is nothing else', () => {
    const items = '- **Wave 1**: Keel (first)\n  - Frame\n- **Wave 2: Hull** (depends on Wave 1)\n- **Wave 1 MUST**: wait\n- Wave 3: plain\n\n**Wave 3** *(after Wave 2)*\n- Rope\n\n**Step 1**: Tie\n- Knot\n';
    assert.deepEqual(plain(`## Waves\n\n${items}`), [
      { number: '1', name: 'Keel', isFirst: true, items: ['Frame'] },
      { number: '2', name: 'Hull', dependsOn: ['1'] },
      { number: '3', dependsOn: ['2'], items: ['Rope'] },
    ]);
    assert.deepEqual(plain(`${graph('Wave 5: Rest')}\n${items}`), [{ number: '5', name: 'Rest' }]);
  });

  it('counts the first form as a whole', () => {
    const forms = [
      '```\nWave 1: Text\n```\n',
      '```mermaid\nflowchart LR\na[Wave 1: Chart] --> b[Wave 2: Chart]\n```\n',
      '### Wave 1: Heading\n\n### Wave 2: Heading\n',
      '### Table\n\n| Wave | Name | Goal |\n|--|--|--|\n| 1 | Table | |\n| 2 | Table | |\n',
      '### Items\n\n- **Wave 1**: Items\n',
    ];
    const namesOf = (text: string): unknown => plain(text).map(({ number, name }) => `${String(number)} ${String(name)}`);
    assert.deepEqual(namesOf(`## W\n\n${forms.join('\n')}`), ['1 Text']);
    assert.deepEqual(namesOf(`## W\n\n${forms.slice(1).join('\n')}`), ['1 Chart', '2 Chart']);
    assert.deepEqual(namesOf(`## W\n\n${forms.slice(2).join('\n')}`), ['1 Heading', '2 Heading']);
    assert.deepEqual(namesOf(`## W\n\n${forms.slice(3).join('\n')}`), ['1 Table', '2 Table']);
    assert.deepEqual(namesOf(`## W\n\n${forms.slice(4).join('\n')}`), ['1 Items']);
    assert.deepEqual(namesOf('## W\n\n### Wave 3: Later\n\n```\nWave 1: Now\nWave 1: Again\n```\n'), ['3 Later', '1 Now', '1 Again']);
  });

  it('reads only its span', () => {
    const text = `${graph('Wave 1: Keel')}\n## B\n\n### Wave 2: Hull\n`;
    assert.deepEqual(readWaves(readPlan(text), { start: text.indexOf('## B'), end: text.length }, read).map(({ number }) => number.text), ['2']);
    assert.deepEqual(readWaves(readPlan(text), { start: 0, end: text.indexOf('## B') }, read).map(({ number }) => number.text), ['1']);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs and other scripts', () => {
    assert.deepEqual(plain('\uFEFF```\r\nWave 1:\tשלד 🧱 (MUST BE FIRST)\r\n\t├─→\t骨組み\r\n\r\nWave 2: Ö (after Wave 1)\r\n```\r\n'), [
      { number: '1', name: 'שלד 🧱', isFirst: true, items: ['骨組み'] },
      { number: '2', name: 'Ö', dependsOn: ['1'] },
    ]);
    assert.deepEqual(plain('\uFEFF### Gap\r\n\r\n### Wave 1: 基礎\r\n\r\n-\tä\r\n'), [{ number: '1', name: '基礎', items: ['ä'] }]);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Waves', '### Wave 1: Keel (first)', '### Waves 2 & 3', '#### Wave 3: x', '```', '```mermaid', '~~~text', '~~~', 'flowchart LR', 'Wave 1: a (MUST BE FIRST)', 'Wave 3 & 4: b (PARALLEL after Wave 2)', '  ├─→ Wave 3: c', '  └─→ d', '\t|-- Depends on: Wave 1', 'Wave 5-9', '  Wave 7: x', 'a[Wave 1: x] --> b["Wave 2 & 3"] & c', 'b -- text --> c(Wave 9)', 'subgraph G[Wave 4]', 'subgraph Wave 8', 'end', 'a --> a', '| Wave | Depends on |', '|--|--|', '| 1 & 2 | 3 |', '- **Wave 6**: y (after 1)', '', '> ### Wave 1: q', '\uFEFF', '{{x}}', '[Wave 1](', '---');
    const document = fc.tuple(fc.array(line, { maxLength: 18 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
  });

  it('reads long lines, and many, as it reads short ones', () => {
    const whole = (...lines: readonly string[]): Value => ({ text: lines.join('\n'), range: { start: 0, end: lines.join('\n').length } });
    const numbers = (waves: readonly Wave[]): readonly string[] => waves.map(({ number }) => number.text);
    const counted = Array.from({ length: 100 }, (_, index) => String(index));
    for (const part of [' ', '(', '├─→ ', 'Wave 1 & ', '1 & ', 'a --> ', 'a & ', 'a[', 'a["', 'a -- ', 'a[x (y) {{z}} ', '{{', 'after ', 'Depends on Wave 1, ', '| ']) {
      const long = (length: number): string => `${part.repeat(length / part.length)}x`;
      const lines = counted.map(() => `  ${part}x`);
      for (const text of [whole('Wave 1: a', `  ${long(20_000)}`), whole(`Wave 1: ${long(20_000)}`), whole('Wave 1: a', ...lines)]) assert.deepEqual(numbers(wavesInText(text)), ['1'], part);
      for (const text of [whole('graph TD', long(4000)), whole('graph TD', ...lines)]) assert.deepEqual(wavesInChart(text), [], part);
    }
    const deep = wavesInText(whole(...counted.map((number, index) => `${' '.repeat(index)}Wave ${number}: x`)));
    assert.deepEqual(deep.map(({ dependsOn: [before] }) => before?.text), [undefined, ...counted.slice(0, -1)]);
    assert.deepEqual(numbers(wavesInChart(whole('graph TD', ...counted.map((number) => `subgraph Wave ${number}\na${number} --> b${number}`)))), counted);
    assert.deepEqual(wavesInText(whole('Wave 999: a', ...counted.map((number) => `  Depends on Wave ${number}`)))[0]?.dependsOn.map(({ text }) => text), counted);
    assert.deepEqual(wavesInChart(whole('graph TD', `${'a & '.repeat(2000)}b --> ${'c & '.repeat(2000)}d`)), []);
  });
});

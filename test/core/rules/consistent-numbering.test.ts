import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RUNS } from '../support/runs.ts';
import { findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'consistent-numbering';
const PLAN = 'plans/ARCHITECTURAL-PLAN-harbour.md';
const DESIGN = 'plans/architecture-design-port-7.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';

const plan = (phases: string): string => `# Architectural Plan: Harbour\n\n## Implementation Phases\n\n${phases}\n`;
const headings = (...titles: readonly string[]): string => plan(titles.map((title) => `### ${title}\n\n- Files: src/`).join('\n\n'));
const waves = (...lines: readonly string[]): string => replaceSection(phasePlan(), 'Wave Dependency Graph', `### Wave Dependency Graph\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``);
const found = (text: string, path = PLAN): readonly string[] => findingsOf(RULE, text, path).map(({ message, range }) => `${message} <${text.slice(range.start, range.end)}>`);

describe('consistent-numbering', () => {
  it('finds a gap, at the number behind it', () => {
    const text = headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 4: Sea', 'Phase 5: Land').replaceAll('\n', '\r\n');
    assert.deepEqual(found(text), ['Phase 4 "Sea" stands where phase 3 is expected: number it 3, or add what is left out. <Phase 4>']);
    assert.equal(findingsOf(RULE, text, PLAN)[0]?.severity, 'warning');
  });

  it('finds two with one number, at the second', () => {
    const text = headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 2: Sea', 'Phase 3: Land');
    const [finding, ...others] = findingsOf(RULE, text, PLAN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'Phase 2 "Sea" has the number of another phase: 3 is expected here.');
    assert.deepEqual(finding.related?.map(({ message, range }) => [message, range.start]), [['Phase 2 "Crane" has it first.', text.indexOf('Phase 2: Crane')]]);
  });

  it('finds every place at which the count goes wrong', () => {
    assert.deepEqual(found(headings('Phase 1: A', 'Phase 3: B', 'Phase 3: C', 'Phase 7: D')), [
      'Phase 3 "B" stands where phase 2 is expected: number it 2, or add what is left out. <Phase 3>',
      'Phase 7 "D" stands where phase 4 is expected: number it 4, or add what is left out. <Phase 7>',
    ]);
  });

  it('counts waves, risks, decisions and services too', () => {
    assert.deepEqual(found(waves('Wave 1: Keel', 'Wave 2: Hull (after Wave 1)', 'Wave 4: Sea (after Wave 2)'), PHASE_2), ['Wave 4 "Sea" stands where wave 3 is expected: number it 3, or add what is left out. <Wave 4>']);
    const risk = (number: number): string => `### Risk ${number}: Fire\n\n- **Impact**: High`;
    assert.deepEqual(found(replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${risk(1)}\n\n${risk(3)}`), PHASE_2), ['Risk 3 "Fire" stands where risk 2 is expected: number it 2, or add what is left out. <Risk 3>']);
    const decision = (number: number): string => `#### Decision ${number}: Oak\n\n- **Choice**: oak`;
    assert.deepEqual(found(replaceSection(phasePlan(), 'Core Architectural', `### Core Architectural Decisions\n\n${decision(1)}\n\n${decision(1)}`), PHASE_2), ['Decision 1 "Oak" has the number of another decision: 2 is expected here. <Decision 1>']);
    const service = (head: string): string => `### ${head}\n\n- **Responsibility**: berths`;
    assert.deepEqual(found(`# Harbour Architecture Design\n\n## Core Microservices\n\n${service('1. Berths')}\n\n${service('3. Tides')}\n`, DESIGN), ['Service 3 "Tides" stands where service 2 is expected: number it 2, or add what is left out. <3>']);
    const item = (number: number): string => `${number}. **Fire**\n   - **Impact**: High\n   - **Mitigation**: Water`;
    assert.deepEqual(found(`# Harbour Architecture Design\n\n## Risks\n\n### Technical Risks\n\n${item(1)}\n\n${item(2)}\n\n${item(2)}\n\n### Operational Risks\n\n${item(1)}\n`, DESIGN), ['Risk 2 "Fire" has the number of another risk: 3 is expected here. <2>']);
    assert.deepEqual(found('# Implementation Plan\n\n## Phases\n\n| Phase | Goal |\n|--|--|\n| 1 | Quay |\n| 3 | Sea |\n', MASTER), ['Phase 3 "Sea" stands where phase 2 is expected: number it 2, or add what is left out. <3>'.replace(' "Sea"', '')]);
  });

  it('leaves what is counted with intent alone', () => {
    assert.deepEqual(found(headings('Phase 0: Spike', 'Phase 1: Quay', 'Phase 2: Sea')), []);
    assert.deepEqual(found(headings('Phase 3: Quay', 'Phase 4: Sea')), []);
    assert.deepEqual(found(headings('Phase 10: Quay', 'Phase 20: Sea', 'Phase 30: Land')), []);
    assert.deepEqual(found(headings('Phase 2: Sea', 'Phase 3: Land', 'Phase 1: Quay')), []);
    assert.deepEqual(found(headings('Phase 1: Quay', 'Phase 2a: Sea', 'Phase 2b: Land', 'Phase 3: Air')), []);
    assert.deepEqual(found(headings('Phase 1: Quay', 'Phase 2.1: Sea', 'Phase 2.2: Land', 'Phase 3: Air')), []);
    assert.deepEqual(found(headings('Phase 1: Quay', 'Phases 2-4: Sea', 'Phase 5: Air')), []);
    assert.deepEqual(found(headings('Phase 1: Quay', 'Phase {{n}}: {{title}}', 'Phase 5: Air')), []);
    assert.deepEqual(found(headings('Phase 1: Quay', 'Phase 2 is done', 'Phase 3: Air')), []);
    assert.deepEqual(found(headings('Phase 1: Week one', 'Phase 2: Sea', 'Phase 2: Week three', 'Phase 2: Week four')), []);
    assert.deepEqual(found(headings('MVP', 'Phase 2: Sea')), []);
    assert.deepEqual(found(plan('### Phase 1: Quay\n\n- Files: a\n\n**Phase 2: Sea**\n\n### Phase 3: Land\n\n- Files: b')), []);
    assert.deepEqual(found(phasePlan(), PHASE_2), []);
  });

  it('leaves series that begin anew alone', () => {
    assert.deepEqual(found(plan('### North\n\n#### Phase 1: Quay\n\n#### Phase 2: Sea\n\n### South\n\n#### Phase 1: Quay')), []);
    assert.deepEqual(found(plan('### North\n\n### Phase 1: Quay\n\n### Phase 2: Sea\n\n### South\n\n### Phase 1: Quay')), []);
    const item = '1. **Fire**\n   - **Impact**: High\n   - **Mitigation**: Water';
    for (const between of ['\n\n', '\n\n**Operational**\n\n']) assert.deepEqual(found(`# Harbour Architecture Design\n\n## Risks\n\n${item}${between}${item}\n`, DESIGN), [], between);
    assert.deepEqual(found(plan('| Phase | Deliverables |\n|--|--|\n| 1 | Piles |\n| 1 | Planks |\n| 2 | Hook |\n| 2 | Chain |\n| 3 | Sea |')), []);
  });

  it('leaves ids alone', () => {
    assert.deepEqual(found(replaceSection(phasePlan(), 'Risk Analysis', '## Risks\n\n| ID | Risk | Impact |\n|--|--|--|\n| R1 | Fire | High |\n| R4 | Flood | High |'), PHASE_2), []);
    assert.deepEqual(found(replaceSection(phasePlan(), 'Core Architectural', '### Core Architectural Decisions\n\n| Decision | Choice |\n|--|--|\n| ADR-001: Wood | oak |\n| ADR-007: Rope | hemp |'), PHASE_2), []);
  });

  describe('its fix', () => {
    const fixed = (text: string, path = PLAN): string => {
      const result = fixedBy(RULE, text, path);
      assert.deepEqual(messagesOf(RULE, result, path), [], result);
      assert.equal(fixedBy(RULE, result, path), result);
      return result;
    };

    it('renumbers from the first wrong one, with every reference', () => {
      const text = `${headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 4: Sea', 'Phase 5: Land')}\n- **Depends on**: Phase 1, Phase 4\n\n## Notes\n\nAfter Phase 4 comes [phase 5](#phase-5-land). Phases 2, 4 and 5 need **Phase 4**. Phase 1 stays, \`Phase 4\` in code too.\n\n[sea]: #phase-4-sea\n\n\`\`\`\nPhase 4\n\`\`\`\n\n<!-- Phase 4 -->\n\nSee [Phase 4](OTHER.md), Phase 4 of the platform plan and PHASE-4-PLAN.md.\n`;
      const result = fixed(text.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n');
      assert.equal(result, `${headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 3: Sea', 'Phase 4: Land')}\n- **Depends on**: Phase 1, Phase 3\n\n## Notes\n\nAfter Phase 3 comes [phase 4](#phase-4-land). Phases 2, 3 and 4 need **Phase 3**. Phase 1 stays, \`Phase 4\` in code too.\n\n[sea]: #phase-3-sea\n\n\`\`\`\nPhase 4\n\`\`\`\n\n<!-- Phase 4 -->\n\nSee [Phase 4](OTHER.md), Phase 4 of the platform plan and PHASE-4-PLAN.md.\n`);
    });

    it('takes a number that two have for that of the first', () => {
      const text = `${headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 2: Sea', 'Phase 3: Land')}\nPhase 2 lifts, Phase 3 lands, [the sea](#phase-2-sea).\n`;
      assert.equal(fixed(text), `${headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 3: Sea', 'Phase 4: Land')}\nPhase 2 lifts, Phase 4 lands, [the sea](#phase-3-sea).\n`);
      assert.equal(fixed(headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 2: Sea', 'Phase 4: Land')), headings('Phase 1: Quay', 'Phase 2: Crane', 'Phase 3: Sea', 'Phase 4: Land'));
    });

    it('renumbers the graph of the waves, and what is said of them below it', () => {
      const graph = (...[third, fourth, fifth]: readonly string[]): string => waves('Wave 1: Keel (MUST BE FIRST)', `Wave ${third ?? ''} & ${fourth ?? ''}: Rig (PARALLEL after 1)`, `  ├─→ Wave ${third ?? ''}: Mast`, `  └─→ Wave ${fourth ?? ''}: Sails`, `Wave ${fifth ?? ''}: Sea (Depends on Waves ${third ?? ''} & ${fourth ?? ''})`).replace('### Parallelization Enablers', `### Parallelization Enablers\n\nWaves ${third ?? ''}-${fourth ?? ''} share nothing.`);
      assert.equal(fixed(graph('3', '4', '5'), PHASE_2), graph('2', '3', '4'));
    });

    it('renumbers a flowchart by its labels, and rows with what they depend on', () => {
      const chart = (number: number): string => waves('flowchart LR', '  a[Wave 1: Keel] --> b[Wave 2: Hull]', `  b --> c[Wave ${number}: Sea]`).replace('```\nflowchart', '```mermaid\nflowchart');
      assert.equal(fixed(chart(5), PHASE_2), chart(3));
      const bare = (third: number, fourth: number): string => chart(0).replace(/ {2}a.*\n.*Sea\]/, `  Wave1 --> Wave2\n  Wave2 --> Wave${third}\n  Wave${third} --> Wave${fourth}`);
      assert.equal(fixed(bare(4, 5), PHASE_2), bare(3, 4));
      const rows = (third: number, fourth: number): string => `# Implementation Plan\n\n## Phases\n\n| Phase | Goal | Depends on |\n|--|--|--|\n| 1 | Quay | |\n| 2 | Crane | 1 |\n| ${third} | Sea | 1, 2 |\n| ${fourth} | Land | ${third} |\n`;
      assert.equal(fixed(rows(4, 5), MASTER), rows(3, 4));
    });

    it('keeps apart what has the same words elsewhere', () => {
      const part = (title: string, number: number): string => `### ${title}\n\nPhase ${number} is last.\n\n#### Phase 1: Quay\n\n- Files: a\n\n#### Phase ${number}: Sea\n\n- Files: b\n\n`;
      assert.equal(fixed(plan(part('North', 3) + part('South', 2))), plan(part('North', 2) + part('South', 2)));
    });

    it('is not offered where nobody knows what is meant', () => {
      const leftOut = `${headings('Phase 1: Quay', 'Phase 3: Sea')}\nWe plan Phase 2 later.\n`;
      assert.deepEqual(findingsOf(RULE, leftOut, PLAN).map(({ fix }) => fix), [undefined]);
      const byFile = '# Implementation Plan\n\n## Phases\n\n| Phase | Goal | Plan |\n|--|--|--|\n| 1 | Quay | |\n| 3 | Sea | [Phase 3](PHASE-3-ARCHITECTURE-PLAN.md) |\n';
      assert.deepEqual(findingsOf(RULE, byFile, MASTER).map(({ fix }) => fix), [undefined]);
    });

    it('leaves nothing to report, whatever the numbers', () => {
      const numbers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 8 });
      fc.assert(
        fc.property(numbers, fc.constantFrom('\n', '\r\n'), (drawn, end) => {
          const text = headings(...drawn.map((number, index) => `Phase ${number}: ${index} 🚢`)).replaceAll('\n', end);
          const result = fixedBy(RULE, text, PLAN);
          assert.deepEqual(messagesOf(RULE, result, PLAN), []);
          assert.equal(result.replace(/Phase \d+/g, ''), text.replace(/Phase \d+/g, ''));
        }),
        { numRuns: Math.min(RUNS, 100) },
      );
    });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { symbolsOf, type PlanSymbol } from '../../../src/core/assist/symbols.ts';
import { RUNS } from '../support/runs.ts';
import { kindFrom } from '../template/kind-from.ts';
import { subjectOf } from '../support/subject-of.ts';

const READS = { Risks: 'risks', Phases: 'phases', Waves: 'waves', Decisions: 'decisions', Services: 'services', Tasks: 'tasks', Targets: 'nfr' };
const sample = kindFrom(
  `---\ngroundplan: { kind: sample, name: Sample, description: A sample., file: "sample.md" }\n---\n# Sample\n\n${Object.entries(READS).map(([title, reading]) => `## ${title}\n<!-- plan: reads ${reading} -->\n\n`).join('')}`,
);

function symbols(text: string): readonly PlanSymbol[] {
  return symbolsOf(subjectOf(text, sample));
}

/** What an outline shows of them. */
function shown(text: string): readonly string[] {
  return symbols(text).map(({ kind, name, detail }) => `${kind} ${name}${detail === '' ? '' : ` (${detail})`}`);
}

describe('symbolsOf', () => {
  it('names what stands in each section, with what is worth knowing at a glance', () => {
    assert.deepEqual(shown('# Sample\n\n## Risks\n\n### Risk 7: Fog\n\n- **Probability**: High\n- **Impact**: Low\n- **Owner**: Ada\n\n### Ice\n\n- **Impact**: High\n'), ['risk Risk 1: Fog (High × Low, Ada)', 'risk Risk 2: Ice (High)']);
    assert.deepEqual(shown('# Sample\n\n## Phases\n\n### Phase 2: Quay (3 days)\n\n- Build\n\n### Phase 3: Crane\n\n**Status**: Planned\n\n### Phase 4\n\n- Paint\n'), ['phase Phase 2: Quay (3 days)', 'phase Phase 3: Crane (Planned)', 'phase Phase 4']);
    assert.deepEqual(shown('# Sample\n\n## Decisions\n\n### Decision 1: One log\n\n- **Choice**: A file\n\n### Decision 2: Two quays\n\n- **Rationale**: Room\n'), ['decision Decision 1: One log (A file)', 'decision Decision 2: Two quays']);
    assert.deepEqual(shown('# Sample\n\n## Services\n\n### 1. Bookings\n\n- **Port**: 80\n'), ['service Service: Bookings']);
    assert.deepEqual(shown('# Sample\n\n## Tasks\n\n- [ ] T-01 Dig (3h)\n- [x] T-02 Fill (1h) after T-01\n- [x] Rest\n'), ['task T-01: Dig (3h)', 'task T-02: Fill (done, 1h)', 'task Task: Rest (done)']);
    assert.deepEqual(shown('# Sample\n\n## Targets\n\n| Metric | Target |\n|--|--|\n| p95 | 250 ms |\n'), ['requirement Targets: p95 (250 ms)']);
  });

  it('names waves with what they come after, and those without a name by their number', () => {
    const text = '# Sample\n\n## Waves\n\n```\nWave 1: Contracts\nWave 2: Core (Depends on Wave 1)\nWave 3\nWave 4: Faces (after Wave 2 and Wave 3)\n```\n';
    assert.deepEqual(shown(text).slice(0, 4), ['wave Wave 1: Contracts', 'wave Wave 2: Core (after 1)', 'wave Wave 3', 'wave Wave 4: Faces (after 2, 3)']);
    const [, , third] = symbols(text);
    assert.equal(text.slice(third?.nameRange.start, third?.nameRange.end), '3');
  });

  it('names diagrams by their headings', () => {
    assert.deepEqual(shown('```mermaid\ngraph TD\n```\n\n# Sample\n\n## The **big** `picture`\n\n```mermaid\ngraph TD\n```\n\n```js\n1\n```\n'), ['diagram Diagram: without heading', 'diagram Diagram: The big picture']);
  });

  it('stand in the order of the document', () => {
    assert.deepEqual(shown('# Sample\n\n## Tasks\n\n- [ ] T-01 Dig\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| Fog | Low |\n\n```mermaid\nx\n```\n'), ['task T-01: Dig', 'risk Risk 1: Fog (Low)', 'diagram Diagram: Risks']);
  });

  it('lie in the text, each name in its whole', () => {
    const text = '\uFEFF# Sample\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| 🌫️ **Fog** | Low |\n\n## Phases\n\n### Phase 1: Quay 港\n\n- x\n'.replaceAll('\n', '\r\n');
    const named = symbols(text).map(({ range, nameRange }) => [text.slice(nameRange.start, nameRange.end), text.slice(range.start, range.end)]);
    assert.deepEqual(named, [['🌫️ **Fog**', '| 🌫️ **Fog** | Low |'], ['Quay 港', '### Phase 1: Quay 港\r\n\r\n- x']]);
  });

  it('show names and details as a reader sees them, on one line', () => {
    assert.deepEqual(shown('# Sample\n\n## Decisions\n\n### Decision 1: [One `log`](x.md)\n\n- **Choice**: A\n  *file* on disk\n'), ['decision Decision 1: One log (A file on disk)']);
  });

  it('say what nobody has filled in yet', () => {
    assert.deepEqual(shown('# Sample\n\n## Risks\n\n### Risk 1: {{risk}}\n\n- **Probability**: {{High/Low}}\n- **Impact**: [IMPACT]\n- **Owner**: <!-- who? -->\n\n## Tasks\n\n- [ ] T-01 {{task}} ({{hours}}h)\n'), ['risk Risk 1: unnamed', 'task T-01: unnamed']);
  });

  it('are short, and never end in half a sign', () => {
    const [risk] = symbols(`# Sample\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| ${'🌫'.repeat(150)} | x${'🌊'.repeat(100)} |\n`);
    assert.equal(risk?.name, `Risk 1: ${'🌫'.repeat(96)}`);
    assert.equal(risk.detail, `x${'🌊'.repeat(59)}`);
  });

  it('are none where nothing is named', () => {
    assert.deepEqual(shown(''), []);
    assert.deepEqual(shown('# Sample\n\n## Risks\n\nNone.\n\n## Tasks\n\n- Dig\n\n```\n- [ ] T-01 Dig\n```\n\n<!--\n- [ ] T-02 Fill\n-->\n'), []);
  });

  it('are never without a name, whatever the text', () => {
    const line = fc.constantFrom('# Sample', '## Risks', '## Phases', '## Waves', '## Tasks', '## Targets', '### Phase 1:', '### Risk 2: **', '| Risk | Impact |', '|--|--|', '| ** | x |', '| Metric | Target |', '| ` | 3 ms |', 'Wave 1:', '- [ ] T-1', '- [ ] **', '```mermaid', '```', '- **Impact**: *', '', '\t', '🎯');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
        const text = lines.join(ending);
        for (const { name, range, nameRange } of symbols(text)) {
          assert.match(name, /\S/);
          assert.ok(0 <= range.start && range.start <= nameRange.start && nameRange.start <= nameRange.end && nameRange.end <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';

const PLAN = 'plans/ARCHITECTURAL-PLAN-harbour.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';
const USE_CASE = 'docs/booking-PLAN.md';

const plan = (section: string): string => `# Architectural Plan: Harbour\n\n${section}\n`;
const master = (section: string): string => `# Implementation Plan\n\n${section}\n`;
const found = (section: string): readonly string[] => messagesOf('required-phases', plan(section), PLAN);

describe('required-phases', () => {
  it('finds a section about phases without a phase, at its heading', () => {
    const text = plan('## 🚀 Implementation Roadmap\n\nWe start in March.');
    const [finding, ...others] = findingsOf('required-phases', text, PLAN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Implementation Roadmap" names no phase: write one as a heading or a bold item that begins with "Phase 1", or as a row of a table of phases.');
    assert.equal(finding.severity, 'error');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## 🚀 Implementation Roadmap');
  });

  it('finds nothing where any form of phase stands', () => {
    for (const phases of ['### Phase 1: Quay', '### Phases 2-4: Later', '### Stage 1 – Quay (4 weeks)', '1. **Phase 1: Quay**\n   - Piles', '- **Phase 1**: Quay', '| Phase | Effort |\n|--|--|\n| Quay | 3d |', '### 1. Quay\n\n- **Effort**: 3d']) {
      assert.deepEqual(found(`## Implementation Phases\n\n${phases}`), [], phases);
    }
  });

  it('leaves a section that is still to be filled in to the check of blanks', () => {
    for (const open of ['{{phases}}', '[PHASES]', '<phases>']) assert.deepEqual(found(`## Implementation Phases\n\n${open}`), [], open);
    assert.equal(found('## Implementation Phases\n\n<!-- Phases, each with an effort. -->').length, 1);
  });

  it('says nothing when the section itself is missing', () => {
    assert.deepEqual(found('## Risks\n\nNone.'), []);
  });

  it('is fixed by a phase as the template writes one, a level below the section', () => {
    const result = fixedBy('required-phases', plan('### Implementation Phases\r\n\r\nNone yet.\r\n\r\n### Risks').replace(/(?<!\r)\n/g, '\r\n'), PLAN);
    assert.equal(result, plan('### Implementation Phases\n\nNone yet.\n\n#### Phase 1: {{title}} ({{note}})\n\n- Files: {{paths}}\n- Estimated effort: {{number of}}d\n\n### Risks').replaceAll('\n', '\r\n'));
    assert.deepEqual(messagesOf('required-phases', result, PLAN), []);
  });

  it('has no fix where no deeper heading can stand', () => {
    const text = plan('###### Implementation Phases\n\nNone yet.');
    assert.equal(findingsOf('required-phases', text, PLAN)[0]?.fix, undefined);
    assert.equal(fixedBy('required-phases', text, PLAN), text);
  });

  it('is fixed by a table where the template has one', () => {
    const result = fixedBy('required-phases', master('## Phases\n\nSoon.\n\n## Goals'), MASTER);
    assert.equal(result, master('## Phases\n\nSoon.\n\n| Phase | Goal | Depends on | Status | Plan |\n|-------|------|------------|--------|------|\n| {{phase_number}} | {{goal}} | {{depends_on}} | {{Planned/In work/Done}} | [Phase {{phase_number}}]({{phase_link}}) |\n\n## Goals'));
    assert.deepEqual(messagesOf('required-phases', result, MASTER), []);
  });

  it('is fixed by a row where the table is there, with its columns', () => {
    const result = fixedBy('required-phases', master('## Phases\n\n| Phase | Status | Goal |\n|--|--|--|\n\n## Goals'), MASTER);
    assert.equal(result, master('## Phases\n\n| Phase | Status | Goal |\n|--|--|--|\n| {{phase_number}} | {{Planned/In work/Done}} | {{goal}} |\n\n## Goals'));
    assert.deepEqual(messagesOf('required-phases', result, MASTER), []);
  });

  it('writes the phase where the template has phases, before the risks', () => {
    const useCase = (body: string): string => `# Use Case Plan: Book a berth\n\n## 9. Implementation Phasing and Risks\n\n${body}\n`;
    const risks = '### Risks\n\n| Risk | Impact | Likelihood | Mitigation |\n|--|--|--|--|\n| Fire | High | Low | Water |';
    const result = fixedBy('required-phases', useCase(risks), USE_CASE);
    assert.match(result, /### Phases\n\n#### Phase 1: \{\{title\}\} \(\{\{note\}\}\)\n\n- Deliverables: /);
    assert.ok(result.indexOf('### Phases') < result.indexOf('### Risks'));
    assert.deepEqual(messagesOf('required-phases', result, USE_CASE), []);
    const inside = fixedBy('required-phases', useCase(`### Phases\n\nSoon.\n\n${risks}`), USE_CASE);
    assert.match(inside, /### Phases\n\nSoon\.\n\n#### Phase 1: /);
    assert.ok(inside.indexOf('Phase 1') < inside.indexOf('### Risks'));
  });

  it('writes the phase into the section itself where the template’s own place stands elsewhere', () => {
    const text = '# Use Case Plan: Book a berth\n\n## 9. Implementation Phasing and Risks\n\nSoon.\n\n## Implementation Phases\n\nLater.\n';
    const result = fixedBy('required-phases', text, USE_CASE);
    assert.match(result, /Soon\.\n\n### Phase 1: \{\{title\}\} [^]*\n\n## Implementation Phases\n\nLater\.\n$/);
    assert.deepEqual(messagesOf('required-phases', result, USE_CASE), []);
  });

  it('looks below a bold label in place of a heading too', () => {
    assert.deepEqual(found('**Implementation Phases**\n\n- **Phase 1**: Quay'), []);
    assert.deepEqual(findingsOf('required-phases', plan('**Implementation Phases**\n\nSoon.'), PLAN).map(({ fix }) => fix), [undefined]);
  });
});

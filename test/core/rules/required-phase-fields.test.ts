import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';

const RULE = 'required-phase-fields';
const PLAN = 'plans/ARCHITECTURAL-PLAN-harbour.md';
const DESIGN = 'plans/architecture-design-port-7.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';

const plan = (phases: string): string => `# Architectural Plan: Harbour\n\n## Implementation Phases\n\n${phases}\n\n## Testing Strategy\n`;
const design = (phases: string): string => `# Harbour Architecture Design\n\n## Implementation Roadmap\n\n${phases}\n\n## Success Metrics\n`;
const found = (phases: string): readonly string[] => messagesOf(RULE, plan(phases), PLAN);

const NO_EFFORT = 'does not say how long it takes: add an effort such as "3d" or "2 weeks".';
const NO_WORKS = 'does not say what it delivers: list its files or deliverables.';
const NEITHER = 'says neither what it delivers nor how long it takes: list its files or deliverables, and add an effort such as "3d" or "2 weeks".';

describe('required-phase-fields', () => {
  it('finds what a phase does not say, at its number and title', () => {
    const text = plan('### Phase 1: Quay (Piles)\n\n- Files: src/\n\n### Phase 2: Crane\n\n- Estimated effort: 3d\n\n### Phase 3: Rest');
    const findings = findingsOf(RULE, text, PLAN);
    assert.deepEqual(findings.map(({ message }) => message), [`Phase 1 "Quay" ${NO_EFFORT}`, `Phase 2 "Crane" ${NO_WORKS}`, `Phase 3 "Rest" ${NEITHER}`]);
    assert.deepEqual(findings.map(({ range }) => text.slice(range.start, range.end)), ['Phase 1: Quay', 'Phase 2: Crane', 'Phase 3: Rest']);
    assert.ok(findings.every(({ severity }) => severity === 'warning'));
  });

  it('calls a phase as the document does', () => {
    assert.deepEqual(found('- **Stage 2**: Crane\n- **Phase 3**'), [`Stage 2 "Crane" ${NEITHER}`, `Phase 3 ${NEITHER}`]);
    assert.deepEqual(found('| Phase | Status |\n|--|--|\n| Quay | Planned |\n| 2 | Planned |'), [`Phase "Quay" ${NEITHER}`, `Phase 2 ${NEITHER}`]);
    assert.deepEqual(found('### Phase 1: A quay that is so long that nobody can see its end from here on'), [`Phase 1 "A quay that is so long that nobody can see its end from her…" ${NEITHER}`]);
  });

  it('bears every way to say what is delivered', () => {
    const works = ['- Files: src/', '- **Deliverables**: piles', '- Piles\n- Planks', '**Key Deliverables:**\n\n- Piles', '#### Tasks\n\n1. Drive piles', 'We drive piles into the harbour ground.', '| Work | Owner |\n|--|--|\n| Piles | Ada |', '**Milestones for the quay**\n\n- Piles', '```\npiles\n```', '#### Piles\n\nDriven deep.'];
    for (const work of works) assert.deepEqual(found(`### Phase 1: Quay (4 weeks)\n\n${work}`), [], work);
    for (const none of ['- **Goal**: a dry quay', '**Status**: Planned', '- Owner: Ada', '**Success Criteria**\n\n- Dry', '<!-- Later. -->', '---']) assert.deepEqual(found(`### Phase 1: Quay (4 weeks)\n\n${none}`), [`Phase 1 "Quay" ${NO_WORKS}`], none);
  });

  it('bears every way to say how long it takes', () => {
    for (const title of ['Quay (4 weeks)', 'Quay (Weeks 1-4)', 'Quay — ~3h', 'Quay (Q3 2026)', 'Quay (M)', 'Quay (8 points)', 'Quay (Sprint 1-2)', 'Quay ✅', 'Quay (done)', 'Quay ({{number of}} weeks)']) assert.deepEqual(found(`### Phase 1: ${title}\n\n- Piles`), [], title);
    for (const field of ['- Effort: Xd', '- **Timeline**: weeks 1-4', '**Duration:** a while', '- Weeks: 1-4', '- **Due**: 2026-03-01', '- Size: M', '- Status: Done', '**Total effort of the phase** is 4 days.']) assert.deepEqual(found(`### Phase 1: Quay\n\n- Piles\n\n${field}`), [], field);
    assert.deepEqual(found('### Phase 1: Quay\n\n- Piles (2d)\n- Planks (1d)'), []);
    assert.deepEqual(found('| Phase | Files | Weeks |\n|--|--|--|\n| Quay | src/ | 1-4 |'), []);
    for (const none of ['- Piles that hold for 30 years', '- Estimated effort:', '- Owner: Ada', '- Piles\n- **Success Criteria**: dry in 3 days']) assert.equal(found(`### Phase 1: Quay\n\n- Files: src/\n${none}`).length, 1, none);
  });

  it('asks for no more than the template does', () => {
    assert.deepEqual(messagesOf(RULE, '# Implementation Plan\n\n## Phases\n\n| Phase | Goal | Status |\n|--|--|--|\n| 1 | Quay | Planned |\n', MASTER), []);
    assert.deepEqual(messagesOf(RULE, design('### Phase 1: Quay'), DESIGN), [`Phase 1 "Quay" ${NEITHER}`]);
    assert.deepEqual(messagesOf(RULE, design('### Phase 1: Quay (4 weeks)\n- Piles'), DESIGN), []);
  });

  describe('its fix', () => {
    const fixed = (phases: string): string => {
      const result = fixedBy(RULE, plan(phases), PLAN);
      assert.deepEqual(messagesOf(RULE, result, PLAN), [], result);
      assert.equal(fixedBy(RULE, result, PLAN), result);
      return result.slice(plan('').indexOf('\n\n\n') + 2, result.indexOf('\n\n## Testing'));
    };

    it('writes what the template has, below the heading or at the end of its list', () => {
      assert.equal(fixed('### Phase 1: Quay'), '### Phase 1: Quay\n\n- Files: {{paths}}\n- Estimated effort: {{number of}}d');
      assert.equal(fixed('### Phase 1: Quay\n* Piles\n  and planks'), '### Phase 1: Quay\n* Piles\n  and planks\n* Estimated effort: {{number of}}d');
      assert.equal(fixed('### Phase 1: Quay\n\n**Deliverables**:\n- Piles'), '### Phase 1: Quay\n\n- Estimated effort: {{number of}}d\n\n**Deliverables**:\n- Piles');
      assert.equal(fixed('### Phase 1: Quay\nWe drive piles.'), '### Phase 1: Quay\n\n- Estimated effort: {{number of}}d\n\nWe drive piles.');
      assert.equal(fixed('### Phase 1: Quay\n\n#### Piles\n\n- Oak'), '### Phase 1: Quay\n\n- Estimated effort: {{number of}}d\n\n#### Piles\n\n- Oak');
    });

    it('writes as the document does', () => {
      assert.equal(fixed('### Phase 1: Quay\n\n- **Files**: a\n- **Effort:** 3d\n\n### Phase 2: Crane\n\n- **Files**: b'), '### Phase 1: Quay\n\n- **Files**: a\n- **Effort:** 3d\n\n### Phase 2: Crane\n\n- **Files**: b\n- **Effort:** {{number of}}d');
      assert.equal(fixed('### Phase 1: Quay\n\n**Duration**: 3 weeks\n\n- Piles\n\n### Phase 2: Crane\n\n- Hook'), '### Phase 1: Quay\n\n**Duration**: 3 weeks\n\n- Piles\n\n### Phase 2: Crane\n\n**Duration**: {{number of}}d\n\n- Hook');
      assert.equal(fixed('### Phase 1: Quay (2-3 weeks)\n\n- Piles\n\n### Phase 2: Crane ##\n\n- Hook'), '### Phase 1: Quay (2-3 weeks)\n\n- Piles\n\n### Phase 2: Crane ({{number of}} weeks) ##\n\n- Hook');
      assert.equal(fixed('### Phase 1: Quay\n\n- **Files**: a'), '### Phase 1: Quay\n\n- **Files**: a\n- **Estimated effort**: {{number of}}d');
      assert.equal(fixed('### Phase 1: Quay (3d)\n\n- Piles\n\n### Phase 2: Crane (2d)'), '### Phase 1: Quay (3d)\n\n- Piles\n\n### Phase 2: Crane (2d)\n\n- {{paths}}');
    });

    it('fills a field that is there and empty', () => {
      assert.equal(fixed('### Phase 1: Quay\n\n- Files: a\n- **Estimated effort**:'), '### Phase 1: Quay\n\n- Files: a\n- **Estimated effort**: {{number of}}d');
    });

    it('writes into the item that is a phase', () => {
      assert.equal(fixed('1. **Phase 1: Quay**\n   - Piles\n2. **Phase 2: Crane** (3d)'), '1. **Phase 1: Quay**\n   - Piles\n   - Estimated effort: {{number of}}d\n2. **Phase 2: Crane** (3d)\n   - Files: {{paths}}');
      assert.equal(fixed('- **Phase 1**: Quay'), '- **Phase 1**: Quay\n  - Files: {{paths}}\n  - Estimated effort: {{number of}}d');
    });

    it('fills the cell of a row, where there is a column for it', () => {
      assert.equal(fixed('| Phase | Files | Effort |\n|--|--|--|\n| Quay | a |  |\n| Crane | b | 3d |'), '| Phase | Files | Effort |\n|--|--|--|\n| Quay | a | {{number of}}d |\n| Crane | b | 3d |');
      const text = plan('| Phase | Status |\n|--|--|\n| Quay | Planned |');
      assert.equal(findingsOf(RULE, text, PLAN)[0]?.fix, undefined);
      assert.equal(fixedBy(RULE, text, PLAN), text);
    });

    it('writes the effort into the title where the template does', () => {
      assert.equal(fixedBy(RULE, design('### 🚢 Phase 1: Quay'), DESIGN), design('### 🚢 Phase 1: Quay ({{number of}} weeks)\n\n- {{deliverable}}'));
    });

    it('keeps line endings', () => {
      const result = fixedBy(RULE, plan('### Phase 1: Quay\n\n- Piles\n\n### Phase 2: Crane').replaceAll('\n', '\r\n'), PLAN);
      assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
      assert.deepEqual(messagesOf(RULE, result, PLAN), []);
    });
  });
});

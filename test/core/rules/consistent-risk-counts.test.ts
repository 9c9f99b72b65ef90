import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';

const RULE = 'consistent-risk-counts';
const ARCHITECTURAL = 'plans/ARCHITECTURAL-PLAN-berths.md';
const ARCHITECT = 'plans/architecture-design-berths.md';
const TABLE = '| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | High | Hoses |\n| Flood | HIGH | Dams |\n| Storm | 🟡 Medium | Walls |\n| Fog | Low | Lights |\n';
const architectural = (prose: string, summary = 'All is well.') => `# Architectural Plan: Berths\n\n## Executive Summary\n\n${summary}\n\n## Risk Assessment\n\n${prose}\n\n${TABLE}\n## Implementation Phases\n\nThere are 9 risks.\n`;
const messages = (prose: string, summary?: string) => messagesOf(RULE, architectural(prose, summary), ARCHITECTURAL);

function mended(text: string, path = ARCHITECTURAL): string {
  const result = fixedBy(RULE, text, path);
  assert.deepEqual(messagesOf(RULE, result, path), []);
  assert.equal(fixedBy(RULE, result, path), result);
  return result;
}

describe('consistent-risk-counts', () => {
  it('finds every figure that is not what is written down', () => {
    const text = architectural('We see **5 significant risks**: 2 high, 2 medium, 1 low.');
    const found = findingsOf(RULE, text, ARCHITECTURAL);
    assert.deepEqual(found.map(({ message }) => message), [
      'Here it says 5 risks, but 4 are written down: correct the figure.',
      'Here it says 2 medium risks, but 1 is written down: correct the figure.',
    ]);
    assert.deepEqual(found.map(({ range }) => text.slice(range.start - 4, range.end + 2)), ['e **5 s', 'gh, 2 m']);
  });

  it('in all the ways in which authors count', () => {
    for (const prose of [
      'There are 5 risks.', 'Five risks were identified.', '**Total Risks**: 5', '- **Risks identified:** 5', 'Number of risks: 5', '5 risks identified with impact and mitigation:', '5 risks (2 high)',
      'Total risks: 5\n- High: 2\n- Medium: 1\n- Low: 1', '4 risks: 3 high, 1 medium', '2 high risks, 2 MEDIUM risks, 1 low risk', '- 🔴 **High**: 3\n- 🟡 **Medium**: 1', 'It has 4 risks, of which 3 are high.',
      '| Level | Count |\n|--|--|\n| High | 3 |\n| Medium | 1 |', '| Level | Count |\n|--|--|\n| High | 2 |\n| Low | 1 |\n| **Total** | **5** |',
    ]) {
      assert.equal(messages(prose).length, 1, prose);
    }
  });

  it('in the summary and in the record of transition', () => {
    assert.deepEqual(messages('', '- **Risks**: 5 risks: 2 high, 1 medium, 1 low'), ['Here it says 5 risks, but 4 are written down: correct the figure.']);
    assert.deepEqual(messages('', 'The team assessed it; 6 risks were identified.'), ['Here it says 6 risks, but 4 are written down: correct the figure.']);
    assert.deepEqual(messages('', 'It has 2 HIGH risks, 2 MEDIUM risks and 1 LOW risk.'), ['Here it says 2 medium risks, but 1 is written down: correct the figure.']);
    const record = (summary: string) => `# Berths Architecture Design\n\n## Transition Record\n\n\`\`\`\n[TRANSITION|architect.planning] by architect\nOUTPUT:\n=== Architect Plan ===\nsummary: ${summary}\nrisks: [ ]Of 9 risks: 8 high, 1 low|owner=Ada\n=== END Architect Plan ===\n\`\`\`\n\n## Risks\n\n- [ ]Fire|impact=High|owner=Ada\n`;
    assert.deepEqual(messagesOf(RULE, record('Designed; 2 risks: 1 high, 1 low.'), ARCHITECT), ['Here it says 2 risks, but 1 is written down: correct the figure.', 'Here it says 1 low risk, but 0 are written down: correct the figure.']);
    assert.deepEqual(messagesOf(RULE, record('Designed with 2 services.'), ARCHITECT), []);
  });

  it('leaves right figures and all that counts something else alone', () => {
    for (const prose of [
      '4 risks: 2 high, 1 medium, 1 low.', 'Four risks were identified.', 'Total Risks: 4', 'The top 3 risks are below.', 'These two risks: fire and flood.', 'At least 3 risks.', '3 risks remain open.', '3–5 risks', 'up to 12 risks',
      '12 risks per phase', 'One risk: fire.', '2 risks have no owner.', 'Phase 2 risks: 3 of 4 are mitigated', 'Impact: Low (1), Medium (2), High (3)', 'High = 3, Medium = 2, Low = 1', 'Low: 1, Medium: 2, High: 3', '**High**: the port closes',
      '3 new risks:', 'another 2 risks.', 'We run 2 high-availability zones and 3 low priority queues.', '```\n12 risks: 9 high, 3 low\n```', '<!-- 12 risks: 9 high, 3 low -->', '~10 risks.', 'Risk 12: risks', 'v1.5 risks.',
      '| Impact \\ Probability | Low | High |\n|--|--|--|\n| Low | 1 | 2 |\n| High | 2 | 4 |', 'Risks: 2026-03-01',
    ]) {
      assert.deepEqual(messages(prose), [], prose);
    }
    for (const summary of ['The move carries 2 risks: a and b.', 'Two significant risks: lock-in and cost.', 'In the payments area 3 risks, all small.', '2 high, 3 low']) assert.deepEqual(messages('', summary), [], summary);
  });

  it('counts what stands in the same section, or all', () => {
    const text = (technical: string) =>
      `# Berths Architecture Design\n\n## Risks\n\n3 risks.\n\n### Technical Risks\n\n${technical}\n\n1. **Fire**\n   - Impact: High\n2. **Flood**\n   - Impact: Low\n\n### Operational Risks\n\n1. **Fog**\n   - Impact: Low\n`;
    assert.deepEqual(messagesOf(RULE, text('2 risks: 1 high, 1 low.'), ARCHITECT), []);
    assert.deepEqual(messagesOf(RULE, text('3 risks.'), ARCHITECT), []);
    assert.deepEqual(messagesOf(RULE, text('4 risks.'), ARCHITECT), ['Here it says 4 risks, but 2 are written down in "Technical Risks": correct the figure.']);
  });

  it('counts levels by the rating, and by nothing else where that is not sure', () => {
    const rated = (head: string, row: string, prose: string) => replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${prose}\n\n${head}\n|--|--|--|--|\n${row}`);
    assert.deepEqual(messagesOf(RULE, rated('| Risk | Probability | Impact | Rating |', '| Fire | High | High | High |\n| Fog | Low | Low | Low |', '2 risks: 2 high, 0 low')), [
      'Here it says 2 high risks, but 1 is written down: correct the figure.',
      'Here it says 0 low risks, but 1 is written down: correct the figure.',
    ]);
    assert.deepEqual(messagesOf(RULE, rated('| Risk | Probability | Impact | Mitigation |', '| Fire | High | Low | Hoses |', '1 risks: 0 low, 1 medium')), []);
    assert.deepEqual(messages('4 risks: 2 high-impact risks, 2 low-impact risks'), ['Here it says 2 low risks, but 1 is written down: correct the figure.']);
  });

  it('takes what is above the highest level named for that level', () => {
    assert.deepEqual(messagesOf(RULE, architectural('4 risks: 2 high, 1 medium, 1 low').replace('| High |', '| Critical |'), ARCHITECTURAL), []);
  });

  it('is silent where risks may stand in a form that is not read', () => {
    assert.deepEqual(messages('5 risks.\n\n- **Rust**: it eats the quay'), []);
    assert.equal(messages('7 risks.\n\n- **Rust**: it eats the quay').length, 1);
    assert.deepEqual(messagesOf(RULE, replaceSection(phasePlan(), 'Risk Analysis', '## Risks\n\n12 risks.')), []);
  });

  it('is fixed by the figure, as it is written', () => {
    assert.match(mended(architectural('**12** significant risks: 4 high, 6 medium, 2 low')), /\*\*4\*\* significant risks: 2 high, 1 medium, 1 low\n/);
    assert.match(mended(architectural('Twelve risks: three high, one medium, one low').replaceAll('\n', '\r\n')), /\r\nFour risks: two high, one medium, one low\r\n/);
    assert.match(mended(architectural('| Level | Count |\n|--|--|\n| High | 3 |\n| Total | **5** |')), /\| High \| 2 \|\n\| Total \| \*\*4\*\* \|/);
    assert.equal(mended(phasePlan(), PHASE_2), phasePlan());
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});

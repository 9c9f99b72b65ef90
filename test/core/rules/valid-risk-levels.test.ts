import assert from 'node:assert/strict';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';

const RULE = 'valid-risk-levels';
const ARCHITECTURAL = 'plans/ARCHITECTURAL-PLAN-berths.md';
const withRisks = (risks: string) => replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${risks}`);
const rated = (impact: string) => withRisks(`### Risk 1: Fire\n\n- **Probability**: Low\n- **Impact**: ${impact}`);
const table = (...impacts: readonly string[]) => withRisks(`| Risk | Impact | Mitigation |\n|--|--|--|\n${impacts.map((impact, index) => `| Fire ${index} | ${impact} | Hoses |`).join('\n')}`);

/** The impacts after the fix, which leaves nothing to mend. */
function mended(text: string, path = PHASE_2): readonly string[] {
  const result = fixedBy(RULE, text, path);
  assert.deepEqual(findingsOf(RULE, result, path).filter(({ fix }) => (fix?.edits.length ?? 0) > 0), []);
  assert.equal(fixedBy(RULE, result, path), result);
  return Array.from(result.matchAll(/\*\*Impact\*\*: (.*)$|\| Fire \d \| (.*?) \|/gm), ([, line, cell]) => line ?? cell ?? '');
}

describe('valid-risk-levels', () => {
  it('finds a level that no scale knows, and says which there are', () => {
    const text = rated('🔥 Huge');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The impact "Huge" of "Fire" is on no scale: use Low, Medium or High.');
    assert.equal(text.slice(finding.range.start, finding.range.end), '🔥 Huge');
    assert.deepEqual(messagesOf(RULE, '# Architectural Plan: X\n\n## Risks\n\n| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | Hgih | Hoses |\n', ARCHITECTURAL), [
      'The impact "Hgih" of "Fire" is on no scale: use Low, Medium, High or Critical.',
    ]);
  });

  it('finds one word among levels, whatever it is', () => {
    assert.deepEqual(messagesOf(RULE, table('High', 'Low', 'Purple')), ['The impact "Purple" of "Fire 2" is on no scale: use Low, Medium or High.']);
    assert.deepEqual(messagesOf(RULE, table('Outage', 'Delay', 'High')), []);
  });

  it('bears every way to state a level', () => {
    for (const impact of ['High', '🔴 Critical', '**high**', 'Medium to high', 'Low-Medium', '4', '4/5', '35%', '0.3', 'H', 'M', 'VH', '🟢', 'Very high', 'Almost certain', 'Rare', 'Major', 'Hoch', 'élevé', '高', 'Extreme', 'S1', 'High (3)', 'High – the port closes', 'none', 'N/A', '-', '?', 'Unknown']) {
      assert.deepEqual(messagesOf(RULE, rated(impact)), [], impact);
      assert.deepEqual(messagesOf(RULE, table('High', 'Low', impact)), [], `${impact} among levels`);
    }
  });

  it('leaves prose and what is still open alone', () => {
    for (const impact of ['The whole port stops', 'Outage', 'Loss of data', 'Slow', 'Two days', '{{High/Medium/Low}}', '[High/Medium/Low]', 'TBD', '<!-- How bad? -->', '']) assert.deepEqual(messagesOf(RULE, rated(impact)), [], impact);
  });

  it('knows the words of a team', () => {
    assert.deepEqual(findingsOf(RULE, rated('Huge'), PHASE_2, NOWHERE, { also: ['huge'] }), []);
  });

  describe('is fixed by the nearest level', () => {
    it('by what is meant or how it is spelled', () => {
      assert.deepEqual(mended(rated('Huge')), ['High']);
      assert.deepEqual(mended(rated('**tiny**')), ['**Low**']);
      assert.deepEqual(mended(rated('Meduim')), ['Medium']);
      assert.deepEqual(mended(rated('very big')), ['High']);
    });

    it('on the scale of the document and in its words', () => {
      assert.deepEqual(mended(table('CRITICAL', 'LOW', 'Huge', '🔴 Hgih')), ['CRITICAL', 'LOW', 'CRITICAL', '🔴 HIGH']);
      assert.deepEqual(mended(table('minor', 'severe', 'tiny')), ['minor', 'severe', 'minor']);
      assert.deepEqual(mended(table('Very low', 'High', 'Huge')), ['Very low', 'High', 'Very high']);
      assert.deepEqual(mended(table('1', '5', 'Huge').replaceAll('\n', '\r\n')), ['1', '5', '5']);
    });

    it('or by its author, where nothing is near', () => {
      const text = table('High', 'Low', 'Purple');
      const [finding] = findingsOf(RULE, text);
      assert.deepEqual(finding?.fix?.edits, []);
      assert.equal(text.slice(finding.fix.select?.start, finding.fix.select?.end), 'Purple');
      assert.deepEqual(mended(text), ['High', 'Low', 'Purple']);
    });
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});

import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readTemplate } from '../../../src/core/template/kind.ts';
import { checker, findingsIn, findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';

const RULE = 'required-contingency';
const ARCHITECT = 'plans/architecture-design-berths.md';
const withRisks = (risks: string) => replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${risks}`);
const rated = (impact: string) => withRisks(`### Fire\n\n- **Probability**: Low\n- **Impact**: ${impact}\n- **Mitigation**: Hoses`);
const architect = (risks: string) => `# Berths Architecture Design\n\n## Risks\n\n${risks}\n`;

describe('required-contingency', () => {
  it('finds a high or critical risk without a contingency, at its name', () => {
    const text = rated('High');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The risk "Fire" ranks high and has no contingency: say what is done if it happens all the same.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Fire');
    for (const impact of ['🔴 Critical', '**HIGH**', 'very high', '5', '4/5', 'Severe', 'hoch']) assert.equal(messagesOf(RULE, rated(impact)).length, 1, impact);
  });

  it('leaves others alone', () => {
    for (const impact of ['Medium', 'Low', 'Medium to high', '3', 'The port stands still', '{{High/Medium/Low}}', '[High/Medium/Low]', 'TBD']) assert.deepEqual(messagesOf(RULE, rated(impact)), [], impact);
    assert.deepEqual(messagesOf(RULE, rated('High').replace('### Fire', '### Risk 1: {{risk}}')), []);
    assert.deepEqual(messagesOf(RULE, rated('High').replace('Hoses', 'Hoses\n- **Contingency**: {{what is done}}')), []);
  });

  it('goes by the rating where there is one', () => {
    const table = (rating: string) => withRisks(`| Risk | Probability | Impact | Rating | Mitigation | Contingency |\n|--|--|--|--|--|--|\n| Fire | Low | High | ${rating} | Hoses | |`);
    assert.deepEqual(messagesOf(RULE, table('Medium')), []);
    assert.equal(messagesOf(RULE, table('Critical')).length, 1);
    assert.equal(messagesOf(RULE, table('3')).length, 1, 'a score is on a scale that is not known');
  });

  it('asks for the owner where the template does', () => {
    assert.deepEqual(messagesOf(RULE, architect('1. **Fire**\n   - **Impact**: High\n   - **Mitigation**: Hoses'), ARCHITECT), ['The risk "Fire" ranks high and has no owner: name who looks after it.']);
    assert.deepEqual(messagesOf(RULE, '# Architectural Plan: X\n\n## Risks\n\n| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | Critical | Hoses |\n', 'plans/ARCHITECTURAL-PLAN-x.md'), []);
  });

  it('and the check of fields never say the same', () => {
    for (const impact of ['High', 'Low']) {
      const rules = findingsIn(rated(impact)).map(({ rule, message }) => `${rule}: ${message}`).filter((found) => found.includes('contingency'));
      assert.equal(rules.length, 1, rules.join('\n'));
    }
    const { kind } = readTemplate('---\ngroundplan:\n  kind: runbook\n  name: Runbook\n  description: What to do.\n  file: runbooks/{{service}}.md\n---\n# Runbook\n\n## Dangers\n<!-- plan: reads risks -->\n\n| Risk | Impact | Owner |\n|--|--|--|\n| {{risk}} | {{High/Low}} | {{who}} |\n');
    const rows = '# Runbook\n\n## Dangers\n\n| Risk | Impact | Owner |\n|--|--|--|\n| Fire | High | |\n| Fog | Low | |\n| Ice | Low | Ada |\n';
    const found = checker.check(rows, 'runbooks/a.md', DEFAULT_SETTINGS, kind ? [kind] : [], NOWHERE).findings;
    assert.deepEqual(found.map(({ rule, message }) => `${rule}: ${message}`), [
      'required-contingency: The risk "Fire" ranks high and has no owner: name who looks after it.',
      'required-risk-fields: The risk "Fog" has no owner: name who looks after it.',
    ]);
    const table = withRisks('| Risk | Probability | Impact | Mitigation |\n|--|--|--|--|\n| Fire | Low | High | Hoses |');
    assert.deepEqual(findingsIn(table).map(({ rule }) => rule).filter((rule) => rule !== 'required-columns'), ['required-risk-fields']);
  });

  it('is fixed in the form of the document', () => {
    const mended = (text: string, path = PHASE_2) => {
      const result = fixedBy(RULE, text, path);
      assert.deepEqual(messagesOf(RULE, result, path), []);
      return result;
    };
    assert.match(mended(rated('High')), /- \*\*Mitigation\*\*: Hoses\n- \*\*Contingency\*\*: \{\{what is done if it happens all the same\}\}\n/);
    assert.match(mended(rated('High').replaceAll('\n', '\r\n')), /Hoses\r\n- \*\*Contingency\*\*: \{\{what is done if it happens all the same\}\}\r\n/);
    assert.match(mended(architect('1. **Fire**\n   - **Impact**: High\n   - **Owner**:\n'), ARCHITECT), / {3}- \*\*Owner\*\*: \{\{role\}\}\n/);
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});

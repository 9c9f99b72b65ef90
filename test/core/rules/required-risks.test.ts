import assert from 'node:assert/strict';
import { findingsIn, findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';

const RULE = 'required-risks';
const withRisks = (section: string) => replaceSection(phasePlan(), 'Risk Analysis', section);
const labelled = (risks: string) => withRisks('').replace('## 📚', `**Risks**\n\n${risks}\n\n## 📚`);

describe('required-risks', () => {
  it('finds a risk section without a risk, at its heading', () => {
    const text = withRisks('## 🚨 Risk Analysis and Mitigation\n\nNone.');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '## 🚨 Risk Analysis and Mitigation');
    assert.equal(finding?.message, '"Risk Analysis and Mitigation" names no risk: write one as a table row, as a heading with fields, or as a numbered item with a bold name.');
  });

  it('finds nothing where any form of risk stands', () => {
    for (const risk of ['| Risk | Impact |\n|--|--|\n| Fire | High |', '1. **Fire**\n   - **Impact**: High', '- [ ]Fire|owner=Ada', '### Fire\n\n#### Impact\n\nHigh', '**Risk 1: Fire**\n\n- Impact: High']) {
      assert.deepEqual(messagesOf(RULE, withRisks(`## Risks\n\n${risk}`)), [], risk);
    }
  });

  it('looks below a bold label in place of a heading too, but not into a line that begins with bold words', () => {
    assert.deepEqual(messagesOf(RULE, labelled('| Risk | Impact |\n|--|--|\n| Fire | High |')), []);
    assert.equal(messagesOf(RULE, labelled('None.')).length, 1);
    assert.deepEqual(messagesOf(RULE, withRisks('').replace('## 📚', '4. **Risks**: fire, mostly.\n\n## 📚')), []);
  });

  it('says nothing when the section itself is missing', () => {
    assert.deepEqual(findingsIn(withRisks('')).map(({ rule }) => rule), ['required-sections']);
  });

  describe('is fixed', () => {
    const fixes = (text: string, expected: string | RegExp, path?: string) => {
      const result = fixedBy(RULE, text, path);
      if (typeof expected === 'string') assert.ok(result.includes(expected), result);
      else assert.match(result, expected);
      assert.deepEqual(messagesOf(RULE, result, path), []);
      assert.equal(fixedBy(RULE, result, path), result);
    };

    it('by a risk as the template has one, below what the section says', () => {
      fixes(withRisks('### Risks\n\nNone so far.'), /### Risks\n\nNone so far\.\n\n#### Risk 1: \{\{risk\}\}\n\n- \*\*Probability\*\*: /);
    });

    it('by a numbered item where no heading can stand: too deep, or below a label', () => {
      const item = '1. **{{risk}}**\n   - **Probability**: {{High/Medium/Low}}\n   - **Impact**: {{High/Medium/Low}}\n   - **Mitigation**: ';
      fixes(withRisks('###### Risks\n\nNone.'), `###### Risks\n\nNone.\n\n${item}`);
      fixes(labelled('None.'), `**Risks**\n\nNone.\n\n${item}`);
      fixes(labelled('None.').replaceAll('\n', '\r\n'), `None.\n\n${item}`.replaceAll('\n', '\r\n'));
    });

    it('by a row where a table waits for it', () => {
      const head = '## Risks\n\n| # | Risk | Likelihood | Impact | Notes |\n|--|--|--|--|--|';
      const row = '| 1 | {{risk}} | {{High/Medium/Low}} | {{High/Medium/Low}} | {{notes}} |';
      fixes(withRisks(head), `${head}\n${row}\n\n`);
      fixes(withRisks(`${head}\n| | | | | |`), `${head}\n${row}\n\n`);
      fixes(labelled('| Risk | Impact |\n|--|--|'), '**Risks**\n\n| Risk | Impact |\n|--|--|\n| {{risk}} | {{High/Medium/Low}} |\n');
    });

    it('by the table of the template', () => {
      const table = '| Risk | Impact | Mitigation |\n|------|--------|------------|\n| {{what could go wrong}} | {{Low/Medium/High/Critical}} | {{how it is prevented or handled}} |';
      fixes('# Architectural Plan: Berths\n\n## Risk Assessment\n\nNone yet.\n\n### Notes\n\nSee there.\n', `None yet.\n\n${table}\n\n### Notes`, 'plans/ARCHITECTURAL-PLAN-berths.md');
    });

    it('in the section in which the template has its risks, which is written where it is not there', () => {
      const path = 'plans/architecture-design-berths.md';
      fixes('# Berths Architecture Design\n\n## Risk Assessment\n\n### Technical Risks\n\nNone.\n\n### Operational Risks\n\nNone.\n', 'None.\n\n1. **{{name of the risk}}**\n   - **Risk**: {{what could go wrong}}\n', path);
      fixes('# Use Case Plan: Berths\n\n## 9. Implementation Phasing and Risks\n\n### Phases\n\n#### Phase 1: Build\n\n- Deliverables: all\n- Impact: all\n', '- Impact: all\n\n### Risks\n\n<!-- The worst', 'docs/berths-PLAN.md');
    });

    it('with the section that is missing where that brings one', () => {
      const [finding] = findingsOf(RULE, '# Berths Architecture Design\n\n## Risk Assessment\n\nNone.\n', 'plans/architecture-design-berths.md');
      assert.ok(finding && finding.fix === undefined);
    });
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});

import assert from 'node:assert/strict';
import { checker, findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readTemplate } from '../../../src/core/template/kind.ts';

const RULE = 'required-risk-fields';
const ARCHITECT = 'plans/architecture-design-berths.md';
const ARCHITECTURAL = 'plans/ARCHITECTURAL-PLAN-berths.md';
const withRisks = (risks: string) => replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${risks}`);
const architect = (risks: string) => `# Berths Architecture Design\n\n## Risks\n\n${risks}\n`;
const architectural = (risks: string) => `# Architectural Plan: Berths\n\n## Risks\n\n${risks}\n`;

/** The section about risks after the fix, which leaves nothing to find. */
function mended(text: string, path = PHASE_2): string {
  const result = fixedBy(RULE, text, path);
  assert.deepEqual(messagesOf(RULE, result, path), []);
  assert.equal(fixedBy(RULE, result, path), result);
  return /## Risks\s+([\s\S]*?)(?:\s+## 📚[\s\S]*)?$/.exec(result)?.[1]?.trimEnd() ?? '';
}

describe('required-risk-fields', () => {
  it('names all that a risk lacks, at its name', () => {
    const text = withRisks('### Risk 1: **Fire** in port\n\n- **Impact**: Low');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '**Fire** in port');
    assert.equal(
      finding?.message,
      'The risk "Fire in port" has no probability, no mitigation and no contingency: say how likely it is, say how it is prevented or handled, and say what is done if it happens all the same.',
    );
  });

  it('asks for what the template says of its own risk', () => {
    assert.deepEqual(messagesOf(RULE, architectural('| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | High | Hoses |\n| Flood | Low | |'), ARCHITECTURAL), [
      'The risk "Flood" has no mitigation: say how it is prevented or handled.',
    ]);
    assert.deepEqual(messagesOf(RULE, architect('### Technical Risks\n\n1. **Fire**\n   - **Impact**: Low\n   - **Mitigation**: Hoses'), ARCHITECT), ['The risk "Fire" has no owner: name who looks after it.']);
    assert.deepEqual(messagesOf(RULE, '# Use Case Plan: X\n\n## 9. Implementation Phasing and Risks\n\n| Risk | Impact | Likelihood | Mitigation |\n|--|--|--|--|\n| Fire | Low | | Hoses |\n', 'docs/x-PLAN.md'), [
      'The risk "Fire" has no probability: say how likely it is.',
    ]);
  });

  it('asks for what a template of a team says, and for impact and mitigation where it shows no risk', () => {
    const kindOf = (risks: string) => {
      const { kind } = readTemplate(`---\ngroundplan:\n  kind: runbook\n  name: Runbook\n  description: What to do.\n  file: runbooks/{{service}}.md\n---\n# Runbook\n\n## Dangers\n<!-- plan: reads risks -->\n\n${risks}\n`);
      assert.ok(kind);
      return [kind];
    };
    const document = '# Runbook\n\n## Dangers\n\n### Fire\n\n- **Impact**: Low\n';
    const messages = (risks: string) => checker.check(document, 'runbooks/a.md', DEFAULT_SETTINGS, kindOf(risks), NOWHERE).findings.filter(({ rule }) => rule === RULE).map(({ message }) => message);
    assert.deepEqual(messages('### Danger {{n}}: {{danger}}\n<!-- plan: repeat 1 -->\n\n- **Impact**: {{High/Low}}\n- **Owner**: {{who}}\n'), ['The risk "Fire" has no owner: name who looks after it.']);
    assert.deepEqual(messages('<!-- What could burn. -->'), ['The risk "Fire" has no mitigation: say how it is prevented or handled.']);
  });

  it('asks for what the user says', () => {
    const text = architectural('| Risk | Impact |\n|--|--|\n| Fire | High |');
    assert.deepEqual(findingsOf(RULE, text, ARCHITECTURAL, NOWHERE, { fields: ['impact'] }), []);
    assert.deepEqual(findingsOf(RULE, text, ARCHITECTURAL, NOWHERE, { fields: ['owner'] }).map(({ message }) => message), ['The risks in this table have no owner: add the column "Owner".']);
  });

  it('leaves owner and contingency of high risks to another check', () => {
    assert.deepEqual(messagesOf(RULE, withRisks('### Fire\n\n- **Probability**: Low\n- **Impact**: High\n- **Mitigation**: Hoses')), []);
    assert.equal(messagesOf(RULE, withRisks('### Fire\n\n- **Probability**: Low\n- **Impact**: Medium\n- **Mitigation**: Hoses')).length, 1);
  });

  it('tells a table once of a column that it lacks, unless the template has such a table', () => {
    const text = withRisks('| Risk | Probability | Impact | Mitigation |\n|--|--|--|--|\n| Fire | Low | High | Hoses |\n| Flood | Low | Low | Dams |');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The risks in this table have no contingency: add the column "Contingency".');
    assert.equal(text.slice(finding.range.start, finding.range.end), '| Risk | Probability | Impact | Mitigation |');
    assert.deepEqual(messagesOf(RULE, architectural('| Risk | Impact |\n|--|--|\n| Fire | High |'), ARCHITECTURAL), []);
  });

  it('says nothing of what is still open, of risks without a name, and of fields in other forms', () => {
    const rest = '- **Probability**: {{High/Medium/Low}}\n- **Impact**: [High/Medium/Low]\n- **Contingency**: TBD';
    for (const risk of [
      `### Fire\n\n${rest}\n- **Mitigation**: <!-- What is done. -->`,
      '### Risk 1: [RISK_NAME]\n\n- **Impact**: [High/Medium/Low]',
      '### Risk 1: {{risk}}\n\n- **Impact**: Low',
      `### Fire\n\n${rest}\n- **Mitigation**:\n  1. Hoses\n  2. Sand`,
      `### Fire\n\n${rest}\n\n**Mitigation**:\n\n- Hoses`,
      `### Fire\n\n${rest}\n\n#### 🛡️ Mitigation Strategy\n\nHoses.`,
      '### Fire\n\n**Likelihood:** Low | **Severity:** Low | **Response:** Hoses | **Plan B:** Sand',
      '- [ ]Fire|probability=low|impact=low|mitigation=hoses|contingency=sand',
    ]) {
      assert.deepEqual(messagesOf(RULE, withRisks(risk)), [], risk);
    }
  });

  it('takes a dash for nothing said', () => {
    assert.equal(messagesOf(RULE, architectural('| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | High | – |'), ARCHITECTURAL).length, 1);
  });

  describe('is fixed in the form of the document', () => {
    it('in cells', () => {
      assert.equal(
        mended(architectural('| Risk | Impact | Mitigation |\n|:--|--|--|\n| 🔥 Fire | High |  |\n| Flood | - | Dams |'), ARCHITECTURAL),
        '| Risk | Impact | Mitigation |\n|:--|--|--|\n| 🔥 Fire | High | {{how it is prevented or handled}} |\n| Flood | {{Low/Medium/High/Critical}} | Dams |',
      );
    });

    it('in columns', () => {
      assert.equal(
        mended(withRisks('| Risk | Probability | Impact |\n|:--|--|--|\n| Fire | Low | Low |\n| Flood | | Low |')),
        '| Risk | Probability | Impact | Mitigation | Contingency |\n|:--|--|--|--|--|\n' +
          '| Fire | Low | Low | {{how it is prevented or handled}} | {{what is done if it happens all the same}} |\n' +
          '| Flood | {{High/Medium/Low}} | Low | {{how it is prevented or handled}} | {{what is done if it happens all the same}} |',
      );
    });

    it('in items, where the template has them', () => {
      assert.equal(
        mended(withRisks('### Fire\n\n* __Impact:__ Low\n* __Description:__ It burns\n* __Contingency:__ Sand\n  and more sand')),
        '### Fire\n\n* __Probability:__ {{High/Medium/Low}}\n* __Impact:__ Low\n* __Description:__ It burns\n* __Mitigation:__ {{how it is prevented or handled}}\n* __Contingency:__ Sand\n  and more sand',
      );
      assert.equal(
        mended(architect('### Technical Risks\n\n1. **Fire**\n   - **Impact**: Low\n   - **Mitigation**:\n     - Hoses\n     - Sand\n2. **Flood**\n   - Owner:\n   - Impact: Low'), ARCHITECT),
        '### Technical Risks\n\n1. **Fire**\n   - **Impact**: Low\n   - **Mitigation**:\n     - Hoses\n     - Sand\n   - **Owner**: {{role}}\n' +
          '2. **Flood**\n   - Owner: {{role}}\n   - Impact: Low\n   - Mitigation: {{how it is prevented or handled}}',
      );
    });

    it('in the lines of a paragraph, broken as they are', () => {
      assert.equal(
        mended(withRisks('### Fire\n\n**Probability**: Low  \n**Impact**: Low  \n**Contingency**: Sand')),
        '### Fire\n\n**Probability**: Low  \n**Impact**: Low  \n**Mitigation**: {{how it is prevented or handled}}  \n**Contingency**: Sand',
      );
      assert.equal(
        mended(withRisks('### Fire\n\n**Probability**: Low\\\n**Impact**: Low')),
        '### Fire\n\n**Probability**: Low\\\n**Impact**: Low\\\n**Mitigation**: {{how it is prevented or handled}}\\\n**Contingency**: {{what is done if it happens all the same}}',
      );
    });

    it('behind the others on a line', () => {
      assert.equal(mended(architect('1. **Storm** – Impact: Low, Mitigation: Walls'), ARCHITECT), '1. **Storm** – Impact: Low, Mitigation: Walls, Owner: {{role}}');
      assert.equal(mended(architect('- [ ]Fire|mitigation=hoses|owner=Ada'), ARCHITECT), '- [ ]Fire|mitigation=hoses|owner=Ada|impact={{Low/Medium/High/Critical}}');
    });

    it('below the heading, where nothing shows the form', () => {
      assert.equal(
        mended(architect('### Fire\n\nIt burns.\n\n#### Impact\n\nLow'), ARCHITECT),
        '### Fire\n\nIt burns.\n\n- **Mitigation**: {{how it is prevented or handled}}\n- **Owner**: {{role}}\n\n#### Impact\n\nLow',
      );
      assert.match(mended(withRisks('### Risk 2: Fire')), /^### Risk 2: Fire\n\n- \*\*Probability\*\*: /);
    });

    it('in the table of one risk', () => {
      assert.equal(
        mended(architect('### Fire\n\n| Field | Value |\n|--|--|\n| **Impact** | Low |\n| **Mitigation** | Hoses |'), ARCHITECT),
        '### Fire\n\n| Field | Value |\n|--|--|\n| **Impact** | Low |\n| **Mitigation** | Hoses |\n| **Owner** | {{role}} |',
      );
    });

    it('under the name that other risks have for it, with the line endings of the document', () => {
      const text = withRisks('### Fire\n\n- **Likelihood**: Low\n- **Impact**: Low\n- **Mitigation**: Hoses\n- **Plan B**: Sand\n\n### Flood\n\n- **Impact**: Low\n- **Mitigation**: Dams').replaceAll('\n', '\r\n');
      assert.match(mended(text), /### Flood\r\n\r\n- \*\*Likelihood\*\*: \{\{High\/Medium\/Low\}\}\r\n- \*\*Impact\*\*: Low\r\n- \*\*Mitigation\*\*: Dams\r\n- \*\*Plan B\*\*: \{\{what/);
    });

    it('with something to fill in for the author', () => {
      const [finding] = findingsOf(RULE, architect('1. **Fire**\n   - **Impact**: Low\n   - **Mitigation**: Hoses'), ARCHITECT);
      assert.deepEqual([finding?.fix?.title, finding?.fix?.edits[0]?.snippet], ['Add the owner', '\n   - **Owner**: ${1:{{role\\}\\}}']);
    });
  });

  it('has no fix where a row ends too early', () => {
    const [row] = findingsOf(RULE, architectural('| Risk | Impact | Mitigation |\n|--|--|--|\n| Fire | High |'), ARCHITECTURAL);
    assert.ok(row && row.fix === undefined);
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readRisks, type Risk } from '../../../../src/core/readings/risks/risks.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function risksIn(text: string): readonly Risk[] {
  return readRisks(readPlan(text), { start: 0, end: text.length }, read);
}

/** Every value as its text, after checking that its range slices to just that. */
function plain(text: string): readonly Record<string, string>[] {
  return risksIn(text).map((risk) => {
    const values = Object.entries(risk).flatMap(([field, value]: [string, unknown]) => {
      if (typeof value !== 'object' || value === null || !('text' in value)) return [];
      const { text: written, range } = value as Risk['name'];
      assert.equal(text.slice(range.start, range.end), written, `${field} slices to its value`);
      return [[field, written] as const];
    });
    return Object.fromEntries(values);
  });
}

describe('readRisks', () => {
  it('reads a table, under any names of its columns', () => {
    const text = '## Risks\n\n| ID | Risk | Likelihood | Severity | Response |\n|--|--|--|--|--|\n| R1 | **Fire** | Low | 🔴 Critical | Hoses |\n| R2 | Flood | | High | |\n';
    assert.deepEqual(plain(text), [
      { name: '**Fire**', probability: 'Low', impact: '🔴 Critical', mitigation: 'Hoses' },
      { name: 'Flood', impact: 'High' },
    ]);
  });

  it('reads headings with fields', () => {
    const text = '## Risks\n\n### Risk 1: Fire in port\n\n- **Probability**: High\n- **Impact**: Low\n- **Description**: It burns\n- **Owner:** Ada\n\n### Notes\n\nNothing here.\n';
    assert.deepEqual(plain(text), [{ name: 'Fire in port', probability: 'High', impact: 'Low', owner: 'Ada' }]);
  });

  it('reads headings with fields on lines of one paragraph', () => {
    const text = '## Risks\n\n### R-2: Flood\n\n**Probability**: Medium  \n**Impact**: High\n';
    assert.deepEqual(plain(text), [{ name: 'Flood', probability: 'Medium', impact: 'High' }]);
  });

  it('reads numbered bold items below further headings', () => {
    const text = '## Risks\n\n### Technical\n1. **Fire**\n   - **Risk**: It burns\n   - **Impact**: Medium\n   - **Mitigation**: Hoses\n   - **Owner**: Ada\n\n2. **Flood** \n   - **Impact**: High\n';
    assert.deepEqual(plain(text), [
      { name: 'Fire', impact: 'Medium', mitigation: 'Hoses', owner: 'Ada' },
      { name: 'Flood', impact: 'High' },
    ]);
  });

  it('reads one-liners', () => {
    const text = '## Risks\n\n- [ ] Fire breaks out|owner=Ada|mitigation=hoses, sand\n\nrisks: [ ]Flood|impact=High\n';
    assert.deepEqual(plain(text), [
      { name: 'Fire breaks out', owner: 'Ada', mitigation: 'hoses, sand' },
      { name: 'Flood', impact: 'High' },
    ]);
  });

  it('reads headings with plain fields, and columns with two names', () => {
    assert.deepEqual(plain('## Risks\n\n### Risk 1: Fire\n\n- Impact: High\n- Owner: Ada\n'), [{ name: 'Fire', impact: 'High', owner: 'Ada' }]);
    assert.deepEqual(plain('## Risks\n\n| Risk | Impact/Severity | Mitigation Plan |\n|--|--|--|\n| Fire | High | Hoses |\n'), [{ name: 'Fire', impact: 'High', mitigation: 'Hoses' }]);
  });

  it('reads numbered bold items with plain fields below or behind', () => {
    const text = '## Risks\n\n1. **Fire**\n   - Probability: 4\n   - Owner: Ada\n2. **Storm** – Probability: 2/5, Impact: High\n3. **Fog**: it comes at night\n';
    assert.deepEqual(plain(text), [
      { name: 'Fire', probability: '4', owner: 'Ada' },
      { name: 'Storm', probability: '2/5', impact: 'High' },
    ]);
  });

  it('reads what stands below the name of a field', () => {
    const text = '## Risks\n\n### Risk 1: Fire\n\n- **Impact**: High\n- **Mitigation**:\n  - Hoses\n  - Sand\n- Contingency:\n  - Boats\n\n**Owner**:\n\nAda and Bob\n';
    assert.deepEqual(plain(text), [{ name: 'Fire', impact: 'High', mitigation: '- Hoses\n  - Sand', contingency: '- Boats', owner: 'Ada and Bob' }]);
  });

  it('reads several fields on a line', () => {
    const text = '## Risks\n\n### Fire\n\n**Probability:** Low | **Impact:** High | **Owner:** Ada\n**Mitigation:** Hoses; and sand\n\n### Flood\n\n- Likelihood: Low, Impact: High, Mitigation: Dams\n';
    assert.deepEqual(plain(text), [
      { name: 'Fire', probability: 'Low', impact: 'High', owner: 'Ada', mitigation: 'Hoses; and sand' },
      { name: 'Flood', probability: 'Low', impact: 'High', mitigation: 'Dams' },
    ]);
  });

  it('reads fields in sections and in tables of their own', () => {
    const sections = '## Risks\n\n### Fire\n\n- **Impact**: High\n\n#### Mitigation strategy\n\nHoses\n\n### Flood\n\n#### Impact\n\nLow\n\n#### Mitigation\n\nDams\n';
    assert.deepEqual(plain(sections), [
      { name: 'Fire', impact: 'High', mitigation: 'Hoses' },
      { name: 'Flood', impact: 'Low', mitigation: 'Dams' },
    ]);
    const tables = '## Risks\n\n### Risk 1: Fire\n\n| Attribute | Value |\n|--|--|\n| **Probability** | High |\n| Impact | Low |\n| Owner | |\n';
    assert.deepEqual(plain(tables), [{ name: 'Fire', probability: 'High', impact: 'Low', owner: '' }]);
  });

  it('reads risks below bold labels', () => {
    const text = '## Risks\n\n### Business Risks\n\n**Risk**: Nobody comes\n- **Impact**: High\n- **Mitigation**: Posters\n\n**Risk 2: All come**\n\n- Impact: Low\n';
    assert.deepEqual(plain(text), [
      { name: 'Nobody comes', impact: 'High', mitigation: 'Posters' },
      { name: 'All come', impact: 'Low' },
    ]);
    assert.deepEqual(plain('## Risks\n\n### Lock-in\n\n**Risk**: The vendor leaves\n\n**Impact**: High\n'), [{ name: 'Lock-in', impact: 'High' }]);
    assert.deepEqual(plain('## Risks\n\n- **Risk**: Fire\n  - **Impact**: High\n'), [{ name: 'Fire', impact: 'High' }]);
  });

  it('tells the rating from the impact, and takes a level by itself for the impact', () => {
    assert.deepEqual(plain('## Risks\n\n| Risk | Likelihood | Impact | Severity | Mitigation Status |\n|--|--|--|--|--|\n| Fire | Low | High | Medium | open |\n'), [
      { name: 'Fire', probability: 'Low', impact: 'High', rating: 'Medium' },
    ]);
    assert.deepEqual(plain('## Risks\n\n| Area | Risk Level | Mitigation |\n|--|--|--|\n| Harbour | High | Hoses |\n'), [{ name: 'Harbour', impact: 'High', mitigation: 'Hoses' }]);
    assert.deepEqual(plain('## Risks\n\n| Risk ID | Description | P | I | Score |\n|--|--|--|--|--|\n| R1 | Fire | 2 | 3 | 6 |\n'), [{ name: 'Fire', probability: '2', impact: '3', rating: '6' }]);
  });

  it('prefers the very name of a field to others that mean it', () => {
    assert.deepEqual(plain('## Risks\n\n### RISK-001: Fire\n\n**Severity:** High\n**Probability:** Low\n**Impact description:** It burns\n**Impact:** Medium\n'), [
      { name: 'Fire', probability: 'Low', impact: 'Medium', rating: 'High' },
    ]);
  });

  it('takes what is called a risk for one, whatever it says', () => {
    assert.deepEqual(plain('## Risks\n\n### Risk 1: Fire\n\nWe test.\n\n### Fog\n\nIt comes.\n'), [{ name: 'Fire' }]);
    assert.deepEqual(plain('## Risks\n\n| # | Risk | What we do |\n|--|--|--|\n| 1 | Fire | Hoses |\n\n| Area | Kind | Risk |\n|--|--|--|\n| a | b | c |\n'), [{ name: 'Fire' }]);
  });

  it('takes no column of levels for names', () => {
    assert.deepEqual(plain('## Risks\n\n| Milestone | Risk Factor | Contingency |\n|--|--|--|\n| M1 | High | Boats |\n| M2 | | Sand |\n'), []);
    assert.deepEqual(plain('## Risks\n\n| Risk | Impact |\n|--|--|\n| | High |\n'), [{ name: '', impact: 'High' }]);
  });

  it('reads fields below the tenth item that stand too far left to be in it', () => {
    const text = `## Risks\n\n${Array.from({ length: 12 }, (_, index) => `${index + 1}. **Fire ${index + 1}**\n   - **Impact**: High\n   - Owner: Ada\n`).join('')}`;
    assert.deepEqual(plain(text), Array.from({ length: 12 }, (_, index) => ({ name: `Fire ${index + 1}`, impact: 'High', owner: 'Ada' })));
  });

  it('reads one-liners line by line', () => {
    assert.deepEqual(plain('## Risks\n\nrisks: [ ]Flood|impact=High\n[x]Fire|owner=Ada\n'), [
      { name: 'Flood', impact: 'High' },
      { name: 'Fire', owner: 'Ada' },
    ]);
  });

  it('takes no owner or level by itself for a risk', () => {
    assert.deepEqual(plain('## Plan\n\n### Phase 1\n\n- Owner: Ada\n- Level: 2\n\n1. **Build** – Owner: Bob\n'), []);
  });

  it('takes no legend and no plan of mitigations for a risk', () => {
    assert.deepEqual(plain('## Risks\n\n### Scales\n\n- **Probability**: Low (1), Medium (2), High (3)\n- **Impact**: Low = 1, High = 3\n\n### Mitigation Plans\n\n1. **Contingency budget**:\n   - A tenth\n'), []);
  });

  it('takes no table of fields for risks', () => {
    assert.deepEqual(plain('## Risks\n\n| Field | Description | Owner |\n|--|--|--|\n| a | b | c |\n'), []);
  });

  it('finds none in prose, other tables and plain lists', () => {
    assert.deepEqual(plain('## Risks\n\nNone are known. **Really**: none.\n\n| Risk |\n|--|\n| Fire |\n\n- **Fire** is dangerous\n\n| Date | Author |\n|--|--|\n| a | b |\n'), []);
  });

  it('keeps its places with Windows line endings, tabs and emoji', () => {
    const text = '## 🚨 Risks\r\n\r\n|\tRisk\t|\tImpact\t|\r\n|--|--|\r\n|\t🔥 Fire\t|\tHigh\t|\r\n';
    assert.deepEqual(plain(text), [{ name: '🔥 Fire', impact: 'High' }]);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Risks', '### Risk 1: Fire', '- **Impact**: High', '**Owner:**', '| Risk | Impact |', '|--|--|', '| a | b |', '| x', '1. **Fire**', '   - **Impact**: x', '- [ ]a|owner=b', '', '> - **Impact**: Low', '```', '\t- x', '<!--', '-->', '[a]: b');
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(
      fc.property(document, (text) =>
        risksIn(text).every(({ range }) => range.start >= 0 && range.start <= range.end && range.end <= text.length),
      ),
      { numRuns: RUNS },
    );
  });
});

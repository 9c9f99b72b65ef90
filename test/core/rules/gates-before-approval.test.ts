import assert from 'node:assert/strict';
import { checker, findingsOf, messagesOf } from '../documents.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readTemplate } from '../../../src/core/template/kind.ts';

const RULE = 'gates-before-approval';
const PATH = 'plans/architecture-design-port-7.md';
const IGNORE = '<!-- groundplan-ignore-file required-sections: a part of a plan -->\n';
const plan = (state: string, gates: string, rest = '') => `# Harbour Architecture Design\n\n## Transition Record\n\n\`\`\`\n[TRANSITION|architect.planning] by ada\nFROM_STATE: DRAFT\nTO_STATE: ${state}\n\`\`\`\n\n## Quality Gates\n\n${gates}\n${rest}`;
const part = (state: string, gates: string, rest = '') => IGNORE + plan(state, gates, rest);
const messages = (text: string) => messagesOf(RULE, text, PATH);

describe('gates-before-approval', () => {
  it('finds a plan that moved on with open gates, at its state, and points at each', () => {
    const text = part('PLANNED', '- [ ] Piers are **strong**\n- [x] Cranes are tall\n- [ ] Ropes are long');
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'This plan is PLANNED, but 2 gates are not ticked: finish what is open, or set the state back to DRAFT.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'PLANNED');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.related?.map(({ message, range }) => [message, text.slice(range.start, range.end)]), [
      ['Not ticked: "Piers are strong"', 'Piers are **strong**'],
      ['Not ticked: "Ropes are long"', 'Ropes are long'],
    ]);
    assert.deepEqual(messages(text.replaceAll('\n', '\r\n')), [finding.message]);
  });

  it('finds open errors and placeholders, in the order of the document', () => {
    const text = part('APPROVED', '- [x] Piers are strong\n- [ ] {{gate}}', '\n## Risk Assessment\n\nNone.\n');
    const [finding] = findingsOf(RULE, text, PATH);
    assert.equal(finding?.message, 'This plan is APPROVED, but 1 error is open and 1 placeholder is left: finish what is open, or set the state back to DRAFT.');
    assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['{{gate}}', '## Risk Assessment']);
    assert.match(messages(plan('PLANNED', '- [x] Piers are strong'))[0] ?? '', /^This plan is PLANNED, but \d+ errors are open: finish/);
  });

  it('counts errors by the severity that the user gives them, and not what is left out', () => {
    const text = plan('PLANNED', '- [x] Piers are strong');
    const found = (rules: Readonly<Record<string, 'warning' | 'error'>>) => checker.check(text, PATH, { ...DEFAULT_SETTINGS, rules }).findings.filter(({ rule }) => rule === RULE);
    assert.equal(found({}).length, 1);
    assert.deepEqual(found({ 'required-sections': 'warning' }), []);
    assert.deepEqual(messages(IGNORE + text), []);
  });

  it('leaves a plan alone whose gates are ticked, struck out or do not apply, or that has none', () => {
    for (const gates of ['- [x] Piers', '- [X] Piers', '- [ ] ~~Piers~~ (none)', '- [ ] Piers: N/A', '- [ ] n/a', 'None.', '- Piers']) assert.deepEqual(messages(part('PLANNED', gates)), [], gates);
  });

  it('leaves a plan alone that has not moved on, was given up, or does not say', () => {
    for (const state of ['DRAFT', 'draft', '{{PLANNED/APPROVED}}', 'REJECTED', 'SOMETHING', '']) assert.deepEqual(messages(part(state, '- [ ] Piers')), [], state);
    assert.deepEqual(messages(`${IGNORE}# Harbour Architecture Design\n\n## Quality Gates\n\n- [ ] Piers\n`), []);
  });

  it('knows words for an approval that the template does not list, and states in which gates may be open', () => {
    assert.equal(messages(part('Implemented', '- [ ] Piers')).length, 1);
    const options = { open: ['planned'] };
    assert.deepEqual(findingsOf(RULE, part('PLANNED', '- [ ] Piers'), PATH, NOWHERE, options), []);
    assert.equal(findingsOf(RULE, part('APPROVED', '- [ ] Piers'), PATH, NOWHERE, options).length, 1);
  });

  it('reads the status where there is no record', () => {
    const text = `${IGNORE}# Harbour Architecture Design\n\n**Status**: Approved\n\n## Quality Gates\n\n- [ ] Piers\n`;
    assert.deepEqual(messages(text), ['This plan is Approved, but 1 gate is not ticked: finish what is open, or set the state back to DRAFT.']);
    assert.deepEqual(messages(text.replace('Approved', 'Draft')), []);
    const useCase = (status: string) => `---\nstatus: ${status}\n---\n${IGNORE}# Use Case Plan: Berths\n\n## 10. Documentation and Next Steps\n\nAsk {{whom}}.\n`;
    assert.deepEqual(messagesOf(RULE, useCase('approved'), 'docs/berths-PLAN.md'), ['This plan is approved, but 1 placeholder is left: finish what is open, or set the state back to awaiting-approval.']);
    assert.deepEqual(messagesOf(RULE, useCase('awaiting-approval'), 'docs/berths-PLAN.md'), []);
  });

  it('leaves records, and plans for which nobody asks for an approval, alone', () => {
    assert.deepEqual(messagesOf(RULE, '# 7. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Decision\n\n{{decision}}\n', 'docs/adr/0007-keep-one-log.md'), []);
    assert.deepEqual(messagesOf(RULE, '# Phase 2 Architecture Plan\n\nStatus: Approved\n\n## Success Criteria\n\n- [ ] Ships come\n'), []);
  });

  it('can be left out with a reason, which is then needed', () => {
    const text = `<!-- groundplan-ignore-file ${RULE}: agreed -->\n${part('PLANNED', '- [ ] Piers')}`;
    assert.deepEqual(messages(text), []);
    assert.deepEqual(messagesOf('valid-suppressions', text, PATH), []);
    assert.equal(messagesOf('valid-suppressions', text.replace('PLANNED', 'DRAFT'), PATH).filter((message) => message.startsWith(RULE)).length, 1);
  });

  it('follows the states of a team', () => {
    const { kind, problems } = readTemplate('---\ngroundplan:\n  kind: harbour-plan\n  name: Harbour Plan\n  description: A plan.\n  file: harbour/{{name}}.md\n---\n# Harbour Plan: {{name}}\n\n## Move\n<!-- plan: reads transition -->\n<!-- plan: values "IDEA", "ROUGH", "BUILT" -->\n\n```\n[TRANSITION|harbour] by {{name}}\nTO_STATE: {{state}}\n```\n\n## Checks\n<!-- plan: reads gates -->\n\n- [ ] {{check}}\n');
    assert.deepEqual(problems, []);
    assert.ok(kind);
    const found = (state: string) =>
      checker
        .check(`# Harbour Plan: North\n\n## Move\n\n\`\`\`\n[TRANSITION|harbour] by ada\nTO_STATE: ${state}\n\`\`\`\n\n## Checks\n\n- [ ] Piers\n`, 'harbour/North.md', DEFAULT_SETTINGS, checker.kindsWith([kind]))
        .findings.map(({ rule, message }) => `${rule}: ${message}`);
    assert.deepEqual(found('IDEA'), []);
    assert.deepEqual(found('BUILT'), [`${RULE}: This plan is BUILT, but 1 gate is not ticked: finish what is open, or set the state back to IDEA.`]);
    assert.deepEqual(found('PLANNED'), ['valid-transition: "PLANNED" is no state that a plan of this kind may be in: write IDEA, ROUGH or BUILT.']);
  });
});

import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { everyScaffold, fixedIn, foundIn, sectionsOf } from '../every-scaffold.ts';
import { isEmptySection } from '../../../src/core/template/emptiness.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';

const RULE = 'no-empty-sections';
const HOOKS = '### Future Phase Hooks';
const withHooks = (body: string) => replaceSection(phasePlan(), 'Future Phase Hooks', `${HOOKS}\n${body}`);

describe('no-empty-sections', () => {
  it('finds a section with nothing but its heading', () => {
    const text = withHooks('');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'Nothing is written in "Future Phase Hooks": fill it in.');
    assert.equal(finding.severity, 'warning');
    assert.equal(text.slice(finding.range.start, finding.range.end), HOOKS);
    assert.equal(fixedBy(RULE, text), phasePlan());
  });

  it('finds one with nothing but guidance, and keeps that', () => {
    const guidance = '<!-- The extension points that later phases will use. -->';
    assert.equal(fixedBy(RULE, withHooks(`\n${guidance}`)), phasePlan());
    assert.equal(fixedBy(RULE, withHooks(`\n${guidance}`).replaceAll('\n', '\r\n')), phasePlan().replaceAll('\n', '\r\n'));
    assert.match(fixedBy(RULE, withHooks('\n<!-- Ask Ada. -->')), /### Future Phase Hooks\n\n<!-- Ask Ada\. -->\n\n<!-- The extension points [^\n]*\n\n- \{\{extension point\}\}/);
  });

  it('finds what only looks written', () => {
    for (const nothing of ['\n---\n', '\n- \n- [ ]\n', '\n1. \n2.\n', '\n```yaml\n\n```\n', '\n<!-- a -->\n<!-- b -->\n', '\n\u00A0\n', '\n…\n', '\n#### Details\n\n<!-- x -->\n']) {
      assert.equal(messagesOf(RULE, withHooks(nothing)).length, 1, nothing);
      assert.deepEqual(messagesOf(RULE, fixedBy(RULE, withHooks(nothing))), [], nothing);
    }
  });

  it('finds optional ones, which may as well go', () => {
    const text = replaceSection(phasePlan(), 'Glossary', '### Glossary');
    assert.deepEqual(messagesOf(RULE, text), ['Nothing is written in "Glossary": fill it in, or remove the heading.']);
    assert.equal(fixedBy(RULE, text), phasePlan());
  });

  it('finds any section of any template that holds nothing, and restores it', () => {
    for (const made of everyScaffold()) {
      for (const { contract, section } of sectionsOf(made)) {
        if (contract.children.some(({ optional, repeat }) => !optional && repeat === undefined)) continue;
        const text = `${made.text.slice(0, section.heading.range.end)}\n\n${made.text.slice(section.range.end)}`;
        if (/:\s*\S/.test(section.heading.title)) continue;
        assert.deepEqual(foundIn(made, text).map(({ rule }) => rule), [RULE], `${made.kind.id}: ${section.heading.title}`);
        assert.deepEqual(foundIn(made, fixedIn(made, text)), [], `${made.kind.id}: ${section.heading.title}`);
      }
    }
  });

  it('leaves alone what says anything at all', () => {
    for (const something of ['None.', '\nn/a', '\n✅', '\n1. {{what}}', '\n![](hooks.png)', '\n```\nx\n```', '\n| Hook |\n|------|', '\n#### Details\n\nNone.', '\n<!-- a --> None. <!-- b -->', '\n無し', '\nلا شيء']) {
      assert.deepEqual(messagesOf(RULE, withHooks(something)), [], something);
    }
  });

  it('leaves a section to its parts where they are missing, empty or written at its level', () => {
    const only = (section: string) => messagesOf(RULE, replaceSection(phasePlan(), 'Success Criteria', section));
    assert.deepEqual(only('## Success Criteria'), []);
    assert.deepEqual(only('## Success Criteria\n\n### Architectural Success\n\n- [ ] Yes\n\n### Implementation Success'), ['Nothing is written in "Implementation Success": fill it in.']);
    assert.deepEqual(only('## Success Criteria\n\n### Architectural Success\n\n### Implementation Success').length, 2);
    assert.deepEqual(only('## Success Criteria\n\n## Architectural Success\n\n- [ ] Yes\n\n## Implementation Success\n\n- [ ] Yes'), []);
  });

  it('takes a value in the title for what the section says', () => {
    const record = (title: string) => `# Decision: Keep one log\n\n**Status**: Accepted\n\n## Problem\n\nx\n\n## Options Considered\n\nx\n\n## Selected Approach\n\nx\n\n## Trade-offs\n\nx\n\n${title}\n`;
    assert.deepEqual(messagesOf(RULE, record('## Confidence: 80%'), 'docs/adr/ADR-007-log.md'), []);
    assert.equal(messagesOf(RULE, record('## Confidence'), 'docs/adr/ADR-007-log.md').length, 1);
  });

  it('says nothing of sections of the author, and of those that stand as bold labels', () => {
    assert.deepEqual(messagesOf(RULE, phasePlan().replace('## 📚', '## Notes\n\n## 📚')), []);
    assert.deepEqual(messagesOf(RULE, phasePlan().replace(`${HOOKS}\n`, '**Future Phase Hooks**\n')), []);
  });

  it('writes what the template has further below where it has nothing right below the heading', () => {
    const text = replaceSection(phasePlan(), 'Core Architectural Decisions', '### Core Architectural Decisions');
    assert.equal(fixedBy(RULE, text), phasePlan());
    assert.match(fixedBy(RULE, replaceSection(phasePlan(), 'Core Architectural Decisions', '##### Core Architectural Decisions')), /\n###### Decision 1: /);
    const deep = replaceSection(phasePlan(), 'Core Architectural Decisions', '###### Core Architectural Decisions');
    assert.equal(fixedBy(RULE, deep), deep);
  });

  it('has no fix in what is never closed', () => {
    const text = `${phasePlan().slice(0, phasePlan().indexOf('## 🚨'))}## 🚨 Risk Analysis and Mitigation\n\n<!-- open`;
    const [finding] = findingsOf(RULE, text);
    assert.ok(finding && finding.fix === undefined);
  });
});

describe('isEmptySection', () => {
  it('asks of comments within a line as well', () => {
    const [section] = readPlan('# A\n\ntext <!-- x -->\n').sections;
    assert.equal(section && isEmptySection(readPlan('# A\n\ntext <!-- x -->\n'), section), false);
  });
});

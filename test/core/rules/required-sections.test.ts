import assert from 'node:assert/strict';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { matchContract } from '../../../src/core/template/match.ts';
import { findingsIn, fixed, kindNamed, messagesIn, messagesOf, phasePlan, replaceSection } from '../documents.ts';

describe('required-sections', () => {
  it('finds nothing in a document as the command writes it, in Windows line endings too', () => {
    assert.deepEqual(messagesIn(phasePlan()), []);
    assert.deepEqual(messagesIn(phasePlan().replaceAll('\n', '\r\n')), []);
    assert.deepEqual(messagesIn(`\uFEFF${phasePlan()}`), []);
  });

  it('finds every top section of an empty document', () => {
    const missing = messagesIn('');
    assert.equal(missing.length, 9);
    assert.match(missing[0] ?? '', /"Phase Vision Alignment" is missing: every phase plan has one\./);
    assert.deepEqual(messagesIn(fixed('')), []);
  });

  it('does not ask for the analysis of previous phases in phase 1', () => {
    const plan = phasePlan(1);
    assert.doesNotMatch(plan, /Analysis of Previous Phases/);
    assert.deepEqual(messagesIn(plan, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), []);
  });

  it('marks the heading before which the section belongs', () => {
    const text = replaceSection(phasePlan(), 'Integration Points', '');
    const [finding] = findingsIn(text);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '## ✅ Success Criteria');
  });

  it('marks the last line where nothing follows', () => {
    const text = replaceSection(replaceSection(phasePlan(), 'Appendix', ''), 'Risk Analysis', '').trimEnd();
    const [finding] = findingsIn(text);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '- [ ] Security requirements are met');
  });

  it('takes other spellings, levels and bold labels for the section', () => {
    const text = phasePlan()
      .replace('## 🔌 Integration Points', '## 7. INTEGRATION POINTS (Optional):')
      .replace('### External Systems', '#### External systems')
      .replace('### Future Phase Hooks', '**Future Phase Hooks:**');
    assert.deepEqual(messagesOf('required-sections', text), []);
  });

  it('does not take a heading in a fence, a comment or a quote for the section', () => {
    for (const hide of [(text: string) => `\`\`\`\n${text}\`\`\`\n`, (text: string) => `<!--\n${text}-->\n`, (text: string) => `> ${text}`]) {
      const text = replaceSection(phasePlan(), 'Integration Points', hide('## Integration Points\n'));
      assert.deepEqual(messagesIn(text), ['The section "Integration Points" is missing before "Success Criteria": every phase plan has one.']);
    }
  });

  it('tells two sections of one name apart by their parents', () => {
    const text = replaceSection(phasePlan(), 'APIs and Contracts (MUST', '');
    assert.deepEqual(messagesIn(text), ['The section "APIs and Contracts (MUST DEFINE FIRST!)" is missing in "Phase 2 Architecture": every phase plan has one.']);
  });

  it('gives a section of a lower level to what this phase needs, not to what only later ones do', () => {
    const text = phasePlan(1).replace('### APIs and Contracts', '## APIs and Contracts');
    assert.deepEqual(messagesOf('required-sections', text, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), []);
  });

  it('takes the number from the file where the title has none', () => {
    const text = phasePlan(1).replace('# Phase 1 Architecture Plan', '# Phase One Architecture Plan');
    assert.deepEqual(messagesIn(text, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), []);
  });

  it('misses the same among thousands of bold labels', () => {
    const missing = (labels: number): readonly string[] => {
      const plan = readPlan(`# Phase 2 Architecture Plan\n\n${'**Some label**\n\n'.repeat(labels)}`);
      return matchContract(plan, kindNamed('phase-plan'), { number: '2' }).missing.map(({ section }) => section.title);
    };
    assert.deepEqual(missing(5000), missing(1));
    assert.ok(missing(1).length > 5);
  });

  describe('its fix', () => {
    it('keeps line endings', () => {
      const text = replaceSection(phasePlan(), 'Integration Points', '').replaceAll('\n', '\r\n');
      const result = fixed(text);
      assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
      assert.deepEqual(messagesIn(result), []);
    });

    it('leaves emoji out where the document has none', () => {
      const plain = replaceSection(phasePlan(), 'Integration Points', '').replace(/^(#+) \p{Extended_Pictographic}\uFE0F? /gmu, '$1 ');
      assert.match(fixed(plain), /^## Integration Points$/m);
      assert.match(fixed(replaceSection(phasePlan(), 'Integration Points', '')), /^## 🔌 Integration Points$/m);
    });

    it('writes at the level of the document', () => {
      const deeper = replaceSection(phasePlan(), 'Integration Points', '').replace(/^(#+ )(?!Phase 2 Architecture Plan)/gm, '#$1');
      assert.match(fixed(deeper), /^### 🔌 Integration Points$/m);
      assert.match(fixed(deeper), /^#### External Systems$/m);
    });

    it('does not write again what stands elsewhere', () => {
      const moved = replaceSection(phasePlan(), 'Integration Points', '').replace('## 📚 Appendix', '## External Systems\n\nNone.\n\n## 📚 Appendix');
      assert.equal(fixed(moved).match(/External Systems/g)?.length, 1);
    });

    it('inserts several in the order of the template', () => {
      const text = replaceSection(replaceSection(phasePlan(), 'Technical Specifications', ''), 'Integration Points', '');
      const result = fixed(text);
      assert.ok(result.indexOf('Technical Specifications') < result.indexOf('Integration Points'));
      assert.equal(result, phasePlan());
    });

    it('is not offered inside a fence that is never closed', () => {
      const text = `${replaceSection(replaceSection(phasePlan(), 'Appendix', ''), 'Risk Analysis', '')}\n\`\`\`\nopen`;
      assert.equal(findingsIn(text)[0]?.fix, undefined);
      assert.equal(fixed(text), text);
    });

    it('is not offered where nothing written would be seen, and fix all then changes nothing', () => {
      for (const open of ['<!--', '<pre>', '<script>', '<?php', '~~~']) {
        const text = `${replaceSection(replaceSection(phasePlan(), 'Appendix', ''), 'Risk Analysis', '')}\n${open}\nopen`;
        assert.equal(findingsIn(text)[0]?.fix, undefined, open);
        assert.equal(fixed(text), text);
      }
    });

    it('stands after a sibling whose subsections are written at its own level', () => {
      const text = replaceSection(phasePlan(), 'Integration Points', '').replace('## 🔧 Technical', '### 🔧 Technical');
      const result = fixed(text);
      assert.ok(result.indexOf('Scalability Considerations') < result.indexOf('Integration Points'));
      assert.ok(result.indexOf('Integration Points') < result.indexOf('Success Criteria'));
    });

    it('does not write again what stands as a bold label', () => {
      const text = replaceSection(phasePlan(), 'Success Criteria', '').replace('## 🚨', '**Architectural Success**\n\n- [ ] Yes\n\n## 🚨');
      assert.equal(fixed(text).match(/Architectural Success/g)?.length, 1);
    });

    it('keeps the line endings of old Macs', () => {
      const text = replaceSection(phasePlan(), 'Integration Points', '').replaceAll('\n', '\r');
      assert.doesNotMatch(fixed(text), /\n/);
    });

    it('takes back what stood below it where only the heading was lost', () => {
      for (const heading of ['## 🔌 Integration Points\n\n', '### Established Architecture (What We Can Reuse)\n\n']) {
        assert.equal(fixed(phasePlan().replace(heading, '')), phasePlan());
      }
      const text = phasePlan().replace('## 🔌 Integration Points\n\n', '').replace('### Future Phase Hooks', '### Other Things\n\nSome.\n\n### Future Phase Hooks');
      assert.ok(fixed(text).indexOf('Other Things') < fixed(text).indexOf('Integration Points'), 'what is not its own stays where it is');
    });

    it('fills in what the title tells', () => {
      const text = replaceSection(phasePlan(), '🏗️ Phase 2 Architecture', '');
      assert.match(fixed(text), /^## 🏗️ Phase 2 Architecture$/m);
    });
  });
});

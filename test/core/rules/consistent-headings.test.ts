import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesIn, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { everyScaffold, fixedIn, foundIn, sectionsOf } from '../every-scaffold.ts';

const RULE = 'consistent-headings';
const RECORD = '# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nTwo logs.\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n';
const RECORD_PATH = 'docs/adr/0007-keep-one-log.md';

const withTitle = (heading: string) => phasePlan().replace('## ✅ Success Criteria', heading);
const fixedTitle = (heading: string) => fixedBy(RULE, withTitle(heading)).slice(phasePlan().indexOf('## ✅ Success Criteria')).split('\n')[0];

/** The title with two letters of its longest word changed places. */
function misspelt(title: string): string | undefined {
  const [longest = ''] = Array.from(title.matchAll(/\p{L}+/gu), ([word]) => word).sort((a, b) => b.length - a.length);
  const place = Array.from(longest).findIndex((letter, index) => index > 0 && index + 1 < longest.length && letter !== longest[index + 1]);
  if (longest.length < 5 || place < 0) return undefined;
  return title.replace(longest, longest.slice(0, place) + (longest[place + 1] ?? '') + (longest[place] ?? '') + longest.slice(place + 2));
}

describe('consistent-headings', () => {
  describe('a title', () => {
    it('is found where it is almost one that is asked for, which then is not missing too', () => {
      const text = withTitle('## ✅ Sucess Criteria');
      const [finding, ...others] = findingsOf(RULE, text);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, '"Sucess Criteria" is almost "Success Criteria", which every phase plan has: give it that title.');
      assert.equal(finding.severity, 'warning');
      assert.equal(text.slice(finding.range.start, finding.range.end), '## ✅ Sucess Criteria');
      assert.equal(finding.fix?.title, 'Rename it to "Success Criteria"');
      assert.equal(messagesIn(text).length, 1);
      assert.equal(fixedBy(RULE, text), phasePlan());
    });

    it('is found in any required section of any template, and mended', () => {
      for (const made of everyScaffold()) {
        for (const { section, required } of sectionsOf(made)) {
          const { title, titleRange } = section.heading;
          const slip = misspelt(title);
          if (!required || slip === undefined || title.includes('{{')) continue;
          const text = made.text.slice(0, titleRange.start) + slip + made.text.slice(titleRange.end);
          assert.deepEqual(foundIn(made, text).map(({ rule }) => rule), [RULE], `${made.kind.id}: ${slip}`);
          assert.equal(fixedIn(made, text), made.text, `${made.kind.id}: ${slip}`);
        }
      }
    });

    it('keeps emoji, number, decoration, case and closing remark', () => {
      assert.equal(fixedTitle('## ✅ Succes Criterea'), '## ✅ Success Criteria');
      assert.equal(fixedTitle('## 8. **Success** Criterai (in May):'), '## 8. **Success** Criteria (in May):');
      assert.equal(fixedTitle('## SUCCESS CRITREIA'), '## SUCCESS CRITERIA');
      assert.equal(fixedTitle('## success critera ##'), '## success criteria ##');
      assert.equal(fixedTitle('##\t[Succes Criteria](#risks)'), '##\t[Success Criteria](#risks)');
    });

    it('takes the nearest of the names that the template knows', () => {
      assert.match(fixedBy(RULE, phasePlan().replace('## 🚨 Risk Analysis and Mitigation', '## Risk Asessment')), /^## Risk Assessment$/m);
      assert.match(fixedBy(RULE, phasePlan().replace('## 🎯 Phase Vision Alignment', '## Vision Aligment')), /^## Vision Alignment$/m);
      assert.match(fixedBy(RULE, phasePlan().replace('## 🏗️ Phase 2 Architecture', '## Phase 2 Architectre')), /^## Phase 2 Architecture$/m);
    });

    it('is found with "and" left out, and with a word written as two', () => {
      assert.match(fixedBy(RULE, phasePlan().replace('APIs and Contracts (MUST', 'APIs, Contracts (MUST')), /^### APIs and Contracts \(MUST/m);
      assert.match(fixedBy(RULE, phasePlan().replace('### Parallelization Enablers', '### Parallel ization Enablers')), /^### Parallelization Enablers$/m);
    });

    it('may be underlined, in Windows line endings too', () => {
      const text = withTitle('Success\nCritera\n-----').replaceAll('\n', '\r\n');
      assert.match(fixedBy(RULE, text), /\r\nSuccess\r\nCriteria\r\n-----\r\n/);
    });

    it('is another where more than a slip parts them', () => {
      for (const [from, to] of [
        ['Success Criteria', 'Success Stories'],
        ['Success Criteria', 'Access Criteria'],
        ['Technical Debt to Address', 'Technical Debt to Redress'],
        ['Lessons Learned', 'Lessons'],
        ['Core Libraries', 'More Libraries'],
        ['Phase 2 Architecture', 'Phase Two Architecture'],
      ] as const) {
        assert.deepEqual(messagesOf(RULE, phasePlan().replace(from, to)), [], to);
      }
      for (const title of ['Contest', 'Contexture', 'Statues of Liberty', 'Decided']) assert.deepEqual(messagesOf(RULE, RECORD.replace('## Context', `## ${title}`), RECORD_PATH).filter((message) => !message.includes('Contest')), [], title);
    });

    it('that is short is one only where the section belongs', () => {
      assert.deepEqual(messagesOf(RULE, RECORD.replace('## Context\n\nTwo logs.\n\n', '').replace('One log.', 'One log.\n\n### Contexts\n\nTwo.'), RECORD_PATH), []);
      assert.equal(messagesOf(RULE, RECORD.replace('## Context', '## Contexts'), RECORD_PATH).length, 1);
    });

    it('is not asked for where the section is there already, or optional', () => {
      assert.deepEqual(messagesOf(RULE, phasePlan().replace('## 📚', '## Sucess Criteria\n\nMore.\n\n## 📚')), []);
      assert.deepEqual(messagesOf(RULE, phasePlan().replace('### Glossary', '### Glosary')), []);
    });

    it('belongs to one section only', () => {
      const text = replaceSection(phasePlan(), 'Success Criteria', '## Success Criteria\n\n### Architecturl Success\n\n- [ ] Yes\n\n### Architectural Sucess\n\n- [ ] No\n\n### Implementation Success\n\n- [ ] Yes');
      assert.equal(messagesOf(RULE, text).length, 1);
    });
  });

  describe('a level', () => {
    const levelIn = (text: string) => messagesOf(RULE, text);

    it('is found where a section has slipped into the one before it', () => {
      const text = phasePlan().replace('### External Systems', '#### External Systems');
      const [finding, ...others] = findingsOf(RULE, text);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, '"External Systems" is a heading of level 4 and so inside "Previous Phase APIs": it belongs at level 3 with the other parts of "Integration Points".');
      assert.equal(text.slice(finding.range.start, finding.range.end), '#### External Systems');
      assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['### Previous Phase APIs']);
      assert.equal(fixedBy(RULE, text), phasePlan());
    });

    it('is found where a section stands beside the one it belongs in', () => {
      const text = phasePlan().replace('### Implementation Success', '## Implementation Success');
      assert.deepEqual(levelIn(text), ['"Implementation Success" is a heading of level 2: it belongs at level 3 with the other parts of "Success Criteria".']);
      assert.equal(fixedBy(RULE, text), phasePlan());
    });

    it('is found at the top of the document', () => {
      const deep = phasePlan().replace('## ✅ Success Criteria', '### ✅ Success Criteria');
      assert.deepEqual(levelIn(deep), ['"Success Criteria" is a heading of level 3 and so inside "Integration Points": it belongs at level 2 with the other sections.']);
      assert.equal(fixedBy(RULE, deep), phasePlan());
      const high = RECORD.replace('## Decision', '# Decision');
      assert.deepEqual(levelIn(high).length, 0, 'the kind is known by its headings');
      assert.deepEqual(messagesOf(RULE, high, RECORD_PATH), ['"Decision" is a heading of level 1: it belongs at level 2 with the other sections.']);
      assert.equal(fixedBy(RULE, high, RECORD_PATH), RECORD);
    });

    it('is mended together with the headings below, and with no others', () => {
      const text = RECORD.replace('## Context\n\nTwo logs.', '### Context\n\nTwo logs.\n\n#### Since\n\nMonday').replace('# 7', '# 7');
      assert.equal(fixedBy(RULE, text, RECORD_PATH), RECORD.replace('Two logs.', 'Two logs.\n\n### Since\n\nMonday'));
      const first = phasePlan().replace('### Wave Dependency Graph', '## Wave Dependency Graph');
      assert.equal(fixedBy(RULE, first), phasePlan());
    });

    it('is mended in underlined headings', () => {
      const text = RECORD.replace('## Decision', 'Decision\n===');
      assert.equal(fixedBy(RULE, text, RECORD_PATH), RECORD.replace('## Decision', 'Decision\n---'));
      const deep = phasePlan().replace('### Implementation Success', 'Implementation\nSuccess\n---').replaceAll('\n', '\r\n');
      assert.equal(fixedBy(RULE, deep), phasePlan().replaceAll('\n', '\r\n'));
    });

    it('has no fix where one of the headings would be too deep', () => {
      const text = phasePlan().replace(/^##/gm, '####').replace('##### Implementation Success', '#### Implementation Success\n\n###### Deep');
      const [finding] = findingsOf(RULE, text);
      assert.match(finding?.message ?? '', /level 4: it belongs at level 5/);
      assert.equal(finding?.fix, undefined);
    });

    it('is a matter of taste where the whole document or a whole group has it', () => {
      assert.deepEqual(levelIn(phasePlan().replace(/^#(#+ )/gm, '##$1')), []);
      assert.deepEqual(levelIn(phasePlan().replace(/^### (?=(?:Architectural|Implementation) Success)/gm, '## ')), []);
      assert.deepEqual(levelIn(phasePlan().replace(/^### (?=(?:Architectural|Implementation) Success)/gm, '##### ')), []);
      assert.deepEqual(messagesOf(RULE, RECORD.replaceAll(/^## /gm, '# '), RECORD_PATH), []);
      assert.deepEqual(messagesOf(RULE, RECORD.replaceAll(/^## (?!Status)/gm, '# '), RECORD_PATH), []);
    });

    it('is one of the author where sections of theirs hold those of the template', () => {
      assert.deepEqual(messagesOf(RULE, '# Berths Architecture Design\n\n## Design\n\n### System Overview\n\nx\n\n### Core Microservices\n\nx\n\n## Quality Gates\n\nx\n\n## Success Metrics\n\nx\n', 'plans/architecture-design-x.md'), []);
      assert.deepEqual(levelIn(phasePlan().replace('### External Systems', '### APIs of others\n\n#### External Systems')), []);
    });

    it('is not asked of optional sections', () => {
      assert.deepEqual(levelIn(phasePlan().replace('### References', '#### References')), []);
    });
  });
});

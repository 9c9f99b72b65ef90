import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { everyScaffold, fixedIn, foundIn, sectionsOf } from '../every-scaffold.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';

const RULE = 'consistent-section-order';
const titlesIn = (text: string): readonly string[] => readPlan(text).sections.map(({ heading }) => heading.title);

/** The document with its top sections in another order, by their places. */
function reordered(text: string, places: readonly number[]): string {
  const sections = readPlan(text).title?.children ?? [];
  const parts = places.map((place) => text.slice(sections[place]?.range.start, sections[place]?.range.end).trimEnd());
  return `${text.slice(0, sections[0]?.range.start)}${parts.join('\n\n')}\n`;
}

const RECORD = '# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nTwo logs.\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n';
const RECORD_PATH = 'docs/adr/0007-keep-one-log.md';

describe('consistent-section-order', () => {
  it('reports one section where one has moved, however many it has passed, and where it belongs', () => {
    const text = reordered(phasePlan(), [8, 0, 1, 2, 3, 4, 5, 6, 7, 9]);
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Risk Analysis and Mitigation" belongs after "Success Criteria", where every phase plan has it: move it there.');
    assert.equal(finding.severity, 'information');
    assert.equal(text.slice(finding.range.start, finding.range.end), '## 🚨 Risk Analysis and Mitigation');
    assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['## ✅ Success Criteria']);
    assert.equal(finding.fix?.title, 'Move "Risk Analysis and Mitigation" after "Success Criteria"');
    assert.equal(fixedBy(RULE, text), phasePlan());
  });

  it('reports the least number of sections', () => {
    assert.equal(messagesOf(RULE, reordered(phasePlan(), [0, 5, 1, 2, 7, 3, 4, 6, 8, 9])).length, 2);
    assert.equal(messagesOf(RULE, reordered(phasePlan(), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).length, 9);
  });

  it('brings a document back into order however its sections are mixed', () => {
    for (const places of [[9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [5, 0, 6, 1, 7, 2, 8, 3, 9, 4], [1, 0, 3, 2, 5, 4, 7, 6, 9, 8]]) {
      for (const ending of ['\n', '\r\n', '\r']) {
        const text = reordered(phasePlan(), places).replaceAll('\n', ending);
        assert.equal(fixedBy(RULE, text), phasePlan().replaceAll('\n', ending));
      }
    }
  });

  it('finds any two neighbours of any template that have changed places, and puts them back', () => {
    for (const made of everyScaffold()) {
      const sections = sectionsOf(made);
      for (const { section } of sections) {
        const next = sections.find((each) => each.section.parent === section.parent && each.section.range.start === section.range.end)?.section;
        if (next === undefined) continue;
        const [first, second] = [section, next].map(({ range }) => made.text.slice(range.start, range.end).trimEnd());
        const text = `${made.text.slice(0, section.range.start)}${second ?? ''}\n\n${first ?? ''}\n${made.text.slice(next.range.end) && '\n'}${made.text.slice(next.range.end)}`;
        const found = foundIn(made, text);
        assert.deepEqual(found.map(({ rule }) => rule), [RULE], `${made.kind.id}: ${section.heading.title}`);
        assert.deepEqual(titlesIn(fixedIn(made, text)), titlesIn(made.text));
      }
    }
  });

  it('moves what stands below with it, and leaves sections of the author where they are', () => {
    const text = RECORD.replace('## Status\n\nAccepted\n\n', '').replace('## Consequences', '## Notes\n\nNone.\n\n## Status\n\nAccepted\n\n### Since\n\nMonday\n\n## Consequences');
    assert.deepEqual(messagesOf(RULE, text, RECORD_PATH), ['"Status" belongs before "Context", where every decision record (nygard) has it: move it there.']);
    assert.deepEqual(titlesIn(fixedBy(RULE, text, RECORD_PATH)), ['7. Keep one log', 'Status', 'Since', 'Context', 'Decision', 'Notes', 'Consequences']);
  });

  it('moves a last section without a final line ending, and one that begins the document', () => {
    const last = '# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n\n## Context\n\nTwo logs.';
    assert.equal(fixedBy(RULE, last, RECORD_PATH), RECORD.trimEnd());
    const first = '\uFEFF## Consequences\n\n- Less work\n\n## Status\n\nAccepted\n\n## Context\n\nTwo logs.\n\n## Decision\n\nOne log.\n';
    assert.equal(fixedBy(RULE, first, RECORD_PATH), `\uFEFF${RECORD.slice(RECORD.indexOf('## Status'))}`);
  });

  it('keeps underlined headings apart from the text above', () => {
    const text = '# 7. Keep one log\n\nStatus\n---\nAccepted\n\n## Decision\nContext\n---\nTwo logs.\n\n## Consequences\n\n- Less work\n';
    const result = fixedBy(RULE, text, RECORD_PATH);
    assert.deepEqual(titlesIn(result), ['7. Keep one log', 'Status', 'Context', 'Decision', 'Consequences']);
  });

  it('keeps the indentation of a heading, and several blank lines before it', () => {
    const text = '# 7. Keep one log\n\n## Context\n\nTwo logs.\n\n\n\n  ## Status\n\nAccepted\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n';
    assert.equal(fixedBy(RULE, text, RECORD_PATH), RECORD.replace('\n\n## Status', '\n\n\n\n  ## Status'));
  });

  it('has no fix where a fence that is never closed would swallow what follows', () => {
    const text = '# 7. Keep one log\n\n## Context\n\nTwo logs.\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n\n## Status\n\n```\nAccepted';
    const [finding] = findingsOf(RULE, text, RECORD_PATH);
    assert.ok(finding && finding.fix === undefined);
  });

  it('orders subsections among themselves, once the section itself stands where it belongs', () => {
    const swapped = replaceSection(phasePlan(), 'Success Criteria', '## ✅ Success Criteria\n\n### Implementation Success\n\n- [ ] Yes\n\n### Architectural Success\n\n- [ ] Yes');
    assert.deepEqual(messagesOf(RULE, swapped), ['"Architectural Success" belongs before "Implementation Success", where every phase plan has it: move it there.']);
    const moved = reordered(swapped, [7, 0, 1, 2, 3, 4, 5, 6, 8, 9]);
    assert.equal(messagesOf(RULE, moved).length, 1);
    assert.equal(fixedBy(RULE, moved), fixedBy(RULE, swapped));
  });

  it('says nothing of what stands elsewhere for its own reasons', () => {
    for (const bear of [
      phasePlan().replace('### Glossary', '## Glossary'),
      replaceSection(phasePlan(), 'Integration Points', '').replace('## 🎯', '**Integration Points**\n\nNone.\n\n## 🎯'),
      phasePlan().replace('### Risk 1', '### Risk 2: Fire\n\n- **Impact**: High\n\n### Risk 1'),
      phasePlan().replaceAll(/^#(?=#)/gm, ''),
      '# X\n',
    ]) {
      assert.deepEqual(messagesOf(RULE, bear), []);
    }
    assert.deepEqual(messagesOf(RULE, '# Berths Architecture Design\n\n## Design\n\n### Core Microservices\n\nx\n\n## System Overview\n\nx\n', 'plans/architecture-design-x.md'), []);
  });

  it('is the same in one section of a long document as alone', () => {
    const text = `${reordered(phasePlan(), [1, 0, 2, 3, 4, 5, 6, 7, 8, 9])}\n${'## Notes\n\nMore.\n\n'.repeat(500)}`;
    assert.equal(findingsOf(RULE, text, PHASE_2).length, 1);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { hiddenSpans, readLinks } from '../../../src/core/readings/links.ts';
import { findingsOf, fixedBy, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const RULE = 'valid-links';
const FILES = {
  'plans/PHASE-1-ARCHITECTURE-PLAN.md': '# Phase 1 Architecture Plan\n\n## 🚨 Risks & Costs\n\n### Tide tables\n\n<a id="own"></a>\n',
  'docs/context.md': '# Context\n\n## Goals\n',
  'docs/My File (1).md': '# Mine\n',
  'media/map.png': '',
  'README.md': '',
  'docs/decisions/0003-keep-one-log.md': '# 3. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n',
};
const around = filesAround(FILES);
const withText = (text: string) => replaceSection(phasePlan(), 'Appendix', `## Appendix\n\n${text}\n`);

function found(text: string): readonly (readonly [place: string, message: string])[] {
  const document = withText(text);
  return findingsOf(RULE, document, PHASE_2, around).map(({ message, range }) => [document.slice(range.start, range.end), message]);
}

function fixes(before: string, after: string): void {
  const mended = fixedBy(RULE, withText(before), PHASE_2, around);
  assert.equal(mended, withText(after));
  assert.deepEqual(findingsOf(RULE, mended, PHASE_2, around), []);
}

describe('valid-links', () => {
  it('finds files that are not there, by link, image and definition', () => {
    const nowhere = (form: string, path: string) => `This ${form} leads nowhere: there is no "${path}". Correct the path, or leave the ${form} out.`;
    assert.deepEqual(found('[a](nowhere.md) ![b](<../media/no way.png> "Title")\n\n[c]: ../docs/none.md\n[d](gone.md#x)'), [
      ['nowhere.md', nowhere('link', 'plans/nowhere.md')],
      ['../media/no way.png', nowhere('image', 'media/no way.png')],
      ['../docs/none.md', nowhere('link', 'docs/none.md')],
      ['gone.md', nowhere('link', 'plans/gone.md')],
    ]);
    assert.equal(found('[c]: ../docs/none.md').length, 1);
    assert.equal(found('[![alt](none.png)](other.md)').length, 2);
  });

  it('finds headings that are not there', () => {
    assert.deepEqual(found('[a](#nothing-like-it) [b](../docs/context.md#goal)'), [
      ['#nothing-like-it', 'This document has no heading for "#nothing-like-it": correct the link, or leave it out.'],
      ['#goal', '"context.md" has no heading for "#goal": did you mean "#goals"?'],
    ]);
  });

  it('finds references to records that no record answers to, where some are known', () => {
    assert.deepEqual(found('We log once, see ADR-0007, and per ADR-0003.'), [['ADR-0007', 'There is no record ADR-0007 in this workspace: correct the number, or leave the reference out.']]);
    assert.deepEqual(found('The next one will be ADR-0008. `see ADR-0009` and see [ADR-0003](../docs/decisions/0003-keep-one-log.md)'), []);
    assert.deepEqual(findingsOf(RULE, withText('See ADR-0007.'), PHASE_2, filesAround({})), []);
  });

  it('is content with whatever leads somewhere', () => {
    for (const link of [
      'PHASE-1-ARCHITECTURE-PLAN.md', './PHASE-1-ARCHITECTURE-PLAN.md#-risks--costs', 'PHASE-1-ARCHITECTURE-PLAN.md#risks-costs', 'PHASE-1-ARCHITECTURE-PLAN.md#own', 'PHASE-1-ARCHITECTURE-PLAN', '../docs', '../docs/', '/docs/context.md',
      '../docs/My%20File%20(1).md', '<../docs/My File (1).md>', '../docs/My%20File%20%281%29.md', '../media/map.png?raw=true', '../media/map.png "A map"', '../README.md#L10', '../docs/context.html', '#appendix', '#Appendix', '#', '#top',
    ]) assert.deepEqual(found(`[x](${link})`), [], link);
  });

  it('leaves alone what leads out of the workspace, what is no link, and blanks', () => {
    for (const text of [
      '[x](https://example.org/none.md)', '<https://example.org>', '[x](mailto:a@example.org)', '[x](//example.org/x)', '[x](../../elsewhere/x.md)', '[x](/guide/none)', '[x]({{file}}.md)', '[x](PHASE-[PREVIOUS]-PLAN.md)', '[x]()',
      '`[x](none.md)`', '```\n[x](none.md)\n```', '- item\n\n  ```\n  [x](none.md)\n  ```', '<!-- [x](none.md) -->', 'text <!-- [x](none.md) --> text', '    [x](none.md)', 'a\\[x](none.md)', 'x](none.md)', '[^1]: none.md', '`[c]: none.md`',
    ]) assert.deepEqual(found(text), [], text);
    assert.deepEqual(findingsOf(RULE, withText('[x](none.md)')), []);
  });

  it('writes the nearest name, or the nearest heading, and nothing else', () => {
    fixes('[a](../docs/contxt.md#goals) 🚢 [b](<../docs/Context.md> "T")', '[a](../docs/context.md#goals) 🚢 [b](<../docs/context.md> "T")');
    fixes('![m](../media/mpa.png?raw=true)', '![m](../media/map.png?raw=true)');
    fixes('[a](../docs/contxt.md#gaols)', '[a](../docs/context.md#goals)');
    fixes('[a](#apendix)', '[a](#appendix)');
    fixes('[a](README.md)', '[a](../README.md)');
    fixes('[a](../docs/My%20Fil%20(1).md)', '[a](../docs/My%20File%20%281%29.md)');
  });

  it('offers no name of other figures: another phase is not meant', () => {
    const [finding] = findingsOf(RULE, withText('[a](PHASE-3-ARCHITECTURE-PLAN.md)'), PHASE_2, around);
    assert.ok(finding !== undefined && finding.fix === undefined);
  });

  it('reads any text, and slices each target out of it', () => {
    const pieces = fc.constantFrom('[a](b.md)', '![', '](', '[', ']', '(', ')', '<', '>', '`', '```\n', '~~~\n', '<!--', '-->', '\\', ' ', '\n', '\r\n', '\r', '[x]: y', '"t"', '    ', '- ', '🚢', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const plan = readPlan(parts.join(''));
        for (const { target, range } of readLinks(plan, hiddenSpans(plan))) assert.equal(plan.text.slice(range.start, range.end), target);
      }),
    );
  });
});

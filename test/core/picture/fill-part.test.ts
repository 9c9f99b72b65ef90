import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { asksFor, type PartName } from '../../../src/core/picture/asked-parts.ts';
import { fillPart } from '../../../src/core/picture/fill-part.ts';
import type { Picture } from '../../../src/core/picture/picture.ts';
import type { ContractSection, Kind } from '../../../src/core/template/kind.ts';
import { checker, fixedBy, kindNamed, phasePlan, replaceSection } from '../documents.ts';
import { after, drawn, NO_CHECKS, sourceOf } from './drawn.ts';

const COUNTS: Readonly<Record<PartName, (picture: Picture) => number>> = {
  diagrams: ({ diagrams }) => diagrams.length,
  roadmap: ({ roadmap }) => roadmap.steps.length,
  waves: ({ waves }) => waves.steps.length,
  decisions: ({ decisions }) => decisions.length,
  targets: ({ targets }) => targets.length,
  gates: ({ gates }) => gates.length,
  risks: ({ risks }) => risks.risks.length,
};
const ANYWHERE = 'notes/here.md';

const filled = (text: string, part: PartName, path = ANYWHERE, settings = DEFAULT_SETTINGS): string => after(text, fillPart(sourceOf(text, path, settings), part, checker.kinds));

const named = (title: string): string => title.replace('{{number}}', '2').replace(/\{\{[^{}]+\}\}/g, 'Berths');

function titleOnly(kind: Kind): string {
  return `---\ngroundplan: ${kind.id}\n---\n\n# ${named(kind.root.title)}\n`;
}

/** Every section of the template, with some words in each, or none. */
function hollow(kind: Kind, words: string): string {
  const sections = (section: ContractSection): string => {
    const below = section.children.filter(({ repeat }) => repeat === undefined).map(sections);
    return `\n${'#'.repeat(section.level)} ${named(section.title)}\n${words === '' ? '' : `\n${words}\n`}${below.join('')}`;
  };
  return titleOnly(kind) + kind.sections.filter(({ repeat }) => repeat === undefined).map(sections).join('');
}

describe('filling an empty part', () => {
  for (const kind of checker.kinds) {
    for (const part of asksFor(kind)) {
      for (const [form, text] of [['its title alone', titleOnly(kind)], ['headings alone', hollow(kind, '')], ['headings with words', hollow(kind, 'Some words.')]] as const) {
        it(`puts ${part} into a document of the kind ${kind.id} with ${form}, with the checks and without`, () => {
          for (const settings of [DEFAULT_SETTINGS, NO_CHECKS]) {
            const picture = drawn(text, ANYWHERE, settings);
            if (COUNTS[part](picture) > 0) continue;
            const result = filled(text, part, ANYWHERE, settings);
            assert.ok(COUNTS[part](drawn(result, ANYWHERE, settings)) > 0, result);
            assert.ok(text.split('\n').every((line) => result.split('\n').includes(line)), 'nothing is lost');
          }
        });
      }
    }
  }

  it('writes a missing section as the fix of the check does', () => {
    const text = replaceSection(phasePlan(), 'Success Criteria', '');
    assert.equal(filled(text, 'gates', 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), fixedBy('required-sections', text));
    const risks = replaceSection(phasePlan(), 'Risk Analysis', '');
    assert.equal(filled(risks, 'risks', 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), fixedBy('required-sections', risks));
  });

  it('writes into a section that is there as the fix of its check does', () => {
    const text = replaceSection(phasePlan(), 'Risk Analysis', '## 🚨 Risk Analysis and Mitigation\n\nTo be discussed.\n');
    assert.equal(filled(text, 'risks', 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), fixedBy('required-risks', text));
  });

  it('leaves alone what belongs to other parts', () => {
    const text = hollow(kindNamed('phase-plan'), '');
    const picture = drawn(filled(text, 'gates'), ANYWHERE);
    assert.deepEqual([COUNTS.gates(picture) > 0, COUNTS.risks(picture), COUNTS.targets(picture), COUNTS.waves(picture)], [true, 0, 0, 0]);
  });

  it('keeps the line endings and the byte-order mark of the document', () => {
    const text = `\uFEFF${replaceSection(phasePlan(), 'Success Criteria', '').replaceAll('\n', '\r\n')}`;
    const result = filled(text, 'gates', 'plans/PHASE-2-ARCHITECTURE-PLAN.md');
    assert.ok(result.startsWith('\uFEFF#'));
    assert.doesNotMatch(result, /[^\r]\n/);
    assert.ok(COUNTS.gates(drawn(result)) > 0);
  });

  it('says what is in the way of an insertion', () => {
    const text = `${titleOnly(kindNamed('phase-plan'))}\n\`\`\`yaml\nopen: true\n`;
    assert.equal(filled(text, 'risks'), 'What is inserted below line 7 would be swallowed: a code block or a comment begins there that is never closed. Close it first.');
    const master = titleOnly(kindNamed('master-plan'));
    assert.equal(filled(master, 'gates'), 'The template has nothing that could be inserted here: write it by hand.');
  });
});

describe('filling a document of no known kind', () => {
  it('draws the smallest diagram of a template at its end', () => {
    const result = filled('# Notes\n\nSome words.\n', 'diagrams');
    const { diagrams } = drawn(result, ANYWHERE);
    assert.equal(diagrams.length, 1);
    assert.ok(result.startsWith('# Notes\n\nSome words.\n\n```mermaid\n'), result);
    assert.ok(result.endsWith('\n```\n'), result);
  });

  it('writes the section of risks that says most, below the headings that are there', () => {
    const result = filled('# Notes\n\n### Odd\n\nSome words.', 'risks');
    const { risks, kind } = drawn(result, ANYWHERE);
    assert.equal(kind, undefined);
    assert.equal(risks.risks.length, 1);
    assert.match(result, /Some words\.\n\n### Risk Analysis and Mitigation\n\n#### Risk 1: \{\{risk\}\}\n\n(?:- .*\n)*- \*\*Probability\*\*/);
  });

  it('writes into a section of risks that is empty', () => {
    const text = '# Notes\n\n## Risks\n\n## Later\n\nMore.\n';
    const result = filled(text, 'risks');
    assert.equal(drawn(result, ANYWHERE).risks.risks.length, 1);
    assert.deepEqual(result.match(/^##? .*/gm), ['# Notes', '## Risks', '## Later']);
    assert.ok(result.indexOf('### Risk 1') < result.indexOf('## Later'));
  });

  it('does nothing without templates, and nothing for other parts', () => {
    const source = sourceOf('# Notes\n', ANYWHERE);
    for (const part of ['diagrams', 'risks'] as const) assert.ok('problem' in fillPart(source, part, []));
    assert.ok('problem' in fillPart(source, 'gates', checker.kinds));
  });

  it('never breaks, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('# A', '## Risks', '```', '<!--', '- [ ] x', '| a |', '', '---', 'Setext\n---', '\r\n', '> q', '**Risks**')), fc.constantFrom(...(Object.keys(COUNTS) as PartName[])), (lines, part) => {
        const text = lines.join('\n');
        const edit = fillPart(sourceOf(text, ANYWHERE), part, checker.kinds);
        if ('edits' in edit) for (const { range } of edit.edits) assert.ok(range.start >= 0 && range.end <= text.length);
      }),
      { numRuns: 100 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/core/plan/plan.ts';
import type { Kind } from '../../../src/core/template/kind.ts';
import { recognise } from '../../../src/core/template/recognise.ts';
import { RUNS } from '../support/runs.ts';
import { kindFrom } from './kind-from.ts';

const phasePlan = kindFrom(`---
groundplan: { kind: phase-plan, name: Phase Plan, description: One phase., file: "plans/PHASE-{{number}}-ARCHITECTURE-PLAN.md" }
---
# Phase {{number}} Architecture Plan

## 🎯 Phase Vision Alignment

## Analysis of Previous Phases
<!-- plan: when number > 1 -->

## Phase {{number}} Architecture

## Success Criteria
<!-- plan: also "Acceptance Criteria" -->

## Appendix
<!-- plan: optional -->
`);

const masterPlan = kindFrom(`---
groundplan: { kind: master-plan, name: Master Plan, description: All phases., file: plans/IMPLEMENTATION-PLAN.md }
---
# Implementation Plan

## Vision

## Goals

## Phases
`);

const RECORD = 'kind: adr, name: Decision Record, description: One decision., file: "docs/architecture/ADR-{{nnn}}-{{title}}.md", also: ["{{nnnn}}-{{title}}.md"]';

const nygard = kindFrom(`---
groundplan: { dialect: nygard, ${RECORD} }
---
# {{number}}. {{title}}
<!-- plan: also "ADR {{number}}: {{title}}" -->

## Status

## Context

## Decision

## Consequences
`);

const madr = kindFrom(`---
groundplan: { dialect: madr, ${RECORD} }
status: proposed
---
# {{title}}
<!-- plan: also "ADR {{number}}: {{title}}" -->

## Context and Problem Statement

## Considered Options

## Decision Outcome
`);

const useCasePlan = kindFrom(`---
groundplan: { kind: use-case-plan, name: Use-Case Plan, description: One use case., file: "{{source}}-PLAN.md" }
---
# Use Case Plan: {{name}}

## Alignment

## Interfaces

## Endpoints
`);

const kinds = [phasePlan, masterPlan, nygard, madr, useCasePlan];

function found(text: string, path: string, among: readonly Kind[] = kinds) {
  const recognition = recognise(readPlan(text), path, among);
  return recognition && { id: recognition.kind.id, values: recognition.values, reason: recognition.reason };
}

function idOf(text: string, path = 'notes.md', among: readonly Kind[] = kinds): string | undefined {
  return found(text, path, among)?.id;
}

function withSections(title: string, ...sections: readonly string[]): string {
  return `# ${title}\n\n${sections.map((section) => `## ${section}\n\ntext\n`).join('\n')}`;
}

describe('recognise by an explicit mark', () => {
  const PHASE_PATH = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';

  it('goes by it before anything else', () => {
    for (const mark of ['groundplan: master-plan', 'groundplan:\n  kind: master-plan', 'groundplan: { kind: master-plan }', 'groundplan: "master-plan" # sure']) {
      const recognition = found(`---\n${mark}\n---\n# Phase 1 Architecture Plan\n`, PHASE_PATH);
      assert.equal(recognition?.id, 'master-plan');
      assert.equal(recognition.reason, 'Its front matter says "master-plan".');
    }
  });

  it('names a dialect, or leaves that to the headings', () => {
    const body = withSections('Keep one log', 'Context and Problem Statement', 'Considered Options');
    assert.equal(idOf(`---\ngroundplan: adr-nygard\n---\n${body}`), 'adr-nygard');
    assert.equal(idOf(`---\ngroundplan: { kind: adr, dialect: nygard }\n---\n${body}`), 'adr-nygard');
    assert.equal(idOf(`---\ngroundplan: adr\n---\n${body}`), 'adr-madr');
    assert.equal(idOf('---\ngroundplan: adr\n---\n# Empty\n'), 'adr-nygard');
  });

  it('leaves a document alone that says so', () => {
    assert.equal(idOf('---\ngroundplan: none\n---\n# Phase 1 Architecture Plan\n', PHASE_PATH), undefined);
    assert.equal(idOf('---\r\ngroundplan: none\r\n---\r\n# Phase 1 Architecture Plan\r\n', PHASE_PATH), undefined);
    assert.equal(idOf('\uFEFF---\ngroundplan:\n  kind: none\n---\n', PHASE_PATH), undefined);
  });

  it('takes no template for a document, and no mark for something else', () => {
    for (const mark of ['groundplan:\n  kind: phase-plan\n  file: x.md', 'groundplan:', 'groundplan: 7', 'groundplan: [phase-plan]', 'groundplan: [']) assert.equal(idOf(`---\n${mark}\n---\n# T\n`, PHASE_PATH), undefined, mark);
    assert.equal(idOf('# T\n\n```yaml\ngroundplan: none\n```\n', PHASE_PATH), 'phase-plan');
    assert.equal(idOf('---\nnote:\n  groundplan: none\n---\n', PHASE_PATH), 'phase-plan');
  });

  it('takes a document for none where it names a kind that is not known here', () => assert.equal(idOf('---\ngroundplan: poem\n---\n', PHASE_PATH), undefined));

  it('reads past front matter that is no YAML', () => {
    assert.equal(idOf('---\ntitle: ADR: a "title"\ngroundplan: master-plan\ntags: [a, b\n---\n# T\n'), 'master-plan');
  });

  it('knows a kind with the name of a template or of nothing', () => {
    const named = kindFrom('---\ngroundplan: { kind: template, name: Template, description: A form., file: forms/x.md }\n---\n# Form\n');
    assert.equal(idOf('---\ngroundplan: template\n---\n', 'notes.md', [named]), 'template');
  });

  it('goes on as without one where the front matter is nested without end, or unfolds without end', () => {
    const bomb = Array.from({ length: 20 }, (_, index) => `  b${index}: &b${index} [${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*b${index - 1}`)).join(', ')}]\n`).join('');
    for (const yaml of ['['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(100_000), 'a: '.repeat(100_000), '["]",'.repeat(20_000), 'x'.repeat(20_001), `\n${bomb}  kind: *b19`]) {
      assert.equal(idOf(`---\ngroundplan: ${yaml}\n---\n# Phase 4 Architecture Plan\n`, 'notes.md'), 'phase-plan', yaml.slice(0, 20));
    }
  });

  it('still reads the values of the title and the path', () => {
    assert.deepEqual(found('---\ngroundplan: phase-plan\n---\n# Phase 4 Architecture Plan\n', 'notes.md')?.values['number'], '4');
  });
});

describe('recognise by the path', () => {
  it('goes by a name that says enough, whatever its case and folder', () => {
    for (const path of ['docs/phase-12-architecture-plan.MD', 'PHASE-12-ARCHITECTURE-PLAN.md', 'c:/Plans/Phase-12-Architecture-Plan.md']) {
      const recognition = found('', path);
      assert.equal(recognition?.id, 'phase-plan');
      assert.equal(recognition.values['number'], '12');
      assert.equal(recognition.reason, 'Its file name has the form PHASE-{{number}}-ARCHITECTURE-PLAN.md.');
    }
  });

  it('goes by a common name in the folder of the kind', () => {
    assert.equal(idOf('', 'plans/IMPLEMENTATION-PLAN.md'), 'master-plan');
    assert.equal(idOf('', '/srv/port/Plans/implementation-plan.md'), 'master-plan');
  });

  it('wants two sections besides where a name is only suggestive', () => {
    assert.equal(idOf('# Anything\n', 'docs/IMPLEMENTATION-PLAN.md'), undefined);
    assert.equal(idOf(withSections('Anything', 'Vision'), 'docs/IMPLEMENTATION-PLAN.md'), undefined);
    const recognition = found(withSections('Anything', 'Vision', 'Goals'), 'docs/IMPLEMENTATION-PLAN.md');
    assert.equal(recognition?.id, 'master-plan');
    assert.equal(recognition.reason, 'Its file name has the form IMPLEMENTATION-PLAN.md, and it has 2 of the 3 sections of a master plan.');
    assert.equal(idOf(withSections('Book a berth', 'Interfaces', 'Alignment'), 'berth-PLAN.md'), 'use-case-plan');
    assert.equal(idOf(withSections('Book a berth', 'Interfaces'), 'berth-PLAN.md'), undefined);
  });

  it('is not confirmed by the sections of a kind that asks for none', () => {
    const free = kindFrom('---\ngroundplan: { kind: free, name: Free, description: A note., file: "{{name}}-NOTES.md" }\n---\n# {{name}}\n\n## More\n<!-- plan: optional -->\n');
    assert.equal(idOf('# Any\n', 'my-NOTES.md', [free]), undefined);
    const short = kindFrom('---\ngroundplan: { kind: short, name: Short, description: A note., file: "{{name}}-NOTES.md" }\n---\n# {{name}}\n\n## More\n');
    assert.equal(idOf('# Any\n', 'my-NOTES.md', [short]), undefined);
    assert.equal(idOf('# Any\n\n## More\n', 'my-NOTES.md', [short]), 'short');
  });

  it('leaves the contents page of a folder and paths with backslashes alone', () => {
    const notes = kindFrom('---\ngroundplan: { kind: notes, name: Notes, description: N., file: "notes/{{name}}.md" }\n---\n# Notes\n\n## Alpha\n\n## Beta\n');
    assert.equal(idOf('', 'notes/today.md', [notes]), 'notes');
    for (const path of ['notes/README.md', 'notes/Index.md', 'notes\\today.md']) assert.equal(idOf('# All\n', path, [notes]), undefined, path);
  });

  it('tells dialects by their headings, never by front matter', () => {
    const path = 'docs/architecture/ADR-007-keep-one-log.md';
    const front = '---\nstatus: proposed\ndecision-makers: Ada\n---\n';
    assert.equal(idOf(front + withSections('Keep one log', 'Status', 'Context', 'Decision', 'Consequences'), path), 'adr-nygard');
    assert.equal(idOf(withSections('7. Keep one log', 'Context and Problem Statement', 'Considered Options', 'Decision Outcome'), path), 'adr-madr');
    assert.equal(idOf(front + '# Keep one log\n', path), undefined);
    assert.equal(idOf('', path), undefined);
    assert.equal(idOf('# Keep one log\n\n**Context**: why\n\n**Decision:** what\n', path), 'adr-nygard');
  });

  it('reads numbers with any count of digits', () => {
    const body = withSections('Keep one log', 'Status', 'Context', 'Decision');
    for (const [path, nnn] of [['docs/architecture/ADR-007-x.md', '007'], ['x/0042-x.md', '042'], ['x/7-x.md', '007'], ['x/20260301-x.md', '20260301']] as const) {
      const values = found(body, path)?.values ?? {};
      assert.equal(values['nnn'], nnn, path);
      assert.equal(values['number'], String(Number(nnn)));
    }
  });

  it('derives what a number says besides', () => {
    assert.deepEqual(found('', 'plans/PHASE-3-ARCHITECTURE-PLAN.md')?.values, { nn: '03', nnn: '003', nnnn: '0003', nnnnn: '00003', nnnnnn: '000003', number: '3', previous: 'Phase 2 Assessment', previous_number: '2' });
    assert.equal(found('', 'PHASE-1-ARCHITECTURE-PLAN.md')?.values['previous_number'], undefined);
  });
});

describe('recognise by the title', () => {
  it('goes by one that says enough', () => {
    const recognition = found('# 🎯 Phase 4 architecture plan\n', 'notes.md');
    assert.equal(recognition?.id, 'phase-plan');
    assert.deepEqual([recognition.values['number'], recognition.values['previous']], ['4', 'Phase 3 Assessment']);
    assert.equal(recognition.reason, 'Its title is "🎯 Phase 4 architecture plan".');
    assert.equal(idOf('\uFEFFPhase 4 Architecture Plan\r\n======\r\n'), 'phase-plan');
    assert.equal(idOf('---\ntitle: x\n---\n\n# Use Case Plan: Book a berth\n'), 'use-case-plan');
  });

  it('wants two sections besides where many documents have it', () => {
    assert.equal(idOf('# Implementation Plan\n'), undefined);
    assert.equal(idOf(withSections('Implementation Plan', 'Overview', 'Steps', 'Goals')), undefined);
    const recognition = found(withSections('Implementation Plan', 'Vision', 'Goals'), 'notes.md');
    assert.equal(recognition?.id, 'master-plan');
    assert.equal(recognition.reason, 'Its title is "Implementation Plan", and it has 2 of the 3 sections of a master plan.');
    assert.equal(idOf(withSections('ADR-0042: Keep one log', 'Decision', 'Consequences')), 'adr-nygard');
    assert.equal(idOf(withSections('ADR-0042: Keep one log', 'Background')), undefined);
  });

  it('comes after the path', () => assert.equal(idOf('# Phase 4 Architecture Plan\n', 'plans/IMPLEMENTATION-PLAN.md'), 'master-plan'));

  it('tells its number, where the path tells none', () => {
    assert.equal(found('# Phase 4 Architecture Plan\n', 'plans/PHASE-5-ARCHITECTURE-PLAN.md')?.values['number'], '5');
    assert.equal(found('# Phase [NUMBER] Architecture Plan\n', 'notes.md')?.values['number'], undefined);
  });
});

describe('recognise by the headings', () => {
  it('goes by three or more, where they are most of what the kind asks for', () => {
    const recognition = found(withSections('Berths', 'Vision', 'Goals', 'Phases'), 'notes.md');
    assert.equal(recognition?.id, 'master-plan');
    assert.equal(recognition.reason, 'It has 3 of the 3 sections of a master plan.');
    assert.equal(idOf(withSections('Berths', 'Vision', 'Goals')), undefined);
    assert.equal(idOf(withSections('Berths', 'Status', 'Context', 'Decision')), 'adr-nygard');
    assert.equal(idOf(withSections('Berths', 'phase vision alignment', '2. Analysis of previous phases', 'Phase 7 Architecture')), 'phase-plan');
  });

  it('counts sections wherever they stand, and bold words in their place', () => {
    assert.equal(idOf('# Berths\n\n### Vision\n\n## Part\n\n#### Goals\n\n**Phases**: three\n'), 'master-plan');
    assert.equal(idOf('# Berths\n\n```\n## Vision\n## Goals\n## Phases\n```\n\n<!--\n## Vision\n-->\n'), undefined);
  });

  it('counts none that may be left out, and none twice', () => {
    assert.equal(idOf(withSections('Berths', 'Vision', 'Vision', 'Vision', 'Appendix')), undefined);
  });

  it('chooses the kind with the largest share', () => {
    const text = withSections('Berths', 'Vision', 'Goals', 'Phases', 'Status', 'Context', 'Decision');
    assert.equal(idOf(text), 'master-plan');
    assert.equal(idOf(`${text}\n## Consequences\n`, 'notes.md', [nygard, masterPlan]), 'adr-nygard', 'the first of equals');
  });

  it('leaves everything else alone', () => {
    assert.equal(idOf('# Readme\n\n## Risks\n', 'README.md'), undefined);
    assert.equal(idOf('# The Phase Plan\n', 'PHASE-ARCHITECTURE-PLAN.md'), undefined);
    assert.equal(idOf(''), undefined);
    assert.equal(idOf('', ''), undefined);
    assert.equal(idOf('# Phase 4 Architecture Plan\n', 'plans/PHASE-4-ARCHITECTURE-PLAN.md', []), undefined);
  });
});

describe('recognise with the kinds of a team', () => {
  const team = kindFrom('---\ngroundplan: { kind: phase-plan, dialect: team, name: Team Phase Plan, description: Ours., file: "work/PHASE-{{nn}}.md" }\n---\n# Phase {{number}}\n\n## Aim\n\n## Steps\n\n## Dangers\n');

  it('keeps a kind of the same name apart by its headings', () => {
    const both = [team, ...kinds];
    assert.equal(idOf(withSections('Phase 3', 'Aim', 'Steps'), 'work/PHASE-03.md', both), 'phase-plan-team');
    assert.equal(idOf(withSections('Phase 3', 'Phase Vision Alignment', 'Success Criteria'), 'plans/PHASE-3-ARCHITECTURE-PLAN.md', both), 'phase-plan');
    assert.equal(idOf(`---\ngroundplan: phase-plan\n---\n${withSections('Phase 3', 'Aim', 'Steps', 'Dangers')}`, 'notes.md', both), 'phase-plan-team');
    assert.equal(idOf(`---\ngroundplan: phase-plan\n---\n${withSections('Phase 3', 'Phase Vision Alignment', 'Success Criteria', 'Phase 3 Architecture')}`, 'notes.md', both), 'phase-plan');
  });

  it('prefers the first of those that fit alike', () => {
    const same = { ...masterPlan, id: 'plan-of-the-team' };
    assert.equal(idOf('', 'plans/IMPLEMENTATION-PLAN.md', [same, ...kinds]), 'plan-of-the-team');
    assert.equal(idOf('', 'plans/IMPLEMENTATION-PLAN.md', [...kinds, same]), 'master-plan');
  });
});

describe('recognise', () => {
  it('never throws, whatever the text and the path', () => {
    const line = fc.constantFrom('---', 'groundplan:', 'groundplan: adr', '  kind: [', '&a [*a]', '# Phase 1 Architecture Plan', '## Status', '**Context**:', '# {{title}}', '', '# ', '```', '\u0000', '\uD800');
    const path = fc.string({ unit: fc.constantFrom('/', '\\', '.', 'PHASE-', '1', '-ARCHITECTURE-PLAN', '.md', '🎯', '{{', '}}', ' ', '\n', '\uD800') });
    fc.assert(fc.property(fc.array(line), path, fc.constantFrom('\n', '\r\n', '\r'), (lines, where, end) => void recognise(readPlan(lines.join(end)), where, kinds)), { numRuns: 2 * RUNS });
  });

  it('finds the same with any line ending and a byte-order mark', () => {
    const texts = ['---\ngroundplan: adr\n---\n# T\n\n## Decision Outcome\n', '# Phase 4 Architecture Plan\n', withSections('Berths', 'Vision', 'Goals', 'Phases'), '---\ngroundplan:\n  kind: none\n---\n# Phase 4 Architecture Plan\n'];
    for (const text of texts) {
      const expected = found(text, 'notes.md');
      for (const end of ['\r\n', '\r']) for (const mark of ['', '\uFEFF']) assert.deepEqual(found(mark + text.replaceAll('\n', end), 'notes.md'), expected);
    }
  });

  it('takes a hostile text for nothing', () => {
    for (const unit of ['# a\n', '**a**: ', '## Phase 1 Architecture\n', '---\n', 'groundplan: x\n', '1. **a**\n']) assert.equal(found(`---\n${unit.repeat(2000)}\n---\n${unit.repeat(2000)}`, 'x.md'), found('', 'x.md'), unit);
  });
});
